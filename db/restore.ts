import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { synchronise, verifyLibrary } from './backup.ts'
import { connect, type ReadableDatabase, sqliteCode } from './database.ts'
import { latestVersion, schemaVersion } from './migrate.ts'
import { AppError } from './model/app-error.ts'
import { libraryError, openLibrary } from './open-database.ts'
import { runWrite } from './run-write.ts'
import { settlePapers } from './settle-papers.ts'

/** How much of each there is in a library. */
export type LibraryCounts = { readonly papers: number; readonly notes: number; readonly tags: number; readonly lists: number }

export type Restore = {
  /** null: there is no library yet, or it is damaged. */
  readonly before: LibraryCounts | null
  readonly after: LibraryCounts
}

/** Beside a library's file, what SQLite has not yet written into it. */
const companions = ['', '-wal', '-shm']

/** What a restore would change. Checks the backup by opening it; throws when it is none, or when somebody else has the library open. */
export function planRestore(path: string, backup: string): Restore {
  const after = checkBackup(path, backup)
  return { before: existsSync(path) ? closeOthersOut(path) : null, after }
}

/** Puts a copy of the backup in the library's place, in one move; what was there is kept in `keptAs`. */
export function restoreLibrary(path: string, backup: string, keptAs: string): Restore {
  const plan = planRestore(path, backup)
  const partial = `${path}.partial`
  try {
    rmSync(partial, { force: true })
    withDatabase(backup, (db) => db.prepare('VACUUM INTO ?').run(partial))
    if (plan.before !== null) carryIssuedKeys(path, partial)
    synchronise(partial)
    for (const end of companions) if (existsSync(path + end)) copyFileSync(path + end, keptAs + end)
    if (existsSync(keptAs)) synchronise(keptAs)
    // A log of the old library would be written into the new one.
    for (const end of companions.slice(1)) rmSync(path + end, { force: true })
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    throw new AppError('cannot-write', `The library ${path} could not be restored: ${(error as Error).message}.`, { cause: error })
  }
  return plan
}

/**
 * An issued key is never given to another paper, and no number of a paper twice: what was issued since the backup was made stays
 * taken in what is restored.
 */
function carryIssuedKeys(from: string, into: string): void {
  const db = openLibrary(into)
  try {
    db.prepare('ATTACH ? AS present').run(from)
    runWrite(db, { step: null, at: new Date().toISOString() }, () => {
      const touched = db
        .prepare(
          `SELECT papers.id FROM papers JOIN present.issuedKeys AS issued ON issued.paperId = papers.id OR issued.citationKey = proposedKey
           WHERE issued.citationKey NOT IN (SELECT citationKey FROM main.issuedKeys)`,
        )
        .pluck()
        .all() as number[]
      db.exec(`INSERT OR IGNORE INTO main.issuedKeys SELECT * FROM present.issuedKeys WHERE coalesce(typedAt, exportedAt) IS NOT NULL;
        UPDATE main.sqlite_sequence SET seq = max(seq, coalesce((SELECT seq FROM present.sqlite_sequence AS present WHERE present.name = main.sqlite_sequence.name), 0))`)
      settlePapers(db, [...new Set(touched)])
    })
  } finally {
    db.close()
  }
}

function checkBackup(path: string, backup: string): LibraryCounts {
  if (!existsSync(backup)) throw new AppError('unreadable-file', `${backup} is not there. Name a backup of a library.`)
  if (existsSync(path) && statSync(path).ino === statSync(backup).ino) {
    throw new AppError('bad-arguments', `${backup} is the library itself. Name a backup of it.`)
  }
  try {
    return withDatabase(backup, (db) => {
      verifyLibrary(db)
      if (schemaVersion(db) > latestVersion) {
        throw new AppError('newer-library', `${backup} is of a newer Octavo. Update Octavo to restore it. Nothing was changed.`)
      }
      return countLibrary(db)
    })
  } catch (error) {
    if (error instanceof AppError) throw error
    const reason = (error as Error).message
    throw new AppError('not-a-library', `${backup} cannot be restored: ${reason}. Nothing was changed.`, { cause: error })
  }
}

/**
 * SQLite leaves its write-ahead mode only for the one program that has the file open: who is refused is not alone. Afterwards the
 * file is whole by itself. A damaged library is nobody's any more.
 */
function closeOthersOut(path: string): LibraryCounts | null {
  const db = connect(path, { busyMilliseconds: 500 })
  try {
    db.pragma('journal_mode = DELETE')
    return countLibrary(db)
  } catch (error) {
    const known = libraryError(error, path)
    if (sqliteCode(error) === null) throw error
    if (known instanceof AppError && known.code === 'library-busy') {
      throw new AppError('library-busy', `The library ${path} is open in another program. Close that, and restore again.`)
    }
    return null
  } finally {
    db.close()
  }
}

function countLibrary(db: ReadableDatabase): LibraryCounts {
  const count = (sql: string) => db.prepare(`SELECT count(*) FROM ${sql}`).pluck().get() as number
  return {
    papers: count('papers WHERE mergedInto IS NULL AND trashedAt IS NULL'),
    notes: count('notes'),
    tags: count('tags'),
    lists: count('sources WHERE removedAt IS NULL'),
  }
}

function withDatabase<Value>(path: string, work: (db: ReturnType<typeof connect>) => Value): Value {
  const db = connect(path, { readonly: true })
  try {
    return work(db)
  } finally {
    db.close()
  }
}
