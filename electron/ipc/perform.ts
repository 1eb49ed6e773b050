import type { WritableDatabase } from '../../db/database.ts'
import { AppError } from '../../db/model/app-error.ts'
import { assertNever } from '../../db/model/assert-never.ts'
import type { OnProgress } from '../../db/model/progress.ts'
import { livePaperId, livePaperIds } from '../../db/queries/live-paper.ts'
import { libraryRevision, runWrite, type WriteResult } from '../../db/run-write.ts'
import { lastValue } from '../import/last-value.ts'
import { bibliographyHandlers, citingHandlers } from './bibliography.ts'
import type { Kind } from './call-kinds.ts'
import { type ArgsOf, calls, type LibraryCallName, type ValueOf } from './contract.ts'
import { importHandlers } from './imports.ts'
import { journalHandlers } from './journal.ts'
import { keptExportHandlers } from './kept-exports.ts'
import { keyHandlers } from './keys.ts'
import { libraryHandlers } from './library.ts'
import { lintHandlers } from './lint.ts'
import { noteHandlers } from './notes.ts'
import { paperHandlers, queueHandlers, viewHandlers } from './papers.ts'
import { sourceHandlers } from './sources.ts'
import { tagHandlers } from './tags.ts'

/** A call without a handler, or with a wrong one, does not compile. */
const handlers = {
  ...paperHandlers,
  ...viewHandlers,
  ...queueHandlers,
  ...tagHandlers,
  ...noteHandlers,
  ...sourceHandlers,
  ...importHandlers,
  ...bibliographyHandlers,
  ...citingHandlers,
  ...keptExportHandlers,
  ...journalHandlers,
  ...keyHandlers,
  ...libraryHandlers,
  ...lintHandlers,
} satisfies { readonly [Name in LibraryCallName]: unknown }

/** The types of one call are checked where its handler table is written; here all calls pass through one door. */
type AnyHandler = (db: WritableDatabase, args: unknown, onProgress?: OnProgress) => never

/** Who writes may still see a paper that another one has merged away meanwhile, or that is gone. */
function withLivePapers(db: WritableDatabase, call: object): object {
  const args: { readonly paperId?: number; readonly paperIds?: readonly number[] } = call
  return {
    ...args,
    ...(args.paperId === undefined ? {} : { paperId: livePaperId(db, args.paperId) }),
    ...(args.paperIds === undefined ? {} : { paperIds: livePaperIds(db, args.paperIds) }),
  }
}

/** What `onProgress` throws ends the call, and a write leaves nothing behind. */
export type Request<Name extends LibraryCallName> = {
  readonly args: ArgsOf<Name>
  readonly at: string
  readonly onProgress?: OnProgress
}

/** Runs one call in-process: checks its arguments, opens its transaction and step by its kind. Throws AppError. */
export function perform<Name extends LibraryCallName>(
  db: WritableDatabase,
  name: Name,
  { args, at, onProgress = () => undefined }: Request<Name>,
): WriteResult<ValueOf<Name>> {
  const call: { kind: Kind; step: unknown } = calls[name]
  const parsed = calls[name].args.safeParse(args)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new AppError('bad-arguments', `${name} was called wrongly: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim())
  }
  const handler = handlers[name] as AnyHandler
  const timed = { ...(parsed.data as object), at }
  switch (call.kind) {
    case 'read':
      return { value: handler(db, parsed.data), revision: libraryRevision(db), changed: [] }
    case 'job':
      return { value: lastValue(handler(db, parsed.data), onProgress), revision: libraryRevision(db), changed: [] }
    case 'undo':
      return handler(db, timed)
    case 'write': {
      const nameStep = calls[name].step as ((args: unknown) => { what: string; joinKey: string | null }) | null
      const step = nameStep?.(parsed.data) ?? null
      return runWrite(db, { step, at, onProgress }, () => handler(db, withLivePapers(db, timed), onProgress))
    }
    case 'window':
      throw new Error(`${name} is answered by the window`)
    default:
      return assertNever(call.kind)
  }
}
