import { existsSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { ReadableDatabase, WritableDatabase } from '../db/database.ts'
import { AppError } from '../db/model/app-error.ts'
import type { Progress } from '../db/model/progress.ts'
import { libraryError, openLibrary, openLibraryForReading } from '../db/open-database.ts'
import { libraryRevision } from '../db/run-write.ts'
import { answer } from './ipc/answer.ts'
import type { Answer, ArgsOf, LibraryCallName } from './ipc/contract.ts'

/**
 * The threads that own the library, one file told its role: the writer; the reader, for what the screen waits for; jobs, for long
 * work in steps; the keeper, for files that follow the library behind the user's back. No statement stays open between messages.
 */
export type Role = 'writer' | 'reader' | 'jobs' | 'keeper'

/** The flag holds the id of the newest request that the user wants no more. */
export type WorkerSettings = {
  readonly path: string
  readonly role: Role
  readonly mustExist: boolean
  readonly cancelFlag: SharedArrayBuffer
}

/** Ids rise over all threads. */
export type Request = { readonly id: number; readonly name: LibraryCallName; readonly args: unknown; readonly at: string }

export type Told =
  | { readonly kind: 'opened'; readonly failure: { readonly code: AppError['code']; readonly message: string } | null }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer<unknown> }
  | { readonly kind: 'progress'; readonly progress: Progress }
  /** The library moved on, by this program or another one. */
  | { readonly kind: 'revision'; readonly revision: number }

const { path, role, mustExist, cancelFlag } = workerData as WorkerSettings
const port = parentPort
const cancelled = new Int32Array(cancelFlag)
const millisecondsBetweenLooks = 500

function tell(told: Told): void {
  port?.postMessage(told)
}

function open(): WritableDatabase | null {
  try {
    if (mustExist && !existsSync(path)) throw missing()
    const db = role === 'writer' ? openLibrary(path) : openLibraryForReading(path)
    tell({ kind: 'opened', failure: null })
    // The types of handlers keep reads from writing, and so does a connection that cannot.
    return db as WritableDatabase
  } catch (error) {
    const known = libraryError(error, path)
    if (!(known instanceof AppError)) throw error
    tell({ kind: 'opened', failure: { code: known.code, message: known.message } })
    return null
  }
}

function missing(): AppError {
  return new AppError(
    'not-a-library',
    `The library ${path} is not there. Put it back (its disk may be away) and start Octavo again, or open another library.`,
  )
}

/** Between two steps of a long work: tells how far it is, and ends it when the user wants no more of what was asked up to then. */
function watchWork(id: number, progress: Progress): void {
  if (Atomics.load(cancelled, 0) >= id) throw new AppError('cancelled', 'Stopped. Nothing was changed.')
  tell({ kind: 'progress', progress })
}

function serve(db: WritableDatabase): void {
  port?.on('message', ({ id, name, args, at }: Request) => {
    const onProgress = (progress: Progress) => watchWork(id, progress)
    const request = { args: args as ArgsOf<typeof name>, at, onProgress }
    tell({ kind: 'answer', id, answer: answer(db, name, request) })
  })
}

/** Another program may write to the library while the window is open. */
function watchRevision(db: ReadableDatabase): void {
  let version = db.pragma('data_version', { simple: true })
  setInterval(() => {
    const now = db.pragma('data_version', { simple: true })
    if (now === version) return
    version = now
    tell({ kind: 'revision', revision: libraryRevision(db) })
  }, millisecondsBetweenLooks).unref()
}

const db = open()
if (db !== null) {
  serve(db)
  if (role === 'reader') watchRevision(db)
}
