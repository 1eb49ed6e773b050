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
  // One text for all of them: to hand over a row with bytes of its own for each takes several times as long.
  const next = statement<[number, number], { papers: string | null; hashes: string | null }>(
    db,
    `SELECT json_group_array(json_array(paperId, length(hashes) / 4)) AS papers, group_concat(hex(hashes), '') AS hashes
     FROM (SELECT paperId, hashes FROM fingerprints WHERE paperId > ? ORDER BY paperId LIMIT ?)`,
  )
  let after = -1
  for (;;) {
    const found = next.get(after, papersAtOnce)
    const papers = JSON.parse(found?.papers ?? '[]') as readonly (readonly [paperId: number, count: number])[]
    const hashes = unpackHashes(Buffer.from(found?.hashes ?? '', 'hex'))
    let end = 0
    const prints = papers.map(([paperId, count]): Fingerprints => {
      end += count
      return { paperId, hashes: hashes.subarray(end - count, end) }
    })
    const last = prints.at(-1)
    if (last === undefined) return
    yield prints
    after = last.paperId
  }
}
