import { decodeEntities } from './html-entities.ts'

const commands: ReadonlyMap<string, string> = new Map([
  ['i', '\\emph'],
  ['em', '\\emph'],
  ['italic', '\\emph'],
  ['b', '\\textbf'],
  ['bold', '\\textbf'],
  ['strong', '\\textbf'],
  ['sup', '\\textsuperscript'],
  ['sub', '\\textsubscript'],
  ['sc', '\\textsc'],
  ['code', '\\texttt'],
  ['tt', '\\texttt'],
  ['span', ''],
])
const tag = /<(\/?)(?:jats:)?(i|em|italic|b|bold|strong|sup|sub|sc|code|tt|span)((?:\s[^<>]*)?)>/gi
/** Paragraphs, and the sections of abstracts in JATS. */
const block = /<\/?(?:jats:(?:p|sec|title|list|list-item|break)|p|br|div)(?:\s[^<>]*)?\/?>/gi

/** CSL's rich text, and the HTML that other programs write, as inline markup; tags without partner stand for themselves. */
export function readRichText(text: string): string {
  const plain = decodeEntities(text)
  return plain.includes('<') ? replaceTags(withoutBlocks(plain)) : plain
}

const abstractTitle = /<jats:title>\s*abstract\s*<\/jats:title>/gi

/** Their words are parted by a space. */
function withoutBlocks(text: string): string {
  const inline = text.replace(abstractTitle, '').replace(block, ' ')
  return inline === text ? text : inline.replace(/ {2,}/g, ' ').trim()
}

type Part = { text: string; readonly command: string | undefined; readonly name: string }

function replaceTags(text: string): string {
  const parts: Part[] = []
  const open: Part[] = []
  let end = 0
  for (const { 0: source, 1: slash, 2: name = '', 3: attributes = '', index } of text.matchAll(tag)) {
    parts.push({ text: text.slice(end, index), command: undefined, name: '' })
    end = index + source.length
    const kind = /small-caps/.test(attributes) ? 'sc' : name.toLowerCase()
    const part = { text: source, command: commands.get(kind), name: name.toLowerCase() }
    parts.push(part)
    if (slash === '') open.push(part)
    else closeTag(part, open)
  }
  return parts.map((part) => part.text).join('') + text.slice(end)
}

/** The innermost open tag of that name becomes a command, and the closing one its brace. */
function closeTag(closing: Part, open: Part[]): void {
  if (open.at(-1)?.name !== closing.name) return
  const opening = open.pop()
  if (opening === undefined) return
  closing.text = opening.command === '' ? '' : '}'
  opening.text = opening.command === '' ? '' : `${opening.command}{`
}
