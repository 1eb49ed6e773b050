import { useEffect, useState } from 'react'
import type { Events } from '../../../electron/ipc/contract.ts'
import { subscribe } from '../../api.ts'
import { Progress } from '../../components/progress.tsx'

export function SearchProgress() {
  const [progress, setProgress] = useState<Events['jobs:progressed'] | null>(null)
  useEffect(() => subscribe('jobs:progressed', setProgress), [])
  if (progress === null) return <Progress label="Looking through the library" />
  return <Progress label={progress.what} done={progress.done} total={progress.total} />
}
