import type { CarriedReading, Draft, Mark } from '../../../db/model/draft.ts'
import type { EntryFields, FieldName } from '../../../db/model/fields.ts'
import type { ListLine } from './list-line.ts'

/** Fields with the lines that say them. */
export type SaidFields = { readonly fields: EntryFields; readonly lines: readonly ListLine[]; readonly isCertain?: boolean }

type FieldsWithSpans = Pick<Draft, 'fields' | 'spans'>

/** An entry that covers `lines`; where a field is said twice, the first counts. */
export function buildDraft(lines: readonly ListLine[], said: readonly SaidFields[], reading?: CarriedReading): Draft {
  const { fields, spans } = said.reduce(addSaid, { fields: {}, spans: {} })
  const marks: Mark[] = lines.some((line) => line.isRepaired) ? ['repaired-text'] : []
  if (said.some(({ isCertain }) => isCertain === false)) marks.push('uncertain-authors')
  return { ...rangeOf(lines), fields, spans, marks, ...(reading === undefined ? {} : { reading }) }
}

/** The fields that are news, and where they stand. */
export function addSaid<Known extends FieldsWithSpans>(
  known: Known,
  { fields: some, lines: from }: Omit<SaidFields, 'isCertain'>,
): Known {
  const fields: { [Name in FieldName]?: unknown } = { ...known.fields }
  const spans: { -readonly [Name in keyof Draft['spans']]: Draft['spans'][Name] } = { ...known.spans }
  const range = rangeOf(from)
  for (const [name, value] of Object.entries(some) as [FieldName, unknown][]) {
    if (name === 'extra' || Object.hasOwn(fields, name) || value === undefined) continue
    fields[name] = value
    spans[name] = range
  }
  const extra = Object.entries(some.extra ?? {}).filter(([name]) => !Object.hasOwn(known.fields.extra ?? {}, name))
  for (const [name] of extra) spans[`extra.${name}`] = range
  if (extra.length > 0) fields.extra = { ...known.fields.extra, ...Object.fromEntries(extra) }
  return { ...known, fields: fields as EntryFields, spans }
}

export function rangeOf(lines: readonly ListLine[]): { readonly lineStart: number; readonly lineEnd: number } {
  return { lineStart: lines.at(0)?.number ?? 0, lineEnd: lines.at(-1)?.number ?? 0 }
}
