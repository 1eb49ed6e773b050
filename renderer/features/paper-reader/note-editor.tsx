import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Note } from '../../../db/model/paper.ts'
import { call } from '../../api.ts'
import { createAutosave } from './autosave.ts'
import styles from './paper-notes.module.css'
import { closerOfEditor, focusEditor } from './reader-store.ts'

type NoteEditorProps = {
  readonly paperId: number
  /** null: a note that is not in the library yet; it is from the first save on. */
  readonly note: Note | null
  readonly onAdded?: (noteId: number) => void
}

export function NoteEditor({ paperId, note, onAdded }: NoteEditorProps) {
  const [trouble, setTrouble] = useState(false)
  const [close] = useState(closerOfEditor)
  const input = useRef<HTMLTextAreaElement>(null)
  const noteId = useRef(note?.id ?? null)
  const [startedAt] = useState(() => new Date().toISOString())
  const [autosave] = useState(() =>
    createAutosave(async (text) => {
      try {
        if (note !== null) await call('notes:setText', { noteId: note.id, text })
        else if (noteId.current !== null || text.trim() !== '') {
          noteId.current = await call('notes:add', { paperId, text, startedAt })
          onAdded?.(noteId.current)
        }
        setTrouble(false)
      } catch (error) {
        console.error(error)
        setTrouble(true)
      }
    }),
  )
  useLayoutEffect(() => focusEditor(input.current, 'end'), [])
  useEffect(() => {
    const flushHidden = () => void autosave.flush()
    document.addEventListener('visibilitychange', flushHidden)
    return () => {
      document.removeEventListener('visibilitychange', flushHidden)
      void autosave.flush()
    }
  }, [autosave])

  async function leave(): Promise<void> {
    const isEmpty = input.current?.value.trim() === ''
    await autosave.flush()
    if (isEmpty && noteId.current !== null) await call('notes:delete', { noteId: noteId.current })
    close()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
    event.preventDefault()
    void leave()
  }

  return (
    <div className={styles.editor}>
      <textarea
        ref={input}
        className={styles.input}
        aria-label="Note"
        placeholder="Markdown, with $mathematics$"
        defaultValue={note?.text ?? ''}
        onChange={(event) => autosave.type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          // The window losing the focus is no reason to close what is being written.
          if (document.activeElement === input.current) void autosave.flush()
          else void leave()
        }}
      />
      <p className={styles.hint} role={trouble ? 'alert' : undefined}>
        {trouble ? 'This could not be saved. It is tried again with the next key.' : 'Saved as you type. Esc closes.'}
      </p>
    </div>
  )
}
