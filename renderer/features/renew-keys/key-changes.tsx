import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { CheckBox } from '../../components/check-box.tsx'
import { JobProgress } from '../../job-progress.tsx'
import styles from './renew-keys.module.css'
import type { KeyChange, KeyPlan } from './use-key-plan.ts'

type KeyChangesProps = {
  readonly plan: KeyPlan
  /** Where the keys are cited, by paper. */
  readonly places: ReadonlyMap<number, readonly string[]>
}

export function KeyChanges({ plan: { offered, changes, isKept, keep }, places }: KeyChangesProps) {
  if (offered === undefined) return <JobProgress label="Making keys" />
  if (offered.length === 0) return <p>All keys follow the pattern already.</p>
  return <ChangeList offered={offered} changes={changes ?? []} places={places} isKept={isKept} onKeep={keep} />
}

type ChangeListProps = {
  readonly offered: readonly KeyChange[]
  readonly changes: readonly KeyChange[]
  readonly places: ReadonlyMap<number, readonly string[]>
  readonly isKept: (paperId: number) => boolean
  readonly onKeep: (paperId: number, isKept: boolean) => void
}

function ChangeList({ offered, changes, places, isKept, onKeep }: ChangeListProps) {
  const newKeys = new Map(changes.map(({ paperId, to }) => [paperId, to]))
  const scroller = useRef<HTMLUListElement>(null)
  const virtual = useVirtualizer({
    count: offered.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 52,
    overscan: 8,
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard.
    <ul ref={scroller} className={styles.list} aria-label="Keys" tabIndex={0}>
      <li className={styles.space} style={{ height: virtual.getTotalSize() }} aria-hidden />
      {virtual.getVirtualItems().map(({ index, start }) => {
        const change = offered[index]
        if (change === undefined) return null
        const { paperId, from, isIssued } = change
        const to = newKeys.get(paperId) ?? change.to
        return (
          <li key={paperId} className={styles.row} style={{ transform: `translateY(${start}px)` }}>
            <CheckBox
              isChecked={!isKept(paperId)}
              onChange={(isChosen) => onKeep(paperId, !isChosen)}
              hint={describeFate({ isKept: isKept(paperId), isIssued, places: places.get(paperId) })}
            >
              <span className={styles.change}>
                <code className={styles.key}>{from}</code>
                {isKept(paperId) ? null : (
                  <>
                    <span aria-hidden>→</span>
                    <code className={styles.key}>{to}</code>
                  </>
                )}
              </span>
            </CheckBox>
          </li>
        )
      })}
    </ul>
  )
}

type Fate = { readonly isKept: boolean; readonly isIssued: boolean; readonly places: readonly string[] | undefined }

function describeFate({ isKept, isIssued, places }: Fate): string {
  const cited = places === undefined ? '' : `Cited in ${places.join(', ')}. `
  if (isKept) return `${cited}Stays as it is.`
  return `${cited}${isIssued ? 'The old key stays as an alias.' : 'The old key was only proposed.'}`
}
