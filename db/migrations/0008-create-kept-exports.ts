import type { WritableDatabase } from '../database.ts'

/** Files that follow the library: what goes in, the bytes that were written last, and why the file does not follow now. */
export function createKeptExports(db: WritableDatabase): void {
  db.exec(`
    CREATE TABLE keptExports (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,
      request TEXT NOT NULL,
      writtenSha256 TEXT,
      writtenAt TEXT,
      trouble TEXT,
      message TEXT
    ) STRICT`)
}
