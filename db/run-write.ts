import { type ReadableDatabase, statement, type WritableDatabase } from './database.ts'
import { closeStep, listSteps, openStep, redoStep, stopRecording, undoStep } from './journal.ts'
import { forgetRecords } from './known-records.ts'
import { AppError } from './model/app-error.ts'
import type { OnProgress } from './model/progress.ts'
import { settlePapers } from './settle-papers.ts'
import { touchedPapers } from './touched-papers.ts'

/** How a write appears in the history; `joinKey` lets saves of one thing in a row be one step. */
export type StepName = { readonly what: string; readonly joinKey: string | null }

export type WriteResult<Value> = {
  readonly value: Value
  readonly revision: number
  /** Ids of the papers that the write touched. */
  readonly changed: readonly number[]
}

/**
 * The one place that opens a transaction for a command. With a step name the command may write truth, which the journal
 * records, and the papers it touched are settled before the commit; without one a write to truth fails.
 */
export function runWrite<Value>(
  db: WritableDatabase,
  { step, at, onProgress }: { step: StepName | null; at: string; onProgress?: OnProgress },
  write: () => Value,
): WriteResult<Value> {
  return inTransaction(db, () => {
    if (step === null) return { value: write(), changed: [] }
    const stepId = openStep(db, { at, ...step })
    const value = write()
    const changed = settleTouched(db, stepId, onProgress)
    closeStep(db, stepId)
    return { value, changed }
  })
}

export type RevertedStep = { readonly step: number; readonly at: string; readonly what: string; readonly undone: boolean }

/** Takes back the newest `count` steps that stand, newest first; throws `nothing-to-undo` when there are fewer. */
export function undo(db: WritableDatabase, { count, at }: { count: number; at: string }): WriteResult<readonly RevertedStep[]> {
  return inTransaction(db, () => {
    refuseTooMany(count, listSteps(db).filter(({ undone }) => !undone).length, 'undo')
    return revertSteps(db, count, () => ({ ...undoStep(db, at), undone: true }))
  })
}

/** Does again the `count` steps that were undone last; throws `nothing-to-redo` when there are fewer. */
export function redo(db: WritableDatabase, { count }: { count: number }): WriteResult<readonly RevertedStep[]> {
  return inTransaction(db, () => {
    refuseTooMany(count, listSteps(db).filter(({ undone }) => undone).length, 'redo')
    return revertSteps(db, count, () => ({ ...redoStep(db), undone: false }))
  })
}

function refuseTooMany(count: number, there: number, verb: 'undo' | 'redo'): void {
  if (there === 0) throw new AppError(`nothing-to-${verb}`, `There is nothing to ${verb}.`)
  if (count > there) {
    const steps = there === 1 ? 'is 1 step' : `are ${there} steps`
    throw new AppError(`nothing-to-${verb}`, `There ${steps} to ${verb}, not ${count}. Nothing was changed.`)
  }
}

function revertSteps(
  db: WritableDatabase,
  count: number,
  revert: () => RevertedStep,
): { value: readonly RevertedStep[]; changed: readonly number[] } {
  const value: RevertedStep[] = []
  const changed = new Set<number>()
  for (let done = 0; done < count; done += 1) {
    const reverted = revert()
    for (const id of settleTouched(db, reverted.step)) changed.add(id)
    stopRecording(db)
    value.push(reverted)
  }
  return { value, changed: [...changed] }
}

function settleTouched(db: WritableDatabase, stepId: number, onProgress?: OnProgress): readonly number[] {
  const { all, unsettled } = touchedPapers(db, stepId)
  settlePapers(db, unsettled, onProgress)
  return all
}

function inTransaction<Value>(db: WritableDatabase, work: () => { value: Value; changed: readonly number[] }): WriteResult<Value> {
  try {
    return db
      .transaction(() => {
        const result = work()
        statement<[], never>(db, 'UPDATE library SET revision = revision + 1').run()
        return { ...result, revision: libraryRevision(db) }
      })
      .immediate()
  } finally {
    forgetRecords(db)
  }
}

/** What is read in steps, from one state of the library, whatever others write meanwhile. */
export function* inSnapshot<Step, Value>(db: ReadableDatabase, read: () => Generator<Step, Value>): Generator<Step, Value> {
  db.exec('BEGIN')
  try {
    return yield* read()
  } finally {
    db.exec('COMMIT')
  }
}

/** Raised by each write; an answer that was read at a lower one is stale. */
export function libraryRevision(db: ReadableDatabase): number {
  return statement<[], { revision: number }>(db, 'SELECT revision FROM library').get()?.revision ?? 0
}
