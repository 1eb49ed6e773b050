import type { WritableDatabase } from '../../db/database.ts'
import { AppError } from '../../db/model/app-error.ts'
import { livePaperIds } from '../../db/queries/live-paper.ts'
import { mergePaper } from '../../db/queries/merges.ts'
import { findPaper, readPaperRecords } from '../../db/queries/paper-records.ts'
import { createPaper, trashPapers } from '../../db/queries/papers.ts'
import { listEntryIds, moveEntries, separatePapers } from '../../db/queries/separations.ts'

/** The oldest paper keeps its id and takes in the others; with one that is not in the trash, it leaves the trash. */
export function mergePapers(db: WritableDatabase, { paperIds }: { paperIds: readonly number[] }): number {
  const [intoId, ...others] = [...new Set(paperIds)].sort((a, b) => a - b)
  if (intoId === undefined || others.length === 0)
    throw new AppError('bad-arguments', 'Choose two papers or more to merge: a paper is not merged with itself.')
  if (findPaper(db, intoId)?.trashedAt !== null && others.some((id) => findPaper(db, id)?.trashedAt === null)) {
    trashPapers(db, { paperIds: [intoId], at: null })
  }
  for (const paperId of others) mergePaper(db, { paperId, intoId })
  return intoId
}

/** Merges each group into one paper; a group of which one is left by now stays as it is. Answers how many papers went into another. */
export function mergeGroups(db: WritableDatabase, { groups }: { groups: readonly (readonly number[])[] }): number {
  return groups.reduce((merged, group) => {
    const paperIds = livePaperIds(db, group)
    if (paperIds.length < 2) return merged
    mergePapers(db, { paperIds })
    return merged + paperIds.length - 1
  }, 0)
}

/** Says once and for all that two papers are not the same work. */
export function separate(db: WritableDatabase, { paperIds, at }: { paperIds: readonly number[]; at: string }): void {
  const [paperId, otherPaperId] = paperIds
  if (paperId === undefined || otherPaperId === undefined)
    throw new AppError('bad-arguments', 'These are one paper already. Take it apart instead.')
  separatePapers(db, { paperId, otherPaperId, at })
}

type Apart = { readonly paperId: number; readonly entryIds: readonly number[]; readonly at: string }

/** Makes a paper of its own of some of a paper's entries, never to come together by itself again. Answers its id. */
export function takeApart(db: WritableDatabase, { paperId, entryIds, at }: Apart): number {
  const own = listEntryIds(db, paperId)
  const moved = own.filter((id) => entryIds.includes(id))
  const stay = own.filter((id) => !entryIds.includes(id))
  if (moved.length === 0) throw new AppError('not-found', 'This entry is no longer part of the paper. Nothing was changed.')
  if (stay.length === 0 && readPaperRecords(db, paperId).edits.length === 0)
    throw new AppError('bad-arguments', 'The paper has no other entry: there is nothing to take apart.')
  const newId = createPaper(db, { at })
  moveEntries(db, { entryIds: moved, paperId: newId })
  separatePapers(db, { paperId: newId, otherPaperId: paperId, at })
  return newId
}
