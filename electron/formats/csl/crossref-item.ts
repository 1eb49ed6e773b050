/**
 * Crossref's own records (api.crossref.org, and `application/vnd.citationstyles.csl+json` by content negotiation) are CSL JSON in all but
 * this: titles and numbers stand in lists, types have Crossref's names, and what Crossref knows of a deposit stands beside the work.
 */
import type { LineRange } from '../../../db/model/draft.ts'

export type Values = Map<string, { readonly value: unknown; readonly lines: LineRange }>

const types: ReadonlyMap<string, string> = new Map([
  ['journal-article', 'article-journal'],
  ['proceedings-article', 'paper-conference'],
  ['book-chapter', 'chapter'],
  ['book-part', 'chapter'],
  ['book-section', 'chapter'],
  ['monograph', 'book'],
  ['edited-book', 'book'],
  ['reference-book', 'book'],
  ['proceedings', 'book'],
  ['reference-entry', 'entry'],
  ['dissertation', 'thesis'],
  ['posted-content', 'article'],
  ['peer-review', 'review'],
  ['report-component', 'report'],
])

/** Of the deposit, not of the work. */
const bookkeeping =
  `indexed reference-count content-domain created source is-referenced-by-count prefix member reference deposited score
  resource references-count alternative-id relation license link assertion published published-print published-online journal-issue
  issn-type isbn-type update-policy original-title short-title subject subtype institution funder posted accepted approved`.split(
    /\s+/,
  )

/** By CSL's names for the same. */
const renamed = [
  ['short-container-title', 'container-title-short'],
  ['publisher-location', 'publisher-place'],
  ['article-number', 'number'],
] as const

export function tidyCrossrefItem(values: Values): void {
  for (const [name, variable] of renamed) {
    const said = values.get(name)
    if (said !== undefined && values.delete(name) && !values.has(variable)) values.set(variable, said)
  }
  for (const [name, { value, lines }] of values) {
    const texts = Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null
    const isNumber = name === 'ISSN' || name === 'ISBN'
    if (texts !== null) values.set(name, { value: isNumber ? texts.join(', ') : (texts[0] ?? ''), lines })
  }
  const type = values.get('type')
  const known = typeof type?.value === 'string' ? types.get(type.value) : undefined
  if (type !== undefined && known !== undefined) values.set('type', { ...type, value: known })
  for (const name of bookkeeping) values.delete(name)
}
