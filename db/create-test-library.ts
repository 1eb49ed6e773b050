import type { WritableDatabase } from './database.ts'
import { openLibrary } from './open-database.ts'

/** A fresh library in memory, with the journal's triggers, as every command gets it. */
export function createTestLibrary(): WritableDatabase {
  return openLibrary(':memory:')
}
