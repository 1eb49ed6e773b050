import { type ReadableDatabase, statement, type WritableDatabase } from '../database.ts'

export function addNote(db: WritableDatabase, { paperId, text, at }: { paperId: number; text: string; at: string }): number {
  const insert = statement<unknown[], never>(db, 'INSERT INTO notes (paperId, text, createdAt, updatedAt) VALUES (?, ?, ?, ?)')
  return Number(insert.run(paperId, text, at, at).lastInsertRowid)
}

export function setNote(db: WritableDatabase, { noteId, text, at }: { noteId: number; text: string; at: string }): void {
  statement<[string, string, number], never>(db, 'UPDATE notes SET text = ?, updatedAt = ? WHERE id = ?').run(text, at, noteId)
}

export function deleteNote(db: WritableDatabase, noteId: number): void {
  statement<[number], never>(db, 'DELETE FROM notes WHERE id = ?').run(noteId)
}

export function findNoteOwner(db: ReadableDatabase, noteId: number): number | null {
  return statement<[number], { paperId: number }>(db, 'SELECT paperId FROM notes WHERE id = ?').get(noteId)?.paperId ?? null
}
