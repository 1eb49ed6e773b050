import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { AppError } from '../../../db/model/app-error.ts'
import type { LintCode } from '../../../db/model/lint-rule.ts'
import { call } from '../../api.ts'
import { Notice } from '../../components/notice.tsx'
import { useAnswer } from '../../use-answer.ts'
import { describeTitle, describeWhich } from './describe-problem.ts'
import styles from './lint.module.css'
import type { LintDialogProps } from './lint-dialog.tsx'
import { ProblemDetail } from './problem-detail.tsx'

type ProblemListProps = LintDialogProps & { readonly code: LintCode; readonly paperIds: readonly number[] }

const rowHeight = 48
const pageSize = 50

/** The papers with one problem: the arrows and `j` and `k` go through them, and what can be done stands below. */
export function ProblemList(props: ProblemListProps) {
  const { code, paperIds, onShowPaper, onUndo } = props
  const { active, activate, moveBy } = useActive(paperIds)
  const [isEditing, setEditing] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const problems = useAnswer('lint:papers', active === null ? null : { paperIds: [active] }).value?.[0]
  const findings = problems?.paperId === active ? problems.findings.filter((finding) => finding.code === code) : []

  function run(work: () => Promise<unknown>): void {
    setTrouble(null)
    setEditing(false)
    list.current?.focus()
    work().catch((error: unknown) => {
      if (!(error instanceof AppError)) console.error(error)
      setTrouble(error instanceof AppError ? error.message : 'Something unexpected went wrong. Nothing was changed.')
    })
  }
  // Asked anew: who goes on fast fixes a paper before it is shown.
  const fix = () =>
    run(async () => {
      const [asked] = active === null ? [] : await call('lint:papers', { paperIds: [active] })
      const own = asked?.findings.filter((finding) => finding.code === code) ?? []
      const fixes = own.flatMap(({ field, value, fix: text }) =>
        text === null || active === null ? [] : [{ paperId: active, field, value, text }],
      )
      if (fixes.length > 0) await call('lint:fix', { code, fixes })
      else setEditing(own.length > 0)
    })
  const ignore = () => {
    if (active !== null) run(() => call('lint:ignore', { code, paperIds: [active] }))
  }
  const keys: { readonly [key: string]: () => void } = {
    j: () => moveBy(1),
    ArrowDown: () => moveBy(1),
    k: () => moveBy(-1),
    ArrowUp: () => moveBy(-1),
    f: fix,
    Enter: fix,
    e: () => setEditing(true),
    x: ignore,
    o: () => active !== null && onShowPaper(active),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isUndo = (event.ctrlKey || event.metaKey) && event.key === 'z'
    const act = isUndo ? onUndo : event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  return (
    <div className={styles.papers}>
      <Rows list={list} paperIds={paperIds} active={active} onActivate={activate} onKeyDown={onKeyDown} />
      {trouble === null ? null : <Notice tone="trouble">{trouble}</Notice>}
      {problems === undefined ? null : (
        <ProblemDetail
          key={problems.paperId}
          {...props}
          paperId={problems.paperId}
          findings={findings}
          isEditing={isEditing}
          onEdit={setEditing}
          onFix={fix}
          onIgnore={ignore}
          onType={(fixed) => run(() => call('lint:fix', { code, fixes: [fixed] }))}
        />
      )}
    </div>
  )
}

/** The active paper is the first until another is chosen; where it goes, the one that takes its place. */
function useActive(paperIds: readonly number[]) {
  const [place, setPlace] = useState<{ readonly id: number | null; readonly index: number }>({ id: paperIds[0] ?? null, index: 0 })
  const found = place.id === null ? -1 : paperIds.indexOf(place.id)
  const index = found === -1 ? Math.min(place.index, paperIds.length - 1) : found
  const active = paperIds[index] ?? null
  const activate = (next: number) => {
    const id = paperIds[next]
    if (id !== undefined) setPlace({ id, index: next })
  }
  return { active, activate, moveBy: (rows: number) => activate(Math.max(0, Math.min(paperIds.length - 1, index + rows))) }
}

type RowsProps = {
  readonly list: React.RefObject<HTMLDivElement | null>
  readonly paperIds: readonly number[]
  readonly active: number | null
  readonly onActivate: (index: number) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function Rows({ list, paperIds, active, onActivate, onKeyDown }: RowsProps) {
  const virtual = useVirtualizer({
    count: paperIds.length,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  const items = virtual.getVirtualItems()
  const page = Math.floor((items[0]?.index ?? 0) / pageSize)
  const near = paperIds.slice(page * pageSize, (page + 2) * pageSize)
  const { value: rows = [] } = useAnswer('lint:papers', { paperIds: near })
  const byId = new Map(rows.map((row) => [row.paperId, row]))
  const index = active === null ? -1 : paperIds.indexOf(active)
  useEffect(() => list.current?.focus(), [list])
  useEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index)
  }, [index, virtual])
  return (
    <div
      ref={list}
      id="problem-list"
      className={styles.list}
      role="listbox"
      aria-label="Papers with this problem"
      aria-activedescendant={active === null ? undefined : `problem-${active}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={styles.space} style={{ height: virtual.getTotalSize() }} role="presentation">
        {items.map(({ index: place, start }) => {
          const id = paperIds[place]
          const row = id === undefined ? undefined : byId.get(id)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys of its options.
            // biome-ignore lint/a11y/useFocusableInteractive: the list box keeps the focus and names the active option.
            <div
              key={id}
              id={`problem-${id}`}
              className={styles.row}
              role="option"
              aria-selected={id === active}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onActivate(place)}
            >
              <div className={styles.title}>{row === undefined ? '' : describeTitle(row)}</div>
              <div className={styles.which}>{row === undefined ? '' : describeWhich(row)}</div>
            </div>
          )
        })}
      </div>
    </div>
  )
}
