import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { AppError } from '../db/model/app-error.ts'
import type { Progress } from '../db/model/progress.ts'
import { type Drafts, isTypedText, openDrafts } from './drafts.ts'
import { type Answer, calls, type LibraryCallName } from './ipc/contract.ts'
import { type ExportKeeper, keepExports } from './keep-exports.ts'
import type { Request, Role, Told, WorkerSettings } from './library-worker.ts'

export type LibraryThreads = Pick<Drafts, 'keepField' | 'dropField'> & {
  readonly path: string
  /** Why it could not be opened. */
  readonly failure: Failure | null
  readonly ask: (name: LibraryCallName, args: unknown) => Promise<Answer<unknown>>
  /** Stops what was asked so far and goes in steps; it answers `cancelled`, and has changed nothing. */
  readonly cancelWork: () => void
  readonly writeKept: ExportKeeper['write']
  readonly close: () => Promise<void>
}

export type LibraryStart = {
  /** A library that was there once (its disk may be away) must not come back as an empty one. */
  readonly mustExist: boolean
  readonly onProgress: (progress: Progress) => void
  /** After a commit; `changed` is null when another program wrote. */
  readonly onChange: (change: { readonly revision: number; readonly changed: readonly number[] | null }) => void
}

type Failure = { readonly code: AppError['code']; readonly message: string }
type Thread = {
  readonly ask: (name: LibraryCallName, args: unknown, at: string) => Promise<Answer<unknown>>
  readonly close: () => Promise<number>
  readonly failure: Failure | null
}

/** Of the newest request; one row over all threads. */
let lastId = 0

const roleOf = { read: 'reader', write: 'writer', undo: 'writer', job: 'jobs' } as const

/** Starts the writer, which makes the library ready, then the threads that only read. A library that cannot be opened answers each call with the reason. */
export async function startLibrary(path: string, { mustExist, onProgress, onChange }: LibraryStart): Promise<LibraryThreads> {
  const cancelFlag = new SharedArrayBuffer(4)
  let told = 0
  const keeper = keepExports({ ask: (...request) => ask(...request), startThread: () => startKeeper(path) })
  const onRevision = (revision: number, changed: readonly number[] | null) => {
    if (revision <= told) return
    told = revision
    onChange({ revision, changed })
    // A write that touches no paper, as that of what was written where, changes no bibliography.
    if (changed === null || changed.length > 0) keeper.follow()
  }
  const start = (role: Role) =>
    startThread({ path, role, mustExist, cancelFlag }, { onProgress, onRevision: (revision) => onRevision(revision, null) })
  const writer = await start('writer')
  // What keeps the writer out (a newer format, damage, a folder that may not be written) is the answer to everything.
  const [reader, jobs] = writer.failure !== null ? [writer, writer] : await Promise.all([start('reader'), start('jobs')])
  const threads: Readonly<Record<'writer' | 'reader' | 'jobs', Thread>> = { writer, reader, jobs }
  const ask: Thread['ask'] = async (name, args, at) => {
    const { kind } = calls[name]
    const answer = await threads[roleOf[kind]].ask(name, args, at)
    if (answer.ok && roleOf[kind] === 'writer') onRevision(answer.revision, answer.changed)
    return answer
  }
  if (writer.failure === null) keeper.follow()
  const drafts = openDrafts(`${path}.drafts`, ask)
  return {
    path,
    failure: writer.failure,
    ask: (name, args) => (isTypedText(name) ? drafts.write(name, args) : ask(name, args, new Date().toISOString())),
    keepField: drafts.keepField,
    dropField: drafts.dropField,
    cancelWork: () => Atomics.store(new Int32Array(cancelFlag), 0, lastId),
    writeKept: keeper.write,
    close: async () => {
      drafts.close()
      keeper.close()
      await Promise.all([writer.close(), reader.close(), jobs.close()])
    },
  }
}

/** Nobody waits for it: its progress is not shown, and no cancelling of other work stops it. */
function startKeeper(path: string): Promise<Thread> {
  const settings = { path, role: 'keeper', mustExist: true, cancelFlag: new SharedArrayBuffer(4) } as const
  return startThread(settings, { onProgress: () => undefined, onRevision: () => undefined })
}

type ThreadListeners = { readonly onProgress: (progress: Progress) => void; readonly onRevision: (revision: number) => void }

function startThread(workerData: WorkerSettings, listeners: ThreadListeners): Promise<Thread> {
  // Beside this file, bundled or as source.
  const worker = new Worker(new URL(`./library-worker${extname(import.meta.url)}`, import.meta.url), { workerData })
  const waiting = new Map<
    number,
    { readonly resolve: (answer: Answer<unknown>) => void; readonly reject: (error: Error) => void }
  >()
  let failure: Failure | null = null
  const ask: Thread['ask'] = (name, args, at) => {
    if (failure !== null) return Promise.resolve({ ok: false, error: failure })
    lastId += 1
    const request: Request = { id: lastId, name, args, at }
    worker.postMessage(request)
    return new Promise((resolve, reject) => waiting.set(request.id, { resolve, reject }))
  }
  return new Promise((resolveThread, rejectThread) => {
    worker.on('message', (told: Told) => {
      switch (told.kind) {
        case 'opened':
          failure = told.failure
          resolveThread({ ask, close: () => worker.terminate(), failure })
          return
        case 'answer':
          waiting.get(told.id)?.resolve(told.answer)
          waiting.delete(told.id)
          return
        case 'progress':
          listeners.onProgress(told.progress)
          return
        case 'revision':
          listeners.onRevision(told.revision)
      }
    })
    worker.on('error', (error: Error) => {
      rejectThread(error)
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    })
  })
}
