/**
 * Lines of authors. The forms that lists use:
 *   Family, Given, Family, Given           pairs (also with initials, as in APA)
 *   Given Family, Given Family and Given Family      whole names (also `Family GI`, as in PubMed)
 *   Family, Given; Given Family            one name between semicolons
 *   Family, Given and Given Family and …   one name between `and`s, as in BibTeX
 * Whether commas part names or halves of names is voted on by all lines of a source: one line alone may not tell.
 * A line that does not fit its convention stays one literal author: no name is ever shifted onto another person.
 * A suffix stands at the end of the given name, after a comma, as CSL has it: `King`, `Martin Luther, Jr.`
 */
import type { Author } from './author.ts'
import { cleanAuthorLine, isFamilyWithInitials } from './clean-author-line.ts'
import { groupWord, isGroupName, isHalf, isInitials, parseName, startsWithParticle, suffix } from './parse-name.ts'

export type NameConvention = 'family-given-pairs' | 'whole-names' | 'family-names'

export type ParsedAuthors = { readonly authors: readonly Author[]; readonly andOthers: boolean; readonly isCertain: boolean }

const trailingInitials = /^(?:\p{Lu}{1,3}|(?:\p{Lu}\.-?){1,3})$/u
const affiliation =
  /, .*(?:university|institute|college|school|research|laborator|department|inc\.?$|corporation|hospital|cent(?:er|re))/i
/** Chinese, Japanese and Korean names are written in one word, the family's name first. */
const ideographicNames =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,6}(?:, [\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,6})*$/u
/** Of lists in which families and given names alternate, none has an odd number of parts. */
const leastShareOdd = 0.3
const fewestFamilies = 3
/** Nobody's family name. */
const dottedFirst = /^\p{Lu}\.[ -]/u

/** `JD Watson`; two capitals with a vowel may be a family's name. */
const initialsBefore = /^(?:\p{Lu}|[B-DF-HJ-NP-TV-XZ]{2}) \p{Lu}\p{Ll}/u
/** `FHC Crick`, beside such names. */
const capitalsBefore = /^(\p{Lu}{3}) (\p{Lu}\p{Ll}[\p{L}\p{M}'’-]*)$/u

/** The convention is that of the whole source; without one the line decides for itself. */
export function parseAuthorLine(line: string, convention?: NameConvention): ParsedAuthors {
  const { text, andOthers } = cleanAuthorLine(line)
  if (text === '') return { authors: [], andOthers, isCertain: !andOthers }
  if (andOthers && /^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(text))
    return { authors: [{ family: text, given: null }], andOthers, isCertain: true }
  const authors = parseList(text, convention)
  if (authors === null) return { authors: [{ literal: text }], andOthers, isCertain: false }
  return { authors, andOthers, isCertain: true }
}

/** What a person types into a field of authors: any form, also one name a line; braces keep a name whole, as in BibTeX. */
export function parseAuthors(text: string): ParsedAuthors {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  return parseAuthorLine(lines.length > 1 ? lines.map((line) => line.replace(/[,;]\s*$/, '')).join('; ') : text)
}

/** `Family, Given`, or the name as it stands. */
export function formatAuthor(author: Author): string {
  if ('literal' in author) return author.literal
  return author.given === null ? author.family : `${author.family}, ${author.given}`
}

/** Families stand alone as one word more often than whole names do; only lists parted by commas have a say. */
export function voteNameConvention(lines: Iterable<string>): NameConvention | undefined {
  let pairs = 0
  let wholeNames = 0
  let lists = 0
  let oddLists = 0
  const singles: string[] = []
  for (const line of lines) {
    const { text } = cleanAuthorLine(line)
    if (text.includes(';') || text.includes('{') || ideographicNames.test(text) || splitAtAnd(text).length > 2) continue
    const parts = commaParts(text)
    if (parts.length < 2) singles.push(text)
    if (parts.length < 2) continue
    pairs += sumOf(parts, (part, index) => (isHalf(part) ? (index % 2 === 1 && isInitials(part) ? 2 : 1) : 0))
    lists++
    oddLists += Number(parts.length % 2 === 1 && parts.every((part) => !part.includes(' ')))
    wholeNames += sumOf(parts, (part, index) => Number(index % 2 === 0 && !isHalf(part)))
  }
  if (pairs === 0 && wholeNames === 0) return lists === 0 && areFamilies(singles) ? 'family-names' : undefined
  if (lists > 1 && wholeNames === 0 && oddLists >= lists * leastShareOdd) return 'family-names'
  return pairs > wholeNames ? 'family-given-pairs' : 'whole-names'
}

/** One word in each line: a column of first authors. */
function areFamilies(names: readonly string[]): boolean {
  const known = names.filter((name) => name !== '')
  return known.length >= fewestFamilies && known.every((name) => isFamilyAlone(name) && !groupWord.test(name))
}

function isFamilyAlone(part: string): boolean {
  return isHalf(part) && /\p{Lu}[\p{Ll}\p{M}'’-]+/u.test(part) && !suffix.test(part)
}

function sumOf(parts: readonly string[], weigh: (part: string, index: number) => number): number {
  return parts.reduce((sum, part, index) => sum + weigh(part, index), 0)
}

/** `null`: the line does not fit. */
function parseList(text: string, convention: NameConvention | undefined): readonly Author[] | null {
  if (ideographicNames.test(text)) return text.split(', ').map((literal) => ({ literal }))
  if (text.includes(';')) return allOrNull(withoutAffiliations(splitAtSemicolons(text)).map(parseName))
  const invertedFirst = readInvertedFirst(text)
  if (invertedFirst !== null) return invertedFirst
  const families = readFamilies(text, convention)
  if (families !== null) return families
  const between = splitAtAnd(text)
  if (isOneNameEach(between)) return allOrNull(between.map(parseName))
  const parts = joinSuffixes(commaParts(text))
  if (parts.length === 1)
    return convention === 'family-given-pairs' && !groupWord.test(text) && !dottedFirst.test(text)
      ? null
      : allOrNull([parseName(text)])
  if (areShoutedFamilies(parts)) return parsePairs(parts)
  const [first = ''] = parts
  const others = isGroupName(first) ? parseList(parts.slice(1).join(', '), convention) : null
  if (others !== null) return [{ literal: first }, ...others]
  const chosen = convention ?? voteNameConvention([text])
  return chosen === 'family-given-pairs' ? parsePairs(parts) : parseWholeNames(parts)
}

/** `Moher D, Altman DG; PRISMA Group`: before a group's name, Vancouver parts people by commas. */
function splitAtSemicolons(text: string): readonly string[] {
  return text.split(/\s*;\s*(?:(?:and|&)\s+)?/).flatMap((part) => {
    const names = commaParts(part)
    if (names.length > 1 && names.every(isFamilyWithInitials)) return names
    const between = splitAtAnd(part)
    if (between.length > 1 && between.every((name) => /^[^,]+, [^,]+$/.test(name))) return between
    const joined = part.split(/,? (?:and|&) |, /)
    return between.length > 1 && joined.every((name) => name.includes(' ')) ? joined : [part]
  })
}

/** `Family, Given, Given Family, and Given Family`, as Chicago and MLA write: only the first name is inverted. */
function readInvertedFirst(text: string): readonly Author[] | null {
  const last = text.split(/,? (?:and|&) /)
  const [family = '', given = '', ...others] = joinSuffixes((last[0] ?? '').split(', '))
  const names = [...others, ...last.slice(1)]
  const isInverted =
    last.length === 2 &&
    (others.length > 0 || given.includes(', ')) &&
    names.every((name) => / \p{L}\p{M}?[^.]/u.test(name) && !name.includes(','))
  if (
    !isInverted ||
    (family.includes(' ') && !startsWithParticle(family)) ||
    isInitials(family) ||
    names.some((name) => trailingInitials.test(name.split(' ').at(-1) ?? ''))
  )
    return null
  return allOrNull([parseName(`${family}, ${given}`), ...names.map(parseName)])
}

/**
 * `Watson and Crick`, `He, Zhang, Ren & Sun`: an `and` stands between names, never between the halves of one. Nor can an odd number of
 * single words be halves.
 */
function readFamilies(text: string, convention: NameConvention | undefined): readonly Author[] | null {
  const isAlone = convention === 'family-names' && /^[^\s,]+(?:, [^\s,]+)*$/.test(text)
  const parts = commaParts(text)
  const isOdd = convention === undefined && parts.length % 2 === 1 && parts.length > 1 && parts.every(isFamilyAlone)
  if (!isAlone && !isOdd && !/^[^\s,]+(?:, [^\s,]+)*,? (?:and|&) [^\s,]+$/.test(text)) return null
  return parts.some(isInitials) ? null : parts.map((family) => ({ family, given: null }))
}

/** `Ada Lovelace, University of London; …`: what stands behind a whole name is no given name. */
function withoutAffiliations(names: readonly string[]): readonly string[] {
  const isAffiliated = names.every((name) => /^\S+ .*?, \S/.test(name)) && names.some((name) => affiliation.test(name))
  return isAffiliated ? names.map((name) => name.slice(0, name.indexOf(','))) : names
}

/** Two or more `and`s, or one with names on both sides that agree, part names; one before the last name of a list does not. */
function isOneNameEach(between: readonly string[]): boolean {
  if (between.length < 2) return false
  if (between.some((part) => part.startsWith('{'))) return true
  const commas = between.map((part) => part.split(',').length - 1)
  if (commas.every((count) => count <= 2) && between.length > 2) return true
  const [first = '', second = ''] = between
  if (commas[0] === 0 && commas[1] === 0) return first.includes(' ') || second.includes(' ')
  if (commas[0] === 1 && commas[1] === 1) return true
  const [family = '', given = ''] = first.split(/,\s*/)
  return commas[0] === 1 && commas[1] === 0 && isHalf(family) && (!given.includes(' ') || second.includes(' '))
}

/** `SOUSA SANTOS, Boaventura de` */
function areShoutedFamilies(parts: readonly string[]): boolean {
  return parts.length % 2 === 0 && parts.every((part, index) => /^[\p{Lu}'’ -]{3,}$/u.test(part) === (index % 2 === 0))
}

function parsePairs(halves: readonly string[]): readonly Author[] | null {
  if (halves.length % 2 === 1) return null
  const authors: Author[] = []
  for (let index = 0; index < halves.length; index += 2) {
    const family = halves[index] ?? ''
    if (isInitials(family) || groupWord.test(family)) return null
    const [name = '', ending] = family.split(', ')
    const given = halves[index + 1] ?? ''
    authors.push({ family: name, given: ending === undefined ? given : `${given}, ${ending}` })
  }
  return authors
}

function parseWholeNames(parts: readonly string[]): readonly Author[] | null {
  const areInitialsFirst = parts.some((part) => initialsBefore.test(part))
  return allOrNull(
    parts.map((part) => {
      const [, given = null, family = ''] = (areInitialsFirst ? capitalsBefore.exec(part) : null) ?? []
      if (family !== '') return { family, given }
      return part.includes(' ') || part.startsWith('{') ? parseName(part) : null
    }),
  )
}

function joinSuffixes(parts: readonly string[]): readonly string[] {
  const joined: string[] = []
  for (const part of parts) {
    if (suffix.test(part) && joined.length > 0) joined.push(`${joined.pop()}, ${part}`)
    else joined.push(part)
  }
  return joined
}

/** Commas and the `and` before a last name; parts of digits only are notes that point to an affiliation. */
function commaParts(text: string): readonly string[] {
  return text.split(/\s*,\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+/).filter((part) => part !== '' && !/^\d+$/.test(part))
}

/** An `and` between braces belongs to a name. */
function splitAtAnd(text: string): readonly string[] {
  return text.split(text.includes('{') ? /,? (?:and|&) (?![^{}]*\})/ : /,? (?:and|&) /)
}

function allOrNull(authors: readonly (Author | null)[]): readonly Author[] | null {
  return authors.every((author) => author !== null) ? authors : null
}
