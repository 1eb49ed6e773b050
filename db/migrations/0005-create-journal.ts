import type { WritableDatabase } from '../database.ts'

export function createJournal(db: WritableDatabase): void {
  db.exec(`
    CREATE TABLE steps (id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, what TEXT NOT NULL, joinKey TEXT, undoneAt TEXT) STRICT;

    -- An insert has no columns, a delete the whole row, an update the old values of the columns that changed.
    CREATE TABLE changes (
      id INTEGER PRIMARY KEY,
      stepId INTEGER NOT NULL REFERENCES steps,
      tableName TEXT NOT NULL,
      rowId INTEGER NOT NULL,
      kind TEXT NOT NULL,
      columns TEXT
    ) STRICT;
    CREATE INDEX changes_by_step ON changes (stepId, id);

    CREATE TABLE library (id INTEGER PRIMARY KEY CHECK (id = 1), revision INTEGER NOT NULL) STRICT;
    INSERT INTO library VALUES (1, 0);
  `)
}
