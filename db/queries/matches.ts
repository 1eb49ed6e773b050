import { type ReadableDatabase, statement } from '../database.ts'
import { unpackHashes } from '../model/fingerprints.ts'

const papersAtOnce = 2000

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

export function countFingerprints(db: ReadableDatabase): number {
  return statement<[], { rows: number }>(db, 'SELECT count(*) AS rows FROM fingerprints').get()?.rows ?? 0
}

export type Fingerprints = { readonly paperId: number; readonly hashes: Int32Array }

/** Those of all papers, the oldest first, some at a time; no statement stays open in between. */
export function* scanFingerprints(db: ReadableDatabase): Generator<readonly Fingerprints[]> {
  const next = statement<[number, number], { paperId: number; hashes: Uint8Array }>(
    db,
    'SELECT paperId, hashes FROM fingerprints WHERE paperId > ? ORDER BY paperId LIMIT ?',
  )
  let after = -1
  for (;;) {
    const rows = next.all(after, papersAtOnce)
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.map(({ paperId, hashes }) => ({ paperId, hashes: unpackHashes(hashes) }))
    after = last.paperId
  }
}
