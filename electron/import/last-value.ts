import type { Progress } from './import-plan.ts'

/** Runs a long work to its end, telling its progress between the steps. */
export function lastValue<Value>(work: Generator<Progress, Value>, onProgress?: (progress: Progress) => void): Value {
  let step = work.next()
  while (step.done !== true) {
    onProgress?.(step.value)
    step = work.next()
  }
  return step.value
}
