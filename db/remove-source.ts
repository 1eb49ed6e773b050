import { type ReadableDatabase, statement, type WritableDatabase } from './database.ts'
import { deleteEntry, listEntriesOfSource } from './queries/entries.ts'
import { hasUserThings, removePaper } from './queries/papers.ts'
import { deleteSource, markSourceRemoved } from './queries/sources.ts'

/** Takes a list out of the library. If some of its entries have to stay, the source remains as removed. */
export function removeSource(db: WritableDatabase, { sourceId, at }: { sourceId: number; at: string }): void {
  const entryIds = new Set(listEntriesOfSource(db, sourceId).map(({ id }) => id))
  const isEmptied = removeEntries(db, { sourceId, entryIds })
  if (isEmptied) deleteSource(db, sourceId)
  else markSourceRemoved(db, { sourceId, at })
}

/**
 * Takes entries out of a source, and with them the papers that only they gave. A paper that the user has worked on stays; where
 * these entries are all there is of it, they stay too. Answers whether the source is empty now.
 */
export function removeEntries(
  db: WritableDatabase,
  { sourceId, entryIds }: { sourceId: number; entryIds: ReadonlySet<number> },
): boolean {
  const entries = listEntriesOfSource(db, sourceId)
  const removed = entries.filter(({ id }) => entryIds.has(id))
  const isWorkedOn = (paperId: number) => hasUserThings(db, paperId) && !hasOtherEntries(db, paperId, entryIds)
  const kept = new Set(removed.map(({ paperId }) => paperId).filter(isWorkedOn))
  for (const { id, paperId } of removed) if (!kept.has(paperId)) deleteEntry(db, id)
  for (const paperId of new Set(removed.map((entry) => entry.paperId))) {
    if (!kept.has(paperId) && !hasUserThings(db, paperId) && !hasOtherEntries(db, paperId, new Set())) removePaper(db, paperId)
  }
  return kept.size === 0 && removed.length === entries.length
}

function hasOtherEntries(db: ReadableDatabase, paperId: number, entryIds: ReadonlySet<number>): boolean {
  const entries = statement<[number], { id: number }>(db, 'SELECT id FROM entries WHERE paperId = ?').all(paperId)
  return entries.some(({ id }) => !entryIds.has(id))
}
