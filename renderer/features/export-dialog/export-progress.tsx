import { useEffect, useState } from 'react'
import type { Events } from '../../../electron/ipc/contract.ts'
import { subscribe } from '../../api.ts'
import { Progress } from '../../components/progress.tsx'

/** Until the work tells how far it is, nothing is shown: most exports are done by then. */
export function ExportProgress() {
  const [progress, setProgress] = useState<Events['jobs:progressed'] | null>(null)
  useEffect(() => subscribe('jobs:progressed', setProgress), [])
  return progress === null ? null : <Progress label={progress.what} done={progress.done} total={progress.total} />
}
