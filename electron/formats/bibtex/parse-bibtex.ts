/**
 * A .bib file as drafts, in these steps: scan the structure; look up strings and commands; inherit from `crossref` and `xdata`; take
 * what someone read, tagged and noted; read the fields. Every line that is not blank is in a draft or a leftover: a record that
 * cannot be read to its end is a draft up to the field that is broken, and leftovers from there.
 */

import { isCitationKey, nearestCitationKey } from '../../../db/model/citation-key.ts'
import type {
  CarriedReading,
  Draft,
  Leftover,
  LeftoverReason,
  LineRange,
  Mark,
  ParsedSource,
  SaidRecord,
} from '../../../db/model/draft.ts'
import type { SourceLine } from '../decode-text.ts'
import type { WrittenRecord } from '../find-losses.ts'
import { readHtml } from '../read-html.ts'
import { type LineOf, lineFinder } from '../record-lines.ts'
import { readBibdeskGroups } from './bibdesk-groups.ts'
import { takeReading } from './carried-reading.ts'
import { fieldKindOf, fieldNameOf } from './field-names.ts'
import { hasGranularXdata, mayHaveGranularXdata, takeGranularXdata } from './granular-xdata.ts'
import { inheritFields } from './inherit-fields.ts'
import { addGroups, type Groups, readJabrefGroups } from './jabref-groups.ts'
import { type ReadFields, readFields } from './read-fields.ts'
import { createValueReader, type ValueReader } from './resolve-value.ts'
import { saysAsMeant } from './says-as-meant.ts'
import { type BibtexItem, type RawField, scanBibtex } from './scan-bibtex.ts'

/** `text` is the source of the lines, if it is at hand: a large file is not copied then. */
export function parseBibtex(lines: readonly SourceLine[], text?: string): ParsedSource {
  const joined = text === undefined || text.includes('\r') ? lines.map((line) => line.text).join('\n') : text
  const { drafts, reasons } = readItems(joined, lineFinder(lines))
  return { format: 'bibtex', layout: 'records', drafts, leftovers: nameLeftovers(lines, drafts, reasons) }
}

/** What a .bib that Octavo wrote says of each of its records, by the places of their entries; one record at a time is held. */
export function* readBackBibtex(text: string): Generator<readonly [place: number, record: WrittenRecord]> {
  for (const found of readRecords(startFile(text, { lineOf: () => 1, keys: null }))) {
    const written = { type: found.record.type, latexOf: (name: string) => found.fields.get(name)?.latex ?? '' }
    yield [found.place, { says: (paper, options) => saysAsMeant(written, paper, options), read: () => readSaid(found) }]
  }
}

function readSaid(found: FoundRecord): SaidRecord {
  const { fields, reading } = readFound(found)
  return { fields, ...(reading === null ? {} : { reading }) }
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
  readonly text: string
  readonly lineOf: LineOf
  readonly values: ValueReader
  /** Those met, in lower case; null where nobody asks which are repeated. */
  readonly keys: Set<string> | null
  readonly groups: Groups
  /** Why a line that is in no draft is in none. */
  readonly reasons: Map<number, LeftoverReason>
}

function readItems(text: string, lineOf: LineOf): { readonly drafts: readonly Draft[]; readonly reasons: BibtexFile['reasons'] } {
  const file = startFile(text, { lineOf, keys: new Set() })
  const drafts: Draft[] = []
  for (const found of readRecords(file)) drafts[found.place] = toDraft(found, file)
  return {
    // Entries that are no works have left their places empty, and filtering skips those.
    drafts: drafts.filter(() => true).map((draft) => addGroups(draft, file.groups)),
    reasons: file.reasons,
  }
}

function startFile(text: string, { lineOf, keys }: Pick<BibtexFile, 'lineOf' | 'keys'>): BibtexFile {
  return { text, lineOf, keys, values: createValueReader(), groups: { ofKey: new Map(), paths: new Map() }, reasons: new Map() }
}

/** `place` is that among the entries of the file; `fields` are with those that are inherited. */
type FoundRecord = { readonly place: number; readonly record: BibtexRecord; readonly fields: BibtexRecord['fields'] }

/** In the order of the file, and then those that inherit, for what they inherit from may stand behind them. */
function* readRecords(file: BibtexFile): Generator<FoundRecord> {
  const heirs: Pick<FoundRecord, 'place' | 'record'>[] = []
  const mayBeGranular = mayHaveGranularXdata(file.text)
  let place = -1
  for (const item of scanBibtex(file.text)) {
    if (item.kind === 'entry') {
      const record = keepRecord(item, file)
      place++
      if (record === null) continue
      if (isHeir(record.fields) || (mayBeGranular && hasGranularXdata(record.fields))) heirs.push({ place, record })
      else yield { place, record, fields: record.fields }
    } else if (item.kind !== 'junk') keepDefinition(item, file)
  }
  if (heirs.length === 0) return
  const find = parentFinder(file)
  for (const heir of heirs) {
    const fields = inheritFields(heir.record, find, ({ latex }) => latex)
    yield { ...heir, fields: mayBeGranular ? takeGranularXdata(fields, find) : fields }
  }
}

function isHeir(fields: BibtexRecord['fields']): boolean {
  return fields.has('crossref') || fields.has('xdata')
}

function keepDefinition(item: Exclude<BibtexItem, { readonly kind: 'entry' | 'junk' }>, file: BibtexFile): void {
  giveReason(file, item, item.kind)
  if (item.kind === 'comment') for (const read of groupReaders) read(file.text.slice(item.start, item.end), file.groups)
  if (item.kind === 'string') file.values.defineStrings(item.fields)
  if (item.kind === 'preamble') file.values.defineCommands(item.pieces)
}

const groupReaders = [readJabrefGroups, readBibdeskGroups]

/** Null for a record that is no work: data for others, or nothing. */
function keepRecord(entry: Entry, file: BibtexFile): BibtexRecord | null {
  const key = entry.key.toLowerCase()
  const record = readRecord(entry, file, file.keys?.has(key) === true)
  if (key !== '') file.keys?.add(key)
  const isWork = record.type !== 'xdata' && record.fields.size > 0
  if (record.type === 'xdata') giveReason(file, entry, 'xdata')
  else if (entry.brokenAt !== null || !isWork) giveReason(file, entry, 'broken-record')
  return isWork ? record : null
}

/** A record that others refer to is read again for them, so that none is kept. Of a key that is there twice, the first counts. */
function parentFinder(file: BibtexFile): (key: string) => BibtexRecord | undefined {
  const places = new Map<string, number>()
  for (const item of scanBibtex(file.text)) {
    const key = item.kind === 'entry' ? item.key.toLowerCase() : ''
    if (key !== '' && !places.has(key)) places.set(key, item.start)
  }
  const found = new Map<string, BibtexRecord>()
  return (key) => {
    const place = places.get(key)
    if (place === undefined || found.has(key)) return found.get(key)
    const entry = scanBibtex(file.text, place).next().value
    if (entry?.kind === 'entry') found.set(key, readRecord(entry, file, false))
    return found.get(key)
  }
}

type Place = { readonly start: number; readonly end: number }

function giveReason({ lineOf, reasons }: BibtexFile, { start, end }: Place, reason: LeftoverReason): void {
  const last = lineOf(end - 1)
  for (let line = lineOf(start); line <= last; line++) reasons.set(line, reason)
}

type Entry = Extract<BibtexItem, { readonly kind: 'entry' }>

function readRecord(entry: Entry, { text, lineOf, values }: BibtexFile, isRepeated: boolean): BibtexRecord {
  const { brokenAt, isClosed } = entry
  const rawFields =
    brokenAt === null || entry.fields.some(({ name }) => name === 'title')
      ? entry.fields
      : [...entry.fields, ...cutField(text, brokenAt)]
  const fields = new Map<string, Value>()
  const hasAddress = rawFields.some(({ name }) => name === 'address')
  for (const { name, pieces, start, end } of rawFields) {
    // Beside the publisher's address, ACM says in `location` where a conference was.
    const known = hasAddress && name === 'location' ? 'venue' : fieldNameOf(name)
    const value = { latex: values.read(pieces), start, end }
    if (fields.has(known)) keepRepeated(fields, { known, name, value })
    else fields.set(known, value)
  }
  const lineStart = lineOf(entry.start)
  const lastRead = rawFields.at(-1)
  const lineEnd =
    brokenAt === null ? lineOf(lastCharacter(text, entry.end)) : Math.max(lineStart, lineOf((lastRead?.end ?? entry.start + 1) - 1))
  const marks: Mark[] = []
  if (brokenAt !== null || !isClosed) marks.push('broken-record')
  if (isRepeated) marks.push('repeated-key')
  return { type: entry.type, key: entry.key, fields, marks, lineStart, lineEnd }
}

type NamedValue = { readonly known: string; readonly name: string; readonly value: Value }

/**
 * Of a field that is there twice the first counts, as in BibTeX, but keywords and people are all meant, as JabRef takes them; what else
 * is said is kept beside, as `note-2`.
 */
function keepRepeated(fields: Map<string, Value>, { known, name, value }: NamedValue): void {
  const before = fields.get(known) ?? value
  if (known === 'keywords') fields.set(known, { ...before, latex: `${before.latex}, ${value.latex}` })
  else if (before.latex === value.latex || value.latex === '') return
  else if (fieldKindOf(known) === 'names') fields.set(known, { ...before, latex: `${before.latex} and ${value.latex}` })
  else {
    const names = [name, ...furtherPlaces.map((place) => `${name}-${place}`)]
    const free = names.find((beside) => !fields.has(beside))
    if (free !== undefined) fields.set(free, value)
  }
}

const furtherPlaces = [2, 3, 4, 5, 6, 7, 8, 9]

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

function toDraft(found: FoundRecord, file: BibtexFile): Draft {
  const { record } = found
  const { lineStart, lineEnd, key, marks } = record
  const { reading, fields, origins, hasUncertainAuthors } = readFound(found)
  return {
    lineStart,
    lineEnd,
    fields: readHtml(fields),
    spans: spansOf(origins, record, file.lineOf),
    marks: hasUncertainAuthors ? ['uncertain-authors', ...marks] : marks,
    ...(reading === null ? {} : { reading }),
    ...(marks.includes('repeated-key') ? {} : readKeys(key, fields.extra?.ids ?? '')),
  }
}

/** A key that no document could cite is kept as an alias of the nearest that can be. */
function readKeys(key: string, ids: string): Pick<Draft, 'citationKey' | 'keyAliases'> {
  if (ids === '' && isCitationKey(key)) return { citationKey: key }
  const citationKey = nearestCitationKey(key)
  if (citationKey === null) return {}
  const others = [key, ...ids.split(',')].map((other) => other.trim())
  const keyAliases = others.filter((other) => other !== '' && other !== citationKey && other.length <= longestAlias)
  return keyAliases.length === 0 ? { citationKey } : { citationKey, keyAliases }
}

const longestAlias = 200

function readFound({ record, fields }: FoundRecord): ReadFields & { readonly reading: CarriedReading | null } {
  const values = new Map<string, string>()
  for (const [name, { latex }] of fields) if (name !== 'xdata') values.set(name, latex)
  const reading = takeReading(values)
  return { reading, ...readFields(record.type, values) }
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
