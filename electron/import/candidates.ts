import type { ReadableDatabase } from '../../db/database.ts'
import type { Progress } from '../../db/model/progress.ts'
import { fingerprintsOf, matchKeysOf, type WorkText } from '../../db/model/work-text.ts'
import { countFingerprints, findPapersByFingerprint, findPapersByMatchKey, scanFingerprints } from '../../db/queries/matches.ts'

/** Of what very many records share (a stock phrase, one paper in a hundred lists) the first stand for all: their group is joined through them. */
const mostCompared = 64
/** The least part of the shorter text's sampled hashes that a candidate shares; containment .7 of characters leaves more. */
const leastShare = 0.2

/** What may be the same work as one record: earlier records by index, papers of the library by id. */
export type Candidates = { readonly records: readonly number[]; readonly paperIds: readonly number[] }

type Postings<Key> = { readonly records: Map<Key, number[]>; readonly papers: Map<Key, readonly number[]> }

/** What of a record makes others its candidates. */
export type Sample = { readonly keys: readonly string[]; readonly hashes: readonly number[] }

export function sampleOf(work: WorkText): Sample {
  return { keys: matchKeysOf(work), hashes: fingerprintsOf(work) }
}

/**
 * Finds, in memory, the pairs worth comparing: those that share a match key or enough sampled word 3-grams. Asks for the records
 * from `from` on; the ones before it are known to each other and to the library.
 */
export function* findCandidates(
  db: ReadableDatabase,
  { samples, from }: { samples: readonly Sample[]; from: number },
): Generator<Progress, readonly Candidates[]> {
  const hashes = samples.map((sample) => sample.hashes)
  const keys = samples.map((sample) => sample.keys)
  const byHash: Postings<number> = { records: invert(hashes), papers: yield* lookUpFingerprints(db, hashes.slice(from)) }
  const byKey: Postings<string> = { records: invert(keys), papers: lookUpKeys(db, keys.slice(from)) }
  return samples.slice(from).map((_, place) => {
    const index = from + place
    const records = new Set<number>()
    const paperIds = new Set<number>()
    collectByKey(byKey, keys[index] ?? [], { records, paperIds })
    collectByHash(byHash, hashes, { index, records, paperIds })
    return { records: [...records].filter((other) => other < index), paperIds: [...paperIds] }
  })
}

function invert<Key>(keysOfRecords: readonly (readonly Key[])[]): Map<Key, number[]> {
  const postings = new Map<Key, number[]>()
  for (const [index, keys] of keysOfRecords.entries()) {
    for (const key of keys) {
      const posting = postings.get(key)
      if (posting === undefined) postings.set(key, [index])
      else if (posting.length < mostCompared) posting.push(index)
    }
  }
  return postings
}

function lookUpKeys(db: ReadableDatabase, keys: readonly (readonly string[])[]): Map<string, readonly number[]> {
  return new Map([...new Set(keys.flat())].map((key) => [key, findPapersByMatchKey(db, { matchKey: key, limit: mostCompared })]))
}

/** A look-up costs many times a row of a scan: for few hashes look up, for many read the table through, in short steps. */
function* lookUpFingerprints(
  db: ReadableDatabase,
  hashes: readonly (readonly number[])[],
): Generator<Progress, Map<number, readonly number[]>> {
  const wanted = new Set(hashes.flat())
  const stored = countFingerprints(db)
  if (wanted.size * 10 < stored) {
    return new Map([...wanted].map((hash) => [hash, findPapersByFingerprint(db, { hash, limit: mostCompared })]))
  }
  const found = new Map<number, number[]>()
  let done = 0
  for (const rows of scanFingerprints(db)) {
    for (const { hash, paperId } of rows) {
      if (!wanted.has(hash)) continue
      const posting = found.get(hash)
      if (posting === undefined) found.set(hash, [paperId])
      else if (posting.length < mostCompared) posting.push(paperId)
    }
    done += rows.length
    yield { what: 'Comparing with the library', done, total: stored }
  }
  return found
}

type Found = { readonly records: Set<number>; readonly paperIds: Set<number> }

function collectByKey(byKey: Postings<string>, keys: readonly string[], found: Found): void {
  for (const key of keys) {
    for (const other of byKey.records.get(key) ?? []) found.records.add(other)
    for (const id of byKey.papers.get(key) ?? []) found.paperIds.add(id)
  }
}

function collectByHash(
  byHash: Postings<number>,
  hashes: readonly (readonly number[])[],
  { index, ...found }: Found & { readonly index: number },
): void {
  const own = hashes[index] ?? []
  const records = new Map<number, number>()
  const papers = new Map<number, number>()
  for (const hash of own) {
    count(records, byHash.records.get(hash) ?? [])
    count(papers, byHash.papers.get(hash) ?? [])
  }
  for (const [other, shared] of records) {
    if (shared >= leastShare * Math.min(own.length, hashes[other]?.length ?? 0)) found.records.add(other)
  }
  for (const [paperId, shared] of papers) if (shared >= Math.min(2, leastShare * own.length)) found.paperIds.add(paperId)
}

function count(counts: Map<number, number>, items: readonly number[]): void {
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
}
