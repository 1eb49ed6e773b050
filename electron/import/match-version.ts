import type { ReadableDatabase } from '../../db/database.ts'
import { compareWorks } from '../../db/model/compare-works.ts'
import { sampleOf, type WorkText, workText } from '../../db/model/work-text.ts'
import { countSharedDigests, listEntriesOfSource, type StoredEntry } from '../../db/queries/entries.ts'
import { findSourceByDigest } from '../../db/queries/sources.ts'
import type { Fate } from './import-plan.ts'
import type { ReadSource } from './read-source.ts'

/** How a source stands to the library: the source it is or follows, and the fate of each draft that recurs (null for the others). */
export type VersionMatch = {
  readonly sameAs: number | null
  readonly versionOf: number | null
  readonly fates: readonly (Fate | null)[]
  readonly missing: readonly number[]
}

/**
 * The same bytes are the same source. At least half of an older source's entries make this one its new version, if they are more
 * than half of this one too (else a longer list would swallow a short one that it contains), and unless another source of this
 * import already follows that.
 */
export function matchVersion(db: ReadableDatabase, source: ReadSource, followed: ReadonlySet<number>): VersionMatch {
  const sameAs = findSourceByDigest(db, source.sha256)?.id ?? null
  const versionOf = sameAs === null ? findOlderVersion(db, source, followed) : null
  const base = sameAs ?? versionOf
  if (base === null) return { sameAs, versionOf, fates: source.drafts.map(() => null), missing: [] }
  return { sameAs, versionOf, ...matchEntries(source, listEntriesOfSource(db, base)) }
}

/** The source of the library that this one is, or is a new version of. */
export function findBase(db: ReadableDatabase, source: ReadSource): number | null {
  return findSourceByDigest(db, source.sha256)?.id ?? findOlderVersion(db, source, new Set())
}

/** The source that this one is, or shares most with: what was corrected there may tell that it is a new version. */
export function findNearestSource(db: ReadableDatabase, source: ReadSource): number | null {
  const known = findSourceByDigest(db, source.sha256)?.id
  const [nearest] = countSharedDigests(db, source.digests).toSorted((a, b) => b.shared - a.shared || a.sourceId - b.sourceId)
  return known ?? nearest?.sourceId ?? null
}

function findOlderVersion(db: ReadableDatabase, source: ReadSource, followed: ReadonlySet<number>): number | null {
  const recurring = countSharedDigests(db, source.digests).filter(
    ({ sourceId, shared, entries }) => shared * 2 >= entries && shared * 2 > source.drafts.length && !followed.has(sourceId),
  )
  const best = recurring.sort((a, b) => b.shared - a.shared || a.sourceId - b.sourceId)[0]
  return best?.sourceId ?? null
}

/** Equal fields first, in their order; then what is recognisably the same work under other words. */
function matchEntries(source: ReadSource, stored: readonly StoredEntry[]): { fates: (Fate | null)[]; missing: number[] } {
  const waiting = Map.groupBy(stored, ({ digest }) => digest)
  const fates = source.drafts.map((draft, index): Fate | null => {
    const entry = waiting.get(source.digests[index] ?? '')?.shift()
    if (entry === undefined) return null
    const isMoved = entry.lineStart !== draft.lineStart || entry.lineEnd !== draft.lineEnd
    return { kind: 'unchanged', entryId: entry.id, isMoved }
  })
  const left = new Map([...waiting.values()].flat().map((entry) => [entry.id, workText(entry.fields)]))
  const index = indexWorks(left)
  for (const [position, fate] of fates.entries()) {
    const draft = source.drafts[position]
    if (fate !== null || draft === undefined || left.size === 0) continue
    const entryId = findChanged(workText(draft.fields), left, index)
    if (entryId === null) continue
    fates[position] = { kind: 'changed', entryId }
    left.delete(entryId)
  }
  return { fates, missing: [...left.keys()] }
}

type Index = ReadonlyMap<string | number, readonly number[]>

/** Entries by what makes them candidates: match keys, sampled word 3-grams, long words of the title. */
function indexWorks(works: ReadonlyMap<number, WorkText>): Index {
  const index = new Map<string | number, number[]>()
  for (const [id, work] of works) {
    for (const key of candidateKeys(work)) {
      const ids = index.get(key)
      if (ids === undefined) index.set(key, [id])
      else ids.push(id)
    }
  }
  return index
}

function candidateKeys(work: WorkText): readonly (string | number)[] {
  const { keys, hashes, titleHashes } = sampleOf(work)
  return [...keys, ...hashes, ...titleHashes]
}

function findChanged(work: WorkText, left: ReadonlyMap<number, WorkText>, index: Index): number | null {
  for (const id of new Set(candidateKeys(work).flatMap((key) => index.get(key) ?? []))) {
    const other = left.get(id)
    if (other !== undefined && compareWorks(work, other).kind === 'same') return id
  }
  return null
}
