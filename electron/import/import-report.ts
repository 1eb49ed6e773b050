import type { ErrorCode } from '../../db/model/app-error.ts'
import type { Leftover } from '../../db/model/draft.ts'
import { type FailedSource, type ImportPlan, isPlanned, leftoversOf, type PlannedSource } from './import-plan.ts'

/** The shape of `octavo import --json`; in file order, the sum of the four counts is `entries`. */
export type FileReport = {
  readonly path: string
  readonly format: string | null
  readonly entries: number
  readonly added: number
  readonly merged: number
  readonly unchanged: number
  readonly changed: number
  /** Entries added as papers of their own and marked as possible duplicates. */
  readonly uncertain: number
  readonly leftovers: readonly Leftover[]
  /** Keys of entries that another paper has: theirs get a suffix. */
  readonly takenKeys?: readonly string[]
  readonly error?: { readonly code: ErrorCode; readonly message: string }
}

export function reportImport(plan: ImportPlan): readonly FileReport[] {
  return plan.sources.map((source) => (isPlanned(source) ? reportSource(source) : reportFailure(source)))
}

function reportSource(source: PlannedSource): FileReport {
  const { name, format } = source
  const entries = source.entries.filter(({ fate }) => fate.kind !== 'excluded')
  const takenKeys = entries.flatMap(({ isKeyTaken, draft }) => (isKeyTaken === true ? (draft.citationKey ?? []) : []))
  const count = (...kinds: readonly string[]) => entries.filter(({ fate }) => kinds.includes(fate.kind)).length
  return {
    path: name,
    format,
    entries: entries.length,
    added: count('added'),
    merged: count('merged'),
    unchanged: count('unchanged', 'repeated'),
    changed: count('changed'),
    uncertain: entries.filter(({ fate, doubts }) => fate.kind === 'added' && doubts.length > 0).length,
    leftovers: leftoversOf(source),
    ...(takenKeys.length === 0 ? {} : { takenKeys }),
  }
}

function reportFailure({ name, error, leftovers }: FailedSource): FileReport {
  return {
    path: name,
    format: null,
    entries: 0,
    added: 0,
    merged: 0,
    unchanged: 0,
    changed: 0,
    uncertain: 0,
    leftovers,
    takenKeys: [],
    error,
  }
}
