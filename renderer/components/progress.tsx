import { Label } from 'react-aria-components/Label'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import styles from './progress.module.css'

type ProgressProps = {
  /** What is being done: `Reading papers.txt`. */
  readonly label: string
  readonly done?: number | undefined
  /** Without a total the bar says only that work goes on. */
  readonly total?: number | undefined
  /** The same in words: `3 of 10 lists`; empty where its line is kept for it. */
  readonly count?: string | null | undefined
}

export function Progress({ label, done = 0, total, count = null }: ProgressProps) {
  const share = total === undefined || total === 0 ? null : Math.min(1, done / total)
  return (
    <ProgressBar className={styles.progress ?? ''} isIndeterminate={share === null} value={(share ?? 0) * 100}>
      <Label className={styles.label ?? ''}>{label}</Label>
      {count === null ? null : <span className={styles.count}>{count}</span>}
      <div className={styles.track}>
        <div
          key={share === null ? 'running' : 'bar'}
          className={share === null ? styles.running : styles.bar}
          style={share === null ? {} : { width: `${share * 100}%` }}
        />
      </div>
    </ProgressBar>
  )
}
