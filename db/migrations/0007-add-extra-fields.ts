import type { WritableDatabase } from '../database.ts'

export function addExtraFields(db: WritableDatabase): void {
  db.exec("ALTER TABLE paperValues ADD COLUMN extra TEXT NOT NULL DEFAULT '{}'")
}
