/**
 * The MEDLINE display format of PubMed, as .nbib files have it (NLM, "MEDLINE/PubMed Data Element Descriptions"): tags of two to four
 * characters, padded to four, a dash and a space; lines that begin with spaces go on. A record begins with its PMID. What has no field
 * of its own is kept as `medline-gr`.
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
import { readLooseDate } from '../loose-dates.ts'
import { formatNameList, readCommaName } from '../name-lists.ts'
import { withoutHtml } from '../read-html.ts'
import { accountForLines } from '../record-lines.ts'
import { type TaggedLine, type Tags, tagLines, tagsOf } from '../tagged-lines.ts'

const tagPattern = /^([A-Z][A-Z0-9]{1,3}) {0,2}-(?: (.*))?$/

/** Whether a text is in the MEDLINE format: its first tag is PMID. */
export function looksLikeNbib(head: string): boolean {
  const first = head.split(/\r\n|\r|\n/, 200).find((line) => line.trim() !== '') ?? ''
  return /^PMID ?- ?\d+\s*$/.test(first)
}

export function readNbib(lines: readonly SourceLine[]): ParsedSource {
  const drafts: Draft[] = []
  let record: TaggedLine[] = []
  const end = () => {
    if (record.length > 0) drafts.push(readRecord(record))
  }
  for (const line of tagLines(lines, tagPattern)) {
    if (line.tag === 'PMID') {
      end()
      record = [line]
    } else if (record.length > 0) record.push(line)
  }
  end()
  const readable = drafts.map(withoutHtml)
  return { format: 'nbib', layout: 'nbib', ...accountForLines(lines, readable, { isStructure: () => false, broken: new Set() }) }
}

function readRecord(record: readonly TaggedLine[]): Draft {
  const draft = startDraft()
  const tags = tagsOf(record.map((line) => ({ ...line, text: line.text.replace(/\s*\n\s*/g, ' ').trim() })))
  const title = tags.first('TI')
  const book = tags.first('BTI')
  draft.fields.entryType = book === undefined ? 'article' : title === undefined ? 'book' : 'incollection'
  draft.spans.entryType = (book ?? tags.all('PT')[0])?.lines ?? record[0]?.lines ?? { lineStart: 1, lineEnd: 1 }
  setText(draft, 'title', readTitle(title ?? book))
  setExtra(draft, 'origtitle', tags.first('TT'))
  readAuthors(draft, record, tags)
  setExtra(draft, 'editor', readEditors(tags))
  setVenue(draft, {
    container: (title === undefined ? undefined : book) ?? tags.first('JT') ?? tags.first('TA'),
    publisher: tags.first('PB'),
    series: tags.first('CTI'),
  })
  setExtra(draft, 'shortjournal', tags.first('TA'))
  setText(draft, 'volume', tags.first('VI'))
  setText(draft, 'issue', tags.first('IP'))
  setPages(draft, readPages(tags.first('PG')))
  const date = tags.first('DP')
  setDate(draft, date === undefined ? undefined : { ...date, text: readLooseDate(date.text) ?? date.text })
  readNumbers(draft, tags)
  setText(draft, 'abstract', tags.first('AB'))
  addTags(
    draft,
    [...tags.all('OT'), ...tags.all('MH')].map(({ text }) => text.replaceAll('*', '')),
  )
  setExtra(draft, 'note', tags.first('GN'))
  readRest(draft, tags)
  return finishDraft(draft, { lineStart: record[0]?.lines.lineStart ?? 1, lineEnd: record.at(-1)?.lines.lineEnd ?? 1 })
}

/** `175-81`, `S12-5`, `257R-64R`: NLM leaves out what the last page has in common with the first. */
function readPages(said: Said | undefined): Said | undefined {
  return said === undefined
    ? undefined
    : { ...said, text: said.text.replace(shortRange, (range, ...parts) => wholeRange(range, parts)) }
}

const shortRange = /(?<![\w-])([A-Za-z]*)(\d+)([A-Za-z]*)-(\d+)([A-Za-z]*)(?![\w-])/g

function wholeRange(range: string, [letters = '', first = '', behind = '', last = '', behindLast = '']: readonly string[]): string {
  if (last.length >= first.length) return range.replace('-', '–')
  return `${letters}${first}${behind}–${letters}${first.slice(0, first.length - last.length)}${last}${behindLast}`
}

/** A title ends in a full stop; one in brackets is a translation. */
function readTitle(said: Said | undefined): Said | undefined {
  if (said === undefined) return undefined
  const text = said.text.replace(/(?<!\.)\.$/, '')
  return { ...said, text: /^\[[^[\]]*\]$/.test(text) ? text.slice(1, -1) : text }
}

/** Full names where they are given, and groups, in the order of the record. */
function readAuthors(draft: DraftBuilder, record: readonly TaggedLine[], tags: Tags): void {
  const hasFullNames = tags.peek('FAU') !== undefined
  const lines = record.filter(({ tag }) => tag === 'CN' || tag === (hasFullNames ? 'FAU' : 'AU'))
  const authors = lines.flatMap(({ tag, text }) => (tag === 'CN' ? [{ literal: text.trim() }] : readPerson(text.trim())))
  tags.all('FAU', 'AU', 'CN')
  const [first] = lines
  if (first === undefined) return
  draft.fields.authors = authors
  draft.spans.authors = rangeOf(lines, first)
}

function rangeOf(lines: readonly { readonly lines: LineRange }[], first: { readonly lines: LineRange }): LineRange {
  return { lineStart: first.lines.lineStart, lineEnd: lines.at(-1)?.lines.lineEnd ?? first.lines.lineEnd }
}

/** `King, Martin Luther Jr`, `King ML` or `King ML Jr`. */
function readPerson(name: string): readonly Author[] {
  const [, short, suffix] = /^([^,]+ \p{Lu}{1,3}) (Jr|Sr|2nd|3rd|4th|II|III|IV)\.?$/u.exec(name) ?? []
  if (short !== undefined)
    return parseAuthorLine(short).authors.map((author) =>
      'literal' in author ? author : { ...author, given: `${author.given}, ${suffix}` },
    )
  if (!name.includes(',')) return parseAuthorLine(name).authors
  return [readCommaName(name.replace(/ (Jr|Sr|2nd|3rd|4th|II|III|IV)\.?$/, ', $1'))]
}

function readEditors(tags: Tags): Said | undefined {
  const full = tags.all('FED')
  const short = tags.all('ED')
  const said = full.length > 0 ? full : short
  const [first] = said
  if (first === undefined) return undefined
  return { text: formatNameList(said.flatMap(({ text }) => readPerson(text))), lines: rangeOf(said, first) }
}

function readNumbers(draft: DraftBuilder, tags: Tags): void {
  for (const said of tags.all('LID', 'AID')) {
    const [, text = said.text, kind = ''] = /^(\S+) \[(\w+)\]$/.exec(said.text) ?? []
    if (kind === 'doi') setDoi(draft, { ...said, text })
    else setExtra(draft, kind === 'pii' ? (/^e\d+$/.test(text) ? 'eid' : 'pii') : 'medline-aid', { ...said, text })
  }
  setExtra(draft, 'pmid', tags.first('PMID'))
  setExtra(draft, 'pmcid', tags.first('PMC'))
  const [issn, ...others] = tags.all('IS')
  setExtra(draft, 'issn', withoutKind(issn))
  setExtra(draft, 'medline-is', joined(others))
  setExtra(draft, 'isbn', withoutKind(tags.first('ISBN')))
  const language = tags.first('LA')
  const langid = languageCodes.get(language?.text ?? '')
  if (langid === undefined) setExtra(draft, 'language', language)
  else if (language !== undefined) setExtra(draft, 'langid', { ...language, text: langid })
  setExtra(draft, 'location', tags.first('PL'))
}

/** `0028-0836 (Print)`. */
function withoutKind(said: Said | undefined): Said | undefined {
  return said === undefined ? undefined : { ...said, text: said.text.replace(/ \([A-Za-z]+\)$/, '') }
}

/** ISO 639-2 as PubMed uses it, and babel's names. */
const languageCodes: ReadonlyMap<string, string> = new Map([
  ['eng', 'english'],
  ['fre', 'french'],
  ['ger', 'german'],
  ['spa', 'spanish'],
  ['ita', 'italian'],
  ['por', 'portuguese'],
  ['dut', 'dutch'],
  ['rus', 'russian'],
  ['pol', 'polish'],
  ['jpn', 'japanese'],
  ['chi', 'chinese'],
])

function readRest(draft: DraftBuilder, tags: Tags): void {
  for (const tag of tags.left()) setExtra(draft, `medline-${tag.toLowerCase()}`, joined(tags.all(tag)))
}

function joined(said: readonly Said[]): Said | undefined {
  const [first] = said
  return first === undefined ? undefined : { text: said.map(({ text }) => text).join('\n'), lines: rangeOf(said, first) }
}
