import Sqlite from 'better-sqlite3'

/** Brands: a function that only reads cannot be handed a write handle's powers by accident, nor do a write. */
export type ReadableDatabase = Sqlite.Database & { readonly __readable: never }
export type WritableDatabase = ReadableDatabase & { readonly __writable: never }

const preparedStatements = new WeakMap<ReadableDatabase, Map<string, Sqlite.Statement>>()

/** Prepared once per connection: preparing costs 8 µs, running often less. */
export function statement<Bind extends unknown[] | {}, Row>(db: ReadableDatabase, sql: string): Sqlite.Statement<Bind, Row> {
  let prepared = preparedStatements.get(db)
  if (prepared === undefined) {
    prepared = new Map()
    preparedStatements.set(db, prepared)
  }
  let found = prepared.get(sql)
  if (found === undefined) {
    found = db.prepare(sql)
    prepared.set(sql, found)
  }
  return found as Sqlite.Statement<Bind, Row>
}

export function connect(
  path: string,
  options: { readonly readonly?: boolean; readonly busyMilliseconds?: number } = {},
): WritableDatabase {
  const db = new Sqlite(path, { readonly: options.readonly ?? false, timeout: options.busyMilliseconds ?? 5000 })
  return db as unknown as WritableDatabase
}

/** SQLite's extended result code (`SQLITE_BUSY`, `SQLITE_CORRUPT_VTAB` …), or null for any other error. */
export function sqliteCode(error: unknown): string | null {
  return error instanceof Sqlite.SqliteError ? error.code : null
}
