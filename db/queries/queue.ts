import { type ReadableDatabase, statement, type WritableDatabase } from '../database.ts'

/** Moves papers of the queue, in their order given, before another one of it; null: to its end. Others keep their order. */
export function moveInQueue(
  db: WritableDatabase,
  { paperIds, beforeId }: { paperIds: readonly number[]; beforeId: number | null },
): void {
  const moved = new Set(paperIds)
  const queued = listQueue(db)
  const staying = queued.filter((id) => !moved.has(id))
  const found = beforeId === null ? -1 : staying.indexOf(beforeId)
  const order = staying.toSpliced(found === -1 ? staying.length : found, 0, ...paperIds.filter((id) => queued.includes(id)))
  const place = statement<[number, number, number], never>(db, 'UPDATE queue SET position = ? WHERE paperId = ? AND position <> ?')
  for (const [index, id] of order.entries()) place.run(index + 1, id, index + 1)
}

/** Ids of the `to-read` papers in reading order. */
export function listQueue(db: ReadableDatabase): readonly number[] {
  return statement<[], { paperId: number }>(db, 'SELECT paperId FROM queue ORDER BY position, id')
    .all()
    .map(({ paperId }) => paperId)
}
