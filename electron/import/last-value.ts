import type { OnProgress, Progress } from '../../db/model/progress.ts'

/** Runs a long work to its end, telling its progress between the steps; what that throws ends the work, which tidies up. */
export function lastValue<Value>(work: Generator<Progress, Value>, onProgress?: OnProgress): Value {
  try {
    let step = work.next()
    while (step.done !== true) {
      onProgress?.(step.value)
      step = work.next()
    }
    return step.value
  } finally {
    work.return(undefined as never)
  }
}
