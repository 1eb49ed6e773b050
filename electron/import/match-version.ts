import type { ReadableDatabase } from '../../db/database.ts'
import { compareWorks } from '../../db/model/compare-works.ts'
import { matchKeysOf, type WorkText, workText } from '../../db/model/work-text.ts'
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
 * The same bytes are the same source; at least half of an older source's entries make this one its new version, unless another
 * source of this import already follows that.
 */
export function matchVersion(db: ReadableDatabase, source: ReadSource, followed: ReadonlySet<number>): VersionMatch {
  const sameAs = findSourceByDigest(db, source.sha256)?.id ?? null
  const versionOf = sameAs === null ? findOlderVersion(db, source, followed) : null
  const base = sameAs ?? versionOf
  if (base === null) return { sameAs, versionOf, fates: source.drafts.map(() => null), missing: [] }
  return { sameAs, versionOf, ...matchEntries(source, listEntriesOfSource(db, base)) }
}

function findOlderVersion(db: ReadableDatabase, source: ReadSource, followed: ReadonlySet<number>): number | null {
  const recurring = countSharedDigests(db, source.digests).filter(
    ({ sourceId, shared, entries }) => shared * 2 >= entries && !followed.has(sourceId),
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
  const left = new Map([...waiting.values()].flat().map((entry) => [entry.id, { entry, work: workText(entry.fields) }]))
  const byKey = indexByKey(left)
  for (const [index, fate] of fates.entries()) {
    const draft = source.drafts[index]
    if (fate !== null || draft === undefined) continue
    const entryId = findChanged(workText(draft.fields), left, byKey)
    if (entryId === null) continue
    fates[index] = { kind: 'changed', entryId }
    left.delete(entryId)
  }
  return { fates, missing: [...left.keys()] }
}

type Left = Map<number, { readonly entry: StoredEntry; readonly work: WorkText }>

function indexByKey(left: Left): Map<string, number[]> {
  const byKey = new Map<string, number[]>()
  for (const [id, { work }] of left) {
    for (const key of matchKeysOf(work)) byKey.set(key, [...(byKey.get(key) ?? []), id])
  }
  return byKey
}

/** In a list of up to this many entries without a partner each is compared with each; in a longer one only those that share a key. */
const comparedInFull = 200

function findChanged(work: WorkText, left: Left, byKey: Map<string, number[]>): number | null {
  const candidates = left.size <= comparedInFull ? left.keys() : matchKeysOf(work).flatMap((key) => byKey.get(key) ?? [])
  for (const id of candidates) {
    const other = left.get(id)
    if (other !== undefined && compareWorks(work, other.work).kind === 'same') return id
  }
  return null
}
