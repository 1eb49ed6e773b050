import { type ReadableDatabase, statement, type WritableDatabase } from '../database.ts'
import type { KeptExport, KeptRequest } from '../model/kept-export.ts'

type StoredExport = Omit<KeptExport, 'request'> & { readonly request: string }

const columns = 'id, path, request, writtenSha256, writtenAt, trouble, message'

export function listKeptExports(db: ReadableDatabase): readonly KeptExport[] {
  return statement<[], StoredExport>(db, `SELECT ${columns} FROM keptExports ORDER BY id`).all().map(toKeptExport)
}

export function findKeptExport(db: ReadableDatabase, id: number): KeptExport | undefined {
  const row = statement<[number], StoredExport>(db, `SELECT ${columns} FROM keptExports WHERE id = ?`).get(id)
  return row === undefined ? undefined : toKeptExport(row)
}

function toKeptExport({ request, ...rest }: StoredExport): KeptExport {
  return { ...rest, request: JSON.parse(request) }
}

/** A file that is kept already holds something else from now on. Answers its id. */
export function keepExport(db: WritableDatabase, { path, request }: { path: string; request: KeptRequest }): number {
  const row = statement<[string, string], { id: number }>(
    db,
    `INSERT INTO keptExports (path, request) VALUES (?, ?)
     ON CONFLICT (path) DO UPDATE SET request = excluded.request, trouble = NULL, message = NULL RETURNING id`,
  ).get(path, JSON.stringify(request))
  if (row === undefined) throw new Error('SQLite returned no row.')
  return row.id
}

/** The file stays as it is, and is the user's own again. */
export function stopExport(db: WritableDatabase, { id }: { id: number }): void {
  statement<[number], never>(db, 'DELETE FROM keptExports WHERE id = ?').run(id)
}

type Record = Pick<KeptExport, 'id' | 'trouble' | 'message'> & { readonly sha256: string | null; readonly at: string }

/** What became of an attempt to write; without a SHA-256 nothing was written. */
export function recordExport(db: WritableDatabase, { id, trouble, message, sha256, at }: Record): void {
  statement<unknown[], never>(
    db,
    `UPDATE keptExports SET trouble = :trouble, message = :message, writtenSha256 = coalesce(:sha256, writtenSha256),
       writtenAt = iif(:sha256 IS NULL, writtenAt, :at) WHERE id = :id`,
  ).run({ id, trouble, message, sha256, at })
}
