import type { WritableDatabase } from '../database.ts'

/**
 * A key that came in with a bibliography is part of that import, and goes when the import is undone; one that left the program or
 * was typed stays for good. They had stood in one table, those that came in with neither time. Both outlive their papers.
 */
export function createImportedKeys(db: WritableDatabase): void {
  db.exec(`
    CREATE TABLE importedKeys (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      citationKey TEXT NOT NULL UNIQUE COLLATE NOCASE,
      paperId INTEGER NOT NULL,
      importedAt TEXT NOT NULL
    ) STRICT;
    CREATE INDEX imported_keys_by_paper ON importedKeys (paperId);
    INSERT INTO importedKeys (citationKey, paperId, importedAt)
      SELECT citationKey, paperId, coalesce((SELECT addedAt FROM papers WHERE papers.id = paperId), '') FROM issuedKeys
      WHERE typedAt IS NULL AND exportedAt IS NULL ORDER BY issuedKeys.rowid;
    DELETE FROM issuedKeys WHERE typedAt IS NULL AND exportedAt IS NULL;

    -- All keys by which documents may know a paper, and since when.
    CREATE VIEW givenKeys AS
      SELECT citationKey, paperId, exportedAt AS givenAt FROM issuedKeys WHERE exportedAt IS NOT NULL
      UNION ALL SELECT citationKey, paperId, importedAt FROM importedKeys;
  `)
}
