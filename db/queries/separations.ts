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

/** All that two papers were made of is apart, so that nothing asks again; the question that stood open is answered. */
export function separatePapers(
  db: WritableDatabase,
  { paperId, otherPaperId, at }: { paperId: number; otherPaperId: number; at: string },
): void {
  const otherEntryIds = listEntryIds(db, otherPaperId)
  for (const entryId of listEntryIds(db, paperId)) createSeparations(db, { entryId, otherEntryIds, at })
  statement<{ paperId: number; otherPaperId: number }, never>(
    db,
    'DELETE FROM possibleDuplicates WHERE paperId = min(:paperId, :otherPaperId) AND otherPaperId = max(:paperId, :otherPaperId)',
  ).run({ paperId, otherPaperId })
}

/** Moves entries to another paper; what the user made of the first one stays there. */
export function moveEntries(db: WritableDatabase, { entryIds, paperId }: { entryIds: readonly number[]; paperId: number }): void {
  const move = statement<[number, number], never>(db, 'UPDATE entries SET paperId = ? WHERE id = ?')
  for (const id of entryIds) move.run(paperId, id)
}
