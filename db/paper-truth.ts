import { type GivenKey, readGivenKeys } from './citation-keys.ts'
import { type ReadableDatabase, statement } from './database.ts'
import { recallRecord } from './known-records.ts'
import type { Mark } from './model/draft.ts'
import type { PaperRecords, PaperRow } from './queries/paper-records.ts'

/** All that a paper's settled row depends on. */
export type PaperTruth = {
  readonly paper: PaperRow
  readonly records: PaperRecords
  readonly status: string
  readonly notes: string
  readonly givenKey: GivenKey | undefined
}

type EntryRow = { readonly id: number; readonly digest: string; readonly fields: string; readonly marks: string }

type Owned<Row> = Row & { readonly paperId: number }

/** The truth of many papers, a query a table: a query a paper costs more than all else that settling does. Who is gone is passed over. */
export function readTruth(db: ReadableDatabase, paperIds: readonly number[]): readonly PaperTruth[] {
  const read = <Row>(sql: string) =>
    statement<[string], Row>(db, sql.replace('(?)', '(SELECT value FROM json_each(?))')).all(JSON.stringify(paperIds))
  const papers = read<PaperRow>('SELECT id, addedAt, trashedAt, mergedInto, proposedKey, proposedFrom FROM papers WHERE id IN (?)')
  const entries = byPaper(
    read<Owned<EntryRow>>('SELECT paperId, id, digest, fields, marks FROM entries WHERE paperId IN (?) ORDER BY id'),
  )
  const edits = byPaper(
    read<Owned<{ id: number; field: string; value: string; editedAt: string }>>(
      'SELECT paperId, id, field, value, editedAt FROM edits WHERE paperId IN (?) ORDER BY editedAt, id',
    ),
  )
  const events = read<Owned<{ status: string }>>(
    'SELECT paperId, status FROM statusEvents WHERE paperId IN (?) ORDER BY changedAt, id',
  )
  const statuses = new Map(events.map(({ paperId, status }) => [paperId, status]))
  const notes = byPaper(read<Owned<{ text: string }>>('SELECT paperId, text FROM notes WHERE paperId IN (?) ORDER BY id'))
  const givenKeys = readGivenKeys(db, paperIds)
  return papers.map((paper) => ({
    paper,
    records: {
      entries: (entries.get(paper.id) ?? []).map((entry) => toRecord(db, entry)),
      edits: (edits.get(paper.id) ?? []).map(({ paperId: _, value, ...edit }) => ({ ...edit, value: JSON.parse(value) })),
    },
    status: statuses.get(paper.id) ?? 'new',
    notes: (notes.get(paper.id) ?? []).map(({ text }) => text).join('\n\n'),
    givenKey: givenKeys.get(paper.id),
  }))
}

function toRecord(db: ReadableDatabase, { id, digest, fields, marks }: EntryRow): PaperRecords['entries'][number] {
  const known = recallRecord(db, { id, digest })
  return {
    ...{ id, digest, fields: known?.fields ?? JSON.parse(fields), sample: known?.sample },
    marks: marks === '[]' ? none : JSON.parse(marks),
  }
}

const none: readonly Mark[] = []

function byPaper<Row extends { readonly paperId: number }>(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  return Map.groupBy(rows, ({ paperId }) => paperId)
}
