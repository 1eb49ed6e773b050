import { statement, type WritableDatabase } from '../database.ts'
import type { Status } from '../model/status.ts'

/** Appends an event for each paper that is not there already; `to-read` papers join the end of the queue, others leave it. */
export function setStatus(
  db: WritableDatabase,
  { paperIds, status, at }: { paperIds: readonly number[]; status: Status; at: string },
): void {
  const current = statement<[number], { status: Status }>(db, 'SELECT status FROM paperValues WHERE paperId = ?')
  // A clock that was set back must not put the newest event before older ones.
  const append = statement<{ paperId: number; status: Status; at: string }, never>(
    db,
    `INSERT INTO statusEvents (paperId, status, changedAt)
     SELECT :paperId, :status, max(:at, coalesce(max(changedAt), '')) FROM statusEvents WHERE paperId = :paperId`,
  )
  const leave = statement<[number], never>(db, 'DELETE FROM queue WHERE paperId = ?')
  const join = statement<[number], never>(
    db,
    'INSERT INTO queue (paperId, position) SELECT ?, coalesce(max(position), 0) + 1 FROM queue WHERE true ON CONFLICT DO NOTHING',
  )
  for (const paperId of new Set(paperIds)) {
    if (current.get(paperId)?.status === status) continue
    append.run({ paperId, status, at })
    if (status === 'to-read') join.run(paperId)
    else leave.run(paperId)
  }
}
