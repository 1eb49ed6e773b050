/**
 * RIS as drafts. A tag is two characters, two spaces, a dash and a space (programs are found that write one space, or none behind two and
 * the dash, and small letters); a line without one goes on with the value before it, and under KW is a keyword of its own. A record goes from TY to ER; where
 * ER is missing it ends at the next TY. What stands between records is left over.
 */
import type { Author } from '../../../db/model/author.ts'
import { parseAuthorLine } from '../../../db/model/author-names.ts'
import type { Draft, LineRange, ParsedSource } from '../../../db/model/draft.ts'
import { readDoi } from '../bibtex/read-identifiers.ts'
import { eachLine, type SourceLine } from '../decode-text.ts'
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
import { readLooseDate } from '../loose-dates.ts'
import { formatNameList, readCommaName } from '../name-lists.ts'
import { withoutHtml } from '../read-html.ts'
import { accountForLines } from '../record-lines.ts'
import { type TaggedLine, type Tags, tagLines, tagsOf } from '../tagged-lines.ts'
import { entryTypeOf, numberTagOf, risTags, thesisTypes } from './ris-tags.ts'

const tagPattern = /^\s{0,3}([A-Z][A-Z0-9](?= {0,2}-(?: |$)| {2}-)|[a-z][a-z0-9](?= {2}-(?: |$))) {0,2}- ?(.*)$/

/** Whether a text is RIS: its first tag is TY. */
export function looksLikeRis(head: string): boolean {
  const first = head.split(/\r\n|\r|\n/, 200).find((line) => tagPattern.test(line)) ?? ''
  return /^\s*TY {0,2}- ?[A-Z]{2,8}\s*$/i.test(first)
}

export function readRis(lines: readonly SourceLine[]): ParsedSource {
  const drafts = Array.from(readRecords(lines), withoutHtml)
  return { format: 'ris', layout: 'ris', ...accountForLines(lines, drafts, { isStructure: () => false, broken: new Set() }) }
}

/** What a file that Octavo wrote says of each of its records; one is held at a time. */
export function* readBackRis(text: string): Generator<readonly [place: number, record: WrittenRecord]> {
  let place = 0
  for (const draft of readRecords(eachLine(text))) yield [place++, { says: () => false, read: () => draft }]
}

function* readRecords(lines: Iterable<SourceLine>): Generator<Draft> {
  let record: TaggedLine[] = []
  for (const line of tagLines(lines, tagPattern)) {
    if (line.tag === 'TY') {
      if (record.length > 1) yield readRecord(record, false)
      record = [line]
    } else if (record.length > 0) record.push(line)
    if (line.tag !== 'ER') continue
    if (record.length > 1) yield readRecord(record, true)
    record = []
  }
  if (record.length > 1) yield readRecord(record, false)
}

function readRecord(record: readonly TaggedLine[], isClosed: boolean): Draft {
  const draft = startDraft()
  if (!isClosed) draft.marks.add('broken-record')
  const tags = tagsOf(record)
  const type = tags.first('TY')?.text.trim().toUpperCase() ?? ''
  tags.all('ER')
  readType(draft, tags, { type, lines: record[0]?.lines ?? { lineStart: 1, lineEnd: 1 } })
  setCitationKey(draft, tags.first('ID')?.text.trim() ?? '')
  setText(draft, 'title', tags.first('TI', 'T1', 'CT', ...(type === 'BOOK' || type === 'UNPB' ? ['BT'] : [])))
  readAuthors(draft, tags.all('AU', 'A1'))
  readVenue(draft, tags, type)
  setText(draft, 'volume', tags.first('VL'))
  if (numberTagOf(type) === 'SN' && tags.peek('SN') === undefined) setExtra(draft, 'number', tags.first('IS'))
  setText(draft, 'issue', tags.first('IS', 'CP'))
  readPages(draft, tags, type)
  readDates(draft, tags)
  readDois(draft, tags)
  const [url, ...urls] = tags.all('UR')
  setText(draft, 'url', url === undefined ? undefined : { ...url, text: url.text.trim().replace(/^<(\S+)>$/, '$1') })
  setExtra(draft, 'ris-ur', joined(urls))
  readNumbers(draft, tags, type)
  setText(draft, 'abstract', tags.first('AB', 'N2'))
  const keywords = tags.all('KW')
  for (const { text } of keywords) addTags(draft, text.split(keywords.length > 1 ? '\n' : /[\n;]/))
  readNotes(draft, tags)
  readRest(draft, tags)
  return finishDraft(draft, { lineStart: record[0]?.lines.lineStart ?? 1, lineEnd: record.at(-1)?.lines.lineEnd ?? 1 })
}

/** Mendeley has written it under M3, others under L3 or M1, and many once more. */
function readDois(draft: DraftBuilder, tags: Tags): void {
  setDoi(draft, tags.first('DO'))
  for (const tag of ['M3', 'L3', 'M1']) {
    const doi = readDoi(tags.peek(tag) ?? '')
    if (doi !== null && doi === (draft.fields.doi ?? doi)) setDoi(draft, tags.first(tag))
  }
}

/** Publishers say the DOI in a note, too. */
function readNotes(draft: DraftBuilder, tags: Tags): void {
  for (const said of tags.all('N1', 'RN')) {
    const text = said.text.trim()
    const doi = readDoi(text)
    if (doi !== null && doi === (draft.fields.doi ?? doi)) setDoi(draft, { ...said, text: doi })
    else if (text !== '') draft.notes.push(text)
  }
}

function readType(draft: DraftBuilder, tags: Tags, { type, lines }: { type: string; lines: LineRange }): void {
  const thesis = thesisTypes.some(([, name]) => name === tags.peek('M3')) ? tags.first('M3')?.text : undefined
  const known = entryTypeOf(type, thesis)
  const isVolume = type === 'CONF' && tags.peek('AU', 'A1', 'T2', 'BT', 'C3') === undefined && tags.peek('ED', 'A2') !== undefined
  draft.fields.entryType = isVolume ? 'proceedings' : (known ?? 'misc')
  draft.spans.entryType = lines
  if (known === undefined) setExtra(draft, 'ris-type', { text: type, lines })
  if (type === 'MGZN' || type === 'NEWS')
    setExtra(draft, 'entrysubtype', { text: type === 'NEWS' ? 'newspaper' : 'magazine', lines })
}

function readAuthors(draft: DraftBuilder, said: readonly Said[]): void {
  const names = said.flatMap(({ text }) => splitNames(text))
  const authors = names.filter((name) => !isOthers(name)).flatMap(readName)
  const [first] = said
  if (authors.length === 0 || first === undefined) return
  draft.fields.authors = authors
  if (authors.length < names.length) draft.fields.andOthers = true
  draft.spans.authors = { lineStart: first.lines.lineStart, lineEnd: said.at(-1)?.lines.lineEnd ?? first.lines.lineEnd }
}

function isOthers(name: string): boolean {
  return /^(?:et\.? al\.?|others)$/i.test(name)
}

/** `Family, Given`; IEEE writes `J. Smith`, and what else has no comma is a group. */
function readName(name: string): readonly Author[] {
  const group = /^\{([^{}]+)\}$/.exec(name)?.[1]
  if (group !== undefined) return [{ literal: group }]
  return initialsFirst.test(name) ? parseAuthorLine(name).authors : [readCommaName(name)]
}

const initialsFirst = /^(?:\p{Lu}\.[- ]?)+\p{L}[^,.]+$/u

/** A tag holds one name; programs are found that put all of them into one. */
function splitNames(text: string): readonly string[] {
  const parts = text.split(/\s*[;\n]\s*/)
  const names = parts.length > 1 && parts.every((part) => part === '' || part.includes(',')) ? parts : [text]
  return names.map((name) => name.replace(/\s+/g, ' ').replace(/,\s*$/, '').trim()).filter((name) => name !== '')
}

function readVenue(draft: DraftBuilder, tags: Tags, type: string): void {
  const proceedings = type === 'CONF' || type === 'CPAPER' ? tags.first('C3') : undefined
  if (proceedings !== undefined) setExtra(draft, 'eventtitle', tags.first('T2'))
  const full = proceedings ?? tags.first('JF') ?? tags.first('T2') ?? tags.first('BT')
  const names = tags.all('JO', 'JA', 'J2', 'J1')
  const [short = names[0], ...moreNames] = names.filter(({ text }) => text.trim() !== full?.text.trim())
  const isNew = ({ text }: Said) => text.trim() !== short?.text.trim()
  setExtra(draft, 'ris-ja', joined(moreNames.filter(isNew)))
  if (tags.peek('T2') === full?.text.trim()) tags.first('T2')
  const isSeries = type === 'BOOK' || type === 'EDBOOK'
  const series = tags.first('T3') ?? (isSeries ? full : undefined)
  const container = isSeries && series === full ? undefined : (full ?? short)
  setVenue(draft, { container, publisher: tags.first('PB', 'PU'), series })
  if (full !== undefined && short !== undefined && short.text.trim() !== full.text.trim()) setExtra(draft, 'shortjournal', short)
}

/** A start and an end; a range in either; for a book, how many there are. */
function readPages(draft: DraftBuilder, tags: Tags, type: string): void {
  const start = tags.first('SP')
  const end = tags.first('EP')
  const [from = '', to = ''] = [start?.text.trim(), end?.text.trim()]
  if (start === undefined || from === '') setPages(draft, end)
  else if (to === '' && type === 'BOOK' && /^[\divxlc]+$|\d\s*p(?:p|ages|ag)?\.?$/i.test(from)) setExtra(draft, 'pagetotal', start)
  else if (to === '' || to === from || /[-‐-―]./.test(from)) setPages(draft, start)
  else
    setPages(draft, {
      text: `${from.replace(/[-‐-―]+$/, '')}–${to}`,
      lines: { lineStart: start.lines.lineStart, lineEnd: end?.lines.lineEnd ?? 0 },
    })
}

/** The finest date of those that agree with the year. */
function readDates(draft: DraftBuilder, tags: Tags): void {
  const years = tags.all('PY', 'Y1')
  const year = Number(/-?\d{4}/.exec(years[0]?.text ?? '')?.[0] ?? Number.NaN)
  const dates = [...years, ...tags.all('DA')].map((said) => ({
    text: readLooseDate(said.text, Number.isNaN(year) ? null : year) ?? said.text,
    lines: said.lines,
  }))
  const agreeing = dates.filter(({ text }) => Number.isNaN(year) || text.startsWith(String(year)))
  const [finest] = agreeing.toSorted((a, b) => b.text.length - a.text.length)
  setDate(draft, finest ?? dates[0])
}

function readNumbers(draft: DraftBuilder, tags: Tags, type: string): void {
  readAccession(draft, tags)
  const custom = tags.first('C2')
  setExtra(draft, /^PMC\d+$/.test(custom?.text.trim() ?? '') ? 'pmcid' : 'ris-c2', custom)
  if (numberTagOf(type) === 'M1') setExtra(draft, 'number', tags.first('M1'))
  for (const said of tags.all('SN')) {
    const text = said.text.replace(/\s*\((?:ISSN|ISBN|Print|Electronic|Online)\)/gi, '').trim()
    const isOwn = numberTagOf(type) === 'SN' && !isIssn(text) && !isIsbn(text)
    const name = isOwn ? 'number' : isIssn(text) ? 'issn' : 'isbn'
    const before = draft.extra.get(name)
    if (before === undefined) setExtra(draft, name, { ...said, text })
    else if (!before.split(', ').includes(text)) draft.extra.set(name, `${before}, ${text}`)
  }
}

/** The number of a work in a database: PubMed's and arXiv's are known. */
function readAccession(draft: DraftBuilder, tags: Tags): void {
  const said = tags.first('AN')
  const text = said?.text.trim() ?? ''
  const [, user] = /^(\d+) ?\[pmid\]$/.exec(tags.peek('U1') ?? '') ?? []
  const isOfPubmed = /^\d+$/.test(text) && (user === text || /pubmed|medline/i.test(tags.peek('DB') ?? tags.peek('DP') ?? ''))
  if (isOfPubmed) {
    setExtra(draft, 'pmid', said)
    if (tags.peek('DB') === 'PubMed') tags.first('DB')
  } else if (said !== undefined && !(/^arxiv:/i.test(text) && setArxivId(draft, said))) setExtra(draft, 'ris-an', said)
}

function isIsbn(text: string): boolean {
  return /^(?:ISBN\s*)?(?:97[89])?\d{9}[\dX]$/i.test(text.replace(/[ -]/g, ''))
}

function isIssn(text: string): boolean {
  return /^\s*(?:ISSN\s*)?\d{4}-?\d{3}[\dX]\b/i.test(text) && !/^\s*97[89]/.test(text)
}

function readRest(draft: DraftBuilder, tags: Tags): void {
  for (const [field, tag, kind] of risTags) {
    const isTaken = kind !== 'names' && draft.extra.has(field)
    const isVersion = field === 'edition' && hasVersion(draft, tags.peek(tag))
    const said = isTaken || isVersion ? [] : tags.all(tag)
    if (said.length === 0) continue
    if (kind === 'names') addNames(draft, field, readNames(said))
    else if (kind === 'date')
      setExtra(
        draft,
        field,
        mapText(joined(said), (text) => readLooseDate(text) ?? text),
      )
    else setExtra(draft, field, mapText(joined(said), kind === 'list' ? oneItem : (text) => text))
  }
  for (const tag of tags.left()) setExtra(draft, `ris-${tag.toLowerCase()}`, joined(tags.all(tag)))
}

/** Of programs and data, the edition is a version where it looks like one. */
function hasVersion({ fields }: DraftBuilder, text = ''): boolean {
  return /^v\.? ?\d|^\d+\.\d/i.test(text) && (fields.entryType === 'software' || fields.entryType === 'dataset')
}

/** Editors stand under one tag, or another, or both. */
function addNames(draft: DraftBuilder, field: string, said: Said | undefined): void {
  const before = draft.extra.get(field)
  if (before === undefined) setExtra(draft, field, said)
  else if (said !== undefined && !before.includes(said.text)) draft.extra.set(field, `${before} and ${said.text}`)
}

function readNames(said: readonly Said[]): Said | undefined {
  const names = said.flatMap(({ text }) => splitNames(text))
  const authors = names.filter((name) => !isOthers(name)).flatMap(readName)
  const list = formatNameList(authors) + (authors.length < names.length ? ' and others' : '')
  return mapText(joined(said), () => list)
}

function mapText(said: Said | undefined, map: (text: string) => string): Said | undefined {
  return said === undefined ? undefined : { ...said, text: map(said.text.trim()) }
}

/** The values of one tag, a line each. */
function joined(said: readonly Said[]): Said | undefined {
  const [first] = said
  if (first === undefined) return undefined
  const lines: LineRange = { lineStart: first.lines.lineStart, lineEnd: said.at(-1)?.lines.lineEnd ?? first.lines.lineEnd }
  return { text: said.map(({ text }) => text.trim().replace(/\s*\n\s*/g, ' ')).join('\n'), lines }
}
