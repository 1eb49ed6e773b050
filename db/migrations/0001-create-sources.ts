import type { WritableDatabase } from '../database.ts'

export function createSources(db: WritableDatabase): void {
  db.exec(`
    CREATE TABLE sources (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      sha256 TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      format TEXT NOT NULL,
      layout TEXT NOT NULL,
      -- As imported: a newer version may have taken entries over since.
      entryCount INTEGER NOT NULL,
      importedAt TEXT NOT NULL,
      removedAt TEXT
    ) STRICT;

    -- The bytes as they came, compressed with Zstandard. Apart from sources, so that undo need not copy them.
    CREATE TABLE sourceContents (sha256 TEXT PRIMARY KEY, compressed BLOB NOT NULL) STRICT;

    CREATE TABLE leftovers (
      id INTEGER PRIMARY KEY,
      sourceId INTEGER NOT NULL REFERENCES sources,
      line INTEGER NOT NULL,
      text TEXT NOT NULL,
      reason TEXT NOT NULL
    ) STRICT;
    CREATE INDEX leftovers_by_source ON leftovers (sourceId, line);
  `)
}
