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
  const { drafts, reasons } = readItems(lines.map((line) => line.text).join('\n'), lineFinder(lines))
  return { format: 'bibtex', layout: 'records', drafts, leftovers: nameLeftovers(lines, drafts, reasons) }
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

/** `start` and `end` are places in the text. */
type Value = { readonly latex: string; readonly start: number; readonly end: number }

type BibtexRecord = LineRange & {
  readonly type: string
  readonly key: string
  /** By biblatex's names. */
  readonly fields: ReadonlyMap<string, Value>
  readonly marks: readonly Mark[]
}

type BibtexFile = {
  readonly lineOf: LineOf
  readonly byKey: Map<string, BibtexRecord | null>
  /** By key in lower case. */
  readonly groupsOf: Map<string, string[]>
  /** Why a line that is in no draft is in none. */
  readonly reasons: Map<number, LeftoverReason>
}

type LineOf = (offset: number) => number

/** Records that refer to others, or that groups at the end of the file name, wait for the whole of it; the rest need not be kept. */
const refersAhead = ['crossref', 'xdata', 'jabref-meta']

function readItems(text: string, lineOf: LineOf): { readonly drafts: readonly Draft[]; readonly reasons: BibtexFile['reasons'] } {
  const file: BibtexFile = { lineOf, byKey: new Map(), groupsOf: new Map(), reasons: new Map() }
  const lowerCase = text.toLowerCase()
  const mustWait = refersAhead.some((word) => lowerCase.includes(word))
  const resolve = valueReader(text, lowerCase.includes('string') || lowerCase.includes('preamble'))
  const waiting: BibtexRecord[] = []
  const drafts: Draft[] = []
  for (const item of scanBibtex(text)) {
    if (item.kind === 'comment') readJabrefGroups(text.slice(item.start, item.end), file.groupsOf)
    if (item.kind === 'string') resolve.define(item.fields)
    if (item.kind === 'entry') {
      const record = keepRecord(item, file, { text, lineOf, resolve, mustWait })
      if (mustWait && isWork(record)) waiting.push(record)
      else if (isWork(record)) drafts.push(toDraft(record, file))
    } else if (item.kind !== 'junk') giveReason(file, item, item.kind)
  }
  return { drafts: mustWait ? waiting.map((record) => toDraft(record, file)) : drafts, reasons: file.reasons }
}

function keepRecord(entry: Entry, file: BibtexFile, context: Context): BibtexRecord {
  const key = entry.key.toLowerCase()
  const isRepeated = key !== '' && file.byKey.has(key)
  const record = readRecord(entry, context, isRepeated)
  if (key !== '' && !isRepeated) file.byKey.set(key, context.mustWait ? record : null)
  if (record.type === 'xdata') giveReason(file, entry, 'xdata')
  else if (entry.brokenAt !== null || !isWork(record)) giveReason(file, entry, 'broken-record')
  return record
}

type Place = { readonly start: number; readonly end: number }

function giveReason({ lineOf, reasons }: BibtexFile, { start, end }: Place, reason: LeftoverReason): void {
  const last = lineOf(end - 1)
  for (let line = lineOf(start); line <= last; line++) reasons.set(line, reason)
}

type Resolve = { (pieces: readonly Piece[]): string; readonly define: (fields: readonly RawField[]) => void }

/** Strings count from where they stand; those of the whole file are behind them, for the ones that come too late. */
function valueReader(text: string, hasStrings: boolean): Resolve {
  const strings = new Map<string, string>(monthStrings)
  const define = (fields: readonly RawField[]) => {
    for (const { name, pieces } of fields) strings.set(name, joinPieces(pieces, strings))
  }
  const ofWholeFile = hasStrings ? definitionsIn(text) : []
  for (const item of ofWholeFile.toReversed()) if (item.kind === 'string') define(item.fields)
  const preambles = ofWholeFile.flatMap((item) => (item.kind === 'preamble' ? [joinPieces(item.pieces, strings)] : []))
  const macros = readMacros(preambles.join('\n'))
  return Object.assign((pieces: readonly Piece[]) => expandMacros(joinPieces(pieces, strings), macros), { define })
}

function definitionsIn(text: string): readonly BibtexItem[] {
  const found: BibtexItem[] = []
  for (const item of scanBibtex(text)) if (item.kind === 'string' || item.kind === 'preamble') found.push(item)
  return found
}

type Entry = Extract<BibtexItem, { readonly kind: 'entry' }>
type Context = { readonly text: string; readonly lineOf: LineOf; readonly resolve: Resolve; readonly mustWait: boolean }

function readRecord(entry: Entry, { text, lineOf, resolve }: Context, isRepeated: boolean): BibtexRecord {
  const { brokenAt, isClosed } = entry
  const rawFields =
    brokenAt === null || entry.fields.some(({ name }) => name === 'title')
      ? entry.fields
      : [...entry.fields, ...cutField(text, brokenAt)]
  const fields = new Map<string, Value>()
  for (const { name, pieces, start, end } of rawFields) {
    const known = fieldNameOf(name)
    const value = { latex: resolve(pieces), start, end }
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
    (name) => file.byKey.get(name) ?? undefined,
    ({ latex }) => latex,
  )
  const values = new Map<string, string>()
  for (const [name, { latex }] of inherited) if (name !== 'xdata') values.set(name, latex)
  const reading = takeReading(values, file.groupsOf.get(key.toLowerCase()) ?? [])
  const { fields, origins, hasUncertainAuthors } = readFields(type, values)
  return {
    lineStart,
    lineEnd,
    fields,
    spans: spansOf(origins, record, file.lineOf),
    marks: hasUncertainAuthors ? ['uncertain-authors', ...marks] : marks,
    ...(reading === null ? {} : { reading }),
    ...(isCitationKey(key) && !marks.includes('repeated-key') ? { citationKey: key } : {}),
  }
}

/** What is inherited stands elsewhere and has no lines in this record. */
function spansOf(origins: ReadonlyMap<string, string>, { fields }: BibtexRecord, lineOf: LineOf): Draft['spans'] {
  const spans: Record<string, LineRange> = {}
  for (const [name, from] of origins) {
    const value = fields.get(from)
    if (value !== undefined) spans[name] = { lineStart: lineOf(value.start), lineEnd: lineOf(value.end - 1) }
  }
  return spans
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
