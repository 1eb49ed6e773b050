import { typeCitationKey } from '../../db/citation-keys.ts'
import type { WritableDatabase } from '../../db/database.ts'
import { AppError } from '../../db/model/app-error.ts'
import { parseFieldValue } from '../../db/model/field-value.ts'
import { removeEdits, setEdit } from '../../db/queries/edits.ts'
import { findPapers } from '../../db/queries/find-papers.ts'
import { readPaperDetail } from '../../db/queries/paper-detail.ts'
import { listPaperEntries } from '../../db/queries/paper-entries.ts'
import { createPaper, listPapers, readKeys, readPapers, trashPapers } from '../../db/queries/papers.ts'
import { moveInQueue } from '../../db/queries/queue.ts'
import { setStatus } from '../../db/queries/statuses.ts'
import { countViews, listLookSections, listRows } from '../../db/queries/views.ts'
import { findDuplicates } from '../import/find-duplicates.ts'
import type { HandlersOf } from './contract.ts'
import { mergeGroups, mergePapers, separate, takeApart } from './take-apart.ts'

export const paperHandlers = {
  'papers:list': listPapers,
  'papers:find': findPapers,
  'papers:rows': listRows,
  'papers:detail': readPaperDetail,
  'papers:keys': (db, { paperIds }) => readKeys(db, paperIds).map(({ citationKey }) => citationKey),
  'papers:get': (db, { paperIds }) => readPapers(db, paperIds),
  'papers:add': addPaper,
  'papers:setField': setField,
  'papers:setStatus': setStatus,
  'papers:trash': trashPapers,
  'papers:restore': (db, { paperIds }) => trashPapers(db, { paperIds, at: null }),
  'papers:takeBack': takeBack,
  'papers:merge': mergePapers,
  'papers:mergeGroups': mergeGroups,
  'papers:separate': separate,
  'papers:takeApart': takeApart,
  'papers:entries': listPaperEntries,
  'papers:findDuplicates': findDuplicates,
} satisfies HandlersOf<'papers'>

export const viewHandlers = { 'views:count': countViews, 'views:lookSections': listLookSections } satisfies HandlersOf<'views'>

export const queueHandlers = { 'queue:move': moveInQueue } satisfies HandlersOf<'queue'>

/** A paper that the user types: all its values are edits. Returns its id. */
function addPaper(db: WritableDatabase, { fields, at }: { fields: Record<string, string>; at: string }): number {
  if ((fields.title ?? '').trim() === '') throw new AppError('bad-arguments', 'A paper needs a title. Give it with --title.')
  const paperId = createPaper(db, { at })
  for (const [field, text] of Object.entries(fields)) setField(db, { paperId, field, text, at })
  return paperId
}

export function setField(
  db: WritableDatabase,
  { paperId, field, text, at }: { paperId: number; field: string; text: string; at: string },
): void {
  for (const edit of parseFieldValue(field, text)) {
    if (edit.field === 'citationKey') typeCitationKey(db, { paperId, citationKey: String(edit.value), at })
    setEdit(db, { paperId, ...edit, at })
  }
}

function takeBack(db: WritableDatabase, { paperId, field }: { paperId: number; field: string }): void {
  if (listPaperEntries(db, { paperId }).length === 0)
    throw new AppError('bad-arguments', 'No list gives another value: you added this paper yourself. Edit it instead.')
  removeEdits(db, { paperId, field })
}
