import { randomNumbers } from './generate-records.ts'

/** The same list as another program would have saved it; `index` numbers the five lists. For tests. */
export type Rewriting = { readonly what: string; readonly rewrite: (text: string, index: number) => Uint8Array }

const headers = ['Publications', 'Selected papers of the group', 'Reading list\nDepartment of Physics', '', 'Papers to discuss']

export const rewriteAsOtherPrograms: readonly Rewriting[] = [
  { what: 'wrapped at 72 columns', rewrite: (text) => encode(wrap(text, 72, false)) },
  { what: 'wrapped at 72 columns, also after hyphens', rewrite: (text) => encode(wrap(text, 72, true)) },
  { what: 'wrapped at 90 columns', rewrite: (text) => encode(wrap(text, 90, false)) },
  { what: 'saved with CRLF', rewrite: (text) => encode(text.replaceAll('\n', '\r\n')) },
  { what: 'saved with CR', rewrite: (text) => encode(text.replaceAll('\n', '\r')) },
  { what: 'saved as UTF-16 with a byte order mark', rewrite: (text) => Buffer.from(`\ufeff${text}`, 'utf16le') },
  { what: 'saved as UTF-8 with a byte order mark', rewrite: (text) => encode(`\ufeff${text}`) },
  { what: 'spread with doubled blank lines', rewrite: (text) => encode(text.replaceAll('\n', '\n\n')) },
  { what: 'headed otherwise', rewrite: (text, index) => encode(withHeader(text, index)) },
  { what: 'shuffled', rewrite: (text, index) => encode(shuffle(text, index)) },
  {
    what: 'shuffled, headed otherwise, wrapped at 72 columns, spread and saved with CRLF',
    rewrite: (text, index) =>
      encode(
        wrap(withHeader(shuffle(text, index), index), 72, true)
          .replaceAll('\n\n', '\n\n\n')
          .replaceAll('\n', '\r\n'),
      ),
  },
]

function encode(text: string): Uint8Array {
  return Buffer.from(text, 'utf8')
}

/** How many lines of a list stand before its first record, and how many lines a record has, blank ones included. */
const shapes = [
  { preamble: 1, record: 3 },
  { preamble: 0, record: 1 },
  { preamble: 1, record: 1 },
  { preamble: 12, record: 4 },
  { preamble: 1, record: 1 },
] as const

function withHeader(text: string, index: number): string {
  const header = headers[index] ?? ''
  const lines = text.split('\n').slice(shapes[index]?.preamble ?? 0)
  return [...(header === '' ? [] : [header]), ...lines].join('\n')
}

function shuffle(text: string, index: number): string {
  const { preamble, record } = shapes[index] ?? { preamble: 0, record: 1 }
  const lines = text.replace(/\n+$/, '').split('\n')
  const random = randomNumbers(index + 1)
  const records = Array.from({ length: Math.ceil((lines.length - preamble) / record) }, (_, each) => {
    const start = preamble + each * record
    return [...lines.slice(start, start + record), '', ''].slice(0, record)
  })
  return [
    ...lines.slice(0, preamble),
    ...records
      .map((each) => [random(), each] as const)
      .sort((a, b) => a[0] - b[0])
      .flatMap(([, each]) => each),
  ].join('\n')
}

/** Greedy filling, as editors and Python's textwrap do. */
function wrap(text: string, width: number, afterHyphens: boolean): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, width, afterHyphens))
    .join('\n')
}

function wrapLine(line: string, width: number, afterHyphens: boolean): string {
  const pieces = line.split(' ').flatMap((word, index) => {
    const parts = afterHyphens ? word.split(/(?<=[A-Za-z]{2}-)(?=[A-Za-z]{2})/) : [word]
    return parts.map((part, position) => ({ part, lead: index > 0 && position === 0 ? ' ' : '' }))
  })
  let filled = ''
  let length = 0
  for (const { part, lead } of pieces) {
    const breaks = length > 0 && length + lead.length + part.length > width
    filled += breaks ? `\n${part}` : lead + part
    length = breaks ? part.length : length + lead.length + part.length
  }
  return filled
}
