import type { WritableDatabase } from '../database.ts'

export function createSettled(db: WritableDatabase): void {
  db.exec(`
    CREATE TABLE paperValues (
      paperId INTEGER PRIMARY KEY,
      citationKey TEXT NOT NULL,
      status TEXT NOT NULL,
      entryType TEXT,
      title TEXT,
      titleOrigin TEXT,
      andOthers INTEGER NOT NULL,
      abstract TEXT,
      year INTEGER,
      venue TEXT,
      volume TEXT,
      issue TEXT,
      pages TEXT,
      doi TEXT,
      arxivId TEXT,
      url TEXT,
      origins TEXT NOT NULL,
      -- Of what was settled from: equal digests need no second look.
      recordsDigest TEXT NOT NULL,
      notesDigest TEXT NOT NULL
    ) STRICT;
    CREATE INDEX paper_values_by_status ON paperValues (status);
    CREATE INDEX paper_values_by_key ON paperValues (citationKey COLLATE NOCASE);

    CREATE TABLE paperAuthors (
      paperId INTEGER NOT NULL,
      position INTEGER NOT NULL,
      family TEXT,
      given TEXT,
      literal TEXT,
      PRIMARY KEY (paperId, position)
    ) STRICT, WITHOUT ROWID;

    -- What makes two records candidates for the same work: 'doi:…', 'arxiv:…', 'title:…', 'abstract:…'.
    CREATE TABLE matchKeys (matchKey TEXT NOT NULL, paperId INTEGER NOT NULL, PRIMARY KEY (matchKey, paperId)) STRICT, WITHOUT ROWID;
    CREATE INDEX match_keys_by_paper ON matchKeys (paperId);
    CREATE TABLE fingerprints (hash INTEGER NOT NULL, paperId INTEGER NOT NULL, PRIMARY KEY (hash, paperId)) STRICT, WITHOUT ROWID;
    CREATE INDEX fingerprints_by_paper ON fingerprints (paperId);

    -- Contentless: the stored text is markup, the searched text is plain. Row ids are paper ids.
    CREATE VIRTUAL TABLE paperSearch USING fts5 (
      title, authors, abstract, venue,
      content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    );
    -- A bulk write's index rows are gathered in memory; the default of 1 MiB flushes, and later merges, too often.
    INSERT INTO paperSearch (paperSearch, rank) VALUES ('hashsize', 67108864);
    CREATE VIRTUAL TABLE noteSearch USING fts5 (
      notes,
      content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    );
  `)
}
