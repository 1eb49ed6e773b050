import { Search, X } from 'lucide-react'
import type { KeyboardEvent, RefObject } from 'react'
import { IconButton } from '../../components/icon-button.tsx'
import { Kbd } from '../../components/kbd.tsx'
import styles from './paper-list.module.css'

type SearchBoxProps = {
  readonly input: RefObject<HTMLInputElement | null>
  readonly query: string
  readonly onSearch: (query: string) => void
  /** The keyboard goes on to what was found. */
  readonly onLeave: () => void
}

export function SearchBox({ input, query, onSearch, onLeave }: SearchBoxProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault()
      onLeave()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (query === '') onLeave()
      else onSearch('')
    }
  }
  return (
    <search className={styles.searchBox}>
      <Search className={styles.searchIcon ?? ''} size={16} strokeWidth={1.75} aria-hidden />
      <input
        ref={input}
        className={styles.searchInput}
        type="text"
        aria-label="Search papers"
        placeholder="Search words, tag:, status:, source:"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {query === '' ? (
        <Kbd shortcut="/" />
      ) : (
        <IconButton icon={X} label="Clear the search" size="small" onPress={() => onSearch('')} />
      )}
    </search>
  )
}
