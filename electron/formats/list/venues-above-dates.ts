/**
 * `Nature` alone on its line: a venue without a year, told by its place between the names below a title and a date. Taken where a good
 * part of all dates stand so.
 */
import { areNames } from './are-names.ts'
import type { LineKind } from './aside-lines.ts'
import { readFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'

type Kinds = readonly (LineKind | null)[]

const mostWords = 10
const fewestDates = 2
const leastShare = 0.4

/** By index: the venues, and as links, which say nothing, the lines above them that name a field. */
export function findVenuesAboveDates(lines: readonly ListLine[], kinds: Kinds): ReadonlyMap<number, LineKind> {
  const isDate = (index: number) => lines[index]?.gap === 0 && (kinds[index] === 'date' || kinds[index] === 'year')
  const dates = lines.filter((_, index) => isDate(index)).length
  if (dates < fewestDates) return new Map()
  const found = lines.flatMap((line, index) => {
    if (kinds[index] !== null || !isDate(index + 1) || !isPhrase(line, lines[index - 1])) return []
    const top = isField(lines, kinds, index - 1) && line.gap === 0 ? index - 1 : index
    return isBelowNames(lines, kinds, top) ? [{ index, top }] : []
  })
  if (found.length < Math.max(fewestDates, dates * leastShare)) return new Map()
  return new Map(found.flatMap(({ index, top }) => [[index, 'venue'] as const, ...(top < index ? [[top, 'links'] as const] : [])]))
}

function isField(lines: readonly ListLine[], kinds: Kinds, index: number): boolean {
  const line = lines[index]
  return line !== undefined && kinds[index] === null && !isNameLine(line) && isPhrase(line, undefined)
}

/** A name below a name is somebody's. */
function isPhrase(line: ListLine, before: ListLine | undefined): boolean {
  const { words, proseWords, startsUpper, endsFullStop } = readFeatures(line)
  return words <= mostWords && proseWords === 0 && startsUpper && !endsFullStop && !(isNameLine(line) && isNameLine(before))
}

/** What kind of work it is may stand between. */
function isBelowNames(lines: readonly ListLine[], kinds: Kinds, index: number): boolean {
  let at = index
  while (lines[at]?.gap === 0 && kinds[at - 1] === 'links') at--
  const below = at
  while (lines[at]?.gap === 0 && isNameLine(lines[at - 1])) at--
  return at < below && at > 0 && lines[at]?.gap === 0 && kinds[at - 1] === null
}

function isNameLine(line: ListLine | undefined): boolean {
  return line !== undefined && areNames([readFeatures(line)])
}
