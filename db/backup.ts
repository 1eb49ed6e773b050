import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { connect, type ReadableDatabase } from './database.ts'
import { applicationId } from './migrate.ts'
import { AppError } from './model/app-error.ts'
import type { Progress } from './model/progress.ts'

/**
 * Copies the library into `path`, replacing what is there, and proves the copy by opening it: integrity, and as many papers
 * as the original. Throws `cannot-write` and leaves nothing behind when it cannot; only an earlier copy is ever replaced.
 */
export function copyVerified(db: ReadableDatabase, path: string): void {
  for (const _ of copyInSteps(db, path));
}

/** As `copyVerified`, in a few steps; who stops between them leaves nothing behind. */
export function* copyInSteps(db: ReadableDatabase, path: string): Generator<Progress, void> {
  refuseOtherFile(db, path)
  const partial = `${path}.partial`
  rmSync(partial, { force: true })
  try {
    yield { what: 'Copying the library', done: 0, total: 0 }
    db.prepare('VACUUM INTO ?').run(partial)
    yield { what: 'Checking the copy', done: 0, total: 0 }
    verifyCopy(db, partial)
    synchronise(partial)
    yield { what: 'Checking the copy', done: 0, total: 0 }
    renameSync(partial, path)
  } catch (error) {
    throw new AppError(
      'cannot-write',
      `The backup ${path} could not be made: ${(error as Error).message}. The library is as it was.`,
      {
        cause: error,
      },
    )
  } finally {
    // After the renaming it is not there; after an error, or when nobody asks for the next step, it is in the way.
    rmSync(partial, { force: true })
  }
}

/** Where a backup goes unless the user says otherwise: beside the library, under the time of day. */
export function backupPath(libraryPath: string, at: Date, kind: 'backup' | 'before-restore' = 'backup'): string {
  const stamp = at.toISOString().replace(/[:.]/g, '-')
  return join(dirname(libraryPath), `${basename(libraryPath, '.db')}-${stamp}.${kind}.db`)
}

/** A copy over the open library would part it from its write-ahead log; over anything else it would destroy that. */
function refuseOtherFile(db: ReadableDatabase, path: string): void {
  if (!existsSync(path)) return
  const own = [db.name, `${db.name}-wal`, `${db.name}-shm`].filter((name) => existsSync(name)).map((name) => statSync(name).ino)
  if (own.includes(statSync(path).ino)) {
    throw new AppError('cannot-write', `${path} is the library itself. Name another file for the backup.`)
  }
  if (!isLibraryFile(path)) {
    throw new AppError('cannot-write', `${path} is there already and is no backup of a library. Name another file for the backup.`)
  }
}

/** SQLite keeps the application id at byte 68 of the file. */
function isLibraryFile(path: string): boolean {
  if (!statSync(path).isFile()) return false
  const header = Buffer.alloc(72)
  const file = openSync(path, 'r')
  try {
    return readSync(file, header, 0, 72, 0) === 72 && header.readUInt32BE(68) === applicationId
  } finally {
    closeSync(file)
  }
}

/** Throws the reason, in a few words, when the open file is no sound library. */
export function verifyLibrary(db: ReadableDatabase): void {
  if (db.pragma('application_id', { simple: true }) !== applicationId) throw new Error('it is no library of Octavo')
  const integrity = db.pragma('integrity_check(1)', { simple: true })
  if (integrity !== 'ok') throw new Error(`it is damaged (${String(integrity).replace(/\s+/g, ' ')})`)
}

function verifyCopy(db: ReadableDatabase, path: string): void {
  const copy = connect(path, { readonly: true })
  try {
    verifyLibrary(copy)
    for (const table of ['papers', 'entries', 'notes']) {
      const count = `SELECT count(*) FROM ${table}`
      if (copy.prepare(count).pluck().get() !== db.prepare(count).pluck().get()) throw new Error(`the copy lacks ${table}`)
    }
  } finally {
    copy.close()
  }
}

export function synchronise(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
