import { type ReadableDatabase, statement } from '../database.ts'
import { AppError } from '../model/app-error.ts'

/** The paper that an id stands for now: itself, or the one it was merged into. Throws `not-found` for one that is gone. */
export function livePaperId(db: ReadableDatabase, paperId: number): number {
  const row = statement<[number], { id: number; mergedInto: number | null }>(
    db,
    'SELECT id, mergedInto FROM papers WHERE id = ?',
  ).get(paperId)
  if (row === undefined) throw new AppError('not-found', 'This paper is no longer in the library. Nothing was changed.')
  return row.mergedInto ?? row.id
}

export function livePaperIds(db: ReadableDatabase, paperIds: readonly number[]): readonly number[] {
  return [...new Set(paperIds.map((id) => livePaperId(db, id)))]
}
