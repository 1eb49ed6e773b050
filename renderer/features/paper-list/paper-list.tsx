import { ArrowDownUp, SearchX } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { AppError } from '../../../db/model/app-error.ts'
import type { View } from '../../../db/model/view.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Menu } from '../../components/menu.tsx'
import { PaperGrid, type PaperGridProps } from './paper-grid.tsx'
import styles from './paper-list.module.css'
import { SearchBox } from './search-box.tsx'
import { type PaperSort, sortLabel, sortOptions } from './sort-options.ts'

type PaperListProps = Omit<PaperGridProps, 'ids' | 'isQueue'> & {
  readonly view: View
  /** A list of the library is shown: its own order is the first one to sort by. */
  readonly isSource: boolean
  /** undefined until the library has answered once. */
  readonly ids: readonly number[] | undefined
  readonly error: AppError | null
  /** All papers of the view, without the search. */
  readonly total: number | undefined
  readonly query: string
  readonly sort: PaperSort | null
  readonly searchBox: RefObject<HTMLInputElement | null>
  readonly onSearch: (query: string) => void
  readonly onSort: (sort: PaperSort | null) => void
  /** What an empty view says, and how papers come into it. */
  readonly emptyView: ReactNode
}

export function PaperList(props: PaperListProps) {
  const { view, isSource, ids, error, total, query, sort, searchBox, onSearch, onSort, emptyView, ...grid } = props
  const own = isSource ? 'list' : view === 'to-read' ? 'queue' : null
  return (
    <div className={styles.list}>
      <header className={styles.header}>
        <SearchBox
          input={searchBox}
          query={query}
          onSearch={onSearch}
          onLeave={() => document.getElementById('paper-grid')?.focus()}
        />
        <div className={styles.summary}>
          <span className={styles.found} role="status">
            {ids === undefined ? '' : foundText(ids.length, query.trim() === '' ? undefined : total)}
          </span>
          <Menu label="Sort by" sections={[{ id: 'sort', items: sortOptions({ own, sort, onSort }) }]}>
            <AriaButton className={styles.sort ?? ''}>
              <span className={styles.sortPrefix}>Sorted by</span> {sortLabel(own, sort)}
              <ArrowDownUp size={14} strokeWidth={1.75} aria-hidden />
            </AriaButton>
          </Menu>
        </div>
      </header>
      {error === null ? null : (
        <p className={styles.error} role="alert">
          {error.message}
        </p>
      )}
      {ids !== undefined && ids.length === 0 ? (
        <div className={styles.empty}>
          {query.trim() === '' ? (
            emptyView
          ) : (
            <EmptyState icon={SearchX} title="Nothing found">
              No paper here has all of these words. Try fewer, or the beginning of one.
            </EmptyState>
          )}
        </div>
      ) : (
        <PaperGrid {...grid} ids={ids ?? []} isQueue={view === 'to-read' && sort === null} />
      )}
    </div>
  )
}

function foundText(found: number, total: number | undefined): string {
  if (total !== undefined) return `${found.toLocaleString('en')} of ${total.toLocaleString('en')} papers`
  return found === 1 ? '1 paper' : `${found.toLocaleString('en')} papers`
}
