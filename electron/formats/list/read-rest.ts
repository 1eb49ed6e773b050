/**
 * A source may have two layouts: a column of papers above a section of references. What the reader of the larger part leaves over is read
 * again by itself, run by run, and taken only where works come of most of it that say who wrote them or how they are known, or where it is
 * a column of titles.
 */
import type { Draft, Leftover } from '../../../db/model/draft.ts'
import type { SourceLine } from '../decode-text.ts'
import type { InSteps } from './in-steps.ts'
import type { ListReading } from './list-reading.ts'
import { trimTitles } from './trim-titles.ts'

type Read = (source: readonly SourceLine[]) => InSteps<ListReading | null>

const fewestLines = 3
const fewestCharacters = 120
const leastShare = 0.6
const leastShareOfWorks = 0.7
const fewestDrafts = 2
const fewestTitles = 3
/** Of most titles. */
const fewestWords = 5
const leastShareLong = 0.6

export function* readRest(reading: ListReading, source: readonly SourceLine[], read: Read): InSteps<ListReading> {
  const runs = findRuns(reading)
  if (runs.length === 0) return reading
  const drafts = [...reading.drafts]
  let left = reading.leftovers
  for (const run of runs) {
    const [first, last] = [run.at(0)?.line ?? 0, run.at(-1)?.line ?? 0]
    const found = yield* read(source.filter(({ number }) => number >= first && number <= last))
    if (found === null || !isWorth(found, run)) continue
    drafts.push(...trimTitles(found.drafts))
    const taken = new Set(run)
    left = [...left.filter((leftover) => !taken.has(leftover)), ...found.leftovers]
  }
  return {
    ...reading,
    drafts: drafts.sort((before, after) => before.lineStart - after.lineStart),
    leftovers: left.toSorted((before, after) => before.line - after.line),
  }
}

/** Leftovers without an entry between them. */
function findRuns({ drafts, leftovers }: ListReading): readonly (readonly Leftover[])[] {
  const runs: Leftover[][] = []
  let at = 0
  let place = -1
  for (const leftover of leftovers) {
    while ((drafts[at]?.lineStart ?? Number.POSITIVE_INFINITY) < leftover.line) at++
    if (at !== place) runs.push([])
    place = at
    runs.at(-1)?.push(leftover)
  }
  return runs.filter((run) => run.length >= fewestLines && countCharacters(run) >= fewestCharacters)
}

function isWorth({ layout, drafts, leftovers }: ListReading, run: readonly Leftover[]): boolean {
  const isRead = countCharacters(leftovers) <= countCharacters(run) * (1 - leastShare)
  if (layout === 'title') return isRead && areLongTitles(drafts)
  return (
    isRead &&
    drafts.length >= fewestDrafts &&
    (layout === 'identifiers' || drafts.filter(isWork).length >= drafts.length * leastShareOfWorks)
  )
}

/** Shorter phrases, and those with numbers in them, may be what a page says of itself. */
function areLongTitles(drafts: readonly Draft[]): boolean {
  const titles = drafts.map(({ fields: { title = '' } }) => title)
  const long = titles.filter((title) => title.split(' ').length >= fewestWords)
  const numbered = titles.filter((title) => /\d/.test(title))
  return titles.length >= fewestTitles && long.length >= titles.length * leastShareLong && numbered.length * 3 <= titles.length
}

/** A title with a check mark is somebody's. */
function isWork({ fields: { title, authors, doi, arxivId, abstract }, reading }: Draft): boolean {
  return title !== undefined && (authors ?? doi ?? arxivId ?? abstract ?? reading) !== undefined
}

function countCharacters(leftovers: readonly Leftover[]): number {
  return leftovers.reduce((sum, { text }) => sum + text.length, 0)
}
