import { useEffect, useState } from 'react'
import type { Events } from '../electron/ipc/contract.ts'
import { subscribe } from './api.ts'
import { Progress } from './components/progress.tsx'

/** How far the long work is that this part of the window waits for; `label` until it says so itself. */
export function JobProgress({ label }: { readonly label: string }) {
  const [progress, setProgress] = useState<Events['jobs:progressed'] | null>(null)
  useEffect(() => subscribe('jobs:progressed', setProgress), [])
  if (progress === null) return <Progress label={label} />
  return <Progress label={progress.what} done={progress.done} total={progress.total} />
}
