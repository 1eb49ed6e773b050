import { statement, type WritableDatabase } from '../database.ts'
import { AppError } from '../model/app-error.ts'

export function addNote(db: WritableDatabase, { paperId, text, at }: { paperId: number; text: string; at: string }): number {
  const insert = statement<unknown[], never>(db, 'INSERT INTO notes (paperId, text, createdAt, updatedAt) VALUES (?, ?, ?, ?)')
  return Number(insert.run(paperId, text, at, at).lastInsertRowid)
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
