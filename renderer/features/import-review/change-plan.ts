import type { ArgsOf, ValueOf } from '../../../electron/ipc/contract.ts'
import { type ImportPlan, isFailed } from './review-model.ts'

export type Correction = ArgsOf<'imports:correct'>['correction']

/** The plan after a correction; what the correction did not touch is the same object. */
export function changePlan(plan: ImportPlan, { sources, ...change }: ValueOf<'imports:correct'>): ImportPlan {
  return {
    ...change,
    sources: plan.sources.map((source, index) => {
      const changed = sources[index] ?? null
      if (changed === null || isFailed(source)) return source
      const entries = changed.entries.flatMap((entry) => (typeof entry === 'number' ? (source.entries[entry] ?? []) : entry))
      return { ...source, ...changed, entries }
    }),
  }
}
