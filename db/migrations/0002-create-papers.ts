import type { WritableDatabase } from '../database.ts'

export function createPapers(db: WritableDatabase): void {
  db.exec(`
    -- What a paper is; what it says is settled into paperValues. Ids are never given twice, since issued keys outlive papers.
    CREATE TABLE papers (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      addedAt TEXT NOT NULL,
      trashedAt TEXT,
      mergedInto INTEGER REFERENCES papers,
      proposedKey TEXT,
      proposedFrom TEXT
    ) STRICT;
    CREATE INDEX papers_by_proposed_key ON papers (proposedKey COLLATE NOCASE);
    CREATE INDEX papers_by_merged_into ON papers (mergedInto) WHERE mergedInto IS NOT NULL;

    CREATE TABLE entries (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      sourceId INTEGER NOT NULL REFERENCES sources,
      paperId INTEGER NOT NULL REFERENCES papers,
      lineStart INTEGER NOT NULL,
      lineEnd INTEGER NOT NULL,
      fields TEXT NOT NULL,
      spans TEXT NOT NULL,
      marks TEXT NOT NULL,
      digest TEXT NOT NULL
    ) STRICT;
    CREATE INDEX entries_by_source ON entries (sourceId, lineStart);
    CREATE INDEX entries_by_paper ON entries (paperId);
    CREATE INDEX entries_by_digest ON entries (digest);

    CREATE TABLE edits (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      paperId INTEGER NOT NULL REFERENCES papers,
      field TEXT NOT NULL,
      value TEXT NOT NULL,
      editedAt TEXT NOT NULL
    ) STRICT;
    CREATE INDEX edits_by_paper ON edits (paperId, field);

    -- "Not the same", between entries, so that it holds however they are grouped.
    CREATE TABLE separations (
      id INTEGER PRIMARY KEY,
      entryId INTEGER NOT NULL REFERENCES entries,
      otherEntryId INTEGER NOT NULL REFERENCES entries,
      separatedAt TEXT NOT NULL,
      UNIQUE (entryId, otherEntryId)
    ) STRICT;

    CREATE INDEX separations_by_other ON separations (otherEntryId);

    CREATE TABLE possibleDuplicates (
      id INTEGER PRIMARY KEY,
      paperId INTEGER NOT NULL REFERENCES papers,
      otherPaperId INTEGER NOT NULL REFERENCES papers,
      evidence TEXT NOT NULL,
      UNIQUE (paperId, otherPaperId)
    ) STRICT;
    CREATE INDEX possible_duplicates_by_other ON possibleDuplicates (otherPaperId);

    -- Outside the undo journal: a key that left the program is never given to another paper.
    CREATE TABLE issuedKeys (
      citationKey TEXT PRIMARY KEY COLLATE NOCASE,
      paperId INTEGER NOT NULL,
      typedAt TEXT,
      exportedAt TEXT
    ) STRICT;
    CREATE INDEX issued_keys_by_paper ON issuedKeys (paperId);
  `)
}
