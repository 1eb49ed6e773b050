import { StickyNote } from 'lucide-react'
import { type DragEvent, type MouseEvent, memo } from 'react'
import { printPlain, readInlineMarkup } from '../../../db/model/inline-markup.ts'
import type { PaperRow } from '../../../db/model/view.ts'
import { classNames } from '../../components/class-names.ts'
import { StatusMark } from '../../components/status-mark.tsx'
import { TagChip } from '../../components/tag-chip.tsx'
import type { Reach } from './paper-grid.tsx'
import styles from './paper-list.module.css'

type PaperGridRowProps = {
  readonly id: number
  readonly index: number
  /** Distance from the top of the list, in pixels. */
  readonly start: number
  /** undefined while it is on its way. */
  readonly row: PaperRow | undefined
  readonly isSelected: boolean
  readonly isActive: boolean
  readonly isQueue: boolean
  readonly onSelect: (id: number, reach: Reach) => void
  readonly onMenu: (event: MouseEvent, id: number) => void
  /** The pointer went down on it, and may now drag it. */
  readonly onPress: (id: number) => void
  readonly onDrag: (event: DragEvent, id: number) => void
  readonly onDragEnd: (event: DragEvent) => void
}

export const PaperGridRow = memo(function PaperGridRow(props: PaperGridRowProps) {
  const { id, index, start, row, isSelected, isActive, isQueue, onSelect, onMenu, onPress, onDrag, onDragEnd } = props
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the focus and the keys, its rows are its active descendants.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, its rows are its active descendants.
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual and keep its layout.
    <div
      id={`paper-${id}`}
      className={classNames(styles.row, isSelected && styles.selected, isActive && styles.active)}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      style={{ transform: `translateY(${start}px)` }}
      onClick={(event) => onSelect(id, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'one')}
      onContextMenu={(event) => onMenu(event, id)}
      onPointerDown={() => onPress(id)}
      draggable
      onDragStart={(event) => onDrag(event, id)}
      onDragEnd={onDragEnd}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the whole row is the active descendant. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual and keep its layout. */}
      <div className={styles.cell} role="gridcell">
        {row === undefined ? null : <RowContent row={row} isQueue={isQueue} />}
      </div>
    </div>
  )
})

function RowContent({ row, isQueue }: { readonly row: PaperRow; readonly isQueue: boolean }) {
  const title = row.title === null ? 'Without a title' : printPlain(readInlineMarkup(row.title))
  const isProvisional = row.title === null || row.titleOrigin === 'provisional'
  const shownTags = row.tags.slice(0, 2)
  const place = queueText(row, isQueue)
  return (
    <>
      <StatusMark status={row.status} isNamed />
      <div className={styles.words}>
        <div className={classNames(styles.title, isProvisional && styles.provisional)} title={title}>
          {title}
        </div>
        <div className={styles.meta}>
          <span className={styles.facts}>{factsOf(row, isProvisional)}</span>
          {place === null ? null : <span className={styles.place}>· {place}</span>}
          <span className={styles.marks}>
            {shownTags.map((name) => (
              <TagChip key={name} name={name} />
            ))}
            {row.tags.length > shownTags.length ? (
              <span className={styles.moreTags} title={row.tags.join(', ')}>
                +{row.tags.length - shownTags.length}
              </span>
            ) : null}
            {row.notes > 0 ? (
              <StickyNote
                className={styles.note ?? ''}
                size={14}
                strokeWidth={1.75}
                role="img"
                aria-label={row.notes === 1 ? 'One note' : `${row.notes} notes`}
              />
            ) : null}
          </span>
        </div>
      </div>
    </>
  )
}

/** Authors · year · venue · lists; what no list gave is said to be missing. */
function factsOf({ authors, year, venue, sources }: PaperRow, isProvisional: boolean): string {
  const missing = isProvisional ? 'Needs a title' : 'No authors given'
  return [
    authors.length === 0 ? missing : shortAuthors(authors),
    year?.toString(),
    venue === null ? undefined : printPlain(readInlineMarkup(venue)),
    sources > 1 ? `${sources} lists` : undefined,
  ]
    .filter((fact) => fact !== undefined)
    .join(' · ')
}

function shortAuthors(authors: readonly string[]): string {
  return authors.length <= 5 ? authors.join(', ') : `${authors.slice(0, 4).join(', ')}, … ${authors.at(-1)}`
}

function queueText({ queuePlace }: PaperRow, isQueue: boolean): string | null {
  if (queuePlace === null) return null
  return isQueue || queuePlace <= 3 ? `Next up ${queuePlace}` : null
}
