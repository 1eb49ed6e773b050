/**
 * Lines → the blocks that are items of a list, by one of these:
 *   numbers that count up (`[1]`, `2.`, `(3)`) or keys (`[Knu97]`, `J4.`), bullets, blank lines, indents (hanging or not), the width
 *   that lines were wrapped at, or line ends.
 */
import { areNames } from './are-names.ts'
import { bullet, readItemNumber } from './item-start.ts'
import { readFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'
import { findBoundaries } from './paragraph-ends.ts'

export type SplitBlocks = (lines: readonly ListLine[]) => readonly (readonly ListLine[])[]

const ended = /[.!?…)\]]$|:\/\/\S+$/
/** In a year or pages: a line as long as others, and an item's last one. */
const endsInNumber = /\d\)?\.$/
/** A few words without a stop, a comma or a number. */
const heading = /^\p{Lu}[\p{L}&]*(?: [\p{L}&]+){0,3}:?$/u
const nameStart =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]* |(?:van|von|de|der|den|la|le|du|el) ){0,4}\p{Lu}[\p{L}\p{M}'’.-]*(?:, | and \p{Lu}|\. \p{Lu}|\.? \((?:1[5-9]|20)\d\d)/u
/** Nothing but names before the year, as in APA and Harvard. */
const yearBehindNames =
  /^(?:(?:\p{Lu}[\p{L}\p{M}.,;'’-]*|and|und|y|&|et|al\.?,?|van|von|de[rnl]?|la|le|of|for|the|on) ){1,80}\(?(?:1[5-9]|20)\d\d[a-z]?[).,:]/u
const mostLinesOfNames = 4
const leastShareOfYears = 0.75
const leastShareOfNames = 0.6
const leastShareWithColon = 0.25
const greatestStep = 20

/** What a source does not show gives one block. */
export const blockSplits: readonly SplitBlocks[] = [
  splitAtNumbers,
  splitAtBullets,
  splitAtGaps,
  splitAtIndents,
  splitAtWidth,
  splitAtLines,
]

function splitAtNumbers(lines: readonly ListLine[]): readonly (readonly ListLine[])[] {
  return splitAtStarts(lines, findNumbers(lines))
}

function splitAtBullets(lines: readonly ListLine[]): readonly (readonly ListLine[])[] {
  return splitAtStarts(
    lines,
    lines.map(({ text }) => bullet.test(text)),
  )
}

function splitAtStarts(lines: readonly ListLine[], starts: readonly boolean[]): readonly (readonly ListLine[])[] {
  const first = starts.indexOf(true)
  const gaps = lines.flatMap(({ gap }, index) => (starts[index] && index > first ? [gap] : []))
  const areTight = gaps.filter((gap) => gap === 0).length * 2 > gaps.length
  return splitAt(lines, (index) => isItem(lines, { starts, areTight }, index))
}

function splitAtGaps(lines: readonly ListLine[]): readonly (readonly ListLine[])[] {
  return splitAt(lines, (index) => (lines[index]?.gap ?? 0) > 0)
}

/** Hanging or not: the indent that most lines after a full stop have is that of an item's first line. */
function splitAtIndents(lines: readonly ListLine[]): readonly (readonly ListLine[])[] {
  const indents = lines.map(({ source }) => source.length - source.trimStart().length)
  const counts = new Map<number, number>()
  for (const [index, indent] of indents.entries())
    if (index === 0 || ended.test(lines[index - 1]?.text ?? '')) counts.set(indent, (counts.get(indent) ?? 0) + 1)
  const start = [...counts].reduce((best, other) => (other[1] > best[1] ? other : best), [0, 0])[0]
  return splitAt(lines, (index) => indents[index] === start || (lines[index]?.gap ?? 0) > 0)
}

function splitAtWidth(lines: readonly ListLine[]): readonly (readonly ListLine[])[] {
  const boundaries = findBoundaries(
    lines,
    lines.map((line) => readFeatures(line)),
  )
  const named = lines.map(isNamesWithColon)
  if (named.filter(Boolean).length >= lines.length * leastShareWithColon)
    return splitAt(lines, (index) => named[index] === true || named[index - 1] !== true)
  const isEnd = (index: number) => boundaries[index - 1] !== 'open'
  const starts = lines.flatMap((_, index) => (index === 0 || isEnd(index) ? [index] : []))
  const items = starts.filter((index) => nameStart.test(lines[index]?.text ?? ''))
  if (items.length < starts.length * leastShareOfNames) return splitAt(lines, isEnd)
  const behindEnds = items.filter((index) => index === 0 || endsItem(lines[index - 1]))
  const areDated = behindEnds.filter((index) => isDated(lines, index)).length >= behindEnds.length * leastShareOfYears
  return splitAt(lines, (index) => {
    const isFull = !isEnd(index) && endsInNumber.test(lines[index - 1]?.text ?? '')
    return (isEnd(index) || isFull) && !goesOnBelow(lines, { index, areDated })
  })
}

/** `Timo Schick, Hinrich Schütze:`, as DBLP puts them above a title. */
function isNamesWithColon(line: ListLine): boolean {
  if (!line.text.endsWith(':')) return false
  const features = readFeatures({ ...line, text: line.text.slice(0, -1) })
  return areNames([features]) && features.words > 1
}

function endsItem(line: ListLine | undefined): boolean {
  return line !== undefined && (ended.test(line.text) || heading.test(line.text))
}

/** Where items begin with names, a line that is short by chance does not end one. */
function goesOnBelow(lines: readonly ListLine[], { index, areDated }: { index: number; areDated: boolean }): boolean {
  const line = lines[index]
  const before = lines[index - 1]?.text ?? ''
  const isStart = line !== undefined && nameStart.test(line.text) && (!areDated || isDated(lines, index))
  return line?.gap === 0 && !heading.test(before) && !(isStart && ended.test(before))
}

function isDated(lines: readonly ListLine[], index: number): boolean {
  return yearBehindNames.test(
    lines
      .slice(index, index + mostLinesOfNames)
      .map(({ text }) => (text.endsWith('-') ? text : `${text} `))
      .join(''),
  )
}

function splitAtLines(lines: readonly ListLine[]): readonly (readonly ListLine[])[] {
  return lines.map((line) => [line])
}

/** Numbers that do not count on, as a year at the start of a wrapped line, are none. */
function findNumbers(lines: readonly ListLine[]): readonly boolean[] {
  let last = 0
  return lines.map(({ text }) => {
    const number = readItemNumber(text)
    if (number === undefined) return false
    if (number === null) return true
    const isPlain = /^\d+[.):]/.test(text)
    const isNext = number === 1 || (number > last && (number <= last + greatestStep || (last === 0 && !isPlain)))
    if (isNext) last = number
    return isNext
  })
}

/** After a blank line, what does not begin as items do is no part of the item before, if that has ended or is a heading, or none parts items. */
function isItem(
  lines: readonly ListLine[],
  { starts, areTight }: { starts: readonly boolean[]; areTight: boolean },
  index: number,
): boolean {
  const line = lines[index]
  if (starts[index] === true || line === undefined) return true
  const before = lines[index - 1]?.text ?? ''
  if (isQuoted(lines[index - 1]) && !isQuoted(line)) return true
  return line.gap > 0 && (areTight || ended.test(before) || heading.test(before)) && !/^\p{Ll}/u.test(line.text)
}

/** Of mail: what answers a quotation is no part of it. */
function isQuoted(line: ListLine | undefined): boolean {
  return line?.source.trimStart().startsWith('>') === true
}

function splitAt(lines: readonly ListLine[], isStart: (index: number) => boolean): readonly (readonly ListLine[])[] {
  const blocks: ListLine[][] = []
  for (const [index, line] of lines.entries()) {
    if (index === 0 || isStart(index)) blocks.push([])
    blocks.at(-1)?.push(line)
  }
  return blocks
}
