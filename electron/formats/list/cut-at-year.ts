/** The year between names and title: `LeCun, Y., & Hinton, G. (2015). Deep learning.`, `Mark S. Ackerman. 2000. The intellectual challenge of CSCW.` */
import type { Author } from '../../../db/model/author.ts'
import { cutTitle, type ReferenceParts, withTitle } from './cut-title.ts'
import { isGroup, readNames } from './reference-names.ts'
import { findSentenceEnd } from './sentence-end.ts'

const yearBetween =
  /(?:,? ?[([]((?:1[5-9]|20)\d\d)[a-z]?(?:[,/ –-][^)\]]{0,24})?[)\]]|(?:[,;]|(?<=[.)]|\bI{2,3})) ((?:1[5-9]|20)\d\d)[a-z]?(?=[.,:] )|,? ?[([](n\. ?d\.|no date|in press|forthcoming|to appear|submitted|accepted)[)\]]|(?<=\.) (?:n\. ?d|in press|forthcoming)(?=\. ))[.,:]? ?/i
/** Behind names, what dates a work is no title of one, as long as something else may be. */
export const dateFirst = /^(?:[([]?(?:1[5-9]|20)\d\d[a-z]?[)\]]?|[([]n\. ?d\.[)\]]|in press|forthcoming)[.,:] (?=\S)/i
/** `World Health Organization 2020, Global tuberculosis report` */
const yearBehindName = /(?<=\p{L}) ((?:1[5-9]|20)\d\d)[a-z]?, /u
const editionFirst = /^\d{1,2}(?:st|nd|rd|th) ed/
/** A sentence. */
const goesOn = /^\p{Ll}{2,}[ .,]/u
/** As titles have them, and names of groups have not. */
const smallWord = /(?:^| )(?!(?:and|for|the|der|des|den|für|pour|para|della|delle|und)(?: |$))\p{Ll}{3,}/u

export function cutAtYear(text: string): ReferenceParts | null {
  const match = yearBetween.exec(text)
  if (match === null || match.index < 3) return null
  const authors = readNames(text.slice(0, match.index))
  const rest = text.slice(match.index + match[0].length)
  if (authors === null || (goesOn.test(rest) && authors.authors.every(isMentioned))) return null
  const year = match[1] ?? match[2]
  return cutBehindYear(rest, { authors, year: year === undefined ? null : Number(year) }, match[0])
}

/** Where a comma stands behind the year, commas part all: `Kuhn, T.S. 1962, The structure of scientific revolutions, University of …` */
function cutBehindYear(rest: string, known: Pick<ReferenceParts, 'authors' | 'year'>, dated: string): ReferenceParts | null {
  const comma = dated.trimEnd().endsWith(',') && findSentenceEnd(rest) === null ? rest.search(/(?<= .*), \p{Lu}\p{L}{2}/u) : -1
  return comma > 0 ? withTitle({ ...known, title: rest.slice(0, comma), tail: rest.slice(comma) }) : cutTitle(rest, known)
}

/** `Smith and Jones (2012) disagree`: by the family's name alone, as prose does. */
function isMentioned(author: Author): boolean {
  return 'literal' in author || author.given === null
}

/** `Department of Health (2010) Equity and excellence`; in small letters, it is the title of a work that names nobody. */
export function cutAtYearBehindGroup(text: string): ReferenceParts | null {
  const match = yearBetween.exec(text) ?? yearBehindName.exec(text)
  const before = text.slice(0, match?.index ?? 0).replace(/\.$/, '')
  if (match === null || !isGroup(before)) return null
  const rest = text.slice(match.index + match[0].length)
  if (goesOn.test(rest)) return null
  const known = match[1] ?? match[2]
  const year = known === undefined ? null : Number(known)
  if (smallWord.test(before) || editionFirst.test(rest)) return withTitle({ authors: null, title: before, tail: rest, year })
  return cutBehindYear(rest, { authors: { authors: [{ literal: before }], andOthers: false, isCertain: true }, year }, match[0])
}
