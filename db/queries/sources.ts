import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { type ReadableDatabase, statement, type WritableDatabase } from '../database.ts'
import type { Leftover, SourceFormat } from '../model/draft.ts'

export type Source = {
  readonly id: number
  readonly sha256: string
  readonly name: string
  readonly format: SourceFormat
  readonly layout: string
  readonly importedAt: string
  readonly removedAt: string | null
}

export type SourceSummary = Source & {
  readonly entries: number
  /** What stands above the first entry, where it is short enough for a name: an author, a venue, a group. */
  readonly heading: string | null
}

const columns = 'sources.id, sha256, name, format, layout, importedAt, removedAt'

export function listSources(db: ReadableDatabase): readonly SourceSummary[] {
  return statement<[], SourceSummary>(
    db,
    `SELECT ${columns},
       (SELECT count(*) FROM entries WHERE sourceId = sources.id) AS entries,
       (SELECT text FROM leftovers
        WHERE sourceId = sources.id AND reason = 'header' AND length(text) BETWEEN 3 AND 60 ORDER BY line LIMIT 1) AS heading
     FROM sources WHERE removedAt IS NULL ORDER BY id`,
  ).all()
}

export function findSourceByDigest(db: ReadableDatabase, sha256: string): Source | undefined {
  return statement<[string], Source>(db, `SELECT ${columns} FROM sources WHERE sha256 = ?`).get(sha256)
}

/** In half the time of the usual level, a quarter larger: beside the rows of its papers a list is small. */
const quickly = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

export type NewSource = Omit<Source, 'id' | 'removedAt'> & {
  readonly entryCount: number
  readonly compressed: Uint8Array
  readonly leftovers: readonly Leftover[]
}

/** As the library keeps it. */
export function compressSource(bytes: Uint8Array): Uint8Array {
  return zstdCompressSync(bytes, quickly)
}

export function createSource(db: WritableDatabase, { compressed, leftovers, ...source }: NewSource): number {
  statement<[string, Uint8Array], never>(db, 'INSERT INTO sourceContents VALUES (?, ?) ON CONFLICT DO NOTHING').run(
    source.sha256,
    compressed,
  )
  const inserted = statement<typeof source, never>(
    db,
    'INSERT INTO sources (sha256, name, format, layout, entryCount, importedAt) VALUES (:sha256, :name, :format, :layout, :entryCount, :importedAt)',
  ).run(source)
  const sourceId = Number(inserted.lastInsertRowid)
  writeLeftovers(db, sourceId, leftovers)
  return sourceId
}

/** What the reader of today leaves over of a source. */
export function writeLeftovers(db: WritableDatabase, sourceId: number, leftovers: readonly Leftover[]): void {
  statement<[number], never>(db, 'DELETE FROM leftovers WHERE sourceId = ?').run(sourceId)
  const insert = statement<unknown[], never>(db, 'INSERT INTO leftovers (sourceId, line, text, reason) VALUES (?, ?, ?, ?)')
  for (const { line, text, reason } of leftovers) insert.run(sourceId, line, text, reason)
}

/** The bytes as they were imported. */
export function readSourceBytes(db: ReadableDatabase, sha256: string): Buffer | null {
  const row = statement<[string], { compressed: Buffer }>(db, 'SELECT compressed FROM sourceContents WHERE sha256 = ?').get(sha256)
  return row === undefined ? null : zstdDecompressSync(row.compressed)
}

export function readBytesOfSource(db: ReadableDatabase, sourceId: number): Buffer | null {
  const source = statement<[number], { sha256: string }>(db, 'SELECT sha256 FROM sources WHERE id = ?').get(sourceId)
  return source === undefined ? null : readSourceBytes(db, source.sha256)
}

export function markSourceRemoved(db: WritableDatabase, { sourceId, at }: { sourceId: number; at: string | null }): void {
  statement<[string | null, number], never>(db, 'UPDATE sources SET removedAt = ? WHERE id = ?').run(at, sourceId)
}

/** A source without entries: its row and its leftovers go, its bytes stay for undo. */
export function deleteSource(db: WritableDatabase, sourceId: number): void {
  statement<[number], never>(db, 'DELETE FROM leftovers WHERE sourceId = ?').run(sourceId)
  statement<[number], never>(db, 'DELETE FROM sources WHERE id = ?').run(sourceId)
}
