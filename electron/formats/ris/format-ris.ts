/**
 * RIS: `TY  - ` opens a record, `ER  - ` closes it, each tag is a line that ends in CR LF; authors, keywords and notes repeat their tag.
 * A name is `Family, Given, Suffix`; a group stands as it is, without commas. Text is plain, mathematics are Unicode.
 * Of fields without a tag the exporter's check tells; those that came from RIS go back under the tag that they had.
 */
import type { Author } from '../../../db/model/author.ts'
import type { ExportOptions } from '../../../db/model/export-formats.ts'
import type { Fields } from '../../../db/model/fields.ts'
import { cleanText, toPlainText } from '../bibtex-text.ts'
import { parseDate } from '../dates.ts'
import {
  dateInWords,
  dateOf,
  type ExportedPaper,
  isNamed,
  readableList,
  splitSuffix,
  titleOf,
  venuePlaceOf,
} from '../exported-paper.ts'
import { parseNameList } from '../name-lists.ts'
import { supposedType } from '../supposed-type.ts'
import { numberTagOf, risTags, risTypes, type TagKind, thesisTypes } from './ris-tags.ts'

export function formatRis(papers: readonly ExportedPaper[], options: ExportOptions): string {
  return papers.map((paper) => formatRecord(paper, options)).join('\r\n')
}

type Line = readonly [tag: string, value: string]

function formatRecord(paper: ExportedPaper, options: ExportOptions): string {
  const type = risTypeOf(paper)
  const lines: readonly Line[] = [
    ['ID', paper.citationKey],
    ...formatNames('AU', paper.authors, paper.andOthers),
    ['TI', toPlainText(titleOf(paper))],
    ...formatVenue(paper, type),
    ['VL', toPlainText(paper.volume ?? '')],
    ['IS', toPlainText(paper.issue ?? '')],
    ...formatPages(paper, type),
    ...formatDates(paper),
    ['DO', cleanText(paper.doi ?? '')],
    ...(paper.arxivId === null ? [] : ([['AN', `arXiv:${paper.arxivId}`]] as const)),
    ['UR', cleanText(paper.url ?? '')],
    ...formatExtra(paper, type),
    ...(options.keywords ? paper.tags.map((tag): Line => ['KW', cleanText(tag)]) : []),
    ...(options.abstracts ? ([['AB', toPlainText(paper.abstract ?? '')]] as const) : []),
    ['N1', toPlainText(paper.extra?.note ?? '')],
    ...(options.notes ? paper.notes.map(({ text }): Line => ['N1', cleanText(text)]) : []),
  ]
  const said = lines.filter(([, value]) => value !== '').map(([tag, value]) => `${tag}  - ${value}\r\n`)
  return `TY  - ${type}\r\n${said.join('')}ER  - \r\n`
}

function risTypeOf(paper: ExportedPaper): string {
  const { entryType, extra } = paper
  if (extra?.['ris-type'] !== undefined) return extra['ris-type']
  const said = entryType?.trim().toLowerCase() || supposedType(paper)
  if (said === 'article' && extra?.entrysubtype === 'magazine') return 'MGZN'
  if (said === 'article' && extra?.entrysubtype === 'newspaper') return 'NEWS'
  return risTypes.find(([type]) => type === said)?.[1] ?? 'GEN'
}

function formatNames(tag: string, authors: readonly Author[], andOthers: boolean): readonly Line[] {
  const names = authors.filter(isNamed).map((author): Line => [tag, formatName(author)])
  return andOthers && names.length > 0 ? [...names, [tag, 'et al.']] : names
}

function formatName(author: Author): string {
  if ('literal' in author) return toPlainText(author.literal)
  const { given, suffix } = splitSuffix(toPlainText(author.given ?? ''))
  return [toPlainText(author.family), given, suffix].filter((part) => part !== '').join(', ')
}

/** Where an event has a name, proceedings have their own tag. */
function formatVenue(paper: ExportedPaper, type: string): readonly Line[] {
  const venue = toPlainText(paper.venue ?? '')
  const container = toPlainText(paper.extra?.['container-title'] ?? '')
  const place = venuePlaceOf(paper)
  const event = type === 'CONF' ? toPlainText(paper.extra?.eventtitle ?? '') : ''
  if (place !== 'container')
    return [
      [place === 'series' ? 'T3' : 'PB', venue],
      ['T2', container],
    ]
  return event === ''
    ? [['T2', venue]]
    : [
        ['T2', event],
        ['C3', venue],
      ]
}

function formatPages({ pages, extra }: ExportedPaper, type: string): readonly Line[] {
  const plain = toPlainText(pages ?? '')
  if (plain === '' && type === 'BOOK') return [['SP', toPlainText(extra?.pagetotal ?? '')]]
  const [, start, end] = /^([^\s,‐-―-]+) ?[‐-―-]+ ?([^\s,‐-―-]+)$/u.exec(plain) ?? []
  return start === undefined || end === undefined
    ? [['SP', plain]]
    : [
        ['SP', start],
        ['EP', end],
      ]
}

function formatDates(paper: ExportedPaper): readonly Line[] {
  const date = dateOf(paper)
  const isFiner = (parseDate(date)?.start.length ?? 1) > 1
  return [
    ['PY', paper.year === null ? dateInWords(paper) : String(paper.year)],
    ['DA', isFiner ? formatDate(date) : ''],
  ]
}

/** `2020/05/17/`: year, month and day, empty where not known, and room for a season. */
function formatDate(text: string): string {
  const date = parseDate(text)
  if (date === null) return cleanText(text)
  const [year = 0, month, day] = date.start
  const numbers = [month, day].map((part) => (part === undefined || (month ?? 0) > 12 ? '' : String(part).padStart(2, '0')))
  return `${String(year).padStart(4, '0')}/${numbers.join('/')}/${seasons[(month ?? 0) - 21] ?? ''}`
}

const seasons = ['Spring', 'Summer', 'Autumn', 'Winter']

function formatExtra({ extra = {}, entryType, arxivId }: ExportedPaper, type: string): readonly Line[] {
  const thesis = extra.type === undefined ? (thesisTypes.find(([name]) => name === entryType)?.[1] ?? '') : ''
  const fields = Object.entries(extra).flatMap(([field, text]): readonly Line[] => {
    const [, unknown] = /^ris-([a-z][a-z0-9])$/.exec(field) ?? []
    if (unknown !== undefined) return text.split('\n').map((line): Line => [unknown.toUpperCase(), cleanText(line)])
    const [, tag, kind] = risTags.find(([name]) => name === field) ?? []
    return tag === undefined || kind === undefined ? [] : formatValue(tag, text, kind)
  })
  const hasAccession = arxivId !== null || extra['ris-an'] !== undefined
  return [...fields, ['M3', thesis], [numberTagOf(type), toPlainText(extra.number ?? '')], ...formatPubmed(extra, hasAccession)]
}

/** PubMed's number is one in a database, which says its name. */
function formatPubmed({ pmcid = '', pmid = '', source = '', ...extra }: Fields['extra'], hasAccession: boolean): readonly Line[] {
  const isNamed = /pubmed|medline/i.test(extra['ris-db'] ?? source)
  const hasPlace = !hasAccession && (isNamed || extra['ris-db'] === undefined)
  if (pmid === '' || !hasPlace) return [['C2', pmcid]]
  return [
    ['C2', pmcid],
    ['AN', pmid],
    ['DB', isNamed ? '' : 'PubMed'],
  ]
}

function formatValue(tag: string, text: string, kind: TagKind): readonly Line[] {
  switch (kind) {
    case 'names':
      return formatNames(tag, parseNameList(text), / and others$/.test(text))
    case 'list':
      return [[tag, readableList(text)]]
    case 'date':
      return [[tag, formatDate(text)]]
    case 'text':
      return [[tag, toPlainText(text)]]
  }
}
