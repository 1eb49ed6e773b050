import type { ReadableDatabase } from '../../db/database.ts'
import type { Progress } from '../../db/model/progress.ts'
import type { Sample } from '../../db/model/work-text.ts'
import { countFingerprints, findPapersByMatchKey, hasMatchKeys, scanFingerprints } from '../../db/queries/matches.ts'
import { invert, invertHashes, mostCompared, type Postings, post } from './postings.ts'

/** Words that more titles than these have in common are common words. */
const mostTitled = 16
/** The least part of the shorter text's sampled hashes that a candidate shares; containment .7 of characters leaves more. */
const leastShare = 0.2
const samplesAtOnce = 1000
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

type Known<Key> = { readonly records: Postings<Key>; readonly papers: Postings<Key> }

/**
 * Finds, in memory, the pairs worth comparing: those that share a match key, enough sampled word 3-grams, or long words of the title.
 * Asked for the records from `from` on; the ones before it are known to each other and to the library.
 */
export function* findCandidates(
  db: ReadableDatabase,
  { samples, from }: { samples: readonly Sample[]; from: number },
): Generator<Progress, (index: number) => Candidates> {
  const fresh = samples.slice(from)
  const keys = yield* invert(samples, { keysOf: (sample) => sample.keys, progress: started })
  const hashes = yield* invertHashes(samples, { hashesOf, progress: started })
  const byKey: Known<string> = { records: keys, papers: yield* lookUpKeys(db, fresh) }
  const byHash: Known<number> = { records: hashes, papers: yield* lookUpFingerprints(db, fresh) }
  return collector(samples, { byKey, byHash })
}

function hashesOf({ hashes, titleHashes }: Sample): readonly number[] {
  return [...hashes, ...titleHashes]
}

function* lookUpKeys(db: ReadableDatabase, samples: readonly Sample[]): Generator<Progress, Postings<string>> {
  const found = new Map<string, readonly number[]>()
  if (!hasMatchKeys(db)) return found
  for (const [index, { keys }] of samples.entries()) {
    if (index % samplesAtOnce === 0) yield { what: 'Comparing with the library', done: index, total: samples.length }
    for (const key of keys) if (!found.has(key)) found.set(key, findPapersByMatchKey(db, { matchKey: key, limit: mostCompared }))
  }
  return found
}

function* lookUpFingerprints(db: ReadableDatabase, samples: readonly Sample[]): Generator<Progress, Postings<number>> {
  const found = new Map<number, number[]>()
  const total = countFingerprints(db)
  if (total === 0) return found
  const wanted = new Set(samples.flatMap(hashesOf))
  let done = 0
  for (const papers of scanFingerprints(db)) {
    yield { what: 'Comparing with the library', done, total }
    for (const { paperId, hashes } of papers) for (const hash of hashes) if (wanted.has(hash)) post(found, hash, paperId)
    done += papers.length
  }
  return found
}

type AllPostings = { readonly byKey: Known<string>; readonly byHash: Known<number> }

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
  postings: Postings<number>,
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
  postings: Postings<number>,
  isWanted: (item: number) => boolean,
): ReadonlySet<number> {
  const found = titleHashes.map((hash) => postings.get(hash) ?? []).filter(({ length }) => length <= mostTitled)
  return new Set(found.flat().filter(isWanted))
}
