import { useEffect, useState } from 'react'
import type { Events } from '../../electron/ipc/contract.ts'
import { call, subscribe } from '../api.ts'
import { Button } from '../components/button.tsx'
import { Progress } from '../components/progress.tsx'
import { attempt } from '../features/library/toast-store.ts'
import styles from './reading-lists.module.css'

/** Stands over the library while lists are read, with how far that is and a way out. */
export function ReadingLists({ lists }: { readonly lists: number }) {
  const [progress, setProgress] = useState<Events['jobs:progressed'] | null>(null)
  useEffect(() => subscribe('jobs:progressed', setProgress), [])
  const label = lists === 1 ? 'Reading the list' : `Reading ${lists} lists`
  return (
    <div className={styles.scrim}>
      <div className={styles.card}>
        <div className={styles.progress}>
          {progress === null ? (
            <Progress label={label} />
          ) : (
            <Progress label={progress.what} done={progress.done} total={progress.total} />
          )}
        </div>
        <Button size="small" onPress={() => attempt(() => call('jobs:cancel', undefined))}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
