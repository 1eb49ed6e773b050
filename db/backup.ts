import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { connect, type ReadableDatabase } from './database.ts'
import { AppError } from './model/app-error.ts'

/**
 * Copies the library into `path`, replacing what is there, and proves the copy by opening it: integrity, and as many papers
 * as the original. Throws `cannot-write` and leaves nothing behind when it cannot.
 */
export function copyVerified(db: ReadableDatabase, path: string): void {
  const partial = `${path}.partial`
  rmSync(partial, { force: true })
  try {
    db.prepare('VACUUM INTO ?').run(partial)
    verifyCopy(db, partial)
    synchronise(partial)
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    throw new AppError(
      'cannot-write',
      `The backup ${path} could not be made: ${(error as Error).message}. The library is as it was.`,
      {
        cause: error,
      },
    )
  }
}

function verifyCopy(db: ReadableDatabase, path: string): void {
  const copy = connect(path, { readonly: true })
  try {
    const integrity = copy.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') throw new Error(`the copy is damaged (${integrity})`)
    for (const table of ['papers', 'entries', 'notes']) {
      const count = `SELECT count(*) FROM ${table}`
      if (copy.prepare(count).pluck().get() !== db.prepare(count).pluck().get()) throw new Error(`the copy lacks ${table}`)
    }
  } finally {
    copy.close()
  }
}

function synchronise(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
