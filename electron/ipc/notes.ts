import { addNote, deleteNote, setNote } from '../../db/queries/notes.ts'
import { listNotesOf } from '../../db/queries/papers.ts'
import type { HandlersOf } from './contract.ts'

export const noteHandlers = {
  'notes:list': (db, { paperId }) => listNotesOf(db, paperId),
  'notes:add': addNote,
  'notes:setText': setNote,
  'notes:delete': (db, { noteId }) => deleteNote(db, noteId),
} satisfies HandlersOf<'notes'>
