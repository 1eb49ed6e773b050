/**
 * `Goffman, E. (1959). The presentation of self in everyday life. Doubleday.`: in a list whose articles have a volume or pages, what ends a
 * reference without either is its publisher, which may be any name.
 */
import type { Draft } from '../../../db/model/draft.ts'
import type { ListLine } from './list-line.ts'

const series =
  /\b(?:proc|conf|journal|trans|review|symposium|workshop|meeting|congress|arxiv|corr|preprint|lecture|annals|magazine|letters|bulletin|zeitschrift|revue|revista|rivista)/iu
const acronym = /\p{Lu}\p{L}*\p{Lu}/u

export function withoutImprints(drafts: readonly Draft[], lines: readonly ListLine[]): readonly Draft[] {
  const numbered = new Set(drafts.flatMap(({ fields }) => (hasNumbers(fields) && fields.venue !== undefined ? [fields.venue] : [])))
  if (numbered.size === 0) return drafts
  const texts = new Map(lines.map(({ number, text }) => [number, text]))
  return drafts.map((draft) => {
    const { venue, ...fields } = draft.fields
    if (venue === undefined || numbered.has(venue) || hasNumbers(fields) || series.test(venue) || acronym.test(venue)) return draft
    const text = texts.get(draft.lineEnd) ?? ''
    const isLast = fields.year !== undefined && text.replace(/\.$/, '').endsWith(`. ${venue}`)
    if (!isLast) return draft
    const { venue: _, ...spans } = draft.spans
    return { ...draft, fields, spans }
  })
}

function hasNumbers({ volume, issue, pages }: Draft['fields']): boolean {
  return (volume ?? issue ?? pages) !== undefined
}
