/**
 * Pages of cards: each record's title among buttons, counts and names of users, without authors or abstract. A line that comes again
 * and again, such as `Submitted by`, stands at one distance from each title; that line and distance are taken which lead to most titles.
 */
import { areNames } from './are-names.ts'
import { findAsides } from './aside-lines.ts'
import { buildDraft } from './build-draft.ts'
import { inOneGo } from './in-steps.ts'
import { leaveOver } from './leave-over.ts'
import { readFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'
import type { ListReading } from './list-reading.ts'
import { joinAsides } from './read-asides.ts'
import { isTitleLine } from './title-line.ts'

type Place = { readonly indices: readonly number[]; readonly titles: number }

const fewestCards = 3
const fewestLinesOfCard = 3
const farthest = 6
const longestMark = 40
const leastShareOfTitles = 0.7
/** Of what reads as a title anywhere: else the lines that come again are parts of titles. */
const leastShareOfAll = 0.4
const leastShareDistinct = 0.9

export function readCardTitles(lines: readonly ListLine[]): ListReading | null {
  const marks = findMarks(lines)
  const repeated = new Set([...marks.values()].flat())
  let best: Place | null = null
  for (const [, indices] of marks) {
    if (indices.length * fewestLinesOfCard > lines.length) continue
    for (const step of steps) {
      const place = findPlace(
        lines,
        indices.map((index) => index + step),
        repeated,
      )
      if (place !== null && place.titles > (best?.titles ?? 0)) best = place
    }
  }
  if (best === null || best.titles < lines.filter(isTitleLine).length * leastShareOfAll) return null
  const titles = best.indices.flatMap((index) => lines[index] ?? [])
  const read = titles.map((line) => buildDraft([line], [{ fields: { title: line.text }, lines: [line] }]))
  const asides = inOneGo(findAsides(lines)).filter(({ kind }) => kind !== 'venue')
  const { drafts } = joinAsides(read, asides, lines)
  const leftovers = leaveOver(lines, drafts).map((leftover) =>
    leftover.reason === 'section-heading' ? { ...leftover, reason: 'page-furniture' as const } : leftover,
  )
  return { layout: 'title', drafts, leftovers }
}

/** The nearest first, and of two the one behind. */
const steps = Array.from({ length: farthest }, (_, index) => [index + 1, -index - 1]).flat()

/** Short lines that come at least three times, by where they stand. */
function findMarks(lines: readonly ListLine[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [index, { text }] of lines.entries()) {
    if (text.length > longestMark || !/\p{L}/u.test(text)) continue
    const key = text.replace(/\d+/g, '0')
    const known = places.get(key)
    if (known === undefined) places.set(key, [index])
    else known.push(index)
  }
  return new Map([...places].filter(([, indices]) => indices.length >= fewestCards))
}

function findPlace(lines: readonly ListLine[], indices: readonly number[], repeated: ReadonlySet<number>): Place | null {
  const cards = indices.filter((index) => !repeated.has(index) && isTitleOfCard(lines[index]))
  const titles = cards.filter((index) => isTitleLine(lines[index] ?? emptyLine)).length
  const texts = new Set(cards.map((index) => lines[index]?.text))
  const isFit =
    titles >= indices.length * leastShareOfTitles && texts.size >= cards.length * leastShareDistinct && texts.size >= fewestCards
  return isFit ? { indices: cards, titles } : null
}

/** Where a title must stand, one of two words is known, too. */
function isTitleOfCard(line: ListLine | undefined): boolean {
  if (line === undefined) return false
  const features = readFeatures(line)
  return (
    isTitleLine(line) ||
    (features.words > 1 &&
      features.startsUpper &&
      features.proseWords === 0 &&
      (features.separators === 0 || !areNames([features])))
  )
}

const emptyLine: ListLine = { number: 0, text: '', source: '', isRepaired: false, gap: 0 }
