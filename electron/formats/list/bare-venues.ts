/**
 * `Nature` alone on its line: a venue without a year, told by its place, where a good part of the source has it there:
 *   title, names, venue, date
 *   title, date and counts, venue, names      the titles are longer than the venues
 */
import { areNames } from './are-names.ts'
import type { LineKind } from './aside-lines.ts'
import { readFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'
import { isTitleLine } from './title-line.ts'

type Kinds = readonly (LineKind | null)[]

const mostWords = 10
const fewestDates = 2
const leastShare = 0.4

/** By index. */
export function findBareVenues(lines: readonly ListLine[], kinds: Kinds): ReadonlyMap<number, LineKind> {
  const aboveDates = findVenuesAboveDates(lines, kinds)
  return aboveDates.size > 0 ? aboveDates : findVenuesBelowDates(lines, kinds)
}

function findVenuesBelowDates(lines: readonly ListLine[], kinds: Kinds): ReadonlyMap<number, LineKind> {
  const dates = kinds.filter((kind) => kind === 'date' || kind === 'year').length
  if (dates < fewestDates) return new Map()
  const found = lines.flatMap((line, index) => {
    const isAboveNames =
      kinds[index] === null && isSaid(kinds[index - 1]) && lines[index + 1]?.gap === 0 && isNameLine(lines[index + 1])
    const title = isAboveNames && isPhrase(line, undefined) ? findTitleAbove(lines, kinds, index) : undefined
    return title === undefined ? [] : [{ index, words: readFeatures(line).words, wordsOfTitle: readFeatures(title).words }]
  })
  const sumOf = (count: (each: (typeof found)[number]) => number) => found.reduce((sum, each) => sum + count(each), 0)
  const areShorter = sumOf(({ words }) => words) * 2 < sumOf(({ wordsOfTitle }) => wordsOfTitle)
  if (found.length < fewestDates || found.length < dates * leastShare || !areShorter) return new Map()
  return new Map(found.map(({ index }) => [index, 'venue']))
}

/** Above a date and what else is said of it, below a blank line or the kind of work. */
function findTitleAbove(lines: readonly ListLine[], kinds: Kinds, index: number): ListLine | undefined {
  let at = index
  while (at > 0 && lines[at]?.gap === 0 && isSaid(kinds[at - 1])) at--
  const title = lines[at - 1]
  const isTop = title !== undefined && (title.gap > 0 || at === 1 || kinds[at - 2] === 'links')
  const hasDate = kinds.slice(at, index).some((kind) => kind === 'date' || kind === 'year')
  return isTop && hasDate && lines[at]?.gap === 0 && kinds[at - 1] === null && isTitleLine(title) ? title : undefined
}

function isSaid(kind: LineKind | null | undefined): boolean {
  return kind === 'date' || kind === 'year' || kind === 'label' || kind === 'numbers'
}

/** The venues, and as links, which say nothing, the lines above them that name a field. */
function findVenuesAboveDates(lines: readonly ListLine[], kinds: Kinds): ReadonlyMap<number, LineKind> {
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
