import { type ReadableDatabase, statement } from '../database.ts'
import type { Draft } from '../model/draft.ts'

export type Corrections = {
  readonly drafts: readonly Draft[]
  /** Lines that a person left out. */
  readonly excluded: readonly number[]
}

type Row = {
  readonly lineStart: number
  readonly lineEnd: number
  readonly fields: string
  readonly spans: string
  readonly marks: string
}

/** What a person corrected in the review of a source. */
export function readCorrections(db: ReadableDatabase, sourceId: number): Corrections {
  const rows = statement<[number], Row>(
    db,
    `SELECT lineStart, lineEnd, fields, spans, marks FROM entries WHERE sourceId = ? AND instr(marks, '"corrected"') > 0 ORDER BY lineStart`,
  ).all(sourceId)
  const lines = statement<[number], { line: number }>(
    db,
    `SELECT line FROM leftovers WHERE sourceId = ? AND reason = 'excluded' ORDER BY line`,
  ).all(sourceId)
  return {
    drafts: rows.map(({ lineStart, lineEnd, fields, spans, marks }) => ({
      lineStart,
      lineEnd,
      fields: JSON.parse(fields),
      spans: JSON.parse(spans),
      marks: JSON.parse(marks),
    })),
    excluded: lines.map(({ line }) => line),
  }
}
