import { type KeyboardEvent, type PointerEvent, type ReactNode, useState, useSyncExternalStore } from 'react'
import { fitPanes, type PaneWidths, paneLimits, storedPanes, storePanes } from './pane-widths.ts'
import styles from './panes.module.css'

type PanesProps = { readonly sidebar: ReactNode; readonly list: ReactNode; readonly reader: ReactNode }

/** Three panes side by side, with borders that can be dragged or moved with the arrow keys. */
export function Panes({ sidebar, list, reader }: PanesProps) {
  const [wanted, setWanted] = useState(storedPanes)
  const windowWidth = useSyncExternalStore(subscribeToResize, () => window.innerWidth)
  const widths = fitPanes(wanted, windowWidth)
  const resize = (pane: keyof PaneWidths, width: number) => {
    const next = fitPanes({ ...widths, [pane]: width }, windowWidth)
    setWanted(next)
    storePanes(next)
  }
  return (
    <div className={styles.panes} style={{ gridTemplateColumns: `${widths.sidebar}px ${widths.list}px minmax(0, 1fr)` }}>
      <aside className={styles.sidebar} aria-label="Views, tags and sources">
        {sidebar}
        <Divider pane="sidebar" label="Width of the sidebar" width={widths.sidebar} onResize={resize} />
      </aside>
      <section className={styles.list} aria-label="List of papers">
        {list}
        <Divider pane="list" label="Width of the list" width={widths.list} onResize={resize} />
      </section>
      <main className={styles.reader}>{reader}</main>
    </div>
  )
}

/** Before the first paper there is nothing to list. */
export function WelcomePanes({ sidebar, children }: { readonly sidebar: ReactNode; readonly children: ReactNode }) {
  const width = fitPanes(storedPanes(), window.innerWidth).sidebar
  return (
    <div className={styles.panes} style={{ gridTemplateColumns: `${width}px minmax(0, 1fr)` }}>
      <aside className={styles.sidebar} aria-label="Views, tags and sources">
        {sidebar}
      </aside>
      <main className={styles.reader}>{children}</main>
    </div>
  )
}

type DividerProps = {
  readonly pane: keyof PaneWidths
  readonly label: string
  readonly width: number
  readonly onResize: (pane: keyof PaneWidths, width: number) => void
}

function Divider({ pane, label, width, onResize }: DividerProps) {
  const { smallest, largest, usual } = paneLimits[pane]
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const left = event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0
    onResize(pane, event.clientX - left)
  }
  const pressKey = (event: KeyboardEvent) => {
    const steps: { readonly [key: string]: number } = { ArrowLeft: -16, ArrowRight: 16 }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    onResize(pane, width + step)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a border that moves is a separator with a value, which hr is not.
    <div
      className={styles.divider}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={smallest}
      aria-valuemax={largest}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => onResize(pane, usual)}
      onKeyDown={pressKey}
    />
  )
}

function subscribeToResize(onChange: () => void): () => void {
  window.addEventListener('resize', onChange)
  return () => window.removeEventListener('resize', onChange)
}
