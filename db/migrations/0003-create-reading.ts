import type { WritableDatabase } from '../database.ts'

export function createReading(db: WritableDatabase): void {
  db.exec(`
    CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE, colour TEXT) STRICT;
    CREATE TABLE paperTags (
      id INTEGER PRIMARY KEY,
      paperId INTEGER NOT NULL REFERENCES papers,
      tagId INTEGER NOT NULL REFERENCES tags,
      UNIQUE (paperId, tagId)
    ) STRICT;
    CREATE INDEX paper_tags_by_tag ON paperTags (tagId, paperId);

    CREATE TABLE notes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      paperId INTEGER NOT NULL REFERENCES papers,
      text TEXT NOT NULL,
      createdAt TEXT NOT NULL,
      updatedAt TEXT NOT NULL
    ) STRICT;
    CREATE INDEX notes_by_paper ON notes (paperId);

    -- The selectors of W3C Web Annotation: the quote with its surroundings, and its place as a hint.
    CREATE TABLE highlights (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      paperId INTEGER NOT NULL REFERENCES papers,
      exact TEXT NOT NULL,
      prefix TEXT NOT NULL,
      suffix TEXT NOT NULL,
      start INTEGER NOT NULL,
      createdAt TEXT NOT NULL
    ) STRICT;
    CREATE INDEX highlights_by_paper ON highlights (paperId);

    CREATE TABLE statusEvents (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      paperId INTEGER NOT NULL REFERENCES papers,
      status TEXT NOT NULL CHECK (status IN ('new', 'to-read', 'reading', 'read', 'dropped')),
      changedAt TEXT NOT NULL
    ) STRICT;
    CREATE INDEX status_events_by_paper ON statusEvents (paperId, id);

    CREATE TABLE queue (id INTEGER PRIMARY KEY, paperId INTEGER NOT NULL UNIQUE REFERENCES papers, position REAL NOT NULL) STRICT;
  `)
}
