/**
 * EndNote's XML export, and Mendeley's, record by record, so that a broken one costs no other. Text stands in `<style face="…">`, whose italic, bold, raised
 * and lowered faces become inline markup; a name with a comma at its end is a group's. Elements without a field of their own are kept as
 * `endnote-custom1`.
 */
import type { Author } from '../../../db/model/author.ts'
import { parseAuthorLine } from '../../../db/model/author-names.ts'
import type { Draft, LineRange, ParsedSource } from '../../../db/model/draft.ts'
import type { SourceLine } from '../decode-text.ts'
import {
  addTags,
  type DraftBuilder,
  finishDraft,
  type Said,
  setDate,
  setDoi,
  setExtra,
  setPages,
  setText,
  setVenue,
  startDraft,
} from '../draft-builder.ts'
import { oneItem } from '../exported-paper.ts'
import { readLooseDate } from '../loose-dates.ts'
import { formatNameList, readCommaName } from '../name-lists.ts'
import { withoutHtml } from '../read-html.ts'
import { accountForLines, lineFinder } from '../record-lines.ts'
import { endnoteTypes } from './endnote-types.ts'
import { elementsOf, findElement, scanXml, type XmlElement } from './scan-xml.ts'

/** Whether a text is EndNote's XML: `<xml>`, `<records>` and a `<record>` open it. */
export function looksLikeEndnoteXml(head: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>\s*)?(?:<xml>\s*)?<records>\s*<record[\s>]/i.test(head)
}

export function readEndnoteXml(lines: readonly SourceLine[]): ParsedSource {
  const text = lines.map((line) => line.text).join('\n')
  const lineOf = lineFinder(lines)
  const drafts = recordsOf(text).flatMap((record) => readRecord(record, lineOf).map(withoutHtml))
  const isStructure = (line: string) => /^\s*(?:<\?xml[^>]*>|<!DOCTYPE[^>]*>|<\/?(?:xml|records|record)>|\s)*$/i.test(line)
  return { format: 'endnote-xml', layout: 'endnote-xml', ...accountForLines(lines, drafts, { isStructure, broken: new Set() }) }
}

type SourceRecord = { readonly text: string; readonly start: number; readonly isClosed: boolean }

/** From `<record>` to `</record>`, or to the next `<record>` where that is missing. */
function recordsOf(text: string): readonly SourceRecord[] {
  const starts = [...text.matchAll(/<record(?=[\s>])/g)].map(({ index }) => index)
  return starts.map((start, place) => {
    const next = starts[place + 1] ?? text.length
    const whole = text.slice(start, next)
    const closing = whole.indexOf('</record>')
    return { text: closing < 0 ? whole.trimEnd() : whole.slice(0, closing + '</record>'.length), start, isClosed: closing >= 0 }
  })
}

function readRecord({ text, start, isClosed }: SourceRecord, lineOf: (offset: number) => number): readonly Draft[] {
  const { root, isWellFormed } = scanXml(text)
  const record = findElement(root, 'record')
  if (record === undefined) return []
  const draft = startDraft()
  if (!isClosed || !isWellFormed) draft.marks.add('broken-record')
  const linesOf = ({ start: from, end }: XmlElement): LineRange => ({
    lineStart: lineOf(start + from),
    lineEnd: lineOf(start + end - 1),
  })
  readFields(draft, record, linesOf)
  const hasContent = draft.fields.title !== undefined || draft.fields.authors !== undefined
  return hasContent ? [finishDraft(draft, { lineStart: lineOf(start), lineEnd: lineOf(start + text.length - 1) })] : []
}

type LinesOf = (element: XmlElement) => LineRange

function readFields(draft: DraftBuilder, record: XmlElement, linesOf: LinesOf): void {
  const say = (...path: readonly string[]): Said | undefined => {
    const element = findElement(record, ...path)
    return element === undefined ? undefined : { text: textOf(element), lines: linesOf(element) }
  }
  readType(draft, findElement(record, 'ref-type'), linesOf)
  setText(draft, 'title', say('titles', 'title'))
  const contributors = findElement(record, 'contributors')
  readAuthors(draft, findElement(contributors, 'authors'), linesOf)
  for (const [field, name] of contributorFields) setExtra(draft, field, readNames(findElement(contributors, name), linesOf))
  if (draft.fields.entryType === 'collection') takeEditors(draft)
  readVenue(draft, say)
  setText(draft, 'volume', say('volume'))
  if (draft.fields.entryType === 'article') setText(draft, 'issue', say('number') ?? say('issue'))
  else setExtra(draft, 'number', say('number'))
  readPages(draft, say('pages'))
  readDate(draft, say)
  setDoi(draft, say('electronic-resource-num'))
  setText(draft, 'url', say('urls', 'related-urls', 'url') ?? say('urls', 'web-urls', 'url'))
  setText(draft, 'abstract', say('abstract'))
  addTags(
    draft,
    elementsOf(findElement(record, 'keywords')).flatMap((keyword) => textOf(keyword).split('\n')),
  )
  for (const said of [say('notes'), say('research-notes')])
    if (said !== undefined && said.text.trim() !== '') draft.notes.push(said.text.trim())
  readSerial(draft, say('isbn'))
  if (/^PMC\d+$/.test(say('custom2')?.text.trim() ?? '')) setExtra(draft, 'pmcid', say('custom2'))
  setExtra(draft, 'shorttitle', say('titles', 'short-title'))
  for (const [field, name] of extraFields) setExtra(draft, field, say(name))
  setExtra(
    draft,
    'urldate',
    mapText(say('access-date'), (text) => readLooseDate(text) ?? text),
  )
  setExtra(draft, draft.fields.entryType === 'software' ? 'version' : 'edition', say('edition'))
  setExtra(draft, 'location', mapText(say('pub-location'), oneItem))
  setExtra(draft, 'file', say('urls', 'pdf-urls', 'url'))
  for (const element of elementsOf(record))
    if (!known.has(element.name) && !isSaid(draft, textOf(element)))
      setExtra(draft, `endnote-${element.name}`, { text: textOf(element), lines: linesOf(element) })
}

/** Of a journal in print and one online, a line each; PubMed says which is which in parentheses. */
function readSerial(draft: DraftBuilder, said: Said | undefined): void {
  if (said === undefined) return
  const text = said.text
    .split('\n')
    .map((line) => line.replace(/\s*\((?:ISSN|ISBN|Print|Electronic|Online|Linking)\)/gi, '').trim())
    .filter((line, index, lines) => line !== '' && lines.indexOf(line) === index)
    .join(', ')
  const isIsbn = /^(?:97[89])?\d{9}[\dX]\b/i.test(text.replace(/[ -]/g, ''))
  const hasNumber = ['report', 'patent', 'standard'].includes(draft.fields.entryType ?? '')
  setExtra(draft, isIssn.test(text) ? 'issn' : hasNumber && !isIsbn ? 'number' : 'isbn', { ...said, text })
}

const isIssn = /^\d{4}-?\d{3}[\dX]\b/i

function isSaid({ extra }: DraftBuilder, text: string): boolean {
  return extra.get('pmcid') === text.trim()
}

type Say = (...path: readonly string[]) => Said | undefined

function readType(draft: DraftBuilder, element: XmlElement | undefined, linesOf: LinesOf): void {
  if (element === undefined) return
  const { name = '' } = element.attributes
  const number = Number(textOf(element))
  const type = endnoteTypes.find(([, typeName, typeNumber]) => typeName === name || (name === '' && typeNumber === number))
  draft.fields.entryType = type?.[0] ?? 'misc'
  draft.spans.entryType = linesOf(element)
  if (type === undefined) setExtra(draft, 'type', { text: name, lines: linesOf(element) })
}

const contributorFields = [
  ['editor', 'secondary-authors'],
  ['collection-editor', 'tertiary-authors'],
  ['translator', 'subsidiary-authors'],
  ['translator', 'translated-authors'],
] as const

const extraFields = [
  ['shorttitle', 'short-title'],
  ['volumes', 'num-vols'],
  ['chapter', 'section'],
  ['type', 'work-type'],
  ['language', 'language'],
  ['library', 'call-num'],
  ['origtitle', 'orig-pub'],
  ['eid', 'custom7'],
] as const

/** Read above, or about EndNote's own library. */
const known: ReadonlySet<string> = new Set([
  ...['database', 'source-app', 'rec-number', 'foreign-keys', 'ref-type', 'contributors', 'titles', 'periodical', 'alt-periodical'],
  ...[
    'volume',
    'number',
    'issue',
    'pages',
    'dates',
    'electronic-resource-num',
    'urls',
    'abstract',
    'keywords',
    'notes',
    'research-notes',
  ],
  ...['isbn', 'publisher', 'edition', 'access-date', 'pub-location', ...extraFields.map(([, name]) => name)],
])

function readAuthors(draft: DraftBuilder, list: XmlElement | undefined, linesOf: LinesOf): void {
  const authors = namesIn(list)
  if (list === undefined || authors.length === 0) return
  draft.fields.authors = authors
  draft.spans.authors = linesOf(list)
}

function readNames(list: XmlElement | undefined, linesOf: LinesOf): Said | undefined {
  return list === undefined ? undefined : { text: formatNameList(namesIn(list)), lines: linesOf(list) }
}

/** Of an edited book, EndNote calls the authors editors, and the second names those of the series. */
function takeEditors({ fields, extra, spans }: DraftBuilder): void {
  const { authors } = fields
  if (authors === undefined) return
  const ofSeries = extra.get('editor')
  if (ofSeries !== undefined && !extra.has('collection-editor')) extra.set('collection-editor', ofSeries)
  extra.set('editor', formatNameList(authors))
  if (spans.authors !== undefined) spans['extra.editor'] = spans.authors
  delete fields.authors
  delete spans.authors
}

/** `Family, Given`, or as people say it. */
function readName(name: string): readonly Author[] {
  return name.includes(',') ? [readCommaName(name)] : parseAuthorLine(name).authors
}

function namesIn(list: XmlElement | undefined): readonly Author[] {
  return elementsOf(list)
    .map((author) => textOf(author).replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '')
    .flatMap((name) => (name.endsWith(',') ? [{ literal: name.slice(0, -1) }] : readName(name)))
}

function readVenue(draft: DraftBuilder, say: Say): void {
  const secondary = say('titles', 'secondary-title')
  const full = secondary ?? say('periodical', 'full-title')
  const isSeries = draft.fields.entryType === 'book' || draft.fields.entryType === 'collection'
  setVenue(draft, {
    container: isSeries ? undefined : full,
    publisher: say('publisher'),
    series: (isSeries ? full : undefined) ?? say('titles', 'tertiary-title'),
  })
  const short = say('periodical', 'abbr-1') ?? say('titles', 'alt-title')
  if (short?.text.trim() !== full?.text.trim()) setExtra(draft, 'shortjournal', short)
}

/** Of a book, how many there are. */
function readPages(draft: DraftBuilder, said: Said | undefined): void {
  const isTotal = draft.fields.entryType === 'book' && /^[\divxlc]+$|\d\s*p(?:p|ages|ag)?\.?$/i.test(said?.text.trim() ?? '')
  if (isTotal) setExtra(draft, 'pagetotal', said)
  else setPages(draft, said)
}

/** The day stands beside the year. */
function readDate(draft: DraftBuilder, say: Say): void {
  const year = say('dates', 'year')
  const day = say('dates', 'pub-dates', 'date')
  const known = /-?\d{4}/.exec(year?.text ?? '')?.[0]
  const date = readLooseDate(day?.text ?? '', known === undefined ? null : Number(known))
  if (date !== null && day !== undefined && (known === undefined || date.startsWith(known))) setDate(draft, { ...day, text: date })
  else setDate(draft, year)
}

function mapText(said: Said | undefined, map: (text: string) => string): Said | undefined {
  return said === undefined ? undefined : { ...said, text: map(said.text.trim()) }
}

const commands: ReadonlyMap<string, string> = new Map([
  ['italic', '\\emph'],
  ['bold', '\\textbf'],
  ['superscript', '\\textsuperscript'],
  ['subscript', '\\textsubscript'],
])

/** Text and what is in it, with the faces of its styles. */
function textOf(element: XmlElement): string {
  const parts = element.children.map((child) => (typeof child === 'string' ? child : textOf(child)))
  const text = parts.join('').replaceAll('\r', '\n')
  const faces = element.name === 'style' ? (element.attributes.face ?? '').split(' ') : []
  return faces.reduce((inside, face) => {
    const command = commands.get(face)
    return command === undefined || inside.trim() === '' || /[{}]/.test(text) ? inside : `${command}{${inside}}`
  }, text)
}
