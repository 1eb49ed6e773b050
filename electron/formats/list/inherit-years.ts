/** A year alone on its line above several records heads a section: it is the year of those that have none of their own. */
import type { Draft, Leftover } from '../../../db/model/draft.ts'

/** Whatever rules or marks stand around it. */
const heading =
  /^[^\p{L}\d]*(?:(?:publications|papers|veröffentlichungen|articles|year)(?: in|:)? )?((?:19|20)\d\d)(?: ?\(\d+(?: \p{L}+)?\)| (?:publications|papers|articles))?[^\p{L}\d]*$/iu
const fewestHeadings = 2

/** Only headings that follow each other in order, the newest or the oldest first, are those of sections. */
export function inheritYears(drafts: readonly Draft[], leftovers: readonly Leftover[]): readonly Draft[] {
  const headings = leftovers.flatMap(({ line, text }) => {
    const year = heading.exec(text.trim())?.[1]
    return year === undefined ? [] : [{ line, year: Number(year) }]
  })
  const steps = headings.slice(1).map(({ year }, index) => year - (headings[index]?.year ?? 0))
  if (headings.length < fewestHeadings || !(steps.every((step) => step < 0) || steps.every((step) => step > 0))) return drafts
  let at = -1
  return drafts.map((draft) => {
    while ((headings[at + 1]?.line ?? Number.POSITIVE_INFINITY) < draft.lineStart) at++
    const section = headings[at]
    if (section === undefined || draft.fields.year !== undefined) return draft
    const { line, year } = section
    return { ...draft, fields: { ...draft.fields, year }, spans: { ...draft.spans, year: { lineStart: line, lineEnd: line } } }
  })
}
