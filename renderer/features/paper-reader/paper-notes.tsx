import { Plus, StickyNote } from 'lucide-react'
import { useState } from 'react'
import type { Note } from '../../../db/model/paper.ts'
import { Button } from '../../components/button.tsx'
import { NoteEditor } from './note-editor.tsx'
import { NoteText } from './note-text.tsx'
import styles from './paper-notes.module.css'
import { openEditor, useEditor } from './reader-store.ts'

type PaperNotesProps = {
  readonly paperId: number
  readonly notes: readonly Note[]
  readonly onOpenLink: (url: string) => void
}

export function PaperNotes({ paperId, notes, onOpenLink }: PaperNotesProps) {
  const editor = useEditor(paperId)
  // A new note is in the library after its first key: it stays in its editor and is not shown a second time.
  const [addedId, setAddedId] = useState<number | null>(null)
  const isAdding = editor?.kind === 'note' && editor.noteId === null
  return (
    <section className={styles.notes} aria-label="Notes">
      <header className={styles.header}>
        <StickyNote size={14} strokeWidth={1.75} aria-hidden />
        <h3 className={styles.heading}>{notes.length > 1 ? 'Notes' : 'Note'}</h3>
        <Button look="quiet" size="small" icon={Plus} onPress={() => openEditor(paperId, { kind: 'note', noteId: null })}>
          Add a note
        </Button>
      </header>
      {notes
        .filter(({ id }) => !(isAdding && id === addedId))
        .map((note) =>
          editor?.kind === 'note' && editor.noteId === note.id ? (
            <NoteEditor key={note.id} paperId={paperId} note={note} />
          ) : (
            <NoteText key={note.id} paperId={paperId} note={note} onOpenLink={onOpenLink} />
          ),
        )}
      {isAdding ? <NoteEditor key="new" paperId={paperId} note={null} onAdded={setAddedId} /> : null}
    </section>
  )
}
