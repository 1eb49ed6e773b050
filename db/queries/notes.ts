import { statement, type WritableDatabase } from '../database.ts'
import { AppError } from '../model/app-error.ts'

type NewNote = { readonly paperId: number; readonly text: string; readonly at: string; readonly startedAt?: string | undefined }

/** A paper has one note that was begun at `startedAt`: added again, that one gets the text. Returns its id. */
export function addNote(db: WritableDatabase, { paperId, text, at, startedAt }: NewNote): number {
  const begun = startedAt === undefined ? undefined : findNoteBegun(db, paperId, startedAt)
  if (begun !== undefined) {
    setNote(db, { noteId: begun, text, at })
    return begun
  }
  const insert = statement<unknown[], never>(db, 'INSERT INTO notes (paperId, text, createdAt, updatedAt) VALUES (?, ?, ?, ?)')
  return Number(insert.run(paperId, text, startedAt ?? at, at).lastInsertRowid)
}

function findNoteBegun(db: WritableDatabase, paperId: number, startedAt: string): number | undefined {
  const sql = 'SELECT id FROM notes WHERE paperId = ? AND createdAt = ?'
  return statement<[number, string], { id: number }>(db, sql).get(paperId, startedAt)?.id
}

export function setNote(db: WritableDatabase, { noteId, text, at }: { noteId: number; text: string; at: string }): void {
  const update = statement<[string, string, number], never>(db, 'UPDATE notes SET text = ?, updatedAt = ? WHERE id = ?')
  refuseMissing(update.run(text, at, noteId).changes)
}

export function deleteNote(db: WritableDatabase, noteId: number): void {
  refuseMissing(statement<[number], never>(db, 'DELETE FROM notes WHERE id = ?').run(noteId).changes)
}

function refuseMissing(changes: number): void {
  if (changes === 0) throw new AppError('not-found', 'This note is no longer in the library. Copy its text before you go on.')
}
