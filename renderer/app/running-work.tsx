import { useEffect, useState } from 'react'
import { subscribe } from '../api.ts'
import { Button } from '../components/button.tsx'
import { Progress } from '../components/progress.tsx'
import { describeProgress, isCounted, type Measured, measure } from './describe-progress.ts'
import styles from './running-work.module.css'

type RunningWorkProps = {
  /** What is being done, until the work itself tells. */
  readonly label: string
  readonly onCancel: () => void
}

/** Stands over the window while something long is done, with how far that is and a way out. */
export function RunningWork({ label, onCancel }: RunningWorkProps) {
  const [measured, setMeasured] = useState<Measured | null>(null)
  useEffect(() => subscribe('jobs:progressed', (progress) => setMeasured((last) => measure(last, progress, performance.now()))), [])
  return (
    <div
      className={styles.scrim}
      role="alertdialog"
      aria-modal
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <div className={styles.card}>
        <div className={styles.progress}>
          {measured === null ? (
            <Progress label={label} count="" />
          ) : (
            <Progress
              label={measured.what}
              done={measured.done}
              total={isCounted(measured) ? measured.total : undefined}
              count={describeProgress(measured)}
            />
          )}
        </div>
        <Button size="small" isFocusedFirst onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
