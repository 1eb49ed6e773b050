import type { ReadableDatabase } from '../../db/database.ts'
import { AppError } from '../../db/model/app-error.ts'
import type { Progress } from '../../db/model/progress.ts'
import { libraryRevision } from '../../db/run-write.ts'
import type { Compared } from './compare-records.ts'
import { correctPlan } from './correct-plan.ts'
import type { Correction } from './correction.ts'
import {
  type FailedSource,
  type ImportPlan,
  isPlanned,
  type PlannedEntry,
  type PlannedSource,
  type SourceInput,
} from './import-plan.ts'
import { planAgain, planImport } from './plan-import.ts'

/** A plan that can be corrected, by its number. */
export type ReviewedPlan = ImportPlan & { readonly id: number }

/** What a correction changed of a plan; an entry that stays is told by its place. Sources of which nothing changed are null. */
export type PlanChange = Pick<ImportPlan, 'revision' | 'merges'> & {
  readonly id: number
  readonly sources: readonly (SourceChange | null)[]
}
type SourceChange = Pick<PlannedSource, 'layout' | 'leftovers' | 'sameAs' | 'versionOf' | 'missing'> & {
  readonly entries: readonly (PlannedEntry | number)[]
}

/**
 * The plans under review stay with whoever made them, as a plan of 10,000 entries takes a second to send: corrections come, and what
 * they changed goes back. The plans of one review share what is equal in them, so that each step of it is there to go back to.
 */
let plans = new Map<number, ImportPlan>()
let compared: Compared = new Map()
let comparedAt = 0
let lastId = 0

export function* startReview(
  db: ReadableDatabase,
  sources: readonly (SourceInput | FailedSource)[],
): Generator<Progress, ReviewedPlan> {
  plans = new Map()
  compared = new Map()
  const plan = yield* planImport(db, sources, compared)
  comparedAt = plan.revision
  return { ...plan, id: keep(plan) }
}

/** Throws `plan-outdated` for a plan of an earlier review. */
export function* correctReview(
  db: ReadableDatabase,
  { planId, correction }: { planId: number; correction: Correction },
): Generator<Progress, PlanChange> {
  const plan = plans.get(planId)
  if (plan === undefined)
    throw new AppError('plan-outdated', 'This review is no longer open. Read the lists again; nothing was changed.')
  if (libraryRevision(db) !== comparedAt) compared = new Map()
  comparedAt = libraryRevision(db)
  const corrected = yield* planAgain(db, correctPlan(plan, correction), compared)
  return { ...changeBetween(plan, corrected), id: keep(corrected) }
}

function keep(plan: ImportPlan): number {
  lastId += 1
  plans.set(lastId, plan)
  return lastId
}

function changeBetween(before: ImportPlan, after: ImportPlan): Omit<PlanChange, 'id'> {
  const sources = after.sources.map((source, index): SourceChange | null => {
    const earlier = before.sources[index]
    if (!isPlanned(source) || earlier === undefined || !isPlanned(earlier)) return null
    const places = new Map(earlier.entries.map((entry, place) => [entry, place]))
    const entries = source.entries.map((entry) => places.get(entry) ?? entry)
    const isSame = entries.length === places.size && entries.every((entry, place) => entry === place)
    if (isSame && source.leftovers === earlier.leftovers) return null
    const { layout, leftovers, sameAs, versionOf, missing } = source
    return { layout, leftovers, sameAs, versionOf, missing, entries }
  })
  return { revision: after.revision, merges: after.merges, sources }
}
