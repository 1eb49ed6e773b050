import { hash } from 'node:crypto'
import { settleCitationKeys } from './citation-keys.ts'
import { type ReadableDatabase, statement, type WritableDatabase } from './database.ts'
import { type EntryFields, isFieldName } from './model/fields.ts'
import { packHashes } from './model/fingerprints.ts'
import type { OnProgress } from './model/progress.ts'
import { type Edit, settlePaper } from './model/settle-paper.ts'
import { sampleOf, type WorkText, workText } from './model/work-text.ts'
import { type PaperTruth, readTruth } from './paper-truth.ts'
import type { PaperRecords } from './queries/paper-records.ts'
import {
  indexNotes,
  indexPapers,
  insertMatches,
  type PaperMatches,
  removeSettled,
  type SearchText,
  type SettledRow,
  searchTextOf,
  updateSettledRow,
  writeSettledRows,
} from './settled-rows.ts'

/** As many as memory bears: the next write after words were indexed sends them to disk, and each such part is merged later. */
const papersIndexedAtOnce = 20_000
const papersReadAtOnce = 500

/**
 * The only writer of what is derived of papers: values, authors, keys shown, search index, fingerprints. Papers that are gone or
 * merged into another lose theirs. All rows go before all index rows: anything between two FTS5 inserts costs a factor of three.
 */
export function settlePapers(db: WritableDatabase, paperIds: readonly number[], onProgress?: OnProgress): void {
  const ids = paperIds.toSorted((a, b) => a - b)
  for (let start = 0; start < ids.length; start += papersIndexedAtOnce) {
    const work: IndexWork = { matches: [], texts: [], notes: [] }
    const end = Math.min(start + papersIndexedAtOnce, ids.length)
    for (let done = start; done < end; done += papersReadAtOnce) {
      onProgress?.({ what: 'Settling papers', done, total: ids.length, unit: 'papers' })
      settleRows(db, ids.slice(done, Math.min(done + papersReadAtOnce, end)), work)
    }
    onProgress?.({ what: 'Indexing papers', done: end, total: ids.length, unit: 'papers' })
    insertMatches(db, work.matches)
    onProgress?.({ what: 'Indexing papers', done: end, total: ids.length, unit: 'papers' })
    indexPapers(db, work.texts)
    indexNotes(db, work.notes)
  }
}

/** Those that a migration marked; one with a record that cannot be read stays as it was, for the check to tell. */
export function settleOutdated(db: WritableDatabase): void {
  const outdated = statement<[], { paperId: number }>(
    db,
    `SELECT paperId FROM paperValues AS own WHERE recordsDigest = ''
       AND NOT EXISTS (SELECT 1 FROM entries WHERE entries.paperId = own.paperId AND NOT json_valid(fields))
       AND NOT EXISTS (SELECT 1 FROM edits WHERE edits.paperId = own.paperId AND NOT json_valid(value))`,
  ).all()
  if (outdated.length === 0) return
  const paperIds = outdated.map(({ paperId }) => paperId)
  db.transaction(() => settlePapers(db, paperIds)).immediate()
}

/** What waits for the rows; an index that has nothing of a paper yet has nothing to remove. */
type IndexWork = {
  readonly matches: PaperMatches[]
  readonly texts: (SearchText & { readonly isNew: boolean })[]
  readonly notes: { readonly paperId: number; readonly text: string; readonly isNew: boolean }[]
}

/** Table by table: a statement that runs between others takes twice its time, and more. */
function settleRows(db: WritableDatabase, paperIds: readonly number[], work: IndexWork): void {
  const truths = readTruth(db, paperIds).filter(({ paper }) => paper.mergedInto === null)
  const live = new Set(truths.map(({ paper }) => paper.id))
  for (const paperId of paperIds) if (!live.has(paperId)) removeSettled(db, paperId)
  const digests = readDigests(db, paperIds)
  const settled = withCitationKeys(
    db,
    truths.map((truth) => ({ truth, row: settleTruth(truth), before: digests.get(truth.paper.id) ?? null })),
  )
  const isSame = ({ row, before }: Settled) => before?.recordsDigest === row.recordsDigest
  const changed = settled.filter((one) => !isSame(one))
  for (const { row } of settled.filter(isSame)) updateSettledRow(db, row)
  writeSettledRows(
    db,
    changed.map(({ row, before }) => ({ row, isNew: before === null })),
  )
  for (const { truth, row, before } of changed) {
    work.matches.push({ paperId: row.paperId, ...matchesOf(truth.records) })
    work.texts.push({ ...searchTextOf(row.paperId, row.settled.values), isNew: before === null })
  }
  for (const { truth, row, before } of settled)
    if ((before?.notesDigest ?? digestOfNothing) !== row.notesDigest)
      work.notes.push({ paperId: row.paperId, text: truth.notes, isNew: before === null })
}

type Keyless = { readonly truth: PaperTruth; readonly row: KeylessRow; readonly before: Digests | null }
type Settled = Keyless & { readonly row: SettledRow }

function withCitationKeys(db: WritableDatabase, settled: readonly Keyless[]): readonly Settled[] {
  const inputs = settled.map(({ truth: { paper, records, givenKey }, row }) => ({
    paper,
    settled: row.settled,
    edits: records.edits,
    givenKey,
  }))
  const keys = settleCitationKeys(db, inputs)
  return settled.map((one, index) => ({ ...one, row: { ...one.row, citationKey: keys[index] ?? '' } }))
}

type KeylessRow = Omit<SettledRow, 'citationKey'>

type FreshRow = PaperTruth & { readonly row: KeylessRow }

/** What a paper's settled row must say beside its key, computed afresh from the truth. */
export function computeRow(db: ReadableDatabase, paperId: number): FreshRow {
  const [truth] = readTruth(db, [paperId])
  if (truth === undefined) throw new Error(`There is no paper ${paperId}.`)
  return { ...truth, row: settleTruth(truth) }
}

function settleTruth({ paper, records, status, notes }: PaperTruth): KeylessRow {
  const settled = settlePaper(records.entries, records.edits)
  const recordsDigest = digestOf(JSON.stringify([records.entries.map(({ id, digest }) => [id, digest]), records.edits]))
  return { paperId: paper.id, settled, status, recordsDigest, notesDigest: notes === '' ? digestOfNothing : digestOf(notes) }
}

/** The candidates' keys of each entry, and of what the user typed: matching must not depend on which value is shown. */
export function matchesOf({ entries, edits }: PaperRecords): { matchKeys: readonly string[]; hashes: Uint8Array } {
  const typed = typedFields(edits)
  const samples = entries.map(({ fields, sample }) => sample ?? sampleOf(workText(fields)))
  if (typed !== null) samples.push(sampleOf(workText(typed)))
  let hashes: readonly number[] = []
  for (const sample of samples) hashes = hashes.concat(sample.hashes, sample.titleHashes)
  return { matchKeys: [...new Set(samples.flatMap(({ keys }) => keys))], hashes: packHashes(hashes) }
}

export function recordsOfWork({ entries, edits }: PaperRecords): readonly WorkText[] {
  const typed = typedFields(edits)
  return [...entries.map(({ fields }) => workText(fields)), ...(typed === null ? [] : [workText(typed)])]
}

function typedFields(edits: readonly Edit[]): EntryFields | null {
  const typed = edits.filter(({ field, value }) => isFieldName(field) && value !== null)
  return typed.length === 0 ? null : (Object.fromEntries(typed.map(({ field, value }) => [field, value])) as EntryFields)
}

type Digests = { readonly recordsDigest: string; readonly notesDigest: string }

function readDigests(db: ReadableDatabase, paperIds: readonly number[]): ReadonlyMap<number, Digests> {
  const rows = statement<[string], Digests & { readonly paperId: number }>(
    db,
    'SELECT paperId, recordsDigest, notesDigest FROM paperValues WHERE paperId IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(paperIds))
  return new Map(rows.map((row) => [row.paperId, row]))
}

function digestOf(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22)
}

const digestOfNothing = digestOf('')
