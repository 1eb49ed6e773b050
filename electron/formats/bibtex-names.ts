/**
 * Names as BibTeX reads them (btxdoc, section 4): `von Last, First` and `von Last, Jr, First`, joined by ` and `.
 * - Leading lower-case words of a family are its particles; a family with a lower-case word elsewhere (`Ortega y Gasset`, `Van der Berg`,
 *   `al-Khwarizmi`; hyphens part words too) is held together by braces, or BibTeX would cut it at that word.
 * - Literal names, names with a comma or an ` and `, and single names of several words stand in braces.
 * - For BibTeX each accented letter is one "special character", `{\'E}`: styles that abbreviate given names take the first *byte* of
 *   anything else and stop TeX. Letters whose command is not known to all readers are `{\relax Đ}`. biblatex reads UTF-8 as it is.
 */
import type { Author } from '../../db/model/author.ts'
import type { BibliographyPaper } from '../../db/model/bibliography-paper.ts'
import type { Dialect } from './bibtex-entry-types.ts'
import { escapeText, toPlainText } from './bibtex-text.ts'

/** The value of an author field, or `''`. */
export function formatNames({ authors, andOthers }: Pick<BibliographyPaper, 'authors' | 'andOthers'>, dialect: Dialect): string {
  let names = ''
  for (const author of authors) {
    const name = formatName(author, dialect)
    if (name !== '') names += names === '' ? name : ` and ${name}`
  }
  return andOthers && names !== '' ? `${names} and others` : names
}

function formatName(author: Author, dialect: Dialect): string {
  if ('family' in author && author.given !== null && plainFamily.test(author.family) && plainGiven.test(author.given))
    return `${author.family}, ${author.given}`
  const print = (part: string, isWhole: boolean) => printPart(part, isWhole, dialect)
  if ('literal' in author) return print(toPlainText(author.literal), true)
  const family = toPlainText(author.family)
  const { given, suffix } = splitSuffix(toPlainText(author.given ?? ''))
  if (family === '' || given === '') return print(family + given, /[\s-]/.test(family + given) || family + given === 'others')
  const parts = [print(family, !isReadAsFamily(family)), suffix, print(given, false)]
  return parts.filter((part) => part !== '').join(', ')
}

/** Most names need no care: words of ASCII that begin with a capital, and cannot be `And`. */
const plainFamily = /^[A-Z][A-Za-z]+$/
const plainGiven = /^[B-Z][a-z]*\.?(?: [B-Z][a-z]*\.?)*$/

/** Octavo keeps a suffix where CSL has it: after a comma at the end of the given name. */
function splitSuffix(name: string): { given: string; suffix: string } {
  const comma = name.lastIndexOf(',')
  const suffix = name.slice(comma + 1).trim()
  if (comma < 0 || !/^(?:jr|sr|i{1,3}|iv|vi{0,3}|\dnd|\drd|\dth)\.?$/i.test(suffix)) return { given: name, suffix: '' }
  return { given: name.slice(0, comma).trim(), suffix }
}

function isReadAsFamily(family: string): boolean {
  const words = family.split(' ')
  const firstOfName = words.findIndex((word) => !/^[\p{Ll}'’]+$/u.test(word))
  if (firstOfName < 0) return words.length === 1
  return !words.slice(firstOfName).some((word) => /(?:^|-)['’]?\p{Ll}/u.test(word))
}

/** A part that must stay whole, or holds what BibTeX would cut at or take for a lower-case word (a command), stands in braces. */
function printPart(part: string, isWhole: boolean, dialect: Dialect): string {
  const pieces = part.split(letterOutsideAscii).map((piece, index) => {
    if (index % 2 === 0) return escapeText(piece)
    return dialect === 'bibtex' && /^\p{Script=Latin}/u.test(piece) ? specialCharacter(piece) : piece
  })
  const isCut = /,|(?:^| )and(?: |$)/i.test(part) || pieces.some((piece, index) => index % 2 === 0 && /^\\|[ -]\\|[$~]/.test(piece))
  return part !== '' && (isWhole || isCut) ? `{${pieces.join('')}}` : pieces.join('')
}

/** Parts a text at letters outside ASCII; ASCII letters count when a mark follows with which they have no composed form. */
const letterOutsideAscii = /((?:(?=[^\0-\x7f])\p{L}|[A-Za-z](?=\p{M}))\p{M}*)/u

function specialCharacter(letter: string): string {
  const command = letterCommands.get(letter)
  if (command !== undefined) return `{\\${command}}`
  const [base = '', ...marks] = letter.normalize('NFD')
  for (const index of [...marks.keys()].reverse()) {
    const accent = accents.get(marks[index] ?? '')
    const rest = (base + marks.toSpliced(index, 1).join('')).normalize('NFC')
    if (accent === undefined || !isKnownToTex(rest)) continue
    const isOneCharacter = [...letter.normalize('NFC')].length === 1
    return isOneCharacter && /^[A-Za-z]$/.test(rest) && !/[A-Za-z]/.test(accent) ? `{\\${accent}${rest}}` : `{\\${accent}{${rest}}}`
  }
  return `{\\relax ${letter}}`
}

/** What may stand under an accent: pdfTeX's T1 fonts have Latin-1 and most of Latin Extended-A. */
function isKnownToTex(letter: string): boolean {
  return /^[A-Za-z\u00c0-\u017f]$/.test(letter)
}

const letterCommands: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['Æ', 'AE'],
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['ø', 'o'],
  ['Ø', 'O'],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['ı', 'i'],
])

const accents: ReadonlyMap<string, string> = new Map([
  ['\u0300', '`'],
  ['\u0301', "'"],
  ['\u0302', '^'],
  ['\u0303', '~'],
  ['\u0304', '='],
  ['\u0306', 'u'],
  ['\u0307', '.'],
  ['\u0308', '"'],
  ['\u030a', 'r'],
  ['\u030b', 'H'],
  ['\u030c', 'v'],
  ['\u0323', 'd'],
  ['\u0327', 'c'],
  ['\u0328', 'k'],
  ['\u0331', 'b'],
])
