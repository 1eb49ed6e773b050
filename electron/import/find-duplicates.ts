import type { ReadableDatabase } from '../../db/database.ts'
import { compareWorks } from '../../db/model/compare-works.ts'
import type { Progress } from '../../db/model/progress.ts'
import type { WorkText } from '../../db/model/work-text.ts'
import { countFingerprints, type Fingerprints, listSharedKeys, scanFingerprints } from '../../db/queries/matches.ts'
import { findPaper, readPaperRecords } from '../../db/queries/paper-records.ts'
import { areSeparated } from '../../db/queries/separations.ts'
import { recordsOfWork } from '../../db/settle-papers.ts'
import { createGroups } from './groups.ts'
import { invertHashes, mostCompared } from './postings.ts'

/** Papers of the library that are surely one work, the oldest first, and why. */
export type DuplicateGroup = { readonly paperIds: readonly number[]; readonly evidence: string }

/** So many sampled hashes of a kind are no chance. */
const fewestShared = 3
const pairsAtOnce = 200

/**
 * Looks through the whole library for works that are there twice: papers that share a match key or several sampled word 3-grams are
 * compared as an import compares them. Who was told apart by the user stays apart.
 */
export function* findDuplicates(db: ReadableDatabase): Generator<Progress, readonly DuplicateGroup[]> {
  const pairs = yield* findPairs(db)
  const works = rememberWorks(db)
  const groups = createGroups()
  const evidence = new Map<number, string>()
  for (const [done, [paperId, otherPaperId]] of pairs.entries()) {
    if (done % pairsAtOnce === 0) yield { what: 'Comparing papers', done, total: pairs.length }
    const reason = reasonOf(works(paperId), works(otherPaperId))
    if (reason === null || areSeparated(db, { paperId, otherPaperId })) continue
    groups.join(paperId, otherPaperId)
    if (!evidence.has(otherPaperId)) evidence.set(otherPaperId, reason)
  }
  return [...groups.all().values()]
    .map((members) => members.toSorted((a, b) => a - b))
    .filter((paperIds) => !areAnySeparated(db, paperIds))
    .map((paperIds) => ({
      paperIds,
      evidence: paperIds.map((id) => evidence.get(id)).find((reason) => reason !== undefined) ?? '',
    }))
    .sort((a, b) => (a.paperIds[0] ?? 0) - (b.paperIds[0] ?? 0))
}

type PaperPair = readonly [paperId: number, otherPaperId: number]

function* findPairs(db: ReadableDatabase): Generator<Progress, readonly PaperPair[]> {
  const found = new Set<string>()
  for (const { paperIds } of listSharedKeys(db, mostCompared)) for (const pair of pairsOf(paperIds)) found.add(pair.join(' '))
  const shared = new Map<string, number>()
  for (const holders of yield* listHolders(db)) countPairs(holders, shared)
  for (const [pair, count] of shared) if (count >= fewestShared) found.add(pair)
  return [...found].map((pair) => pair.split(' ').map(Number) as unknown as PaperPair).sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

/** The papers of each sampled hash that several have; what too many have tells nothing. */
function* listHolders(db: ReadableDatabase): Generator<Progress, readonly (readonly number[])[]> {
  const total = countFingerprints(db)
  const papers: Fingerprints[] = []
  const progressOf = (done: number): Progress => ({ what: 'Looking through the library', done, total })
  for (const some of scanFingerprints(db)) {
    yield progressOf(papers.length)
    papers.push(...some)
  }
  const postings = yield* invertHashes(papers, { hashesOf: ({ hashes }) => hashes, progress: progressOf(total) })
  return [...postings.values()]
    .filter(({ length }) => length > 1 && length < mostCompared)
    .map((places) => places.map((place) => papers[place]?.paperId ?? 0))
}

function countPairs(holders: readonly number[], shared: Map<string, number>): void {
  for (const pair of pairsOf(holders)) shared.set(pair.join(' '), (shared.get(pair.join(' ')) ?? 0) + 1)
}

function pairsOf(ids: readonly number[]): readonly PaperPair[] {
  const sorted = ids.toSorted((a, b) => a - b)
  return sorted.flatMap((id, place) => sorted.slice(place + 1).map((other): PaperPair => [id, other]))
}

function reasonOf(works: readonly WorkText[], others: readonly WorkText[]): string | null {
  for (const work of works) {
    for (const other of others) {
      const verdict = compareWorks(work, other)
      if (verdict.kind === 'same') return verdict.evidence
    }
  }
  return null
}

/** Only the papers met last are kept: a pair's first one comes many times in a row. */
function rememberWorks(db: ReadableDatabase): (paperId: number) => readonly WorkText[] {
  const works = new Map<number, readonly WorkText[]>()
  return (paperId) => {
    const known = works.get(paperId) ?? readWorks(db, paperId)
    if (works.size >= mostCompared) works.clear()
    works.set(paperId, known)
    return known
  }
}

function areAnySeparated(db: ReadableDatabase, paperIds: readonly number[]): boolean {
  return pairsOf(paperIds).some(([paperId, otherPaperId]) => areSeparated(db, { paperId, otherPaperId }))
}

/** What is in the trash is no duplicate. */
function readWorks(db: ReadableDatabase, paperId: number): readonly WorkText[] {
  return findPaper(db, paperId)?.trashedAt === null ? recordsOfWork(readPaperRecords(db, paperId)) : []
}
