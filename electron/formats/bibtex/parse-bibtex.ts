/**
 * A .bib file as drafts, in these steps: scan the structure; look up strings and commands; inherit from `crossref` and `xdata`; take
 * what someone read, tagged and noted; read the fields. Every line that is not blank is in a draft or a leftover: a record that
 * cannot be read to its end is a draft up to the field that is broken, and leftovers from there.
 */

import { isCitationKey } from '../../../db/model/citation-key.ts'
import type { Draft, Leftover, LeftoverReason, LineRange, Mark, ParsedSource } from '../../../db/model/draft.ts'
import type { SourceLine } from '../decode-text.ts'
import { takeReading } from './carried-reading.ts'
import { fieldNameOf } from './field-names.ts'
import { inheritFields } from './inherit-fields.ts'
import { readJabrefGroups } from './jabref-groups.ts'
import { readFields } from './read-fields.ts'
import { expandMacros, joinPieces, monthStrings, readMacros } from './resolve-value.ts'
import { type BibtexItem, type Piece, type RawField, scanBibtex } from './scan-bibtex.ts'

export function parseBibtex(lines: readonly SourceLine[]): ParsedSource {
  const text = lines.map((line) => line.text).join('\n')
  const file = readItems(text, lineFinder(lines))
  const drafts = file.records.filter(isWork).map((record) => toDraft(record, file))
  const leftovers = nameLeftovers(lines, drafts, file.reasons)
  return { format: 'bibtex', layout: layoutOf(file.records), drafts, leftovers }
}

const mostLinesBefore = 200

/** Whether a text is a .bib: an entry or command of one begins a line, near the top unless the file is named so. */
export function isBibtex(name: string, lines: readonly SourceLine[]): boolean {
  const isNamedSo = /\.bib(?:tex|latex)?$/i.test(name)
  const head = isNamedSo ? lines : lines.slice(0, mostLinesBefore)
  return head.some(({ text }, index) => text.includes('@') && firstEntry.test(`${text}\n${lines[index + 1]?.text ?? ''}`))
}

const firstEntry =
  /^[ \t]*@[ \t]*(?:(?:string|preamble|comment)\s*[{(]|[a-z]+\s*[{(]\s*(?:[^\s,{}"=()]*\s*,|[^\s,{}"=()]+\s*=\s*[{"\d]|$))/i

type Value = { readonly latex: string; readonly lines: LineRange }

type BibtexRecord = LineRange & {
  readonly type: string
  readonly key: string
  /** By biblatex's names. */
  readonly fields: ReadonlyMap<string, Value>
  readonly marks: readonly Mark[]
}

type BibtexFile = {
  readonly records: readonly BibtexRecord[]
  readonly byKey: ReadonlyMap<string, BibtexRecord>
  /** By key in lower case. */
  readonly groupsOf: ReadonlyMap<string, readonly string[]>
  /** Why a line that is in no draft is in none. */
  readonly reasons: ReadonlyMap<number, LeftoverReason>
}

type LineOf = (offset: number) => number

function readItems(text: string, lineOf: LineOf): BibtexFile {
  const items = [...scanBibtex(text)]
  const resolve = valueReader(items)
  const file = { records: [] as BibtexRecord[], byKey: new Map<string, BibtexRecord>(), groupsOf: new Map(), reasons: new Map() }
  for (const item of items) {
    if (item.kind === 'junk') continue
    const lines = { lineStart: lineOf(item.start), lineEnd: lineOf(item.end - 1) }
    if (item.kind === 'comment') readJabrefGroups(text.slice(item.start, item.end), file.groupsOf)
    if (item.kind === 'string') resolve.define(item.fields)
    if (item.kind !== 'entry') {
      giveReason(file.reasons, lines, item.kind)
      continue
    }
    const key = item.key.toLowerCase()
    const record = readRecord(item, { text, lineOf, resolve, isRepeated: file.byKey.has(key) })
    file.records.push(record)
    if (key !== '' && !file.byKey.has(key)) file.byKey.set(key, record)
    if (record.type === 'xdata') giveReason(file.reasons, lines, 'xdata')
    else if (item.brokenAt !== null || !isWork(record)) giveReason(file.reasons, lines, 'broken-record')
  }
  return file
}

function giveReason(reasons: Map<number, LeftoverReason>, { lineStart, lineEnd }: LineRange, reason: LeftoverReason): void {
  for (let line = lineStart; line <= lineEnd; line++) reasons.set(line, reason)
}

type Resolve = { (pieces: readonly Piece[]): string; readonly define: (fields: readonly RawField[]) => void }

/** Strings count from where they stand; those of the whole file are behind them, for the ones that come too late. */
function valueReader(items: readonly BibtexItem[]): Resolve {
  const strings = new Map<string, string>(monthStrings)
  const define = (fields: readonly RawField[]) => {
    for (const { name, pieces } of fields) strings.set(name, joinPieces(pieces, strings))
  }
  for (const item of items.toReversed()) if (item.kind === 'string') define(item.fields)
  const preambles = items.flatMap((item) => (item.kind === 'preamble' ? [joinPieces(item.pieces, strings)] : []))
  const macros = readMacros(preambles.join('\n'))
  const resolve = (pieces: readonly Piece[]) => expandMacros(joinPieces(pieces, strings), macros)
  return Object.assign(resolve, { define })
}

type Entry = Extract<BibtexItem, { readonly kind: 'entry' }>
type Context = { readonly text: string; readonly lineOf: LineOf; readonly resolve: Resolve; readonly isRepeated: boolean }

function readRecord(entry: Entry, { text, lineOf, resolve, isRepeated }: Context): BibtexRecord {
  const { brokenAt, isClosed } = entry
  const rawFields =
    brokenAt === null || entry.fields.some(({ name }) => name === 'title')
      ? entry.fields
      : [...entry.fields, ...cutField(text, brokenAt)]
  const fields = new Map<string, Value>()
  for (const { name, pieces, start, end } of rawFields) {
    const known = fieldNameOf(name)
    const value = { latex: resolve(pieces), lines: { lineStart: lineOf(start), lineEnd: lineOf(end - 1) } }
    if (!fields.has(known)) fields.set(known, value)
    else if (!fields.has(name)) fields.set(name, value)
  }
  const lineStart = lineOf(entry.start)
  const lastRead = rawFields.at(-1)
  const lineEnd =
    brokenAt === null ? lineOf(lastCharacter(text, entry.end)) : Math.max(lineStart, lineOf((lastRead?.end ?? entry.start + 1) - 1))
  const marks: Mark[] = [
    ...(brokenAt === null && isClosed ? [] : ['broken-record' as const]),
    ...(isRepeated ? ['repeated-key' as const] : []),
  ]
  return { type: entry.type, key: entry.key, fields, marks, lineStart, lineEnd }
}

/** A title whose end is missing ends with its line. */
function cutField(text: string, at: number): readonly RawField[] {
  const lineEnd = text.indexOf('\n', at)
  const line = text.slice(at, lineEnd < 0 ? text.length : lineEnd)
  const [, name = '', value = ''] = /^(\w+)\s*=\s*[{"]\s*(.*?)[\s,}"]*$/.exec(line) ?? []
  return value === ''
    ? []
    : [{ name: name.toLowerCase(), pieces: [{ kind: 'text', text: value }], start: at, end: at + line.length }]
}

/** The place of the last character before `end` that is not white space. */
function lastCharacter(text: string, end: number): number {
  let at = end - 1
  while (at > 0 && /\s/.test(text.charAt(at))) at--
  return at
}

function isWork({ type, fields }: BibtexRecord): boolean {
  return type !== 'xdata' && fields.size > 0
}

function toDraft(record: BibtexRecord, file: BibtexFile): Draft {
  const { lineStart, lineEnd, type, key, marks } = record
  const inherited = inheritFields<Value>(
    record,
    (name) => file.byKey.get(name),
    ({ latex }) => latex,
  )
  const values = new Map([...inherited].map(([name, { latex }]) => [name, latex]))
  values.delete('xdata')
  const reading = takeReading(values, file.groupsOf.get(key.toLowerCase()) ?? [])
  const { fields, origins, hasUncertainAuthors } = readFields(type, values)
  const spans = Object.fromEntries([...origins].flatMap(([name, from]) => spanOf(name, record.fields.get(from))))
  return {
    lineStart,
    lineEnd,
    fields,
    spans,
    marks: hasUncertainAuthors ? ['uncertain-authors', ...marks] : marks,
    ...(reading === null ? {} : { reading }),
    ...(isCitationKey(key) && !marks.includes('repeated-key') ? { citationKey: key } : {}),
  }
}

/** What is inherited stands elsewhere and has no lines in this record. */
function spanOf(name: string, value: Value | undefined): readonly (readonly [name: string, lines: LineRange])[] {
  return value === undefined ? [] : [[name, value.lines]]
}

function nameLeftovers(
  lines: readonly SourceLine[],
  drafts: readonly Draft[],
  reasons: BibtexFile['reasons'],
): readonly Leftover[] {
  const covered = new Uint8Array(lines.length + 2)
  for (const { lineStart, lineEnd } of drafts) covered.fill(1, lineStart, lineEnd + 1)
  return lines
    .filter(({ number, text }) => covered[number] === 0 && text.trim() !== '')
    .map(({ number, text }) => ({ line: number, text, reason: reasons.get(number) ?? 'comment' }))
}

function layoutOf(records: readonly BibtexRecord[]): string {
  return records.some(({ fields }) => fields.has('date') || fields.has('langid') || fields.has('maintitle')) ? 'biblatex' : 'bibtex'
}

/** From the place of a character in the joined lines to the number of its line. */
function lineFinder(lines: readonly SourceLine[]): LineOf {
  const starts = new Int32Array(lines.length)
  let start = 0
  for (const [index, { text }] of lines.entries()) {
    starts[index] = start
    start += text.length + 1
  }
  let last = 0
  // Asked in the order of the text, the next line is the one of before or just behind it.
  return (offset) => {
    const isBehind = (starts[last] ?? 0) <= offset
    if (isBehind && offset < (starts[last + 1] ?? Number.POSITIVE_INFINITY)) return lines[last]?.number ?? 1
    let low = isBehind ? last : 0
    let high = isBehind && offset < (starts[last + 20] ?? 0) ? last + 20 : lines.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    last = low
    return lines[low]?.number ?? 1
  }
}
