/**
 * What a person corrected in a list holds when the same list comes again, and when an edited one does: where the lines of a corrected
 * entry stand there word for word, they are read as they were corrected, and lines that were left out stay out.
 */
import type { ReadableDatabase } from '../../db/database.ts'
import type { Draft, Leftover, LineRange } from '../../db/model/draft.ts'
import { readCorrections } from '../../db/queries/corrections.ts'
import { readBytesOfSource } from '../../db/queries/sources.ts'
import { decodeText, splitLines } from '../formats/decode-text.ts'
import { linesLeftOver, type Ruling } from './import-plan.ts'
import { findBase, findNearestSource } from './match-version.ts'
import { draftDigest, type ReadSource } from './read-source.ts'

export type CarriedSource = ReadSource & { readonly rulings?: readonly (Ruling | undefined)[] }

export function carryCorrections(db: ReadableDatabase, source: ReadSource): CarriedSource {
  const base = findNearestSource(db, source)
  if (base === null) return source
  const { drafts, excluded } = readCorrections(db, base)
  if (drafts.length === 0 && excluded.length === 0) return source
  const before = linesOfSource(db, base)
  const places = indexLines(source.lines)
  const carried = drafts.flatMap((draft) => {
    const shift = findShift(draft, { before, after: source.lines, places })
    return shift === null ? [] : [moveDraft(draft, shift)]
  })
  const out = new Set(
    toRanges(excluded, before).flatMap((range) => {
      const shift = findShift(range, { before, after: source.lines, places })
      return shift === null ? [] : numbersIn(range).map((line) => line + shift)
    }),
  )
  const corrected = withCarried(source, carried, out)
  return findBase(db, corrected) === base ? corrected : source
}

/** Carried drafts take the place of those that were read from any of their lines. */
function withCarried(source: ReadSource, carried: readonly Draft[], out: ReadonlySet<number>): CarriedSource {
  const taken = new Set(carried.flatMap(numbersIn))
  const dropped = source.drafts.filter((draft) => numbersIn(draft).some((line) => taken.has(line)))
  const isDropped = new Set(dropped)
  const drafts = [...source.drafts.filter((draft) => !isDropped.has(draft)), ...carried].sort((a, b) => a.lineStart - b.lineStart)
  const loose: readonly Leftover[] = dropped
    .flatMap((draft) => linesLeftOver(source.lines, draft))
    .filter(({ line }) => !taken.has(line))
    .map((leftover) => (out.has(leftover.line) ? leftover : { ...leftover, reason: 'unreadable' }))
  const isOut = (draft: Draft) => linesLeftOver(source.lines, draft).every(({ line }) => out.has(line))
  const kept = source.leftovers.filter(({ line }) => !taken.has(line))
  return {
    ...source,
    drafts,
    digests: drafts.map(({ fields }) => draftDigest(fields)),
    leftovers: [...kept, ...loose].sort((a, b) => a.line - b.line),
    rulings: drafts.map((draft) => (isOut(draft) ? { isExcluded: true } : undefined)),
  }
}

function linesOfSource(db: ReadableDatabase, sourceId: number): readonly string[] {
  const bytes = readBytesOfSource(db, sourceId)
  return bytes === null ? [] : splitLines(decodeText(bytes).text).map(({ text }) => text)
}

type Texts = {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly places: ReadonlyMap<string, readonly number[]>
}

/** By how many lines a range has moved; the nearest place counts, null where its lines are not there any more. */
function findShift({ lineStart, lineEnd }: LineRange, { before, after, places }: Texts): number | null {
  const text = before.slice(lineStart - 1, lineEnd)
  const starts = (places.get(text[0] ?? '') ?? []).filter((start) => text.every((line, index) => after[start - 1 + index] === line))
  const shifts = starts.map((start) => start - lineStart).sort((a, b) => Math.abs(a) - Math.abs(b))
  return shifts[0] ?? null
}

function indexLines(lines: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [index, line] of lines.entries()) {
    const known = places.get(line)
    if (known === undefined) places.set(line, [index + 1])
    else known.push(index + 1)
  }
  return places
}

/** Lines that follow each other, blank ones between them not counted, are one range: alone, a short line may stand anywhere. */
function toRanges(numbers: readonly number[], lines: readonly string[]): readonly LineRange[] {
  const ranges: { lineStart: number; lineEnd: number }[] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    const goesOn = last !== undefined && lines.slice(last.lineEnd, number - 1).every((line) => line.trim() === '')
    if (goesOn) last.lineEnd = number
    else ranges.push({ lineStart: number, lineEnd: number })
  }
  return ranges
}

function moveDraft(draft: Draft, shift: number): Draft {
  if (shift === 0) return draft
  const move = ({ lineStart, lineEnd }: LineRange) => ({ lineStart: lineStart + shift, lineEnd: lineEnd + shift })
  const spans = Object.fromEntries(
    Object.entries(draft.spans).flatMap(([name, span]) => (span === undefined ? [] : [[name, move(span)]])),
  )
  return { ...draft, ...move(draft), spans }
}

function numbersIn({ lineStart, lineEnd }: LineRange): readonly number[] {
  return Array.from({ length: lineEnd - lineStart + 1 }, (_, index) => lineStart + index)
}
