/** `… 60, 2004. [2] K. He, X. Zhang. Deep …`: a section of references that was copied as one text is parted where its numbers count on. */
import type { ListLine } from './list-line.ts'

const marker = /\[(\d{1,3})\] (?=["“‘\p{Lu}])/gu
const fewest = 3

export function splitRunOnReferences(lines: readonly ListLine[]): readonly ListLine[] {
  if (!lines.some(({ text }) => text.indexOf('[2] ') > 0) && !lines.some(({ text }) => text.indexOf('[3] ') > 0)) return lines
  let next = 1
  const places = lines.map(({ text }) =>
    [...text.matchAll(marker)].flatMap((match) => {
      if (Number(match[1]) !== next) return []
      next++
      return [match.index]
    }),
  )
  const inside = places.flat().filter((place) => place > 0).length
  if (next - 1 < fewest || inside * 2 < next - 1) return lines
  return lines.flatMap((line, index) => {
    const cuts = [0, ...(places[index] ?? []).filter((place) => place > 0)]
    return cuts.map((from, at) => ({ ...line, text: line.text.slice(from, cuts[at + 1]).trim(), gap: at === 0 ? line.gap : 0 }))
  })
}
