/**
 * Lists of names as BibTeX takes them apart (btxdoc, section 4) and biblatex after it (manual, 2.3.3): names between ` and `, where
 * braces hide; `First von Last`, `von Last, First` or `von Last, Jr, First`; `von` are the words in lower case. A name that stands
 * whole in braces is no person's; so is one with more than two commas, which BibTeX refuses. biblatex's `family=Harman, given=Hans`
 * is read too. A particle is kept with the family, a suffix with the given name, as in `author-names.ts`.
 */
import type { Author } from '../../../db/model/author.ts'
import { parseAuthorLine } from '../../../db/model/author-names.ts'
import { matchAt } from '../../../db/model/latex-characters.ts'
import { particles } from '../../../db/model/name-particles.ts'

export type NameList = { readonly authors: readonly Author[]; readonly andOthers: boolean; readonly isCertain: boolean }

/** `decode` turns a part of a name into text, in which a tie is a space. */
export function splitNames(list: string, decode: (part: string) => string): NameList {
  const text = (part: string) => {
    const decoded = decode(part)
    return decoded.includes('\u00a0') ? decoded.replaceAll('\u00a0', ' ') : decoded
  }
  const names = splitAtSemicolons(splitList(list))
  const authors: Author[] = []
  let andOthers = false
  let isCertain = true
  for (const name of names) {
    if (others.test(name)) {
      andOthers = true
      continue
    }
    const parts = splitAtCommas(name)
    const people = readListOfPeople(parts, text)
    if (people !== null) authors.push(...people)
    else authors.push(...readName(name, parts, text))
    if (parts.length > 3 || people !== null) isCertain = false
  }
  return { authors, andOthers, isCertain }
}

const others = /^(?:others|\{?et\.? al\.?\}?)$/i

/** Who knows no BibTeX parts names so: `Knuth, Donald; Lamport, Leslie` or `Knuth, Donald & Lamport, Leslie`. */
function splitAtSemicolons(names: readonly string[]): readonly string[] {
  const [only = ''] = names
  if (names.length !== 1 || !/; | \\?& /.test(only) || only.includes('{')) return names
  const parts = only.split(/; | \\?& /).map((part) => part.trim().replace(/;$/, ''))
  const isName = only.includes('; ') ? /[, ]/ : /,/
  return parts.every((part) => isName.test(part)) ? parts.filter((part) => part !== '') : names
}

/**
 * `D. Knuth, L. Lamport` and `Knuth DE, Lamport L`: with initials, neither is a family's name, nor a suffix. What has more commas than a
 * name can have is read as lists of other programs are, where that is certain.
 */
function readListOfPeople(parts: readonly string[], decode: (part: string) => string): readonly Author[] | null {
  const [first = ''] = parts
  if (parts.length < 2 || first.includes('=')) return null
  // Nearly all names are told so, without a pattern.
  if (parts.length < 4 && parts.at(-1) !== '' && first[1] !== '.' && !isCapital(first.charCodeAt(first.length - 1))) return null
  if (first[1] === '.' && parts.every((part) => initialsFirst.test(part)))
    return parts.flatMap((part) => readWords(part.split(/[ ~]+/), decode))
  // The last comma is that of `, and`.
  const isEnumerated = parts.at(-1) === '' && parts.slice(0, -1).every((part) => part.includes(' '))
  if (parts.length < 4 && !isEnumerated && !parts.every((part) => initialsLast.test(part))) return null
  const { authors, isCertain } = parseAuthorLine(decode(parts.join(', ')))
  return isCertain && authors.length > 1 ? authors : null
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a
}

const initialsLast = /^\p{Lu}[\p{L}'-]+ \p{Lu}{1,3}$/u

const initialsFirst = /^(?:\p{Lu}\.[-~ ]?)+\p{L}[\p{L}' -]+$/u

/** The items of a list between ` and `, without those that are empty. */
export function splitList(list: string): readonly string[] {
  const line = unevenSpace.test(list) ? list.replace(/[ \t\r\n]+/g, ' ') : list
  const items = line.includes('{') ? splitOutside(line, ands) : line.split(anyAnd.test(line) ? / and /i : ' and ')
  return items.map((item) => item.trim().replace(looseAnd, '')).filter((item) => item !== '' && item !== 'and')
}

/** As `splitNames` reads it back. */
export function printNames({ authors, andOthers }: Pick<NameList, 'authors' | 'andOthers'>): string {
  return [...authors.map(printName), ...(andOthers ? ['others'] : [])].join(' and ')
}

/** A list of things that are no persons, publishers or places: braces hold together what has an ` and ` of its own. */
export function printList(items: readonly string[]): string {
  return items.map((item) => (/ and /i.test(item) ? `{${item}}` : item)).join(' and ')
}

function printName(author: Author): string {
  if ('literal' in author) return `{${author.literal}}`
  const family = /,| and /i.test(author.family) ? `{${author.family}}` : author.family
  if (author.given === null) return family
  const given = / and /i.test(author.given) ? `{${author.given}}` : author.given
  const comma = given.lastIndexOf(', ')
  return comma < 0 ? `${family}, ${given}` : `${family}, ${given.slice(comma + 2)}, ${given.slice(0, comma)}`
}

const unevenSpace = /[\t\r\n]| {2}/
/** An `and` that has capitals. */
const anyAnd = / (?:A|aN|anD)/
const looseAnd = /^and | and$/i
type Separator = { readonly first: string; readonly pattern: RegExp }

const ands: Separator = { first: ' ', pattern: / and(?= )/iy }
const commas: Separator = { first: ',', pattern: /,/y }
const spaces: Separator = { first: ' ~', pattern: /[ ~]+/y }

/** Parts a text where a separator matches outside braces. */
function splitOutside(text: string, { first, pattern }: Separator): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '\\') at++
    else if (character === '{') depth++
    else if (character === '}') depth--
    else if (depth === 0 && first.includes(character)) {
      const found = matchAt(pattern, text, at)
      if (found === '') continue
      parts.push(text.slice(start, at))
      start = at + found.length
      at = start - 1
    }
  }
  parts.push(text.slice(start))
  return parts
}

/** Between commas outside braces. */
function splitAtCommas(name: string): readonly string[] {
  const parts = /[\\{]/.test(name) ? splitOutside(name, commas) : name.split(',')
  return parts.map((part) => part.trim())
}

function readName(name: string, parts: readonly string[], decode: (part: string) => string): readonly Author[] {
  if (isGroup(name)) return literalOf(decode(name))
  if (name.includes('=') && parts.length > 1 && parts.every((part) => /^[a-z-]+\s*=/.test(part)))
    return readNamedParts(parts, decode)
  if (parts.length > 3) return literalOf(decode(name))
  if (parts.length === 1) return readWords(/[\\{~]/.test(name) ? splitOutside(name, spaces) : name.split(' '), decode)
  const [family = '', second = '', third] = parts.map((part) => decode(part))
  return personOf({ family, given: third ?? second, suffix: third === undefined ? '' : second })
}

/** Braces around a whole name; one accented letter, `{\'E}`, is none. */
function isGroup(name: string): boolean {
  if (!name.startsWith('{') || !name.endsWith('}') || /^\{\\(?!relax)/.test(name)) return false
  let depth = 0
  for (let at = 0; at < name.length; at++) {
    if (name[at] === '\\') at++
    else if (name[at] === '{') depth++
    else if (name[at] === '}' && --depth === 0) return at === name.length - 1
  }
  return false
}

function readWords(words: readonly string[], decode: (part: string) => string): readonly Author[] {
  // Some write all of their name so: `bell hooks`. Longer names are those of groups.
  const mayBeGiven = words.length <= 3 && words[0] !== 'the' && !particles.has(words[0] ?? '')
  const isParticle = (word: string, index: number) => (index > 0 || !mayBeGiven) && isLowerCase(word, decode)
  const first = words.findIndex((word, index) => index < words.length - 1 && isParticle(word, index))
  const start = first < 0 ? words.length - 1 : first
  return personOf({ family: decode(words.slice(start).join(' ')), given: decode(words.slice(0, start).join(' ')), suffix: '' })
}

/** By the first letter; words in braces have no case, but accented letters in them do. */
function isLowerCase(word: string, decode: (part: string) => string): boolean {
  if (word.startsWith('{') && word[1] !== '\\') return false
  return /^\P{L}*\p{Ll}/u.test(/[\\{]/.test(word) ? decode(word) : word)
}

function readNamedParts(parts: readonly string[], decode: (part: string) => string): readonly Author[] {
  const named = new Map(parts.map((part) => [part.slice(0, part.indexOf('=')).trim(), part.slice(part.indexOf('=') + 1).trim()]))
  const text = (name: string) => decode((named.get(name) ?? '').replace(/^"(.*)"$/, '$1'))
  const family = [text('prefix'), text('family')].filter((part) => part !== '').join(' ')
  return personOf({ family, given: text('given'), suffix: text('suffix') })
}

function personOf({ family, given, suffix }: { family: string; given: string; suffix: string }): readonly Author[] {
  if (family === '') return literalOf(given)
  if (given === '' && suffix === '') return /[\s-]/.test(family) ? [{ literal: family }] : [{ family, given: null }]
  return [{ family, given: suffix === '' ? given : given === '' ? suffix : `${given}, ${suffix}` }]
}

/** Nobody, where nothing is left. */
function literalOf(text: string): readonly Author[] {
  return text === '' ? [] : [{ literal: text }]
}
