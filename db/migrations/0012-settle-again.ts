import type { WritableDatabase } from '../database.ts'

/** Papers came to be recognised by the words of their titles: those settled before are marked, and are settled again on opening. */
export function settleAgain(db: WritableDatabase): void {
  db.exec(`
    UPDATE paperValues SET recordsDigest = '';
    -- Empty but for what is marked, so that each opening finds it at once.
    CREATE INDEX outdated_paper_values ON paperValues (paperId) WHERE recordsDigest = '';
  `)
}
