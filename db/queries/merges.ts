import { statement, type WritableDatabase } from '../database.ts'

/** Rows that move to the surviving paper; of two typed values the later shows, and the other is kept. */
const movedTables = ['entries', 'edits', 'notes', 'highlights', 'statusEvents', 'paperTags', 'queue'] as const

/** Of what both papers have, the surviving one keeps its own. */
const removeDoubles = [
  'DELETE FROM paperTags WHERE paperId = :paperId AND tagId IN (SELECT tagId FROM paperTags WHERE paperId = :intoId)',
  'DELETE FROM queue WHERE paperId = :paperId AND EXISTS (SELECT 1 FROM queue WHERE paperId = :intoId)',
] as const

/** What may be the same as the merged paper may be the same as the surviving one; a pair has its lower id first. */
const moveDoubts = [
  `INSERT INTO possibleDuplicates (paperId, otherPaperId, evidence)
   SELECT min(:intoId, third), max(:intoId, third), evidence FROM (
     SELECT iif(paperId = :paperId, otherPaperId, paperId) AS third, evidence FROM possibleDuplicates WHERE :paperId IN (paperId, otherPaperId))
   WHERE third <> :intoId ON CONFLICT DO NOTHING`,
  'DELETE FROM possibleDuplicates WHERE :paperId IN (paperId, otherPaperId)',
] as const

/** The later status counts for both: only a paper that is still to be read stays in the queue. */
const leaveQueue = `DELETE FROM queue WHERE paperId = :intoId AND 'to-read' IS NOT
  (SELECT status FROM statusEvents WHERE paperId = :intoId ORDER BY changedAt DESC, id DESC LIMIT 1)`

/**
 * Makes `paperId` part of `intoId`: everything it has moves over, and it stays as an empty row that says where it went, so that
 * its keys still find the work.
 */
export function mergePaper(db: WritableDatabase, { paperId, intoId }: { paperId: number; intoId: number }): void {
  const ids = { paperId, intoId }
  for (const sql of removeDoubles) statement<typeof ids, never>(db, sql).run(ids)
  for (const table of movedTables)
    statement<typeof ids, never>(db, `UPDATE ${table} SET paperId = :intoId WHERE paperId = :paperId`).run(ids)
  for (const sql of [...moveDoubts, leaveQueue]) statement<typeof ids, never>(db, sql).run(ids)
  statement<typeof ids, never>(db, 'UPDATE papers SET mergedInto = :intoId WHERE id = :paperId OR mergedInto = :paperId').run(ids)
}
