import type { ReadableDatabase } from './database.ts'
import { truthTables } from './journal.ts'

const settledTables = ['paperValues', 'paperAuthors', 'matchKeys', 'fingerprints']

/** All truth and all that is settled from it, row by row: two libraries with equal dumps show the same. */
export function dumpLibrary(db: ReadableDatabase): Readonly<Record<string, readonly unknown[]>> {
  const tables = [...truthTables(db), ...settledTables]
  return Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]))
}
