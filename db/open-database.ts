import { closeSync, existsSync, mkdirSync, openSync, readSync } from 'node:fs'
import { dirname } from 'node:path'
import { copyVerified } from './backup.ts'
import { connect, type ReadableDatabase, sqliteCode, type WritableDatabase } from './database.ts'
import { createJournalTriggers } from './journal.ts'
import { applicationId, latestVersion, migrate, schemaVersion } from './migrate.ts'
import { AppError } from './model/app-error.ts'
import { settleOutdated } from './settle-papers.ts'

/**
 * Opens the library for writing: created when missing, migrated (behind a verified copy) when older.
 * Throws `newer-library`, `not-a-library`, `damaged-library`, `library-busy` or `cannot-write`; the file is then as it was.
 */
export function openLibrary(path: string): WritableDatabase {
  const isNew = path === ':memory:' || !existsSync(path)
  if (isNew && path !== ':memory:') createFolder(path)
  if (!isNew) refuseOtherFile(path)
  let db: WritableDatabase | null = null
  try {
    db = connect(path)
    prepareLibrary(db, path)
    return db
  } catch (error) {
    db?.close()
    throw libraryError(error, path)
  }
}

/** Opens a library that a writer has already made ready, for reading alone. */
export function openLibraryForReading(path: string): ReadableDatabase {
  const db = connect(path, { readonly: true })
  db.pragma('cache_size = -65536')
  return db
}

function prepareLibrary(db: WritableDatabase, path: string): void {
  const version = schemaVersion(db)
  refuseForeignDatabase(db, path)
  if (version > 0 && version < latestVersion) copyVerified(db, `${path}.before-version-${latestVersion}`)
  if (version <= latestVersion) db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  // 128 MiB: with less a large import writes its own pages out and reads them in again.
  db.pragma('cache_size = -131072')
  migrate(db)
  db.pragma('foreign_keys = ON')
  // A row that ON CONFLICT REPLACE removes must reach the journal as well.
  db.pragma('recursive_triggers = ON')
  settleOutdated(db)
  createJournalTriggers(db)
}

function createFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
  } catch (error) {
    throw new AppError(
      'cannot-write',
      `The folder of the library ${path} could not be made. Choose another place with --library.`,
      {
        cause: error,
      },
    )
  }
}

function refuseOtherFile(path: string): void {
  const header = readHeader(path)
  if (header.length > 0 && header !== 'SQLite format 3\0') {
    throw new AppError(
      'not-a-library',
      `${path} is not an Octavo library. Choose another file with --library. Nothing was changed.`,
    )
  }
}

function readHeader(path: string): string {
  const header = Buffer.alloc(16)
  try {
    const file = openSync(path, 'r')
    try {
      return header.toString('latin1', 0, readSync(file, header, 0, 16, 0))
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw new AppError(
      'not-a-library',
      `The library ${path} could not be read. Check that it is a file and that you may open it.`,
      {
        cause: error,
      },
    )
  }
}

function refuseForeignDatabase(db: WritableDatabase, path: string): void {
  const id = db.pragma('application_id', { simple: true })
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number
  if (tables > 0 && id !== applicationId) {
    throw new AppError(
      'not-a-library',
      `${path} is a database of another program. Choose another file with --library. Nothing was changed.`,
    )
  }
}

/** Says in a sentence what SQLite reports of the file; any other error is returned as it is. */
export function libraryError(error: unknown, path: string): unknown {
  const code = sqliteCode(error)
  if (code === null) return error
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new AppError('library-busy', `The library ${path} is in use by another program. Close it, or try again in a moment.`, {
      cause: error,
    })
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    return new AppError(
      'damaged-library',
      `The library ${path} is damaged and was left as it is. Restore a backup, or copy the file and ask for help.`,
      { cause: error },
    )
  }
  if (/^SQLITE_(READONLY|CANTOPEN|IOERR|FULL|PERM)/.test(code)) {
    return new AppError(
      'cannot-write',
      `The library ${path} cannot be written. Check its folder's permissions and the free disk space.`,
      {
        cause: error,
      },
    )
  }
  return error
}
