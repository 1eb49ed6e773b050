import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { printPlain, readInlineMarkup } from '../../../db/model/inline-markup.ts'
import type { PaperRow } from '../../../db/model/view.ts'
import type { ValueOf } from '../../../electron/ipc/contract.ts'
import { call } from '../../api.ts'
import { CheckBox } from '../../components/check-box.tsx'
import { describeEvidence } from '../../describe-evidence.ts'
import styles from './duplicates.module.css'

type Groups = ValueOf<'papers:findDuplicates'>

type DuplicateGroupsProps = {
  readonly groups: Groups
  /** Groups that stay as they are, by their oldest paper. */
  readonly left: ReadonlySet<number>
  readonly onLeave: (left: ReadonlySet<number>) => void
}

export function DuplicateGroups({ groups, left, onLeave }: DuplicateGroupsProps) {
  const rows = useRows(groups)
  const scroller = useRef<HTMLUListElement>(null)
  const virtual = useVirtualizer({
    count: groups.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 84,
    overscan: 6,
  })
  return (
    <>
      <p className={styles.hint}>
        Each of these is one work. The oldest paper keeps its key and takes in all that the others have.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard. */}
      <ul ref={scroller} className={styles.groups} aria-label="Duplicates" tabIndex={0}>
        <li className={styles.space} style={{ height: virtual.getTotalSize() }} aria-hidden />
        {virtual.getVirtualItems().map(({ index, start }) => {
          const group = groups[index]
          const oldest = group?.paperIds[0]
          if (group === undefined || oldest === undefined) return null
          return (
            <li
              key={oldest}
              ref={virtual.measureElement}
              data-index={index}
              className={styles.group}
              style={{ transform: `translateY(${start}px)` }}
            >
              <CheckBox isChecked={!left.has(oldest)} onChange={(isChosen) => onLeave(toggled(left, oldest, isChosen))}>
                <span className={styles.evidence}>
                  {group.paperIds.length} papers. {describeEvidence(group.evidence)}
                </span>
              </CheckBox>
              {group.paperIds.map((id) => (
                <div key={id} className={styles.paper}>
                  {describePaper(rows.get(id))}
                </div>
              ))}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function describePaper(row: PaperRow | undefined): string {
  if (row === undefined) return ''
  const title = row.title === null ? 'Without a title' : printPlain(readInlineMarkup(row.title))
  const names = row.authors.length === 0 ? '' : ` · ${row.authors.slice(0, 3).join(', ')}${row.authors.length > 3 ? ' …' : ''}`
  return `${title}${names}${row.year === null ? '' : ` · ${row.year}`} · ${row.citationKey}`
}

function toggled(left: ReadonlySet<number>, oldest: number, isChosen: boolean): ReadonlySet<number> {
  return new Set(isChosen ? [...left].filter((id) => id !== oldest) : [...left, oldest])
}

const rowsAtOnce = 200

function useRows(groups: Groups): ReadonlyMap<number, PaperRow> {
  const [rows, setRows] = useState<ReadonlyMap<number, PaperRow>>(new Map())
  useEffect(() => {
    let isWanted = true
    async function load(): Promise<void> {
      const paperIds = groups.flatMap((group) => group.paperIds)
      for (let start = 0; start < paperIds.length && isWanted; start += rowsAtOnce) {
        const found = await call('papers:rows', { paperIds: paperIds.slice(start, start + rowsAtOnce) })
        if (isWanted) setRows((before) => new Map([...before, ...found.map((row) => [row.id, row] as const)]))
      }
    }
    load().catch((error: unknown) => console.error(error))
    return () => {
      isWanted = false
    }
  }, [groups])
  return rows
}
