import { statement, type WritableDatabase } from '../database.ts'

/** Rows that move to the surviving paper; of two typed values the later shows, and the other is kept. */
const movedTables = ['entries', 'edits', 'notes', 'highlights', 'statusEvents', 'paperTags', 'queue'] as const

/** Of what both papers have, the surviving one keeps its own. */
const removeDoubles = [
  'DELETE FROM paperTags WHERE paperId = :paperId AND tagId IN (SELECT tagId FROM paperTags WHERE paperId = :intoId)',
  'DELETE FROM queue WHERE paperId = :paperId AND EXISTS (SELECT 1 FROM queue WHERE paperId = :intoId)',
] as const

/**
 * Makes `paperId` part of `intoId`: everything it has moves over, and it stays as an empty row that says where it went, so that
 * its keys still find the work.
 */
export function mergePaper(db: WritableDatabase, { paperId, intoId }: { paperId: number; intoId: number }): void {
  const ids = { paperId, intoId }
  for (const sql of removeDoubles) statement<typeof ids, never>(db, sql).run(ids)
  for (const table of movedTables)
    statement<typeof ids, never>(db, `UPDATE ${table} SET paperId = :intoId WHERE paperId = :paperId`).run(ids)
  statement<[number, number], never>(db, 'DELETE FROM possibleDuplicates WHERE paperId = ? OR otherPaperId = ?').run(
    paperId,
    paperId,
  )
  statement<typeof ids, never>(db, 'UPDATE papers SET mergedInto = :intoId WHERE id = :paperId OR mergedInto = :paperId').run(ids)
}
