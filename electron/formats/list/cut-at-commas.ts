/**
 * Names, title and venue parted by commas alone:
 *   Y. LeCun, G. Hinton, Deep learning, Nature 521 (2015) …                        Elsevier
 *   P. W. Anderson, Phys. Rev. 109, 1492 (1958)                                    APS, without titles
 *   Cass R. Sunstein, On the Expressive Function of Law, 144 U. Pa. L. Rev. 2021 (1996)
 *   Richard Taylor and Andrew Wiles, Ring-theoretic properties, Ann. of Math. …    AMS, with whole names
 */
import { type ParsedAuthors, parseAuthorLine } from '../../../db/model/author-names.ts'
import { isGroupName } from '../../../db/model/parse-name.ts'
import { type ReferenceParts, withTitle } from './cut-title.ts'
import { dottedInitial, isGroup, readNames } from './reference-names.ts'
import { findSentenceEnd } from './sentence-end.ts'
import { journalAndVolume } from './settle-title.ts'

/** With the group that it stands for, in brackets. */
const longestName = 120
const comma = /, (?:and )?/
const commaOutsideBrackets = /, (?:and )?(?![^()\d]{0,60}\))/
/** `Dicey AV` */
const shortName = /^\p{Lu}[\p{L}'’-]+ \p{Lu}{1,3}$/u
const suffix = /^(?:Jr|Sr|II|III)\.?$/
const wholeName = /^(?:and )?\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|van|von|de[rnl]?|di|da|la|le)){1,4}$/u
const twoWholeNames =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|van|von|de[rnl]?|di|da|la|le)){1,4} (?:and|&) \p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|van|von|de[rnl]?|di|da|la|le)){1,4}$/u
/** With these, or with a number, what is no title begins. */
const detail = /^(?:in[: ]|preprint|to appear|in press|submitted|unpublished|(?:second|third|fourth|revised) ed|ph\.? ?d\b)/i
/** `45 nm in width` goes on in a title, `vol. 45` does not. */
const goesOn = /^(?!vol|ser|sect|tom|pp?\b|no\b|nr\b)\p{Ll}{3}/u
/** `Einaudi, Torino 1995` */
const placeAndYear = /^\p{Lu}[\p{L} -]{2,24} (?:1[5-9]|20)\d\d\.?$/u
const yearInBrackets = /^((?:(?!,[^,]*\d)[^()])+) \([^()]{3,60} ((?:1[5-9]|20)\d\d)\)\.?$/
const yearAlone = /^(?:1[5-9]|20)\d\d\b/

/** `IEEE Std 754-2019`: behind it, no title but what a work is known by. */
const code = /^(?:\S+ ){0,3}\S*\d\S*$/

type PartsBehindNames = { readonly parts: readonly string[]; readonly start: number; readonly authors: ParsedAuthors | null }

/** The first part without an initial is the title, unless an `and` shows that whole names come before it. */
export function cutAtCommas(text: string): ReferenceParts | null {
  const parts = partAtCommas(text)
  const isName = shortName.test(parts[0] ?? '') ? (part: string) => shortName.test(part) : hasInitial
  const isGroupFirst = (part: string, index: number) =>
    index === 0 && isGroupName(part) && isGroup(part) && hasInitial(parts[1] ?? '')
  const initials = parts.findIndex(
    (part, index) => !isName(part) && !isGroupFirst(part, index) && !(index > 0 && suffix.test(part)),
  )
  const start = Math.max(initials, countWholeNames(text))
  if (start < 1) return null
  const authors = start === parts.length ? null : readNames(parts.slice(0, start).join(', '))
  if (authors === null) return null
  const book = cutAtYearBehind(text.slice(findPart(parts, text, start)), authors)
  if (book !== null || start === parts.length - 1) return book
  return cutAtVenue(text, { parts, start, authors })
}

/** `Pierre Deligne, La conjecture de Weil. I` among others with whole names, `Cancer Research UK, Cancer statistics, 2003` elsewhere. */
export function cutAtCommasBehindGroup(text: string, others: readonly ReferenceParts[]): ReferenceParts | null {
  const parts = partAtCommas(text)
  const [name = ''] = parts
  if (!isGroup(name)) return null
  const areWhole = others.some(({ authors }) =>
    authors?.authors.some((each) => 'given' in each && /\p{Ll}{2}/u.test(each.given ?? '')),
  )
  const start = suffix.test(parts[1] ?? '') ? 2 : 1
  if (areWhole && wholeName.test(name))
    return cutAtVenue(text, { parts, start, authors: parseAuthorLine(parts.slice(0, start).join(', ')) })
  if (code.test(parts[1] ?? '')) return cutAtVenue(text, { parts, start: 0, authors: null })
  const isName = !/ \p{Ll}{4}/u.test(name) && !wholeName.test(parts[2] ?? '')
  return isName
    ? cutAtVenue(text, { parts, start: 1, authors: { authors: [{ literal: name }], andOthers: false, isCertain: true } })
    : null
}

function partAtCommas(text: string): readonly string[] {
  return text.split(text.includes('(') ? commaOutsideBrackets : comma)
}

function countWholeNames(text: string): number {
  const parts = text.split(', ')
  if (twoWholeNames.test(parts[0] ?? '')) return 1
  const last = parts.findIndex((part) => !wholeName.test(part) || part.startsWith('and '))
  return last > 1 && wholeName.test(parts[last] ?? '') ? last + 1 : 0
}

/** `LON L. FULLER, THE MORALITY OF LAW (rev. ed. 1969)` */
function cutAtYearBehind(text: string, authors: ParsedAuthors): ReferenceParts | null {
  const match = yearInBrackets.exec(text)
  return match === null ? null : withTitle({ authors, title: match[1] ?? '', tail: '', year: Number(match[2]) })
}

/** The title goes on to the first part that is surely none of it, or to its own sentence's end; before a year alone it is one part. */
function cutAtVenue(text: string, { parts, start, authors }: PartsBehindNames): ReferenceParts | null {
  const isJournal = journalAndVolume.test(parts[start] ?? '')
  const isOutside = (part: string) => (/\d/.test(part) && !goesOn.test(part)) || detail.test(part)
  const found = parts.findIndex((part, index) => index > start && isOutside(part))
  const isLast = found === -1 && goesOn.test(parts.at(-1) ?? '')
  if (found === -1 && !isLast) return null
  const book = yearAlone.test(parts[found] ?? '') ? parts.findIndex((part, index) => index > start && /^\p{Lu}/u.test(part)) : -1
  const isPlaceAndYear = found - 1 > start && placeAndYear.test(parts[found] ?? '')
  const before = isPlaceAndYear || (/^(?:vol|no)\b/i.test(parts[found] ?? '') && found - 1 > start) ? found - 1 : found
  const from = findPart(parts, text, start)
  const to = isLast ? text.length : findPart(parts, text, book === -1 ? before : Math.min(book, before))
  const end = isJournal || isPlaceAndYear ? null : findSentenceEnd(text.slice(from, to))
  const stop = end === null ? to : from + end
  const rest = text.slice(stop)
  const tail = isPlaceAndYear ? rest.slice(Math.max(0, rest.search(/(?:1[5-9]|20)\d\d/))) : rest
  return withTitle({ authors, title: text.slice(from, stop), tail, year: null })
}

function hasInitial(part: string): boolean {
  return (
    part.length <= longestName &&
    part
      .replace(/ \(.*$/, '')
      .split(' ')
      .some((word) => dottedInitial.test(word)) &&
    !/\d/.test(part)
  )
}

function findPart(parts: readonly string[], text: string, index: number): number {
  let at = 0
  for (const part of parts.slice(0, index)) at = text.indexOf(part, at) + part.length
  return text.indexOf(parts[index] ?? '', at)
}
