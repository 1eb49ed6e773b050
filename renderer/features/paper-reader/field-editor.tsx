import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { AppError } from '../../../db/model/app-error.ts'
import { call } from '../../api.ts'
import { classNames } from '../../components/class-names.ts'
import { createAutosave } from './autosave.ts'
import styles from './field-editor.module.css'
import { closerOfEditor, type EditableField, focusEditor } from './reader-store.ts'

type FieldEditorProps = {
  readonly paperId: number
  readonly field: EditableField
  readonly label: string
  readonly value: string
  /** Several lines, in which Enter is a character. */
  readonly isLong?: boolean | undefined
  readonly look?: 'title' | 'text' | 'plain' | undefined
}

/** Saved with Enter, or by leaving it; Escape takes back what was typed. A value that cannot be is told, and stays. */
export function FieldEditor({ paperId, field, label, value, isLong = false, look = 'plain' }: FieldEditorProps) {
  const [trouble, setTrouble] = useState<string | null>(null)
  const [close] = useState(closerOfEditor)
  const input = useRef<HTMLTextAreaElement>(null)
  const saved = useRef(value)
  const [drafts] = useState(() => createAutosave(async (text) => call('drafts:keep', { paperId, field, text })))
  useLayoutEffect(() => focusEditor(input.current, 'all'), [])

  async function save(): Promise<boolean> {
    const text = input.current?.value ?? saved.current
    await drafts.flush()
    if (text.trim() === saved.current.trim()) {
      await call('drafts:drop', { paperId, field })
      return true
    }
    try {
      await call('papers:setField', { paperId, field, text })
      saved.current = text
      return true
    } catch (error) {
      setTrouble(error instanceof AppError ? error.message : 'This could not be saved.')
      return false
    }
  }

  async function saveAndClose(): Promise<void> {
    if (await save()) close()
  }

  useSaveWhenHidden(save)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      saved.current = input.current?.value ?? ''
      void saveAndClose()
    } else if (event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void saveAndClose()
    }
  }

  return (
    <div className={styles.editor}>
      <textarea
        ref={input}
        className={classNames(styles.input, styles[look])}
        aria-label={label}
        aria-invalid={trouble !== null}
        rows={1}
        defaultValue={value}
        spellCheck={isLong || look === 'title'}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTrouble(null)
          drafts.type(event.target.value)
        }}
        onBlur={() => {
          if (document.activeElement !== input.current) void saveAndClose()
        }}
      />
      {trouble === null ? (
        <p className={styles.hint}>{isLong ? 'Ctrl+Enter saves, Esc takes it back' : 'Enter saves, Esc takes it back'}</p>
      ) : (
        <p className={styles.trouble} role="alert">
          {trouble}
        </p>
      )}
    </div>
  )
}

function useSaveWhenHidden(save: () => Promise<boolean>): void {
  const newest = useRef(save)
  newest.current = save
  useEffect(() => {
    const saveHidden = () => {
      if (document.visibilityState === 'hidden') void newest.current()
    }
    document.addEventListener('visibilitychange', saveHidden)
    return () => document.removeEventListener('visibilitychange', saveHidden)
  }, [])
}
