import { type ReadableDatabase, statement, type WritableDatabase } from '../database.ts'
import type { Draft, LineRange } from '../model/draft.ts'
import type { EntryFields } from '../model/fields.ts'

export type StoredEntry = LineRange & {
  readonly id: number
  readonly paperId: number
  readonly digest: string
  readonly fields: EntryFields
}

type EntryRow = LineRange & { readonly id: number; readonly paperId: number; readonly digest: string; readonly fields: string }

export function listEntriesOfSource(db: ReadableDatabase, sourceId: number): readonly StoredEntry[] {
  return statement<[number], EntryRow>(
    db,
    'SELECT id, paperId, digest, fields, lineStart, lineEnd FROM entries WHERE sourceId = ? ORDER BY lineStart, id',
  )
    .all(sourceId)
    .map((row) => ({ ...row, fields: JSON.parse(row.fields) }))
}

type Placed = { readonly sourceId: number; readonly draft: Draft; readonly digest: string }

/** In the order in which both statements below name the columns. */
function toColumns({ sourceId, draft, digest }: Placed): readonly unknown[] {
  const { lineStart, lineEnd, fields, spans, marks } = draft
  return [sourceId, lineStart, lineEnd, JSON.stringify(fields), JSON.stringify(spans), JSON.stringify(marks), digest]
}

export function createEntry(db: WritableDatabase, { paperId, ...placed }: Placed & { readonly paperId: number }): number {
  const inserted = statement<unknown[], never>(
    db,
    'INSERT INTO entries (sourceId, lineStart, lineEnd, fields, spans, marks, digest, paperId) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(...toColumns(placed), paperId)
  return Number(inserted.lastInsertRowid)
}

/** Moves an entry to its place in a newer version of its source, with what it says there; its paper stays. */
export function updateEntry(db: WritableDatabase, { entryId, ...placed }: Placed & { readonly entryId: number }): void {
  carrySeparations(db, { entryId, digest: placed.digest })
  statement<unknown[], never>(
    db,
    'UPDATE entries SET sourceId = ?, lineStart = ?, lineEnd = ?, fields = ?, spans = ?, marks = ?, digest = ? WHERE id = ?',
  ).run(...toColumns(placed), entryId)
}

/** What an entry was told apart from, it is apart from under its new words too. */
function carrySeparations(db: WritableDatabase, entry: { entryId: number; digest: string }): void {
  statement<typeof entry, never>(
    db,
    `INSERT INTO separations (record, otherRecord, separatedAt) SELECT min(:digest, other), max(:digest, other), separatedAt FROM (
       SELECT iif(record = before, otherRecord, record) AS other, separatedAt
       FROM separations JOIN (SELECT digest AS before FROM entries WHERE id = :entryId) ON before IN (record, otherRecord)
       WHERE before <> :digest) WHERE true ON CONFLICT DO NOTHING`,
  ).run(entry)
}

export function findPaperOfEntry(db: ReadableDatabase, entryId: number): number | null {
  return statement<[number], { paperId: number }>(db, 'SELECT paperId FROM entries WHERE id = ?').get(entryId)?.paperId ?? null
}

export function deleteEntry(db: WritableDatabase, entryId: number): void {
  statement<[number], never>(db, 'DELETE FROM entries WHERE id = ?').run(entryId)
}

/** For each source in the library that has entries with these digests: how many, and how many entries it had when imported. */
export function countSharedDigests(
  db: ReadableDatabase,
  digests: readonly string[],
): readonly { readonly sourceId: number; readonly shared: number; readonly entries: number }[] {
  return statement<[string], { sourceId: number; shared: number; entries: number }>(
    db,
    `SELECT sourceId, count(DISTINCT entries.id) AS shared, entryCount AS entries
     FROM entries JOIN sources ON sources.id = sourceId AND removedAt IS NULL
     WHERE digest IN (SELECT value FROM json_each(?)) GROUP BY sourceId`,
  ).all(JSON.stringify(digests))
}
