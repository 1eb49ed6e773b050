import type { CarriedReading, Draft, Mark } from '../../../db/model/draft.ts'
import type { EntryFields, FieldName } from '../../../db/model/fields.ts'
import type { ListLine } from './list-line.ts'

/** Fields with the lines that say them. */
export type SaidFields = { readonly fields: EntryFields; readonly lines: readonly ListLine[]; readonly isCertain?: boolean }

/** An entry that covers `lines`; where a field is said twice, the first counts. */
export function buildDraft(lines: readonly ListLine[], said: readonly SaidFields[], reading?: CarriedReading): Draft {
  const fields: { [Name in FieldName]?: unknown } = {}
  const spans: { [Name in FieldName]?: Draft['spans'][Name] } = {}
  for (const { fields: some, lines: from } of said) {
    for (const [name, value] of Object.entries(some) as [FieldName, unknown][]) {
      if (Object.hasOwn(fields, name) || value === undefined) continue
      fields[name] = value
      spans[name] = rangeOf(from)
    }
  }
  const marks: Mark[] = lines.some((line) => line.isRepaired) ? ['repaired-text'] : []
  if (said.some(({ isCertain }) => isCertain === false)) marks.push('uncertain-authors')
  return { ...rangeOf(lines), fields: fields as EntryFields, spans, marks, ...(reading === undefined ? {} : { reading }) }
}

export function rangeOf(lines: readonly ListLine[]): { readonly lineStart: number; readonly lineEnd: number } {
  return { lineStart: lines.at(0)?.number ?? 0, lineEnd: lines.at(-1)?.number ?? 0 }
}
