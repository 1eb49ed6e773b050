import type { WritableDatabase } from '../database.ts'

export function keepSeparations(db: WritableDatabase): void {
  db.exec(`
    -- "Not the same", between what records say, the lower first: an entry's digest, or 'paper:7' for what was typed of a paper. So it
    -- holds however they are grouped, and when a list is removed and comes again.
    CREATE TABLE keptSeparations (
      id INTEGER PRIMARY KEY,
      record TEXT NOT NULL,
      otherRecord TEXT NOT NULL,
      separatedAt TEXT NOT NULL,
      UNIQUE (record, otherRecord)
    ) STRICT;
    INSERT OR IGNORE INTO keptSeparations (record, otherRecord, separatedAt)
      SELECT min(one.digest, other.digest), max(one.digest, other.digest), separatedAt
      FROM separations JOIN entries AS one ON one.id = entryId JOIN entries AS other ON other.id = otherEntryId;
    DROP TABLE separations;
    ALTER TABLE keptSeparations RENAME TO separations;
    CREATE INDEX separations_by_other ON separations (otherRecord);
    -- They name rows of the table that is gone.
    DELETE FROM changes WHERE tableName = 'separations';
  `)
}
