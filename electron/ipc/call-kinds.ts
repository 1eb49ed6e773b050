import type { z } from 'zod'
import type { ReadableDatabase, WritableDatabase } from '../../db/database.ts'
import type { OnProgress, Progress } from '../../db/model/progress.ts'
import type { StepName, WriteResult } from '../../db/run-write.ts'

/**
 * The kinds of call. `read`, `write` and `undo` are synchronous and run in a thread or in-process; a `write` runs inside the one
 * transaction, and as one undoable step if its line names one; an `undo` is the transaction; a `job` goes in short steps that can
 * be cancelled. A `window` call needs Electron (dialogs, clipboard, links) and runs in main alone.
 */
export type Kind = 'read' | 'write' | 'undo' | 'job' | 'window'

export type Call<CallKind extends Kind, Schema extends z.ZodType, Value> = {
  readonly kind: CallKind
  readonly args: Schema
  /** How the step appears in the history; null: the write is not undoable, and may not touch truth. */
  readonly step: ((args: z.infer<Schema>) => StepName) | null
  readonly __value?: Value
}

function returning<CallKind extends Kind, Schema extends z.ZodType>(call: Call<CallKind, Schema, unknown>) {
  return { returns: <Value>(): Call<CallKind, Schema, Value> => call as Call<CallKind, Schema, Value> }
}

export function read<Schema extends z.ZodType>(args: Schema) {
  return returning({ kind: 'read', args, step: null })
}

export function write<Schema extends z.ZodType>(args: Schema, step: ((args: z.infer<Schema>) => StepName) | null) {
  return returning({ kind: 'write', args, step })
}

export function undoing<Schema extends z.ZodType>(args: Schema) {
  return returning({ kind: 'undo', args, step: null })
}

export function job<Schema extends z.ZodType>(args: Schema) {
  return returning({ kind: 'job', args, step: null })
}

export function inWindow<Schema extends z.ZodType>(args: Schema) {
  return returning({ kind: 'window', args, step: null })
}

type At = { readonly at: string }

/** Time comes with the command: every call but a read is told when it happens. */
export type HandlerOf<Line> =
  Line extends Call<infer CallKind, infer Schema, infer Value>
    ? {
        read: (db: ReadableDatabase, args: z.infer<Schema>) => Value
        write: (db: WritableDatabase, args: z.infer<Schema> & At, onProgress: OnProgress) => Value
        undo: (db: WritableDatabase, args: z.infer<Schema> & At) => WriteResult<Value>
        job: (db: ReadableDatabase, args: z.infer<Schema>) => Generator<Progress, Value>
        window: (args: z.infer<Schema>) => Promise<Value>
      }[CallKind]
    : never
