import type { ReadableDatabase } from '../../db/database.ts'
import { fromStoredHash, toStoredHash } from '../../db/model/fingerprints.ts'
import type { Progress } from '../../db/model/progress.ts'
import type { Sample } from '../../db/model/work-text.ts'
import {
  countFingerprints,
  findPapersByFingerprint,
  findPapersByMatchKey,
  hasMatchKeys,
  scanFingerprints,
} from '../../db/queries/matches.ts'

/** Of what very many records share (a stock phrase, one paper in a hundred lists) the first stand for all: their group is joined through them. */
const mostCompared = 64
/** Words that more titles than these have in common are common words. */
const mostTitled = 16
/** The least part of the shorter text's sampled hashes that a candidate shares; containment .7 of characters leaves more. */
const leastShare = 0.2
const samplesAtOnce = 1000
/** Enough that few hashes which are of one record alone share a bucket. */
const bucketsForHash = 8
/** Before the first pair is compared there is no telling how far it is. */
const started: Progress = { what: 'Recognising papers', done: 0, total: 0 }

/** What may be the same work as one record: earlier records by index, papers of the library by id. */
export type Candidates = {
  readonly records: ReadonlySet<number>
  readonly paperIds: ReadonlySet<number>
  /** Those that share long words of the title, and nothing else: worth a look at the title, and seldom at more. */
  readonly titledRecords: ReadonlySet<number>
  readonly titledPaperIds: ReadonlySet<number>
}

type Postings<Key> = { readonly records: ReadonlyMap<Key, readonly number[]>; readonly papers: ReadonlyMap<Key, readonly number[]> }

/**
 * Finds, in memory, the pairs worth comparing: those that share a match key, enough sampled word 3-grams, or long words of the title.
 * Asked for the records from `from` on; the ones before it are known to each other and to the library.
 */
export function* findCandidates(
  db: ReadableDatabase,
  { samples, from }: { samples: readonly Sample[]; from: number },
): Generator<Progress, (index: number) => Candidates> {
  const fresh = samples.slice(from)
  const byKey: Postings<string> = { records: yield* invert(samples, ({ keys }) => keys), papers: yield* lookUpKeys(db, fresh) }
  const byHash: Postings<number> = { records: yield* invertHashes(samples), papers: yield* lookUpFingerprints(db, fresh) }
  return collector(samples, { byKey, byHash })
}

function* invert<Key>(
  samples: readonly Sample[],
  keysOf: (sample: Sample) => readonly Key[],
): Generator<Progress, ReadonlyMap<Key, readonly number[]>> {
  const postings = new Map<Key, number[]>()
  for (const [index, sample] of samples.entries()) {
    if (index % samplesAtOnce === 0) yield started
    for (const key of keysOf(sample)) post(postings, key, index)
  }
  return postings
}

/** Most hashes are of one record alone and join nothing: counted in a table of small numbers first, they never come to a posting. */
function* invertHashes(samples: readonly Sample[]): Generator<Progress, ReadonlyMap<number, readonly number[]>> {
  const total = samples.reduce((sum, { hashes, titleHashes }) => sum + hashes.length + titleHashes.length, 1)
  const counts = new Uint8Array(2 ** Math.ceil(Math.log2(total * bucketsForHash)))
  const bucketOf = (hash: number) => (hash >>> 3) & (counts.length - 1)
  for (const [index, sample] of samples.entries()) {
    if (index % samplesAtOnce === 0) yield started
    for (const hash of hashesOf(sample)) counts[bucketOf(hash)] = counts[bucketOf(hash)] === 0 ? 1 : 2
  }
  return yield* invert(samples, (sample) => hashesOf(sample).filter((hash) => counts[bucketOf(hash)] === 2))
}

function hashesOf({ hashes, titleHashes }: Sample): readonly number[] {
  return [...hashes, ...titleHashes]
}

function post<Key>(postings: Map<Key, number[]>, key: Key, item: number): void {
  const posting = postings.get(key)
  if (posting === undefined) postings.set(key, [item])
  else if (posting.length < mostCompared) posting.push(item)
}

function* lookUpKeys(
  db: ReadableDatabase,
  samples: readonly Sample[],
): Generator<Progress, ReadonlyMap<string, readonly number[]>> {
  const found = new Map<string, readonly number[]>()
  if (!hasMatchKeys(db)) return found
  for (const [index, { keys }] of samples.entries()) {
    if (index % samplesAtOnce === 0) yield { what: 'Comparing with the library', done: index, total: samples.length }
    for (const key of keys) if (!found.has(key)) found.set(key, findPapersByMatchKey(db, { matchKey: key, limit: mostCompared }))
  }
  return found
}

/** A look-up costs many times a row of a scan: for few hashes look up, for many read the table through, in short steps. */
function* lookUpFingerprints(
  db: ReadableDatabase,
  samples: readonly Sample[],
): Generator<Progress, ReadonlyMap<number, readonly number[]>> {
  const stored = countFingerprints(db)
  const found = new Map<number, number[]>()
  if (stored === 0) return found
  const wanted = new Set(samples.flatMap(hashesOf))
  if (wanted.size * 10 < stored) {
    return new Map(
      [...wanted].map((hash) => [hash, findPapersByFingerprint(db, { hash: toStoredHash(hash), limit: mostCompared })]),
    )
  }
  let done = 0
  for (const rows of scanFingerprints(db)) {
    for (const { hash, paperId } of rows) if (wanted.has(fromStoredHash(hash))) post(found, fromStoredHash(hash), paperId)
    done += rows.length
    yield { what: 'Comparing with the library', done, total: stored }
  }
  return found
}

type AllPostings = { readonly byKey: Postings<string>; readonly byHash: Postings<number> }

function collector(samples: readonly Sample[], { byKey, byHash }: AllPostings): (index: number) => Candidates {
  const likelyRecordsOf = sharedCounter(byHash.records)
  const likelyPapersOf = sharedCounter(byHash.papers)
  return (index) => {
    const { keys, hashes, titleHashes } = samples[index] ?? { keys: [], hashes: [], titleHashes: [] }
    const isEarlier = (other: number) => other < index
    const leastOf = (other: number) => leastShare * Math.min(hashes.length, lengthOf(samples[other]))
    const likelyRecords = likelyRecordsOf(hashes, leastOf)
    const likelyPapers = likelyPapersOf(hashes, () => Math.min(2, leastShare * hashes.length))
    const records = new Set([...keys.flatMap((key) => byKey.records.get(key) ?? []), ...likelyRecords].filter(isEarlier))
    const paperIds = new Set([...keys.flatMap((key) => byKey.papers.get(key) ?? []), ...likelyPapers])
    return {
      records,
      paperIds,
      titledRecords: titled(titleHashes, byHash.records, (other) => isEarlier(other) && !records.has(other)),
      titledPaperIds: titled(titleHashes, byHash.papers, (paperId) => !paperIds.has(paperId)),
    }
  }
}

function lengthOf(sample: Sample | undefined): number {
  return sample?.hashes.length ?? 0
}

/**
 * Finds those that share at least so many of the hashes. Thousands of records have a phrase or other in common: they are counted in one
 * table, for a map of counts for each record would cost more than all else.
 */
function sharedCounter(
  postings: Postings<number>['records'],
): (hashes: readonly number[], leastOf: (item: number) => number) => readonly number[] {
  let last = 0
  for (const items of postings.values()) for (const item of items) last = Math.max(last, item)
  const counts = new Uint16Array(last + 1)
  return (hashes, leastOf) => {
    const met: number[] = []
    for (const hash of hashes)
      for (const item of postings.get(hash) ?? []) {
        const count = counts[item] ?? 0
        if (count === 0) met.push(item)
        counts[item] = count + 1
      }
    const likely = met.filter((item) => (counts[item] ?? 0) >= leastOf(item))
    for (const item of met) counts[item] = 0
    return likely
  }
}

function titled(
  titleHashes: readonly number[],
  postings: Postings<number>['records'],
  isWanted: (item: number) => boolean,
): ReadonlySet<number> {
  const found = titleHashes.map((hash) => postings.get(hash) ?? []).filter(({ length }) => length <= mostTitled)
  return new Set(found.flat().filter(isWanted))
}
