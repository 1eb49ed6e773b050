/**
 * One reference cut into authors, title and the rest. Each way to cut knows one family of styles:
 *   quoted      Y. LeCun and G. Hinton, “Deep learning,” Nature, …                 IEEE, Chicago, MLA
 *   year-early  LeCun, Y., & Hinton, G. (2015). Deep learning. Nature, …          APA, Harvard, ACM, Chicago by author and date
 *   colon       LeCun, Y., Hinton, G.: Deep learning. Nature …                    Springer LNCS, DBLP
 *   ideographic 丸山眞男『日本の思想』岩波書店，1961年．                         Japanese
 *   sentence    LeCun Y, Hinton G. Deep learning. Nature. …                       Vancouver, AMA, Nature, ACS, BibTeX's plain
 *   inverted    LeCun, Y., G. Hinton, Deep learning. Nature, …                     EndNote's numbered style: only the first name is inverted
 *   imprint     Yann LeCun, Quand la machine apprend (Paris: Odile Jacob, 2019)     notes, French bibliographies
 *   comma       Y. LeCun, G. Hinton, Deep learning, Nature 521 (2015) …           Elsevier, APS
 *   title-first Deep learning. Y. LeCun, G. Hinton. Nature, …                     lists of publications
 */
import { isGroupName } from '../../../db/model/parse-name.ts'
import { areNames } from './are-names.ts'
import { readCitationDetails } from './citation-details.ts'
import { cutAtCommas, cutAtCommasBehindGroup } from './cut-at-commas.ts'
import { cutAtYear, cutAtYearBehindGroup, dateFirst } from './cut-at-year.ts'
import { cutIdeographic } from './cut-ideographic.ts'
import { cutTitle, type ReferenceParts, withTitle } from './cut-title.ts'
import { readFeatures } from './line-features.ts'
import { findAuthorsEnd, readNames } from './reference-names.ts'
import { findSentenceEnd } from './sentence-end.ts'

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
/** `others` are references of the same list. */
type GroupStyle = (text: string, others: readonly ReferenceParts[]) => ReferenceParts | null

const ditto = /^(?:[-–—_]{2,}|—)[.,]? */
const longestAuthors = 3000
/** A quoted title has the comma or full stop that parts it from the rest inside its quotes or behind them. */
const quotes =
  /[“„«](.{3,400}?(?:[.,?!][”“»](?![:;])|[”“»](?=[,.])|[”“»](?= (?:in|In) |$)))|"(.{3,400}?(?:[.,?!]"(?![:;])|"(?=[,.])|"(?= (?:in|In) |$)))|(?<=[\s.,(]|^)[‘'](?=\p{Lu})(.{6,400}?['’](?=[,.;] |$| [[(](?:1[5-9]|20)\d\d[\])]))/u
const yearAtEnd = /[,;:]? ?\(?((?:1[5-9]|20)\d\d)[a-z]?\)?[.,:]?$/
const initialsFirst = /^(?:\p{Lu}\.[ -]?)+(?: and (?:\p{Lu}\.[ -]?)+ ?\p{Lu}[^.,]+)?$/u
const initialsThenFamily =
  /^(?:and )?(?:\p{Lu}\.[ -]?)+ ?(?:\p{L}[\p{L}'’-]* ){0,3}\p{Lu}[\p{L}'’-]+(?: and (?:\p{Lu}\.[ -]?)+ ?\p{Lu}[^.,]+)?$|^et al\.$/u
const imprint = / \((?:[^():]{2,60}: )[^():]{2,80}, ((?:1[5-9]|20)\d\d)\)/
const imprintBehindComma = /, \p{Lu}[^,\d]{1,30}, [^,\d]{2,60}, ((?:1[5-9]|20)\d\d)(?=[.,–-]|$)/u
const shoutedName = /^\p{Lu}[\p{Lu}'’-]{2,} \p{Lu}\p{Ll}/u
/** Quotes are certain wherever they fit; the others are in the order of their certainty. */
export const referenceStyles: readonly ReferenceStyle[] = [
  cutAtQuotes,
  cutAtYear,
  cutIdeographic,
  cutAtColon,
  cutAtSentence,
  cutAfterInverted,
  cutAtCommas,
  cutBeforeImprint,
  cutTitleFirst,
]

/** How a group of no known kind stands in the style that most references of a list have. */
export const groupStyles: ReadonlyMap<ReferenceStyle | undefined, GroupStyle> = new Map<ReferenceStyle, GroupStyle>([
  [cutAtYear, cutAtYearBehindGroup],
  [cutAtSentence, cutWithoutNames],
  [cutAtCommas, cutAtCommasBehindGroup],
])

function cutAtQuotes(text: string): ReferenceParts | null {
  const match = quotes.exec(text)
  const title = (match?.[1] ?? match?.[2] ?? match?.[3])?.slice(0, -1)
  if (match === null || title === undefined) return null
  const before = text.slice(0, match.index).trim()
  const year = yearAtEnd.exec(before)
  const authors = readNames(year === null ? before : before.slice(0, year.index))
  if (authors === null && before !== '') return null
  const behind = text.slice(match.index + match[0].length)
  const named = before === '' ? readNamesBehind(behind) : null
  return withTitle({
    authors: named?.authors ?? authors,
    title,
    tail: named?.tail ?? behind,
    year: year === null ? null : Number(year[1]),
  })
}

/** `“Title.” Ada Lovelace and Alan Turing. Mind, 1950`: several names, or one with an initial. */
function readNamesBehind(text: string): Pick<ReferenceParts, 'authors' | 'tail'> | null {
  const rest = text.replace(/^[\s.,]+/, '')
  const end = findAuthorsEnd(rest)
  const names = end === null ? '' : rest.slice(0, end + 1)
  const areSure = /, | and | & |(?:^| )\p{Lu}\. /u.test(names) && !/\d/.test(names)
  const authors = areSure ? readNames(names) : null
  const areNamed = authors?.authors.every((author) => 'family' in author && author.given !== null) === true
  return areNamed && authors !== null ? { authors, tail: rest.slice((end ?? 0) + 1) } : null
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
  if (end === null || dateFirst.test(text.slice(end + 2))) return null
  const authors = readNames(text.slice(0, end + 1))
  const ministry = findMinistry(text, end)
  if (ministry !== null)
    return cutTitle(text.slice(ministry + 2), {
      authors: { authors: [{ literal: text.slice(0, ministry) }], andOthers: false, isCertain: true },
      year: null,
    })
  const parts = authors === null ? null : cutTitle(text.slice(end + 1).trim(), { authors, year: null })
  return parts === null || (/,|\b\p{Lu}\./u.test(parts.title) && (readNames(parts.title)?.authors.length ?? 0) > 1) ? null : parts
}

/** `BRASIL. Ministério da Saúde.`, as libraries name the offices of a country; where that ends. */
function findMinistry(text: string, end: number): number | null {
  if (!/^\p{Lu}{4,}(?: \p{Lu}{2,}){0,3}$/u.test(text.slice(0, end))) return null
  const next = text.indexOf('. ', end + 2)
  return next !== -1 && isGroupName(text.slice(end + 2, next)) ? next : null
}

/** `21st century heart solution may have a sting in the tail. BMJ. 2002;325:184.`: nobody is named. */
function cutWithoutNames(text: string): ReferenceParts | null {
  const end = findSentenceEnd(text)
  const { venue, volume, year } = end === null ? {} : readCitationDetails(text.slice(end))
  return venue === undefined || volume === undefined || year === undefined ? null : cutTitle(text, { authors: null, year: null })
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
  return withTitle({
    authors,
    title: parts
      .slice(last + 1)
      .join(', ')
      .replace(/^eds?\., /, ''),
    tail: book[1] ?? '',
    year: Number(book[1]),
  })
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
