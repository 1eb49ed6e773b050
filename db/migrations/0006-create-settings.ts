import type { WritableDatabase } from '../database.ts'

/** What the user prefers for this library; a name without a row has the program's own value. */
export function createSettings(db: WritableDatabase): void {
  db.exec('CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID')
}
