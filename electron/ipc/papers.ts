import { typeCitationKey } from '../../db/citation-keys.ts'
import type { WritableDatabase } from '../../db/database.ts'
import { AppError } from '../../db/model/app-error.ts'
import { parseFieldValue } from '../../db/model/field-value.ts'
import { setEdit } from '../../db/queries/edits.ts'
import { findPapers } from '../../db/queries/find-papers.ts'
import { mergePaper } from '../../db/queries/merges.ts'
import { readPaperDetail } from '../../db/queries/paper-detail.ts'
import { findPaper } from '../../db/queries/paper-records.ts'
import { createPaper, listPapers, readPapers, trashPapers } from '../../db/queries/papers.ts'
import { moveInQueue } from '../../db/queries/queue.ts'
import { setStatus } from '../../db/queries/statuses.ts'
import { countViews, listRows } from '../../db/queries/views.ts'
import type { HandlersOf } from './contract.ts'

export const paperHandlers = {
  'papers:list': listPapers,
  'papers:find': findPapers,
  'papers:rows': listRows,
  'papers:detail': readPaperDetail,
  'papers:get': (db, { paperIds }) => readPapers(db, paperIds),
  'papers:add': addPaper,
  'papers:setField': setField,
  'papers:setStatus': setStatus,
  'papers:trash': trashPapers,
  'papers:restore': (db, { paperIds }) => trashPapers(db, { paperIds, at: null }),
  'papers:merge': mergePapers,
} satisfies HandlersOf<'papers'>

export const viewHandlers = { 'views:count': countViews } satisfies HandlersOf<'views'>

export const queueHandlers = { 'queue:move': moveInQueue } satisfies HandlersOf<'queue'>

/** A paper that the user types: all its values are edits. Returns its id. */
function addPaper(db: WritableDatabase, { fields, at }: { fields: Record<string, string>; at: string }): number {
  if ((fields.title ?? '').trim() === '') throw new AppError('bad-arguments', 'A paper needs a title. Give it with --title.')
  const paperId = createPaper(db, { at })
  for (const [field, text] of Object.entries(fields)) setField(db, { paperId, field, text, at })
  return paperId
}

function setField(
  db: WritableDatabase,
  { paperId, field, text, at }: { paperId: number; field: string; text: string; at: string },
): void {
  for (const edit of parseFieldValue(field, text)) {
    if (edit.field === 'citationKey') typeCitationKey(db, { paperId, citationKey: String(edit.value), at })
    setEdit(db, { paperId, ...edit, at })
  }
}

/** The oldest paper keeps its id and takes in the others; with one that is not in the trash, it leaves the trash. */
function mergePapers(db: WritableDatabase, { paperIds }: { paperIds: readonly number[] }): number {
  const [intoId, ...others] = [...new Set(paperIds)].sort((a, b) => a - b)
  if (intoId === undefined || others.length === 0)
    throw new AppError('bad-arguments', 'Choose two papers or more to merge: a paper is not merged with itself.')
  if (findPaper(db, intoId)?.trashedAt !== null && others.some((id) => findPaper(db, id)?.trashedAt === null)) {
    trashPapers(db, { paperIds: [intoId], at: null })
  }
  for (const paperId of others) mergePaper(db, { paperId, intoId })
  return intoId
}
