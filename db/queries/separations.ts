import { type ReadableDatabase, statement, type WritableDatabase } from '../database.ts'

/** Says that an entry and others are not the same work; entries of one paper cannot be apart. */
export function createSeparations(
  db: WritableDatabase,
  { entryId, otherEntryIds, at }: { entryId: number; otherEntryIds: readonly number[]; at: string },
): void {
  const insert = statement<{ low: number; high: number; at: string }, never>(
    db,
    `INSERT INTO separations (entryId, otherEntryId, separatedAt) SELECT :low, :high, :at
     WHERE (SELECT paperId FROM entries WHERE id = :low) <> (SELECT paperId FROM entries WHERE id = :high) ON CONFLICT DO NOTHING`,
  )
  for (const other of otherEntryIds) insert.run({ low: Math.min(entryId, other), high: Math.max(entryId, other), at })
}

export function listEntryIds(db: ReadableDatabase, paperId: number): readonly number[] {
  return statement<[number], { id: number }>(db, 'SELECT id FROM entries WHERE paperId = ? ORDER BY id')
    .all(paperId)
    .map(({ id }) => id)
}

/** The entry that begins at a line of the source with these bytes. */
export function findEntryAt(db: ReadableDatabase, { sha256, line }: { sha256: string; line: number }): number | null {
  const found = statement<[string, number], { id: number }>(
    db,
    'SELECT entries.id FROM entries JOIN sources ON sources.id = sourceId WHERE sha256 = ? AND lineStart = ?',
  ).get(sha256, line)
  return found?.id ?? null
}
