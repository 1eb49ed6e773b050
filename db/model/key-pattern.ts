import { type CitedParts, nameWords, significantWords } from './key-words.ts'

/**
 * The pattern of proposed citation keys: parts in brackets with text between, `[auth][year][shorttitle]`.
 * - `[auth]` is the first author's family name, `[authors]` all of them, `[authors2]` the first two; `[year]`, `[yy]` its last two
 *   digits; `[title]` the significant title words, `[title3]` the first three; `[shorttitle]` the first, or the first two of a paper
 *   with neither author nor year; `[venue]` the initials of its significant words, or the word if it is one.
 * - Modifiers follow in order: `:upper`, `:lower`, `:capitalize`, `:abbr` (the first letter of each word), `:(3)` (three characters).
 * - Parts are in lower-case ASCII; one of which nothing is known is left out. What would be empty, or not begin with a letter, begins
 *   with `paper`.
 */
export const defaultKeyPattern = '[auth][year][shorttitle]'

export type KeyPattern = readonly KeyPart[]

type KeyPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'words'; readonly read: (cited: CitedParts) => readonly string[]; readonly modifiers: readonly Modifier[] }

type Modifier = (words: readonly string[]) => readonly string[]

type Field = { readonly mayCount: boolean; readonly read: (cited: CitedParts, count: number) => readonly string[] }

/** `count` is infinite where none is given. */
const fields: { readonly [name: string]: Field } = {
  auth: { mayCount: false, read: ({ authors }) => nameWords(authors.slice(0, 1)) },
  authors: { mayCount: true, read: ({ authors }, count) => nameWords(authors.slice(0, count)) },
  year: { mayCount: false, read: ({ year }) => yearDigits(year) },
  yy: { mayCount: false, read: ({ year }) => yearDigits(year).map((digits) => digits.slice(-2)) },
  title: { mayCount: true, read: ({ title }, count) => significantWords(title ?? '', count) },
  shorttitle: { mayCount: false, read: readShortTitle },
  venue: { mayCount: false, read: ({ venue }) => initialsOf(significantWords(venue ?? '')) },
}

const modifiers: { readonly [name: string]: Modifier } = {
  upper: (words) => words.map((word) => word.toUpperCase()),
  lower: (words) => words.map((word) => word.toLowerCase()),
  capitalize: (words) => words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)),
  abbr: (words) => words.map((word) => word.charAt(0)),
}

/** Leaves room for the letters that tell equal keys apart. */
const longestProposal = 90

/** The pattern, or in a sentence why it is none. */
export function parseKeyPattern(text: string): KeyPattern | { readonly problem: string } {
  const parts: KeyPart[] = []
  for (const [piece] of text.matchAll(/\[[^\]]*\]|[^[]+|\[/g)) {
    const part = piece === '[' ? { problem: 'A bracket is open: close it with ].' } : parsePiece(piece)
    if ('problem' in part) return part
    parts.push(part)
  }
  if (parts.some(({ kind }) => kind === 'words')) return parts
  return { problem: 'A pattern needs a part in brackets, such as [auth] or [title].' }
}

/** The key that a paper gets unless it is taken. */
export function proposeKey(pattern: KeyPattern, cited: CitedParts): string {
  const key = pattern
    .map((part) =>
      part.kind === 'text' ? part.text : part.modifiers.reduce((words, modify) => modify(words), part.read(cited)).join(''),
    )
    .join('')
  return (/^[a-z]/i.test(key) ? key : `paper${key}`).slice(0, longestProposal)
}

function parsePiece(piece: string): KeyPart | { readonly problem: string } {
  if (piece.startsWith('[')) return parsePart(piece.slice(1, -1))
  const odd = /[^A-Za-z0-9_:.+/-]/.exec(piece)
  if (odd === null) return { kind: 'text', text: piece }
  return { problem: `A key cannot have “${odd[0]}” in it: between the brackets use letters, digits and _ : . + / -` }
}

function parsePart(text: string): KeyPart | { readonly problem: string } {
  const [head = '', ...tail] = text.split(':')
  const name = head.replace(/\d+$/, '')
  const digits = head.slice(name.length)
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (field === undefined) return { problem: `[${name}] is no part of a paper. The parts are ${namesOf(fields, '[', ']')}.` }
  if (digits !== '' && !field.mayCount) return { problem: `[${name}] takes no number. [authors2] and [title3] do.` }
  if (digits !== '' && Number(digits) === 0) return { problem: `[${head}] would be empty: count from 1.` }
  const read = (cited: CitedParts) => field.read(cited, digits === '' ? Number.POSITIVE_INFINITY : Number(digits))
  const found = tail.map(findModifier)
  const unknown = found.indexOf(null)
  if (unknown === -1) return { kind: 'words', read, modifiers: found.filter((modifier) => modifier !== null) }
  return {
    problem: `“:${tail[unknown] ?? ''}” changes nothing. There are ${namesOf(modifiers, ':', '')} and :(3), with any number.`,
  }
}

function findModifier(name: string): Modifier | null {
  const characters = /^\(([1-9]\d?)\)$/.exec(name)?.[1]
  if (characters !== undefined) return (words) => [words.join('').slice(0, Number(characters))]
  return (Object.hasOwn(modifiers, name) ? modifiers[name] : undefined) ?? null
}

function namesOf(table: object, before: string, after: string): string {
  return Object.keys(table)
    .map((name) => `${before}${name}${after}`)
    .join(', ')
}

function yearDigits(year: number | null): readonly string[] {
  return year === null || !Number.isSafeInteger(year) ? [] : [String(Math.abs(year))]
}

function readShortTitle(cited: CitedParts): readonly string[] {
  const isNamed = nameWords(cited.authors.slice(0, 1)).join('') !== '' || yearDigits(cited.year).length > 0
  return significantWords(cited.title ?? '', isNamed ? 1 : 2)
}

function initialsOf(words: readonly string[]): readonly string[] {
  return words.length < 2 ? words : [words.map((word) => word.charAt(0)).join('')]
}
