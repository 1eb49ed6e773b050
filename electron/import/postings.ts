import type { Progress } from '../../db/model/progress.ts'

/** Of what very many items share (a stock phrase, one paper in a hundred lists) the first stand for all: their group is joined through them. */
export const mostCompared = 64
const itemsAtOnce = 1000
/** Enough that few hashes which are of one item alone share a bucket. */
const bucketsForHash = 8

/** For each key the places, in ascending order, of the items that have it. */
export type Postings<Key> = ReadonlyMap<Key, readonly number[]>

export function post<Key>(postings: Map<Key, number[]>, key: Key, item: number): void {
  const posting = postings.get(key)
  if (posting === undefined) postings.set(key, [item])
  else if (posting.length < mostCompared) posting.push(item)
}

export function* invert<Item, Key>(
  items: readonly Item[],
  { keysOf, progress }: { keysOf: (item: Item) => Iterable<Key>; progress: Progress },
): Generator<Progress, Postings<Key>> {
  const postings = new Map<Key, number[]>()
  for (const [place, item] of items.entries()) {
    if (place % itemsAtOnce === 0) yield progress
    for (const key of keysOf(item)) post(postings, key, place)
  }
  return postings
}

/** Most hashes are of one item alone and join nothing: counted in a table of small numbers first, they never come to a posting. */
export function* invertHashes<Item>(
  items: readonly Item[],
  { hashesOf, progress }: { hashesOf: (item: Item) => readonly number[] | Int32Array; progress: Progress },
): Generator<Progress, Postings<number>> {
  let total = 1
  for (const item of items) total += hashesOf(item).length
  const counts = new Uint8Array(2 ** Math.ceil(Math.log2(total * bucketsForHash)))
  const bucketOf = (hash: number) => (hash >>> 3) & (counts.length - 1)
  for (const [place, item] of items.entries()) {
    if (place % itemsAtOnce === 0) yield progress
    for (const hash of hashesOf(item)) counts[bucketOf(hash)] = counts[bucketOf(hash)] === 0 ? 1 : 2
  }
  const isShared = (hash: number) => counts[bucketOf(hash)] === 2
  return yield* invert(items, { keysOf: (item) => hashesOf(item).filter(isShared), progress })
}
