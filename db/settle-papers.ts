import { createHash } from 'node:crypto'
import { settleCitationKey } from './citation-keys.ts'
import { type ReadableDatabase, statement, type WritableDatabase } from './database.ts'
import { type EntryFields, isFieldName } from './model/fields.ts'
import type { OnProgress } from './model/progress.ts'
import { type Edit, settlePaper } from './model/settle-paper.ts'
import { fingerprintsOf, matchKeysOf, type WorkText, workText } from './model/work-text.ts'
import { findPaper, type PaperRecords, readPaperRecords } from './queries/paper-records.ts'
import {
  indexNotes,
  indexPapers,
  removeSettled,
  type SearchText,
  type SettledRow,
  searchTextOf,
  writeSettledRow,
} from './settled-rows.ts'

const papersAtOnce = 5000
const papersBetweenLooks = 100

/**
 * The only writer of what is derived of papers: values, authors, keys shown, search index, fingerprints. Papers that are gone or
 * merged into another lose theirs. All rows go before all index rows: anything between two FTS5 inserts costs a factor of three.
 */
export function settlePapers(db: WritableDatabase, paperIds: readonly number[], onProgress?: OnProgress): void {
  const ids = paperIds.toSorted((a, b) => a - b)
  for (let start = 0; start < ids.length; start += papersAtOnce) {
    const settled = ids.slice(start, start + papersAtOnce).map((id, place) => {
      const done = start + place
      if (done % papersBetweenLooks === 0) onProgress?.({ what: 'Settling papers', done, total: ids.length, unit: 'papers' })
      return settleOne(db, id)
    })
    indexPapers(
      db,
      settled.flatMap(({ search }) => search ?? []),
    )
    indexNotes(
      db,
      settled.flatMap(({ notes }) => notes ?? []),
    )
  }
}

type IndexWork = { readonly search?: SearchText; readonly notes?: { readonly paperId: number; readonly text: string } }

function settleOne(db: WritableDatabase, paperId: number): IndexWork {
  const paper = findPaper(db, paperId)
  if (paper === undefined || paper.mergedInto !== null) {
    removeSettled(db, paperId)
    return {}
  }
  const before = readDigests(db, paperId)
  const { row: keyless, records, notes } = computeRow(db, paperId)
  const row = { ...keyless, citationKey: settleCitationKey(db, paper, { settled: keyless.settled, edits: records.edits }) }
  const isNew = before?.recordsDigest !== row.recordsDigest
  writeSettledRow(db, row, isNew ? matchesOf(records) : null)
  return {
    ...(isNew ? { search: searchTextOf(paperId, row.settled.values) } : {}),
    ...(before?.notesDigest === row.notesDigest ? {} : { notes: { paperId, text: notes } }),
  }
}

type FreshRow = { readonly row: Omit<SettledRow, 'citationKey'>; readonly records: PaperRecords; readonly notes: string }

/** What a paper's settled row must say beside its key, computed afresh from the truth. */
export function computeRow(db: ReadableDatabase, paperId: number): FreshRow {
  const records = readPaperRecords(db, paperId)
  const settled = settlePaper(records.entries, records.edits)
  const notes = readNotes(db, paperId)
  const recordsDigest = digestOf(JSON.stringify([records.entries.map(({ id, digest }) => [id, digest]), records.edits]))
  const row = { paperId, settled, status: currentStatus(db, paperId), recordsDigest, notesDigest: digestOf(notes) }
  return { row, records, notes }
}

/** The candidates' keys of each entry, and of what the user typed: matching must not depend on which value is shown. */
export function matchesOf({ entries, edits }: PaperRecords): { matchKeys: readonly string[]; hashes: readonly number[] } {
  const works = recordsOfWork({ entries, edits })
  return { matchKeys: [...new Set(works.flatMap(matchKeysOf))], hashes: [...new Set(works.flatMap(fingerprintsOf))] }
}

export function recordsOfWork({ entries, edits }: PaperRecords): readonly WorkText[] {
  const typed = typedFields(edits)
  return [...entries.map(({ fields }) => workText(fields)), ...(typed === null ? [] : [workText(typed)])]
}

function typedFields(edits: readonly Edit[]): EntryFields | null {
  const typed = edits.filter(({ field, value }) => isFieldName(field) && value !== null)
  return typed.length === 0 ? null : (Object.fromEntries(typed.map(({ field, value }) => [field, value])) as EntryFields)
}

function currentStatus(db: ReadableDatabase, paperId: number): string {
  const event = statement<[number], { status: string }>(
    db,
    'SELECT status FROM statusEvents WHERE paperId = ? ORDER BY changedAt DESC, id DESC LIMIT 1',
  ).get(paperId)
  return event?.status ?? 'new'
}

export function readNotes(db: ReadableDatabase, paperId: number): string {
  const notes = statement<[number], { text: string }>(db, 'SELECT text FROM notes WHERE paperId = ? ORDER BY id').all(paperId)
  return notes.map(({ text }) => text).join('\n\n')
}

type Digests = { readonly recordsDigest: string; readonly notesDigest: string }

function readDigests(db: ReadableDatabase, paperId: number): Digests | undefined {
  return statement<[number], Digests>(db, 'SELECT recordsDigest, notesDigest FROM paperValues WHERE paperId = ?').get(paperId)
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
