import type { InSteps } from './in-steps.ts'
import type { LineFeatures } from './line-features.ts'
import type { Role } from './list-grammars.ts'
import { scores } from './list-scores.ts'
import type { Boundary } from './paragraph-ends.ts'
import {
  type LinePair,
  scoreContinuation,
  scoreEnd,
  scoreFirstLine,
  scoreFurtherLine,
  scoreLastLine,
  scoreLeftover,
  scoreLine,
} from './score-lines.ts'

export type ObservedLines = {
  readonly features: readonly LineFeatures[]
  /** What stands after each line. */
  readonly boundaries: readonly Boundary[]
  /** Lines that open a short paragraph without a full stop at its end. */
  readonly opensPhrase: readonly boolean[]
  /** Lines before which a blank line is missing, in a source that has blank lines elsewhere. */
  readonly lacksGap: readonly boolean[]
  /** Lines that stand in the source again and again, as buttons and page marks do. */
  readonly isRepeated: readonly boolean[]
}

/** One number for each line of the source. */
export type RoleScores = {
  readonly first: Float64Array
  readonly further: Float64Array
  /** The part ends after the line. */
  readonly end: Float64Array
  /** The part goes on after the line. */
  readonly continuation: Float64Array
}

/** All that the lines say, for all grammars alike: a grammar only chooses among these. */
export type SourceScores = {
  readonly length: number
  readonly roles: { readonly [Name in Role]: RoleScores }
  /** The line outside of records, and the end of what stands there. */
  readonly outside: { readonly line: Float64Array; readonly end: Float64Array }
  /** A record begins with the line. */
  readonly record: Float64Array
}

export function* scoreSource(lines: ObservedLines): InSteps<SourceScores> {
  const length = lines.features.length
  const outside = { line: new Float64Array(length), end: new Float64Array(length) }
  const record = new Float64Array(length)
  for (const [index, features] of lines.features.entries()) {
    outside.line[index] = scoreLeftover(features, lines.isRepeated[index] ?? false)
    outside.end[index] = endAt(lines, index, null)
    record[index] = scores.record + (lines.lacksGap[index] ? scores.recordWithoutGap : 0)
  }
  yield
  const title = scoreRole('title', lines)
  yield
  const authors = scoreRole('authors', lines)
  yield
  return { length, roles: { title, authors, abstract: scoreRole('abstract', lines) }, outside, record }
}

function scoreRole(role: Role, lines: ObservedLines): RoleScores {
  const length = lines.features.length
  const [first, further] = [new Float64Array(length), new Float64Array(length)]
  const [end, continuation] = [new Float64Array(length), new Float64Array(length)]
  for (const [index, features] of lines.features.entries()) {
    const line = scoreLine(role, features) - (features.isDate ? scores.date : lines.isRepeated[index] ? scores.repeated : 0)
    const isBarePhrase = role === 'abstract' && features.marker === 'none' && lines.opensPhrase[index] === true
    first[index] = line + scoreFirstLine(role, features) + (isBarePhrase ? scores.abstractOfOnePhrase : 0)
    further[index] = line + scoreFurtherLine(role, features)
    end[index] = scoreLastLine(role, features) + endAt(lines, index, role)
    const pair = pairAt(lines, index)
    if (pair !== null) continuation[index] = scoreContinuation(role, lines.boundaries[index] ?? 'ended', pair)
  }
  return { first, further, end, continuation }
}

function endAt(lines: ObservedLines, index: number, role: Role | null): number {
  const pair = pairAt(lines, index)
  return pair === null ? 0 : scoreEnd(role, lines.boundaries[index] ?? 'ended', pair)
}

function pairAt({ features }: ObservedLines, index: number): LinePair | null {
  const line = features[index]
  const next = features[index + 1]
  return line === undefined || next === undefined ? null : [line, next]
}
