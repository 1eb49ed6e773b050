import { type ReadableDatabase, statement } from '../database.ts'
import { AppError } from '../model/app-error.ts'
import type { LineRange } from '../model/draft.ts'
import type { PaperDetail, PossibleMatch, ValueOrigin } from '../model/paper-detail.ts'
import type { Origin } from '../model/settle-paper.ts'
import type { Status } from '../model/status.ts'
import { readPapers } from './papers.ts'

/** Throws `not-found` for a paper that is gone. */
export function readPaperDetail(db: ReadableDatabase, { paperId }: { paperId: number }): PaperDetail {
  const [paper] = readPapers(db, [paperId])
  const row = statement<[number], { addedAt: string; trashedAt: string | null; origins: string; uncertain: number }>(
    db,
    `SELECT addedAt, trashedAt, origins,
       EXISTS (SELECT 1 FROM entries WHERE entries.paperId = papers.id AND instr(marks, 'uncertain-authors') > 0)
         AND NOT EXISTS (SELECT 1 FROM edits WHERE edits.paperId = papers.id AND field = 'authors') AS uncertain
     FROM papers JOIN paperValues ON paperValues.paperId = papers.id WHERE papers.id = ?`,
  ).get(paperId)
  if (paper === undefined || row === undefined) throw new AppError('not-found', 'This paper is no longer in the library.')
  const origins = Object.entries(JSON.parse(row.origins) as Record<string, Origin>)
  return {
    paper,
    addedAt: row.addedAt,
    trashedAt: row.trashedAt,
    origins: Object.fromEntries(origins.map(([field, origin]) => [field, readOrigin(db, origin, field)])),
    statusEvents: listStatusEvents(db, paperId),
    possibleDuplicates: listPossibleDuplicates(db, paperId),
    hasUncertainAuthors: row.uncertain === 1,
  }
}

/** The lines of a value are those of its field, where its source tells them apart. */
function readOrigin(db: ReadableDatabase, origin: Origin, field: string): ValueOrigin {
  switch (origin.kind) {
    case 'provisional':
      return origin
    case 'user': {
      const edit = statement<[number], { editedAt: string }>(db, 'SELECT editedAt FROM edits WHERE id = ?').get(origin.editId)
      return { kind: 'user', editedAt: edit?.editedAt ?? '' }
    }
    case 'source': {
      const entry = statement<[number], { file: string; lineStart: number; lineEnd: number; spans: string; importedAt: string }>(
        db,
        'SELECT name AS file, lineStart, lineEnd, spans, importedAt FROM entries JOIN sources ON sources.id = sourceId WHERE entries.id = ?',
      ).get(origin.entryId)
      if (entry === undefined) return { kind: 'source', file: '', lineStart: 0, lineEnd: 0, importedAt: '' }
      const { spans, ...place } = entry
      return { kind: 'source', ...place, ...(JSON.parse(spans) as Record<string, LineRange>)[field] }
    }
  }
}

function listStatusEvents(db: ReadableDatabase, paperId: number): readonly { status: Status; changedAt: string }[] {
  return statement<[number], { status: Status; changedAt: string }>(
    db,
    'SELECT status, changedAt FROM statusEvents WHERE paperId = ? ORDER BY changedAt, id',
  ).all(paperId)
}

function listPossibleDuplicates(db: ReadableDatabase, paperId: number): readonly PossibleMatch[] {
  return statement<{ paperId: number }, PossibleMatch>(
    db,
    `SELECT paperValues.paperId, title, evidence FROM possibleDuplicates
     JOIN paperValues ON paperValues.paperId = iif(possibleDuplicates.paperId = :paperId, otherPaperId, possibleDuplicates.paperId)
     WHERE :paperId IN (possibleDuplicates.paperId, otherPaperId) ORDER BY 1`,
  ).all({ paperId })
}
