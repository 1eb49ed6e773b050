/*
 * Commands of running text that stand for one character: `\%`, `\'e`, `\"{o}`, `\c{c}`, `\v s`, `\ss`, `\textdegree`.
 * An accent takes the next letter, a braced one, or `\i`, `\j`, `\o` …; without braces it must give a letter that Unicode
 * has as one character, so that an escaped quotation mark (`\"then`) does not become an accent. A sign without a letter
 * after it stands for itself. As in TeX, a name eats the spaces after it when it is a letter of a word (`S\o ren`), and
 * `{}` after any name; a space after any other symbol stays, since that is what people mean.
 */

import { spacingCommands, textSymbols } from './latex-symbols.ts'

/** The character that a command stands for, and where reading goes on. */
export type ReadCharacter = { readonly text: string; readonly end: number }

const marks: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['r', '\u030a'],
  ['H', '\u030b'],
  ['v', '\u030c'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['b', '\u0331'],
])
const accents: ReadonlyMap<string, string> = new Map([...marks].map(([accent, mark]) => [mark, accent]))
const standalone: ReadonlyMap<string, string> = new Map([
  ["'", '´'],
  ['"', '¨'],
  ['=', '¯'],
  ['.', '˙'],
])
const escapes = '%&_#{}$*<>|\\]["`\'^~=.'
const spaces: ReadonlyMap<string, string> = new Map([
  [' ', ' '],
  ['\n', ' '],
  ['\t', ' '],
  ['\\', ' '],
  [',', '\u202f'],
  [';', ' '],
  [':', ' '],
  ['!', ''],
  ['/', ''],
  ['-', ''],
  ['@', ''],
])
const deepestAccent = 4

/** Reads the command at `at` (a backslash); null when it does not stand for a character. */
export function readCharacterCommand(source: string, at: number, depth = 0): ReadCharacter | null {
  const name = commandNameAt(source, at)
  if (name === '') return null
  const mark = marks.get(name)
  const end = at + 1 + name.length
  if (mark !== undefined && depth < deepestAccent) {
    const accented = readAccent({ source, at: end, depth }, name, mark)
    if (accented !== null) return accented
  }
  return isLetter(name) ? readNamed(source, name, end) : readEscape(name, end)
}

/** The name after the backslash at `at`: letters, or one other character. */
export function commandNameAt(source: string, at: number): string {
  const letters = matchAt(/[A-Za-z]+/y, source, at + 1)
  if (letters !== '') return letters
  const codePoint = source.codePointAt(at + 1)
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint)
}

/** What a sticky pattern matches at a place, or `''`. */
export function matchAt(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0] ?? ''
}

/** Writes a letter and its marks as TeX: `\'{\^{a}}`. Null when one of the marks has no accent. */
export function formatAccents(decomposed: string): string | null {
  const [letter = '', ...rest] = decomposed
  if (!/[A-Za-zøØæÆ]/.test(letter) || rest.length === 0 || rest.length > deepestAccent) return null
  let text = letter
  for (const mark of rest) {
    const accent = accents.get(mark)
    if (accent === undefined) return null
    text = `\\${accent}{${text}}`
  }
  return text
}

function readAccent(place: { source: string; at: number; depth: number }, name: string, mark: string): ReadCharacter | null {
  const { source, depth } = place
  const at = place.at + matchAt(/ */y, source, place.at).length
  if (source[at] !== '{') {
    const base = readBase(source, at, depth)
    if (base === null) return null
    const text = (base.text + mark).normalize('NFC')
    return [...text].length === 1 ? { text, end: base.end } : null
  }
  if (source[at + 1] === '}' && !isLetter(name)) return { text: standalone.get(name) ?? name, end: at + 2 }
  const base = readBase(source, at + 1, depth)
  return base !== null && source[base.end] === '}' ? { text: (base.text + mark).normalize('NFC'), end: base.end + 1 } : null
}

/** The letter under an accent; a dotless i or j gets its usual shape, which Unicode's accented letters are made from. */
function readBase(source: string, at: number, depth: number): ReadCharacter | null {
  if (source[at] === '\\') {
    const named = readCharacterCommand(source, at, depth + 1)
    if (named === null || !/^\p{L}\p{M}*$/u.test(named.text)) return null
    return { text: named.text.replace('ı', 'i').replace('ȷ', 'j'), end: named.end }
  }
  const text = matchAt(/\p{L}\p{M}{0,4}/uy, source, at)
  return text === '' ? null : { text, end: at + text.length }
}

function readNamed(source: string, name: string, end: number): ReadCharacter | null {
  const text = textSymbols.get(name) ?? spacingCommands.get(name)
  if (text === undefined) return null
  if (source.startsWith('{}', end)) return { text, end: end + 2 }
  const eatsSpaces = /^\p{L}$/u.test(text) || spacingCommands.has(name)
  return { text, end: eatsSpaces ? end + matchAt(/[ \t]*/y, source, end).length : end }
}

function readEscape(name: string, end: number): ReadCharacter | null {
  const space = spaces.get(name)
  if (space !== undefined) return { text: space, end }
  return escapes.includes(name) ? { text: name, end } : null
}

function isLetter(name: string): boolean {
  return /^[A-Za-z]/.test(name)
}
