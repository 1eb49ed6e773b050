import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { classNames } from '../../components/class-names.ts'
import { ContextMenu } from '../../components/menu.tsx'
import type { MenuSection } from '../../components/menu-item.ts'
import { ColumnHeads } from './column-heads.tsx'
import { type Correct, entryMenu, leftoverMenu } from './correction-menus.ts'
import type { Review } from './describe-fate.ts'
import { EntryRow } from './entry-row.tsx'
import { LeftoverRow } from './leftover-row.tsx'
import { type EntryPlace, listItems, type PlannedSource, type ReviewItem } from './review-model.ts'
import styles from './source-entries.module.css'
import { SourceNotice } from './source-notice.tsx'
import { useRowKeys } from './use-row-keys.ts'

type SourceEntriesProps = {
  readonly review: Review
  readonly source: PlannedSource
  readonly sourceIndex: number
  /** The entry to bring into sight; a new value asks again. */
  readonly jump: { readonly entry: number | null }
  readonly onShow: (place: EntryPlace) => void
  readonly onCorrect: Correct
}

const estimatedHeights = { entry: 176, leftover: 37 }

export function SourceEntries({ review, source, sourceIndex, jump, onShow, onCorrect }: SourceEntriesProps) {
  const items = useMemo(() => listItems(source), [source])
  const scroller = useRef<HTMLDivElement>(null)
  const [expanded, setExpanded] = useState<ReadonlySet<number>>(new Set())
  const [menu, setMenu] = useState<{ readonly item: ReviewItem; readonly at: { readonly x: number; readonly y: number } } | null>(
    null,
  )
  const toggle = useCallback((entry: number) => setExpanded((before) => toggled(before, entry)), [])
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimatedHeights[items[index]?.kind ?? 'entry'],
    overscan: 4,
    scrollPaddingStart: 36,
  })
  useJump(jump, items, (index) => {
    rows.scrollToIndex(index, { align: 'center' })
    scroller.current?.focus({ preventScroll: true })
  })
  const menuOf = (item: ReviewItem) => itemMenu({ source, sourceIndex, onCorrect }, item)
  const pressKey = useRowKeys({
    items,
    scroller,
    onReveal: (index) => rows.scrollToIndex(index, { align: 'auto' }),
    onToggle: toggle,
    menuOf,
    onMenu: (item, at) => setMenu({ item, at }),
  })
  return (
    <div className={styles.pane}>
      <SourceNotice source={source} />
      <section
        ref={scroller}
        className={styles.scroller}
        aria-label={source.name}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard.
        tabIndex={0}
        onKeyDown={pressKey}
      >
        <ColumnHeads source={source} sourceIndex={sourceIndex} onCorrect={onCorrect} />
        <ol className={styles.rows} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const item = items[index]
            if (item === undefined) return null
            return (
              <li
                key={index}
                ref={rows.measureElement}
                data-index={index}
                tabIndex={-1}
                aria-posinset={index + 1}
                aria-setsize={items.length}
                className={classNames(styles.row, item.kind === 'entry' && item.entry === jump.entry && styles.asked)}
                style={{ transform: `translateY(${start}px)` }}
                onContextMenu={(event) => {
                  event.preventDefault()
                  setMenu({ item, at: { x: event.clientX, y: event.clientY } })
                }}
              >
                {item.kind === 'leftover' ? (
                  <LeftoverRow leftover={source.leftovers[item.leftover]} sections={menuOf(item)} />
                ) : (
                  <EntryRow
                    {...{ review, source, sourceIndex, onShow, onCorrect }}
                    entryIndex={item.entry}
                    isExpanded={expanded.has(item.entry)}
                    onToggle={toggle}
                  />
                )}
              </li>
            )
          })}
        </ol>
      </section>
      {menu === null ? null : (
        <ContextMenu label={`Line ${menu.item.line}`} sections={menuOf(menu.item)} at={menu.at} onClose={() => setMenu(null)} />
      )}
    </div>
  )
}

type Place = { readonly source: PlannedSource; readonly sourceIndex: number; readonly onCorrect: Correct }

/** Only of a plain list can a single line be used: records of other formats, and the tags of a web page, stand for themselves. */
function itemMenu({ source, sourceIndex, onCorrect }: Place, item: ReviewItem): readonly MenuSection[] {
  if (item.kind === 'entry') return entryMenu({ source, sourceIndex, entryIndex: item.entry }, onCorrect)
  return source.layouts.length > 0 ? leftoverMenu(source, sourceIndex, { line: item.line, correct: onCorrect }) : []
}

/** Once for each time that an entry is asked for: corrections make new items, and the list stays where it is. */
function useJump(jump: SourceEntriesProps['jump'], items: readonly ReviewItem[], show: (index: number) => void): void {
  const newest = useRef({ items, show })
  newest.current = { items, show }
  useEffect(() => {
    const index = newest.current.items.findIndex((item) => item.kind === 'entry' && item.entry === jump.entry)
    if (index >= 0) newest.current.show(index)
  }, [jump])
}

function toggled(set: ReadonlySet<number>, member: number): ReadonlySet<number> {
  return set.has(member) ? new Set([...set].filter((one) => one !== member)) : new Set([...set, member])
}
