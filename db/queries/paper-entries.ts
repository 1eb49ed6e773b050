import { type ReadableDatabase, statement } from '../database.ts'
import type { PaperEntry } from '../model/paper-entry.ts'

type Row = Omit<PaperEntry, 'fields' | 'spans'> & { readonly fields: string; readonly spans: string }

/** What a paper was settled from, in the order in which it came. */
export function listPaperEntries(db: ReadableDatabase, { paperId }: { paperId: number }): readonly PaperEntry[] {
  return statement<[number], Row>(
    db,
    `SELECT entries.id, sourceId, name AS file, importedAt, lineStart, lineEnd, fields, spans
     FROM entries JOIN sources ON sources.id = sourceId WHERE paperId = ? ORDER BY sourceId, lineStart, entries.id`,
  )
    .all(paperId)
    .map((row) => ({ ...row, fields: JSON.parse(row.fields), spans: JSON.parse(row.spans) }))
}

export type SourceSection = { readonly paperId: number; readonly heading: string }

/** The headings of a list, each with the paper that stands first below it. */
export function listSections(db: ReadableDatabase, { sourceId }: { sourceId: number }): readonly SourceSection[] {
  return statement<[number], SourceSection>(
    db,
    `SELECT paperId, text AS heading FROM (
       SELECT leftovers.line, text, (SELECT entries.id FROM entries
         WHERE entries.sourceId = leftovers.sourceId AND lineStart > leftovers.line ORDER BY lineStart LIMIT 1) AS entryId
       FROM leftovers WHERE sourceId = ? AND reason = 'section-heading')
     JOIN entries ON entries.id = entryId ORDER BY line`,
  ).all(sourceId)
}
