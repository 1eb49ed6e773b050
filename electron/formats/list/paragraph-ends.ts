/**
 * Where paragraphs may end. A program that wraps lines fills each of them: where the next line's first word would still have fitted, a
 * paragraph surely ended. The width is read from the lines themselves: where a line begins with a small letter the text surely goes on,
 * so that its first word did not fit after the line before; the smallest such length that nearly all of them agree on is the width,
 * for programs that fill greedily as well as for those that balance. Few such lines: the source has a paragraph a line.
 */
import type { LineFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'

/**
 * Between a line and the next: the paragraph may go on, or it ended; a `short` line ended before the margin without need, a `stopped`
 * one in a full stop with a good part of the width to spare; both lines of a `listed` one are names in one column.
 */
export type Boundary = 'open' | 'ended' | 'short' | 'stopped' | 'listed'

/** One short paragraph may begin with a small letter, as titles such as `pyMEAL` do not. */
const leastShareOfContinuations = 0.2
const leastContinuations = 2
/** A line in fifty may be broken early for reasons of its own. */
const shareOfEarlyBreaks = 0.02
const widest = 400
const mostOfStoppedLine = 0.7
/** Shorter ones are no lines of a paragraph that was wrapped. */
const fullLine = 60
const fewestWordsBeforeEnd = 4
/** In characters; longer titles are rare, shorter abstracts too. */
const longestPhrase = 200

/** One boundary for each line but the last. */
export function findBoundaries(lines: readonly ListLine[], features: readonly LineFeatures[]): readonly Boundary[] {
  const width = findWrapWidth(lines, features)
  return lines.slice(0, -1).map((line, index) => {
    const next = lines[index + 1]
    if (next === undefined || next.gap > 0) return 'ended'
    if (isInSentence(features[index], features[index + 1])) return 'open'
    if (width === null) return 'ended'
    const length = lengthWithNextWord(line, next)
    if (length > width) return 'open'
    return features[index]?.endsFullStop && length <= width * mostOfStoppedLine ? 'stopped' : 'short'
  })
}

/** Whatever the width: a line that ends in `of`, or a long line of prose before one that begins with a small letter. */
function isInSentence(line: LineFeatures | undefined, next: LineFeatures | undefined): boolean {
  if (line === undefined || next === undefined) return false
  if (line.endsHanging && line.words >= fewestWordsBeforeEnd) return true
  return line.proseWords > 0 && line.length >= fullLine && !line.endsSentence && next.startsLower
}

/** First lines of short paragraphs that end without a full stop, as titles, names and headings do. */
export function findPhrases(features: readonly LineFeatures[], boundaries: readonly Boundary[]): readonly boolean[] {
  const opensPhrase = features.map(() => false)
  let start = 0
  let length = 0
  for (const [index, line] of features.entries()) {
    length += line.length
    if (boundaries[index] === 'open') continue
    opensPhrase[start] = length <= longestPhrase && !line.endsFullStop && !line.endsEllipsis
    start = index + 1
    length = 0
  }
  return opensPhrase
}

/** `null`: no line is wrapped. */
export function findWrapWidth(lines: readonly ListLine[], features: readonly LineFeatures[]): number | null {
  const needed: number[] = []
  let pairs = 0
  let longest = 0
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    if (line.text.includes(' ')) longest = Math.max(longest, line.source.trim().length)
    if (next === undefined || next.gap > 0) continue
    pairs++
    if (features[index + 1]?.startsLower && !features[index]?.endsSentence) needed.push(lengthWithNextWord(line, next))
  }
  if (needed.length < leastContinuations || needed.length < pairs * leastShareOfContinuations) return null
  needed.sort((left, right) => left - right)
  const width = Math.min(longest, (needed[Math.floor(needed.length * shareOfEarlyBreaks)] ?? 0) - 1)
  return width > widest ? null : width
}

/** The length that the line would have with the next line's first word on it, as both stand in the source. */
function lengthWithNextWord(line: ListLine, next: ListLine): number {
  const text = line.source.trim()
  const nextText = next.source.trim()
  const space = nextText.indexOf(' ')
  return text.length + (/[\p{L}-]-$/u.test(text) ? 0 : 1) + (space === -1 ? nextText.length : space)
}
