/**
 * CSL JSON (CSL 1.0.2, csl-data.json), which citeproc, pandoc, Zotero and Mendeley read. Text keeps emphasis and raised letters as CSL's
 * rich text; mathematics are Unicode. The order of variables is fixed: the same papers give the same bytes.
 * An arXiv number is the `number` of the work, after `arXiv:`, as Zotero has it for preprints; else it stands beside `archive`.
 */

import type { ExportOptions } from '../../../db/model/export-formats.ts'
import { readInlineMarkup } from '../../../db/model/inline-markup.ts'
import { printRichText } from '../../../db/model/print-rich-text.ts'
import { cleanText, toPlainText } from '../bibtex-text.ts'
import { dateInWords, dateOf, type ExportedPaper, readableList, titleOf, venuePlaceOf } from '../exported-paper.ts'
import { parseNameList } from '../name-lists.ts'
import { isPreprintServer, supposedType } from '../supposed-type.ts'
import { toCslDate } from './csl-dates.ts'
import { toCslNames } from './csl-names.ts'
import { cslTypes, cslVariables, entryTypeOf, genres, languages, ownVariables, type VariableKind } from './csl-variables.ts'

/** In pieces. */
export function* writeCslJson(batches: Iterable<readonly ExportedPaper[]>, options: ExportOptions): Generator<string> {
  let before = '['
  for (const papers of batches) {
    // Between the brackets of the batch.
    yield before + formatCslJson(papers, options).slice(1, -'\n]\n'.length)
    before = ','
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}

type CslItem = { [variable: string]: unknown }

export function formatCslJson(papers: readonly ExportedPaper[], options: ExportOptions): string {
  return `${JSON.stringify(
    papers.map((paper) => toCslItem(paper, options)),
    null,
    2,
  )}\n`
}

const containers = { container: 'container-title', publisher: 'publisher', series: 'collection-title' } as const

function toCslItem(paper: ExportedPaper, options: ExportOptions): CslItem {
  const item: CslItem = { id: paper.citationKey, type: cslTypeOf(paper) }
  const set = (variable: string, value: unknown) => setVariable(item, variable, value)
  set('title', toRichText(titleOf(paper)))
  set('author', toCslNames(paper.authors, paper.andOthers, toPlainText))
  set(containers[venuePlaceOf(paper)], toRichText(paper.venue ?? ''))
  set('volume', toPlainText(paper.volume ?? ''))
  set('issue', toPlainText(paper.issue ?? ''))
  set('page', toPlainText(paper.pages ?? '').replace(/(?<=\S)\s*[‐-―]\s*(?=\S)|--+/gu, '-'))
  const date = dateOf(paper) || dateInWords(paper)
  set('issued', date === '' ? undefined : toCslDate(date))
  set('DOI', cleanText(paper.doi ?? ''))
  setArxivId(item, paper)
  set('URL', cleanText(paper.url ?? ''))
  if (options.keywords) set('keyword', joinKeywords(paper.tags.map(cleanText)))
  if (options.abstracts) set('abstract', toRichText(paper.abstract ?? ''))
  if (options.notes) set('annote', paper.notes.map(({ text }) => text).join('\n\n'))
  setExtra(item, paper)
  return item
}

function joinKeywords(keywords: readonly string[]): string {
  return keywords.join(keywords.some((keyword) => keyword.includes(',')) ? '; ' : ', ')
}

/** An empty value says nothing, and the first one stands. */
function setVariable(item: CslItem, variable: string, value: unknown): boolean {
  if (value === '' || value === undefined || (Array.isArray(value) && value.length === 0)) return true
  if (Object.hasOwn(item, variable)) return false
  item[variable] = value
  return true
}

function cslTypeOf(paper: ExportedPaper): string {
  const { extra = {} } = paper
  const said = paper.entryType?.trim().toLowerCase() || supposedType(paper)
  const kept = extra['csl-type'] ?? ''
  // Not of a paper that has got another type since.
  if (kept !== '' && said === (entryTypeOf(kept, undefined) ?? 'misc')) return kept
  if (said === 'article' && /^(?:magazine|newspaper)$/.test(extra.entrysubtype ?? '')) return `article-${extra.entrysubtype}`
  if ((said === '' || said === 'misc') && paper.arxivId !== null && paper.venue === null) return 'article'
  // What has no type at all appeared somewhere: in a journal, as far as styles ask.
  if (said === '' && paper.venue !== null) return isPreprintServer(paper.venue) ? 'article' : 'article-journal'
  return cslTypes.find(([entryType]) => entryType === said)?.[1] ?? 'document'
}

function setArxivId(item: CslItem, { arxivId }: ExportedPaper): void {
  if (arxivId === null) return
  if (item.type === 'article') setVariable(item, 'number', `arXiv:${arxivId}`)
  else {
    setVariable(item, 'archive', 'arXiv')
    setVariable(item, 'archive_location', arxivId)
  }
}

/** Said already, by the type or by another variable. */
const saidElsewhere: ReadonlySet<string> = new Set([
  ...['date', 'year', 'subtitle', 'csl-type', 'langid', 'number', 'eid', 'eprint', 'eprinttype', 'eprintclass'],
  ...['keywords', 'annotation', 'crossref', 'xref'],
])

function setExtra(item: CslItem, paper: ExportedPaper): void {
  const { extra = {}, entryType } = paper
  const rest: Record<string, string> = {}
  const place = (field: string, variable: string | undefined, value: unknown) => {
    if (variable === undefined || !setVariable(item, variable, value)) rest[field] = extra[field] ?? String(value)
  }
  place('langid', 'language', languages.find(([langid]) => langid === extra.langid)?.[1] ?? extra.langid ?? '')
  place('number', isNumberOfSeries(extra, item) ? 'collection-number' : 'number', toPlainText(extra.number ?? ''))
  place('eid', 'number', toPlainText(extra.eid ?? ''))
  place('annotation', 'annote', toRichText(extra.annotation ?? ''))
  for (const [field, text] of Object.entries(extra)) {
    if (saidElsewhere.has(field) || text === '' || item.type === `article-${text}`) continue
    const [variable, kind] = variableOf(field, { text, type: String(item.type) })
    place(field, variable, toValue(text, kind))
  }
  if (!Object.hasOwn(extra, 'type')) setVariable(item, 'genre', genres.find(([name]) => name === entryType)?.[1] ?? '')
  const type = entryType?.trim().toLowerCase() ?? ''
  if (type !== '' && entryTypeOf(String(item.type), item.genre) !== type) rest['entry-type'] = type
  if (Object.keys(rest).length > 0) item.custom = rest
}

/** EndNote and Scopus say of each article that it is one; as its genre, styles would print that. */
const saysArticle = /^(?:[A-Za-z]+ )?article$/i

/** Undefined for what has no place in CSL. */
function variableOf(field: string, { text, type }: { text: string; type: string }): readonly [string | undefined, VariableKind] {
  const own = ownVariables.get(field)
  if (field === 'type' && saysArticle.test(text) && type.startsWith('article')) return [undefined, 'text']
  const [, variable, kind = 'text'] = cslVariables.find(([name]) => name === field) ?? [
    field,
    own === undefined ? undefined : field,
  ]
  return [variable, own ?? kind]
}

function isNumberOfSeries(extra: Readonly<Record<string, string>>, item: CslItem): boolean {
  return (extra.series !== undefined || item['collection-title'] !== undefined) && item.type !== 'report'
}

function toValue(text: string, kind: VariableKind): unknown {
  switch (kind) {
    case 'names':
      return toCslNames(parseNameList(text), / and others$/.test(text), toPlainText)
    case 'list':
      return readableList(text)
    case 'date':
      return toCslDate(text)
    case 'text':
      return toRichText(text)
  }
}

function toRichText(text: string): string {
  return printRichText(readInlineMarkup(cleanText(text)))
}
