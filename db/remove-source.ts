import { type ReadableDatabase, statement, type WritableDatabase } from './database.ts'
import { deleteEntry, listEntriesOfSource } from './queries/entries.ts'
import { hasUserThings, removePaper } from './queries/papers.ts'
import { deleteSource, markSourceRemoved } from './queries/sources.ts'

/**
 * Takes a list out of the library: its entries go, and with them the papers that only it gave. A paper that the user has
 * worked on stays; where this list is all there is of it, its entry stays too, and the source remains as removed.
 */
export function removeSource(db: WritableDatabase, { sourceId, at }: { sourceId: number; at: string }): void {
  const entries = listEntriesOfSource(db, sourceId)
  const kept = new Set(
    entries.map(({ paperId }) => paperId).filter((id) => hasUserThings(db, id) && !hasOtherEntries(db, id, sourceId)),
  )
  for (const { id, paperId } of entries) if (!kept.has(paperId)) deleteEntry(db, id)
  for (const paperId of new Set(entries.map((entry) => entry.paperId))) {
    if (!kept.has(paperId) && !hasUserThings(db, paperId) && !hasEntries(db, paperId)) removePaper(db, paperId)
  }
  if (kept.size > 0) markSourceRemoved(db, { sourceId, at })
  else deleteSource(db, sourceId)
}

function hasEntries(db: ReadableDatabase, paperId: number): boolean {
  return hasOtherEntries(db, paperId, -1)
}

function hasOtherEntries(db: ReadableDatabase, paperId: number, sourceId: number): boolean {
  const sql = 'SELECT 1 AS found FROM entries WHERE paperId = ? AND sourceId <> ? LIMIT 1'
  return statement<[number, number], { found: number }>(db, sql).get(paperId, sourceId) !== undefined
}
