import { type ReadableDatabase, statement } from '../database.ts'
import type { Mark } from '../model/draft.ts'
import type { EntryFields } from '../model/fields.ts'
import type { Edit } from '../model/settle-paper.ts'
import type { Sample } from '../model/work-text.ts'

export type PaperRow = {
  readonly id: number
  readonly addedAt: string
  readonly trashedAt: string | null
  readonly mergedInto: number | null
  readonly proposedKey: string | null
  readonly proposedFrom: string | null
}

/** What a paper is settled from. */
export type PaperRecords = {
  readonly entries: readonly {
    readonly id: number
    readonly digest: string
    readonly fields: EntryFields
    readonly marks: readonly Mark[]
    /** Of its fields, where it was taken already. */
    readonly sample?: Sample | undefined
  }[]
  readonly edits: readonly Edit[]
}

export function findPaper(db: ReadableDatabase, id: number): PaperRow | undefined {
  return statement<[number], PaperRow>(
    db,
    'SELECT id, addedAt, trashedAt, mergedInto, proposedKey, proposedFrom FROM papers WHERE id = ?',
  ).get(id)
}

export function readPaperRecords(db: ReadableDatabase, paperId: number): PaperRecords {
  const entries = statement<[number], { id: number; digest: string; fields: string; marks: string }>(
    db,
    'SELECT id, digest, fields, marks FROM entries WHERE paperId = ? ORDER BY id',
  ).all(paperId)
  const edits = statement<[number], { id: number; field: string; value: string; editedAt: string }>(
    db,
    'SELECT id, field, value, editedAt FROM edits WHERE paperId = ? ORDER BY editedAt, id',
  ).all(paperId)
  return {
    entries: entries.map(({ id, digest, fields, marks }) => ({ id, digest, fields: JSON.parse(fields), marks: JSON.parse(marks) })),
    edits: edits.map((edit) => ({ ...edit, value: JSON.parse(edit.value) })),
  }
}
