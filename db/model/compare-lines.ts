/**
 * Where two texts differ, line by line, as patience diff does (Bram Cohen): lines that stand once in each hold the texts together, as
 * far as their order is the same in both; between two of them, what is equal at the edges is taken away and the rest differs. Lines of
 * a bibliography are mostly of their own, so that this is as short as it can be, in the time that sorting takes.
 */

/** Places of lines from 0, each end behind the last; one of the two ranges may be empty. */
export type LineDifference = {
  readonly beforeStart: number
  readonly beforeEnd: number
  readonly afterStart: number
  readonly afterEnd: number
}

type Lines = { readonly before: readonly string[]; readonly after: readonly string[] }
type Pair = readonly [before: number, after: number]

export function compareLines(before: readonly string[], after: readonly string[]): readonly LineDifference[] {
  const differences: LineDifference[] = []
  let [beforeStart, afterStart] = [0, 0]
  for (const [beforeEnd, afterEnd] of [...inBothOrders(sharedLines(before, after)), [before.length, after.length]] as const) {
    const difference = trim({ beforeStart, beforeEnd, afterStart, afterEnd }, { before, after })
    if (difference.beforeStart < difference.beforeEnd || difference.afterStart < difference.afterEnd) differences.push(difference)
    ;[beforeStart, afterStart] = [beforeEnd + 1, afterEnd + 1]
  }
  return differences
}

/** The lines that stand once in each text, in the order of the first. */
function sharedLines(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const beforeOnce = placesOfSingles(before)
  const afterOnce = placesOfSingles(after)
  const pairs: Pair[] = []
  for (const [line, place] of beforeOnce) {
    const other = afterOnce.get(line) ?? -1
    if (place >= 0 && other >= 0) pairs.push([place, other])
  }
  return pairs
}

/** -1 for a line that stands there twice. */
function placesOfSingles(lines: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [place, line] of lines.entries()) places.set(line, places.has(line) ? -1 : place)
  return places
}

/** The most of the pairs that have the same order in both texts: the longest rising row of the second places. */
function inBothOrders(pairs: readonly Pair[]): readonly Pair[] {
  const lasts: number[] = []
  const earlier = new Int32Array(pairs.length)
  for (const [index, [, place]] of pairs.entries()) {
    let low = 0
    let high = lasts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[lasts[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1
      else high = middle
    }
    earlier[index] = low === 0 ? -1 : (lasts[low - 1] ?? -1)
    lasts[low] = index
  }
  const row: Pair[] = []
  for (let index = lasts.at(-1) ?? -1; index >= 0; index = earlier[index] ?? -1) {
    const pair = pairs[index]
    if (pair !== undefined) row.push(pair)
  }
  return row.reverse()
}

function trim(range: LineDifference, { before, after }: Lines): LineDifference {
  let { beforeStart, beforeEnd, afterStart, afterEnd } = range
  while (beforeStart < beforeEnd && afterStart < afterEnd && before[beforeStart] === after[afterStart]) {
    beforeStart++
    afterStart++
  }
  while (beforeStart < beforeEnd && afterStart < afterEnd && before[beforeEnd - 1] === after[afterEnd - 1]) {
    beforeEnd--
    afterEnd--
  }
  return { beforeStart, beforeEnd, afterStart, afterEnd }
}
