/** The lines of a file of records: each that is not blank goes into one draft or one leftover. */
import type { Draft, Leftover } from '../../db/model/draft.ts'
import type { SourceLine } from './decode-text.ts'

/** From the place of a character in the joined lines to the number of its line. */
export type LineOf = (offset: number) => number

/** The lines are joined by one character. */
export function lineFinder(lines: readonly SourceLine[]): LineOf {
  const starts = new Int32Array(lines.length)
  let start = 0
  for (const [index, { text }] of lines.entries()) {
    starts[index] = start
    start += text.length + 1
  }
  let last = 0
  // Asked in the order of the text, the next line is the one of before or just behind it.
  return (offset) => {
    const isBehind = (starts[last] ?? 0) <= offset
    if (isBehind && offset < (starts[last + 1] ?? Number.POSITIVE_INFINITY)) return lines[last]?.number ?? 1
    let low = isBehind ? last : 0
    let high = isBehind && offset < (starts[last + 20] ?? 0) ? last + 20 : lines.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    last = low
    return lines[low]?.number ?? 1
  }
}

type Rules = {
  /** Lines that only hold records together, such as brackets, go with the record before them, or the first one. */
  readonly isStructure: (line: string) => boolean
  /** Numbers of lines that could not be read: they are leftovers also where they stand inside a record. */
  readonly broken: ReadonlySet<number>
}

type Range = { lineStart: number; lineEnd: number }

/** A line on which one record ends and the next begins goes with the first, where the next has another. */
export function accountForLines(
  lines: readonly SourceLine[],
  drafts: readonly Draft[],
  { isStructure, broken }: Rules,
): { readonly drafts: readonly Draft[]; readonly leftovers: readonly Leftover[] } {
  const ranges = drafts.map(({ lineStart, lineEnd }): Range => ({ lineStart, lineEnd }))
  ranges.forEach(startAfter)
  takeLeadingLines(lines, ranges[0], isStructure)
  const leftovers: Leftover[] = []
  let next = 0
  let isAfterRecord = false
  for (const { number, text } of lines) {
    while (next < ranges.length && (ranges[next]?.lineEnd ?? 0) < number) next++
    const isInside = (ranges[next]?.lineStart ?? Number.POSITIVE_INFINITY) <= number
    const before = ranges[next - 1]
    if (isInside) isAfterRecord = true
    if (text.trim() === '' || (isInside && !broken.has(number))) continue
    if (!isInside && isAfterRecord && before !== undefined && isStructure(text)) before.lineEnd = number
    else {
      leftovers.push({ line: number, text, reason: next === 0 && !isInside ? 'header' : 'broken-record' })
      isAfterRecord = isInside
    }
  }
  return { drafts: drafts.map((draft, index) => ({ ...draft, ...ranges[index] })), leftovers }
}

function startAfter(range: Range, index: number, ranges: readonly Range[]): void {
  const before = ranges[index - 1]
  if (before !== undefined && range.lineStart <= before.lineEnd && range.lineEnd > before.lineEnd)
    range.lineStart = before.lineEnd + 1
}

function takeLeadingLines(lines: readonly SourceLine[], first: Range | undefined, isStructure: (line: string) => boolean): void {
  if (first === undefined) return
  const leading = lines.slice(0, first.lineStart - 1).filter(({ text }) => text.trim() !== '')
  const [{ number } = { number: first.lineStart }] = leading
  if (leading.every(({ text }) => isStructure(text))) first.lineStart = number
}
