/**
 * One reference cut into authors, title and the rest. Each way to cut knows one family of styles:
 *   quoted      Y. LeCun and G. Hinton, “Deep learning,” Nature, …                 IEEE, Chicago, MLA
 *   year-early  LeCun, Y., & Hinton, G. (2015). Deep learning. Nature, …          APA, Harvard, ACM, Chicago by author and date
 *   colon       LeCun, Y., Hinton, G.: Deep learning. Nature …                    Springer LNCS, DBLP
 *   sentence    LeCun Y, Hinton G. Deep learning. Nature. …                       Vancouver, AMA, Nature, ACS, BibTeX's plain
 *   inverted    LeCun, Y., G. Hinton, Deep learning. Nature, …                     EndNote's numbered style: only the first name is inverted
 *   imprint     Yann LeCun, Quand la machine apprend (Paris: Odile Jacob, 2019)     notes, French bibliographies
 *   comma       Y. LeCun, G. Hinton, Deep learning, Nature 521 (2015) …           Elsevier, APS
 *   title-first Deep learning. Y. LeCun, G. Hinton. Nature, …                     lists of publications
 */
import type { ParsedAuthors } from '../../../db/model/author-names.ts'
import { areNames } from './are-names.ts'
import { readFeatures } from './line-features.ts'
import { dottedInitial, findAuthorsEnd, initial, readNames } from './reference-names.ts'
import { findSentenceEnd } from './sentence-end.ts'

export type ReferenceParts = {
  readonly authors: ParsedAuthors | null
  readonly title: string
  /** Venue and details. */
  readonly tail: string
  readonly year: number | null
}

/** `———. “Title.”`: the authors are those of the reference before. */
export function cutDitto(text: string): ReferenceParts | null {
  const rest = text.replace(ditto, '')
  if (rest === text) return null
  const year = /^\(?((?:1[5-9]|20)\d\d)[a-z]?\)?[.,:]? /.exec(rest)
  const quoted = cutAtQuotes(rest)
  if (quoted !== null) return quoted
  return cutTitle(rest.slice(year?.[0].length ?? 0), { authors: null, year: year === null ? null : Number(year[1]) })
}

export type ReferenceStyle = (text: string) => ReferenceParts | null

const ditto = /^(?:[-–—_]{2,}|—)[.,]? */
const longestAuthors = 3000
const longestTitle = 400
/** With the group that it stands for, in brackets. */
const longestName = 120
/** A quoted title has the comma or full stop that parts it from the rest inside its quotes or behind them. */
const quotes =
  /[“„«](.{3,400}?(?:[.,?!][”“»](?![:;])|[”“»](?=[,.])|[”“»](?= (?:in|In) |$)))|"(.{3,400}?(?:[.,?!]"(?![:;])|"(?=[,.])|"(?= (?:in|In) |$)))|(?<=[\s.,(]|^)[‘'](?=\p{Lu})(.{6,400}?['’](?=[,.;] |$))/u
const yearBetween =
  /(?:,? ?\(((?:1[5-9]|20)\d\d)[a-z]?(?:[,/ ][^)]{0,24})?\)|(?:[,;]|(?<=[.)])) ((?:1[5-9]|20)\d\d)[a-z]?(?=[.,:] )|,? ?\((n\. ?d\.|in press|forthcoming|to appear|submitted|accepted)\))[.,:]? ?/i
const yearAtEnd = /[,;:]? ?\(?((?:1[5-9]|20)\d\d)[a-z]?\)?[.,:]?$/
const initialsFirst = /^(?:\p{Lu}\.[ -]?)+(?: and (?:\p{Lu}\.[ -]?)+ ?\p{Lu}[^.,]+)?$/u
const initialsThenFamily =
  /^(?:and )?(?:\p{Lu}\.[ -]?)+ ?(?:\p{L}[\p{L}'’-]* ){0,3}\p{Lu}[\p{L}'’-]+(?: and (?:\p{Lu}\.[ -]?)+ ?\p{Lu}[^.,]+)?$|^et al\.$/u
const imprint = / \((?:[^():]{2,60}: )[^():]{2,80}, ((?:1[5-9]|20)\d\d)\)/
const imprintBehindComma = /, \p{Lu}[^,\d]{1,30}, [^,\d]{2,60}, ((?:1[5-9]|20)\d\d)(?=[.,]|$)/u
const shoutedName = /^\p{Lu}[\p{Lu}'’-]{2,} \p{Lu}\p{Ll}/u
/** As GB/T 7714 marks journals, books and so on. */
const documentKind = / ?\[[A-Z](?:\/[A-Z]{2})?\](?:\/\/|[.,] ?|$)/

/** Japanese references part all by commas, and titles have none of these. */
const ideographic = /^[^,，。. ]*[\u3040-\u30ff\u4e00-\u9fff][^,，。. ]*[,，]/u

/** Quotes are certain wherever they fit; the others are in the order of their certainty. */
export const referenceStyles: readonly ReferenceStyle[] = [
  cutAtQuotes,
  cutAtYear,
  cutAtColon,
  cutAtSentence,
  cutAfterInverted,
  cutAtCommas,
  cutBeforeImprint,
  cutTitleFirst,
]

function cutAtQuotes(text: string): ReferenceParts | null {
  const match = quotes.exec(text)
  const title = (match?.[1] ?? match?.[2] ?? match?.[3])?.slice(0, -1)
  if (match === null || title === undefined) return null
  const before = text.slice(0, match.index).trim()
  const year = yearAtEnd.exec(before)
  const authors = readNames(year === null ? before : before.slice(0, year.index))
  if (authors === null && before !== '') return null
  return withTitle({
    authors,
    title,
    tail: text.slice(match.index + match[0].length),
    year: year === null ? null : Number(year[1]),
  })
}

function cutAtYear(text: string): ReferenceParts | null {
  const match = yearBetween.exec(text)
  if (match === null || match.index < 3) return null
  const authors = readNames(text.slice(0, match.index))
  if (authors === null) return null
  const year = match[1] ?? match[2]
  return cutTitle(text.slice(match.index + match[0].length), { authors, year: year === undefined ? null : Number(year) })
}

function cutAtColon(text: string): ReferenceParts | null {
  const colon = text.slice(0, longestAuthors).indexOf(': ')
  if (colon < 3) return null
  const before = text.slice(0, colon)
  const authors = isNameOfWork(before) ? null : readNames(before)
  return authors === null ? null : cutTitle(text.slice(colon + 2), { authors, year: null })
}

/** `BERT: Pre-training of …`: one word in capitals is a work's name sooner than a group's. */
function isNameOfWork(text: string): boolean {
  return /^[\p{Lu}\d-]+$/u.test(text)
}

function cutAtSentence(text: string): ReferenceParts | null {
  const end = findAuthorsEnd(text)
  if (end === null) return null
  const authors = readNames(text.slice(0, end + 1))
  const parts = authors === null ? null : cutTitle(text.slice(end + 1).trim(), { authors, year: null })
  return parts === null || (/,|\b\p{Lu}\./u.test(parts.title) && (readNames(parts.title)?.authors.length ?? 0) > 1) ? null : parts
}

function cutAfterInverted(text: string): ReferenceParts | null {
  const parts = text.split(', ')
  if (!/^\p{Lu}[^.,]{1,40}$/u.test(parts[0] ?? '') || !initialsFirst.test(parts[1] ?? '')) return null
  const start = parts.findIndex((part, index) => index > 1 && !initialsThenFamily.test(part))
  const authors = start === -1 ? null : readNames(parts.slice(0, start).join(', '))
  if (authors === null || (start === 2 && !(parts[1] ?? '').includes(' and ') && /^(?:&|and) /.test(parts[2] ?? ''))) return null
  const rest = parts.slice(start).join(', ')
  const inBook = /, in (?=\p{Lu})/u.exec(rest)
  const end = findSentenceEnd(rest)
  if (inBook !== null && (end === null || inBook.index < end))
    return withTitle({ authors, title: rest.slice(0, inBook.index), tail: rest.slice(inBook.index + 2), year: null })
  return end === null ? null : cutTitle(rest, { authors, year: null })
}

/** Names have initials in these styles, so that the first part without any is the title. */
function cutAtCommas(text: string): ReferenceParts | null {
  const parts = text.split(/, (?:and )?/)
  const start = parts.findIndex((part, index) => !hasInitial(part) && !(index > 0 && /^(?:Jr|Sr|II|III)\.?$/.test(part)))
  if (start < 1 || start === parts.length - 1) return null
  const authors = readNames(parts.slice(0, start).join(', '))
  if (authors === null) return null
  const numbered = parts.findIndex((part, index) => index > start && (/\d/.test(part) || /^in[: ]/i.test(part)))
  if (numbered === -1) return null
  const isSeries = /^vol\./.test(parts[numbered] ?? '') && numbered - 1 > start
  const venue = isSeries ? numbered - 1 : numbered
  const [from, to] = [findPart(parts, text, start), findPart(parts, text, venue)]
  const end = findSentenceEnd(text.slice(from, to))
  const stop = end === null ? to : from + end
  return withTitle({ authors, title: text.slice(from, stop), tail: text.slice(stop), year: null })
}

/**
 * `Elinor Ostrom, Governing the Commons (Cambridge: Cambridge University Press, 1990)`, as notes cite books, and
 * `FOUCAULT Michel, Surveiller et punir, Paris, Gallimard, 1975`: names without initials, told by what stands behind the title.
 */
function cutBeforeImprint(text: string): ReferenceParts | null {
  const book = shoutedName.test(text) ? (imprintBehindComma.exec(text) ?? imprint.exec(text)) : imprint.exec(text)
  if (book === null) return null
  const parts = text.slice(0, book.index).split(', ')
  const last = parts.findIndex((_, index) => {
    const next = parts[index + 1] ?? ''
    return !areNames([readFeatures({ number: 0, source: next, text: next, isRepaired: false, gap: 0 })]) && !next.startsWith('and ')
  })
  const authors = last === -1 || last === parts.length - 1 ? null : readNames(parts.slice(0, last + 1).join(', '))
  if (authors === null) return null
  return withTitle({ authors, title: parts.slice(last + 1).join(', '), tail: book[1] ?? '', year: Number(book[1]) })
}

function cutTitleFirst(text: string): ReferenceParts | null {
  const end = findSentenceEnd(text)
  if (end === null) return null
  const rest = text.slice(end).trim()
  const authorsEnd = findAuthorsEnd(rest)
  if (authorsEnd === null || (readNames(text.slice(0, end))?.authors.length ?? 0) > 1) return null
  const authors = readNames(rest.slice(0, authorsEnd + 1))
  return authors === null || authors.authors.every((author) => 'literal' in author)
    ? null
    : withTitle({ authors, title: text.slice(0, end), tail: rest.slice(authorsEnd + 1), year: null })
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

/** The title ends with its sentence; without a further one it is all there is. */
function cutTitle(text: string, { authors, year }: Pick<ReferenceParts, 'authors' | 'year'>): ReferenceParts | null {
  const kind = documentKind.exec(text)
  if (kind !== null)
    return withTitle({ authors, year, title: text.slice(0, kind.index), tail: text.slice(kind.index + kind[0].length) })
  const comma = ideographic.test(text) ? text.search(/[,，] ?/) : -1
  const end = comma > 0 ? comma : findSentenceEnd(text)
  return withTitle({ authors, year, title: end === null ? text : text.slice(0, end), tail: end === null ? '' : text.slice(end) })
}

function withTitle(parts: ReferenceParts): ReferenceParts | null {
  const title = parts.title
    .trim()
    .replace(/[.,;:]+$/, '')
    .replace(/^["“'‘](.*)["”'’]$/, '$1')
  const words = title.split(' ')
  const isTitle =
    title.length >= 3 &&
    title.length <= longestTitle &&
    /^[^\p{L}\p{N}]{0,3}[\p{L}\p{N}]/u.test(title) &&
    !/^\(\d{4}[a-z]?\)$/.test(title) &&
    !words.every((word) => initial.test(word))
  return isTitle ? { ...parts, title, tail: parts.tail.replace(/^[\s,.;:]+/, '').trim() } : null
}
