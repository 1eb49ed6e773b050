import { type ReadableDatabase, statement } from '../database.ts'

const rowsAtOnce = 50_000

export function findPapersByMatchKey(
  db: ReadableDatabase,
  { matchKey, limit }: { matchKey: string; limit: number },
): readonly number[] {
  return statement<[string, number], { paperId: number }>(
    db,
    'SELECT paperId FROM matchKeys WHERE matchKey = ? ORDER BY paperId LIMIT ?',
  )
    .all(matchKey, limit)
    .map(({ paperId }) => paperId)
}

export function hasMatchKeys(db: ReadableDatabase): boolean {
  return statement<[], { found: number }>(db, 'SELECT 1 AS found FROM matchKeys LIMIT 1').get() !== undefined
}

/** The papers of each match key that several share, the trash left out; a key that too many share tells nothing. */
export function listSharedKeys(db: ReadableDatabase, most: number): readonly { readonly paperIds: readonly number[] }[] {
  return statement<[number], { paperIds: string }>(
    db,
    `SELECT json_group_array(paperId) AS paperIds FROM matchKeys JOIN papers ON papers.id = paperId AND trashedAt IS NULL
     GROUP BY matchKey HAVING count(*) BETWEEN 2 AND ?`,
  )
    .all(most)
    .map(({ paperIds }) => ({ paperIds: JSON.parse(paperIds) }))
}

export function findPapersByFingerprint(db: ReadableDatabase, { hash, limit }: { hash: number; limit: number }): readonly number[] {
  return statement<[number, number], { paperId: number }>(
    db,
    'SELECT paperId FROM fingerprints WHERE hash = ? ORDER BY paperId LIMIT ?',
  )
    .all(hash, limit)
    .map(({ paperId }) => paperId)
}

export function countFingerprints(db: ReadableDatabase): number {
  return statement<[], { rows: number }>(db, 'SELECT count(*) AS rows FROM fingerprints').get()?.rows ?? 0
}

/** All fingerprints in chunks of some 50,000 rows, ordered by hash; no statement stays open between two chunks. */
export function* scanFingerprints(db: ReadableDatabase): Generator<readonly { readonly hash: number; readonly paperId: number }[]> {
  const next = statement<[number, number, number], { hash: number; paperId: number }>(
    db,
    'SELECT hash, paperId FROM fingerprints WHERE (hash, paperId) > (?, ?) ORDER BY hash, paperId LIMIT ?',
  )
  let after = { hash: -1, paperId: -1 }
  for (;;) {
    const rows = next.all(after.hash, after.paperId, rowsAtOnce)
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    after = last
  }
}
