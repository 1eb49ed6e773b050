import type { Draft, Leftover } from '../../../db/model/draft.ts'
import { readFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'
import { nameLeftovers } from './name-leftovers.ts'

/** A line that stands alone this often is repeated by the page, not by chance. */
const fewestRepeats = 3

/** All lines that no draft covers; drafts stand in order. */
export function leaveOver(lines: readonly ListLine[], drafts: readonly Draft[]): readonly Leftover[] {
  const first = drafts.at(0)?.lineStart ?? Number.POSITIVE_INFINITY
  const last = drafts.at(-1)?.lineEnd ?? 0
  let at = 0
  const left = lines.flatMap((line, index) => {
    while ((drafts[at]?.lineEnd ?? Number.POSITIVE_INFINITY) < line.number) at++
    return (drafts[at]?.lineStart ?? Number.POSITIVE_INFINITY) <= line.number ? [] : [{ index, line }]
  })
  const counts = new Map<string, number>()
  for (const { line } of left) counts.set(line.text, (counts.get(line.text) ?? 0) + 1)
  return nameLeftovers(
    left.map(({ index, line }) => ({
      index,
      line,
      features: readFeatures(line),
      isRepeated: (counts.get(line.text) ?? 0) >= fewestRepeats,
      isContinuation: false,
      place: line.number < first ? 'top' : line.number > last ? 'bottom' : 'between',
    })),
  )
}
