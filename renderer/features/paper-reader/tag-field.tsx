import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { classNames } from '../../components/class-names.ts'
import { TagDot } from '../../components/tag-chip.tsx'
import { useAnswer } from '../../use-answer.ts'
import { focusEditor } from './reader-store.ts'
import styles from './tag-field.module.css'

type TagFieldProps = {
  /** Tags that the papers have already. */
  readonly present: readonly string[]
  readonly onAdd: (name: string) => void
  readonly onClose: () => void
}

const shownAtOnce = 6

/** One line to type a tag in, with those that are in use below it; Enter adds and stays for the next. */
export function TagField({ present, onAdd, onClose }: TagFieldProps) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(-1)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const tags = useAnswer('tags:list', undefined).value ?? []
  const wanted = typed.trim().toLowerCase()
  const offered = tags
    .map(({ name }) => name)
    .filter((name) => !present.includes(name) && name.toLowerCase().includes(wanted))
    .slice(0, shownAtOnce)
  useLayoutEffect(() => focusEditor(input.current, 'end'), [])

  function add(name: string): void {
    if (name.trim() !== '') onAdd(name.trim())
    setTyped('')
    setChosen(-1)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setChosen((place) => Math.min(offered.length - 1, place + 1))
    else if (event.key === 'ArrowUp') setChosen((place) => Math.max(-1, place - 1))
    else if (event.key === 'Enter' && typed.trim() === '' && chosen === -1) onClose()
    else if (event.key === 'Enter') add(offered[chosen] ?? typed)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
  }

  return (
    <span className={styles.field}>
      <input
        ref={input}
        className={styles.input}
        role="combobox"
        aria-label="Add a tag"
        aria-expanded={offered.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(chosen >= 0 ? { 'aria-activedescendant': `${listId}-${chosen}` } : {})}
        placeholder="Tag"
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setChosen(-1)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (document.activeElement !== input.current) onClose()
        }}
      />
      {offered.length === 0 ? null : (
        <div className={styles.offered} id={listId} role="listbox" aria-label="Tags in use">
          {offered.map((name, place) => (
            <div
              key={name}
              id={`${listId}-${place}`}
              className={classNames(styles.offer, place === chosen && styles.chosen)}
              role="option"
              tabIndex={-1}
              aria-selected={place === chosen}
              // Pressing must not take the focus out of the line above, which would close it.
              onPointerDown={(event) => {
                event.preventDefault()
                add(name)
              }}
            >
              <TagDot name={name} />
              <span className={styles.name}>{name}</span>
            </div>
          ))}
        </div>
      )}
    </span>
  )
}
