/**
 * CSL JSON as drafts, in these steps: find the items by their structure; parse each member by itself, so that a broken one costs the item
 * nothing else; take the usual fields; keep all other variables under biblatex's names or their own.
 */
import type { Author } from '../../../db/model/author.ts'
import type { Draft, LineRange, ParsedSource } from '../../../db/model/draft.ts'
import { readRichText } from '../../../db/model/read-rich-text.ts'
import type { SourceLine } from '../decode-text.ts'
import {
  addTags,
  type DraftBuilder,
  finishDraft,
  type Said,
  setArxivId,
  setCitationKey,
  setDate,
  setDoi,
  setExtra,
  setPages,
  setText,
  setVenue,
  startDraft,
} from '../draft-builder.ts'
import { oneItem } from '../exported-paper.ts'
import type { WrittenRecord } from '../find-losses.ts'
import { formatNameList } from '../name-lists.ts'
import { accountForLines, lineFinder } from '../record-lines.ts'
import { tidyCrossrefItem, type Values } from './crossref-item.ts'
import { fromCslDate } from './csl-dates.ts'
import { type CslName, fromCslNames } from './csl-names.ts'
import { cslVariables, entryTypeOf, genres, languages, nearestTypes, ownVariables, type VariableKind } from './csl-variables.ts'
import { spreadNote } from './note-variables.ts'
import { type JsonItem, scanJsonItems } from './scan-json-items.ts'

/** Whether a text is CSL JSON, by its beginning: objects with an `id` and a type of CSL, or another of its variables. */
export function looksLikeCslJson(head: string): boolean {
  return (
    /^\s*(?:\[|\{\s*"(?:items|references)"\s*:\s*\[)?\s*\{\s*"/.test(head) && /"(?:id|type|title|author|issued|DOI)"\s*:/.test(head)
  )
}

export function readCslJson(lines: readonly SourceLine[]): ParsedSource {
  const text = lines.map((line) => line.text).join('\n')
  const lineOf = lineFinder(lines)
  const drafts: Draft[] = []
  const broken = new Set<number>()
  for (const item of scanJsonItems(text)) {
    const draft = readItem(item, { text, lineOf, broken })
    if (draft !== null) drafts.push(draft)
  }
  const accounted = accountForLines(lines, drafts, { isStructure: (line) => /^[\s[\]{},]*$/.test(line), broken })
  return { format: 'csl-json', layout: 'csl-json', ...accounted }
}

/** What a file that Octavo wrote says of each of its records; one is held at a time. */
export function* readBackCslJson(text: string): Generator<readonly [place: number, record: WrittenRecord]> {
  let place = 0
  for (const item of scanJsonItems(text)) {
    const draft = readItem(item, { text, lineOf: () => 1, broken: new Set() })
    if (draft !== null) yield [place++, { says: () => false, read: () => draft }]
  }
}

type Context = { readonly text: string; readonly lineOf: (offset: number) => number; readonly broken: Set<number> }

function readItem(item: JsonItem, { text, lineOf, broken }: Context): Draft | null {
  const values: Values = new Map()
  let hasBroken = !item.isClosed
  let lastLine = lineOf(item.start)
  for (const { name, start, end } of item.members) {
    const lineStart = lineOf(start)
    const source = text.slice(start, end).trimEnd()
    const lines = { lineStart, lineEnd: lineOf(start + source.length - 1) }
    const value = parseMember(source, name)
    if (value === undefined) {
      hasBroken = true
      for (let line = lines.lineStart; line <= lines.lineEnd; line++) broken.add(line)
    } else if (!values.has(name)) values.set(name, { value, lines })
    if (value !== undefined) lastLine = lines.lineEnd
  }
  if (values.size === 0 || !['title', 'author', 'type', 'id', 'DOI', 'URL'].some((name) => values.has(name))) return null
  const isCrossrefs = (values.has('prefix') && values.has('member')) || Array.isArray(values.get('title')?.value)
  if (isCrossrefs) tidyCrossrefItem(values)
  spreadNote(values)
  const draft = startDraft()
  if (hasBroken) draft.marks.add('broken-record')
  readFields(draft, values)
  const lineEnd = item.isClosed ? lineOf(item.end - 1) : lastLine
  return finishDraft(draft, { lineStart: lineOf(item.start), lineEnd })
}

/** Undefined for one that is no JSON. */
function parseMember(source: string, name: string): unknown {
  try {
    const parsed: Record<string, unknown> = JSON.parse(`{${source}}`)
    return parsed[name]
  } catch {
    return undefined
  }
}

function readFields(draft: DraftBuilder, values: Values): void {
  const take = (name: string): Said | undefined => {
    const found = values.get(name)
    values.delete(name)
    const value = found?.value
    if (found === undefined || (typeof value !== 'string' && typeof value !== 'number')) return undefined
    return { text: readRichText(String(value)), lines: found.lines }
  }
  readType(draft, values)
  for (const name of ['citation-key', 'id']) setCitationKey(draft, take(name)?.text ?? '')
  setText(draft, 'title', take('title'))
  readAuthors(draft, values)
  setVenue(draft, { container: take('container-title'), publisher: take('publisher'), series: take('collection-title') })
  setText(draft, 'volume', take('volume'))
  setText(draft, 'issue', take('issue'))
  setPages(draft, take('page') ?? take('page-first'))
  readIssued(draft, values)
  setDoi(draft, take('DOI'))
  setText(draft, 'url', take('URL'))
  setText(draft, 'abstract', take('abstract'))
  addTags(draft, splitKeywords(take('keyword')?.text ?? ''))
  const categories = values.get('categories')?.value
  if (Array.isArray(categories) && values.delete('categories')) addTags(draft, categories.map(String))
  const annote = take('annote')
  if (annote !== undefined && annote.text.trim() !== '') draft.notes.push(annote.text.trim())
  readNumbers(draft, take)
  readRest(draft, values)
}

function readType(draft: DraftBuilder, values: Values): void {
  const said = values.get('type')
  const type = typeof said?.value === 'string' ? said.value : ''
  const custom = values.get('custom')?.value
  const kept = typeof custom === 'object' && custom !== null && 'entry-type' in custom ? String(custom['entry-type']) : undefined
  const genre = values.get('genre')?.value
  const entryType = kept ?? entryTypeOf(type, genre)
  values.delete('type')
  if (genres.some(([name, text]) => name === entryType && text === genre)) values.delete('genre')
  if (said === undefined || type === '') return
  draft.fields.entryType = entryType ?? 'misc'
  draft.spans.entryType = said.lines
  if (entryType === undefined || nearestTypes.has(type)) setExtra(draft, 'csl-type', { text: type, lines: said.lines })
  const [, subtype] = /^article-(magazine|newspaper)$/.exec(type) ?? []
  if (subtype !== undefined) setExtra(draft, 'entrysubtype', { text: subtype, lines: said.lines })
}

function readAuthors(draft: DraftBuilder, values: Values): void {
  const said = values.get('author')
  values.delete('author')
  if (said === undefined || !Array.isArray(said.value)) return
  const { authors, andOthers } = fromCslNames(said.value.filter(isName))
  if (authors.length === 0) return
  draft.fields.authors = authors
  if (andOthers) draft.fields.andOthers = true
  draft.spans.authors = said.lines
}

function isName(value: unknown): value is CslName {
  return typeof value === 'object' && value !== null
}

function readIssued(draft: DraftBuilder, values: Values): void {
  const said = values.get('issued')
  values.delete('issued')
  if (said !== undefined) setDate(draft, { text: fromCslDate(said.value), lines: said.lines })
}

function splitKeywords(text: string): readonly string[] {
  return text.split(text.includes(';') ? ';' : ',')
}

/** A number is that of an article, a report or a volume in its series; or one of arXiv. Zotero keeps further ones in the note. */
function readNumbers(draft: DraftBuilder, take: (name: string) => Said | undefined): void {
  const number = take('number')
  const isOfArxiv = /^arxiv:/i.test(number?.text ?? '') || draft.extra.get('publisher')?.toLowerCase() === 'arxiv'
  if (number !== undefined && !(isOfArxiv && setArxivId(draft, number)))
    setExtra(draft, draft.fields.entryType === 'article' ? 'eid' : 'number', number)
  const inSeries = take('collection-number')
  setExtra(draft, draft.extra.has('number') ? 'collection-number' : 'number', inSeries)
  const archive = take('archive')
  const location = take('archive_location')
  const isArxiv = archive?.text.trim().toLowerCase() === 'arxiv' && location !== undefined && setArxivId(draft, location)
  if (!isArxiv) {
    setExtra(draft, 'archive', archive)
    setExtra(draft, 'archive_location', location)
  }
  const note = take('note')
  const rest = note?.text.split('\n').filter((line) => !readNoteLine(draft, { text: line, lines: note.lines }))
  if (note !== undefined && rest !== undefined) setExtra(draft, 'note', { ...note, text: rest.join('\n') })
}

function readNoteLine(draft: DraftBuilder, line: Said): boolean {
  const [, name = '', value = ''] = /^(arXiv|PMID|PMCID|Citation Key):\s*(\S.*)$/i.exec(line.text.trim()) ?? []
  if (name.toLowerCase() === 'arxiv') return setArxivId(draft, { ...line, text: value })
  if (/^pm/i.test(name)) setExtra(draft, name.toLowerCase(), { ...line, text: value })
  if (/^citation/i.test(name)) setCitationKey(draft, value)
  return name !== ''
}

function readRest(draft: DraftBuilder, values: Values): void {
  for (const [variable, { value, lines }] of values) {
    if (variable === 'custom' && typeof value === 'object' && value !== null) readCustom(draft, value, lines)
    else readVariable(draft, variable, { value, lines })
  }
}

function readCustom(draft: DraftBuilder, custom: object, lines: LineRange): void {
  for (const [field, text] of Object.entries(custom)) {
    if (field !== 'entry-type') setExtra(draft, field, { text: typeof text === 'string' ? text : JSON.stringify(text), lines })
  }
}

function readVariable(draft: DraftBuilder, variable: string, { value, lines }: { value: unknown; lines: LineRange }): void {
  const own = ownVariables.get(variable) ?? 'text'
  const [field, , kind] = cslVariables.find(([, name]) => name === variable) ?? [variable, variable, own]
  const text = readValue(value, kind)
  const langid = variable === 'language' ? languages.find(([, tag]) => tag === text)?.[0] : undefined
  if (langid === undefined) setExtra(draft, field, { text, lines })
  else setExtra(draft, 'langid', { text: langid, lines })
}

function readValue(value: unknown, kind: VariableKind): string {
  if (kind === 'names' && Array.isArray(value)) return readNames(fromCslNames(value.filter(isName)))
  if (kind === 'date') return fromCslDate(value)
  if (typeof value !== 'string' && typeof value !== 'number') return JSON.stringify(value) ?? ''
  const text = readRichText(String(value))
  return kind === 'list' ? oneItem(text) : text
}

function readNames({ authors, andOthers }: { readonly authors: readonly Author[]; readonly andOthers: boolean }): string {
  return formatNameList(authors) + (andOthers ? ' and others' : '')
}
