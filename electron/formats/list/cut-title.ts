/** What is left of a reference behind its names: a title, and the rest. */
import type { ParsedAuthors } from '../../../db/model/author-names.ts'
import { initial } from './reference-names.ts'
import { findSentenceEnd } from './sentence-end.ts'

export type ReferenceParts = {
  readonly authors: ParsedAuthors | null
  readonly title: string
  /** Venue and details. */
  readonly tail: string
  readonly year: number | null
}

const longestTitle = 400
/** As GB/T 7714 marks journals, books and so on. */
const documentKind = / ?\[[A-Z](?:\/[A-Z]{2})?\](?:\/\/|[.,] ?|$)/

const numberOfPatent = /: ?(?:[A-Z]{2})?\d[\dA-Z.]{5,}$/

/** Japanese references part all by commas, and titles have none of these. */
const ideographic = /^[^,，。. ]*[\u3040-\u30ff\u4e00-\u9fff][^,，。. ]*[,，]/u

const detailBehindComma = /, (?:(?:1[5-9]|20)\d\d(?=[,.;]|$)|(?:vol|no|pp?)\b\.? ?\d)/

/** The title ends with its sentence; without a further one it is all there is. */
export function cutTitle(text: string, { authors, year }: Pick<ReferenceParts, 'authors' | 'year'>): ReferenceParts | null {
  const kind = documentKind.exec(text)
  if (kind !== null)
    return withTitle({
      authors,
      year,
      title: text.slice(0, kind.index).replace(numberOfPatent, ''),
      tail: text.slice(kind.index + kind[0].length),
    })
  const source = text.indexOf(' // ')
  if (source > 0) return withTitle({ authors, year, title: text.slice(0, source), tail: text.slice(source + 4) })
  const comma = ideographic.test(text) ? text.search(/[,，] ?/) : -1
  const end = comma > 0 ? comma : (findSentenceEnd(text) ?? findVenueBehindComma(text))
  return withTitle({ authors, year, title: end === null ? text : text.slice(0, end), tail: end === null ? '' : text.slice(end) })
}

/** `Time, Clocks, and the Ordering of Events, Communications of the ACM, 1978`: the last part before what can only be a detail is the venue. */
function findVenueBehindComma(text: string): number | null {
  const detail = detailBehindComma.exec(text)
  const before = text.slice(0, detail?.index ?? 0)
  const comma = before.lastIndexOf(', ')
  return comma > 0 && /^(?:in )?\p{Lu}[^:]{2}/u.test(before.slice(comma + 2)) ? comma : null
}

export function withTitle(parts: ReferenceParts): ReferenceParts | null {
  const title = parts.title
    .trim()
    .replace(/[.,;:]+$/, '')
    .replace(/^["“'‘](.*)["”'’]$/, '$1')
    .replace(/^([*_]{1,2})([^*_]+)\1$/, '$2')
  const words = title.split(' ')
  const isTitle =
    title.length >= 3 &&
    title.length <= longestTitle &&
    /^[^\p{L}\p{N}]{0,3}[\p{L}\p{N}]/u.test(title) &&
    !/^\(\d{4}[a-z]?\)$/.test(title) &&
    !words.every((word) => initial.test(word))
  return isTitle ? { ...parts, title, tail: parts.tail.replace(/^[\s,.;:]+/, '').trim() } : null
}
