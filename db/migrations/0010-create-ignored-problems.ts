import type { WritableDatabase } from '../database.ts'

/** A problem of a paper that the user does not want to hear of again. */
export function createIgnoredProblems(db: WritableDatabase): void {
  db.exec(`
    CREATE TABLE ignoredProblems (id INTEGER PRIMARY KEY, paperId INTEGER NOT NULL, code TEXT NOT NULL, ignoredAt TEXT NOT NULL) STRICT;
    CREATE INDEX ignored_problems_by_paper ON ignoredProblems (paperId);
  `)
}
