import { Pencil, Trash2 } from 'lucide-react'
import Markdown, { type Components } from 'react-markdown'
import remarkMath from 'remark-math'
import type { Note } from '../../../db/model/paper.ts'
import { call } from '../../api.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { Formula } from './formula.tsx'
import styles from './paper-notes.module.css'
import { openEditor } from './reader-store.ts'

type NoteTextProps = {
  readonly paperId: number
  readonly note: Note
  readonly onOpenLink: (url: string) => void
}

export function NoteText({ paperId, note, onOpenLink }: NoteTextProps) {
  const edit = () => openEditor(paperId, { kind: 'note', noteId: note.id })
  const components: Components = {
    // Below the headings of the paper and of its parts.
    h1: 'h4',
    h2: 'h5',
    h3: 'h6',
    h4: 'h6',
    h5: 'h6',
    // Nothing of a note is fetched: a picture is its words, a link opens outside.
    img: ({ alt }) => <span>{alt}</span>,
    // Mathematics comes as code of that language, and is set as the abstract's is.
    code: ({ className = '', children }) =>
      className.includes('language-math') ? (
        <Formula tex={String(children).trim()} isDisplayed={className.includes('math-display')} />
      ) : (
        <code>{children}</code>
      ),
    a: ({ href = '', children }) => (
      <a
        href={href}
        onClick={(event) => {
          event.preventDefault()
          if (/^https?:\/\//i.test(href)) onOpenLink(href)
        }}
      >
        {children}
      </a>
    ),
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the pointer; the pencil beside it takes the keyboard.
    <div className={styles.note} onDoubleClick={edit}>
      <div className={styles.markdown}>
        <Markdown remarkPlugins={[remarkMath]} components={components}>
          {note.text}
        </Markdown>
      </div>
      <div className={styles.noteActions}>
        <IconButton icon={Pencil} label="Edit note" size="small" onPress={edit} />
        <IconButton icon={Trash2} label="Delete note" size="small" onPress={() => void call('notes:delete', { noteId: note.id })} />
      </div>
    </div>
  )
}
