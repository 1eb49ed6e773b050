import { useVirtualizer } from '@tanstack/react-virtual'
import { type DragEvent, type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { PaperGridRow } from './paper-grid-row.tsx'
import styles from './paper-list.module.css'
import { useCitationDrag } from './use-citation-drag.ts'
import { useReordering } from './use-reordering.ts'
import { useRows } from './use-rows.ts'

/** Two lines of title, one of what is known besides, and 8 pixels around. */
const rowHeight = 76
const padding = 6
const headingHeight = 36

export type Reach = 'one' | 'toggle' | 'range'

export type PaperGridProps = {
  readonly ids: readonly number[]
  /** Headings of the list that is shown, each by the paper that stands first below it. */
  readonly headings: ReadonlyMap<number, string>
  readonly selectedIds: ReadonlySet<number>
  readonly activeId: number | null
  readonly onSelect: (id: number, reach: Reach) => void
  readonly onMove: (rows: number, reach: 'one' | 'range') => void
  readonly onSelectAll: () => void
  readonly onOpen: () => void
  /** The menu of the chosen papers, at a place of the window. */
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void
  /** Each place in the queue is said, not only that of the next, and rows can be dragged to another. */
  readonly isQueue: boolean
  readonly onReorder: (paperIds: readonly number[], beforeId: number | null) => void
}

/** A grid of our own: collections of components build a node for every item, and there may be 100,000. */
export function PaperGrid(props: PaperGridProps) {
  const { ids, selectedIds, activeId, headings, onSelect, onMenu, isQueue } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useGridRows(scroller, { ids, headings })
  const shown = virtual.getVirtualItems()
  const rowOf = useRows(ids, { first: shown[0]?.index ?? 0, last: shown.at(-1)?.index ?? 0 })
  const activeIndex = activeId === null ? -1 : ids.indexOf(activeId)
  useEffect(() => {
    if (activeIndex >= 0) virtual.scrollToIndex(activeIndex, { align: 'auto' })
  }, [activeIndex, virtual])
  const isActiveShown = shown.some(({ index }) => index === activeIndex)
  const reordering = useReordering({
    ...props,
    gapAt(clientY) {
      const { scrollTop = 0 } = scroller.current ?? {}
      const top = scroller.current?.getBoundingClientRect().top ?? 0
      return Math.max(0, Math.min(ids.length, Math.round((clientY - top + scrollTop - padding) / rowHeight)))
    },
  })
  const citation = useCitationDrag({ ids, selectedIds, keyOf: (id) => rowOf(id)?.citationKey })
  const drag = (event: DragEvent, id: number) => {
    if (isQueue) reordering.take(event, id)
    else if (!selectedIds.has(id)) onSelect(id, 'one')
    citation.take(event, id)
  }
  const openMenu = (event: MouseEvent, id: number) => {
    event.preventDefault()
    if (!selectedIds.has(id)) onSelect(id, 'one')
    onMenu({ x: event.clientX, y: event.clientY })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual and keep its layout.
    <div
      id="paper-grid"
      ref={scroller}
      className={styles.grid}
      role="grid"
      aria-label="Papers"
      aria-rowcount={ids.length}
      aria-multiselectable
      tabIndex={0}
      {...(isActiveShown ? { 'aria-activedescendant': `paper-${activeId}` } : {})}
      {...(isQueue ? reordering.grid : {})}
      onKeyDown={(event) =>
        pressKey(event, { ...props, page: Math.max(1, Math.floor(event.currentTarget.clientHeight / rowHeight) - 1) })
      }
    >
      <div className={styles.rows} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start }) => (
          <GroupHeading key={`heading ${index}`} start={start} text={headings.get(ids[index] ?? 0)} />
        ))}
        {shown.map(({ index, start }) => {
          const id = ids[index] ?? 0
          return (
            <PaperGridRow
              key={id}
              id={id}
              index={index}
              start={start + (headings.has(id) ? headingHeight : 0)}
              row={rowOf(id)}
              isSelected={selectedIds.has(id)}
              isActive={id === activeId}
              isQueue={isQueue}
              onSelect={onSelect}
              onMenu={openMenu}
              onPress={citation.press}
              onDrag={drag}
              onDragEnd={citation.end}
            />
          )
        })}
        {reordering.gap === null ? null : (
          <div className={styles.gap} style={{ transform: `translateY(${reordering.gap * rowHeight + padding - 1}px)` }} />
        )}
      </div>
    </div>
  )
}

type GridRows = Pick<PaperGridProps, 'ids' | 'headings'>

function useGridRows(scroller: RefObject<HTMLDivElement | null>, { ids, headings }: GridRows) {
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight + (headings.has(ids[index] ?? 0) ? headingHeight : 0),
    overscan: 8,
    paddingStart: padding,
    paddingEnd: padding,
    scrollPaddingStart: padding,
    scrollPaddingEnd: padding,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: other papers or headings have other heights.
  useLayoutEffect(() => virtual.measure(), [ids, headings, virtual])
  return virtual
}

/** A heading of the list, above the first paper below it; the papers say their places without it. */
function GroupHeading({ start, text }: { readonly start: number; readonly text: string | undefined }) {
  if (text === undefined) return null
  return (
    <div className={styles.heading} role="presentation" style={{ transform: `translateY(${start}px)` }}>
      <span className={styles.headingText} title={text}>
        {text}
      </span>
    </div>
  )
}

function pressKey(event: KeyboardEvent<HTMLDivElement>, context: PaperGridProps & { readonly page: number }): void {
  const { ids, activeId, page, onMove, onSelect, onSelectAll, onOpen, onMenu } = context
  const steps: { readonly [key: string]: number } = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -ids.length,
    End: ids.length,
  }
  const rows = steps[event.key]
  const isChord = event.ctrlKey || event.metaKey
  if (event.altKey) return
  if (rows !== undefined && !isChord) onMove(rows, event.shiftKey ? 'range' : 'one')
  else if (isChord && event.key === 'a') onSelectAll()
  else if (event.key === ' ' && activeId !== null && isChord) onSelect(activeId, 'toggle')
  else if (event.key === 'Enter' && !isChord) onOpen()
  else if ((event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) && activeId !== null) {
    const { left, bottom } = (document.getElementById(`paper-${activeId}`) ?? event.currentTarget).getBoundingClientRect()
    onMenu({ x: left + 40, y: bottom - 24 })
  } else return
  event.preventDefault()
}
