import type { WritableDatabase } from './database.ts'
import { migrations } from './migrations/index.ts'
import { AppError } from './model/app-error.ts'

export function schemaVersion(db: WritableDatabase): number {
  return db.pragma('user_version', { simple: true }) as number
}

/** 'OCTV': tells a library from any other SQLite file. */
export const applicationId = 0x4f435456

export const latestVersion = migrations.length

/** Brings the schema to `version` in one transaction; throws `newer-library` without a write if it is already beyond the latest. */
export function migrate(db: WritableDatabase, version: number = latestVersion): void {
  const from = schemaVersion(db)
  if (from > latestVersion) {
    throw new AppError(
      'newer-library',
      `The library ${db.name} was last used by a newer Octavo (its format is ${from}, this program knows ${latestVersion}). Update Octavo to open it. Nothing was changed.`,
    )
  }
  if (from >= version) return
  // With foreign keys on, a rebuild's DROP TABLE deletes the children silently; the pragma is ignored inside a transaction.
  db.pragma('foreign_keys = OFF')
  db.transaction(() => {
    // Another program may have done it while this one waited for the lock.
    for (const step of migrations.slice(schemaVersion(db), version)) step(db)
    const orphans = db.pragma('foreign_key_check') as readonly unknown[]
    if (orphans.length > 0) throw new Error(`The migration to ${version} leaves ${orphans.length} rows without their parent`)
    db.pragma(`application_id = ${applicationId}`)
    db.pragma(`user_version = ${Math.max(version, schemaVersion(db))}`)
  }).exclusive()
  db.pragma('foreign_keys = ON')
}
