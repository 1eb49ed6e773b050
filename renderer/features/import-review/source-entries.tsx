import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { classNames } from '../../components/class-names.ts'
import type { Review } from './describe-fate.ts'
import { EntryRow } from './entry-row.tsx'
import { LeftoverRow } from './leftover-row.tsx'
import { type EntryPlace, listItems, type PlannedSource } from './review-model.ts'
import styles from './source-entries.module.css'
import { SourceNotice } from './source-notice.tsx'

type SourceEntriesProps = {
  readonly review: Review
  readonly source: PlannedSource
  readonly sourceIndex: number
  /** The entry to bring into sight; a new value asks again. */
  readonly jump: { readonly entry: number | null }
  readonly onShow: (place: EntryPlace) => void
}

const estimatedHeights = { entry: 176, leftover: 37 }

export function SourceEntries({ review, source, sourceIndex, jump, onShow }: SourceEntriesProps) {
  const items = useMemo(() => listItems(source), [source])
  const scroller = useRef<HTMLDivElement>(null)
  const [expanded, setExpanded] = useState<ReadonlySet<number>>(new Set())
  const toggle = useCallback((entry: number) => setExpanded((before) => toggled(before, entry)), [])
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimatedHeights[items[index]?.kind ?? 'entry'],
    overscan: 4,
  })
  useEffect(() => {
    const index = items.findIndex((item) => item.kind === 'entry' && item.entry === jump.entry)
    if (index < 0) return
    rows.scrollToIndex(index, { align: 'center' })
    scroller.current?.focus({ preventScroll: true })
  }, [jump, items, rows])
  return (
    <div className={styles.pane}>
      <SourceNotice source={source} />
      <section
        ref={scroller}
        className={styles.scroller}
        aria-label={source.name}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard.
        tabIndex={0}
      >
        <ColumnHeads />
        <ol className={styles.rows} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const item = items[index]
            if (item === undefined) return null
            const leftover = item.kind === 'leftover' ? source.leftovers[item.leftover] : undefined
            return (
              <li
                key={index}
                ref={rows.measureElement}
                data-index={index}
                aria-posinset={index + 1}
                aria-setsize={items.length}
                className={classNames(styles.row, item.kind === 'entry' && item.entry === jump.entry && styles.asked)}
                style={{ transform: `translateY(${start}px)` }}
              >
                {leftover === undefined ? null : <LeftoverRow leftover={leftover} />}
                {item.kind === 'leftover' ? null : (
                  <EntryRow
                    review={review}
                    source={source}
                    sourceIndex={sourceIndex}
                    entryIndex={item.entry}
                    isExpanded={expanded.has(item.entry)}
                    onToggle={toggle}
                    onShow={onShow}
                  />
                )}
              </li>
            )
          })}
        </ol>
      </section>
    </div>
  )
}

function ColumnHeads() {
  return (
    <div className={styles.heads}>
      <span>
        Lines of the list
        <span className={styles.legend}>
          <span className={styles.title}>title</span>
          <span className={styles.authors}>authors</span>
          <span className={styles.other}>more</span>
        </span>
      </span>
      <span>Read as</span>
      <span>What happens</span>
    </div>
  )
}

function toggled(set: ReadonlySet<number>, member: number): ReadonlySet<number> {
  return set.has(member) ? new Set([...set].filter((one) => one !== member)) : new Set([...set, member])
}
