import { type ReadableDatabase, statement, type WritableDatabase } from '../database.ts'
import type { PaperFields } from '../model/fields.ts'
import type { Note, Paper, PaperSource, TitleOrigin } from '../model/paper.ts'
import type { Status } from '../model/status.ts'
import { readAuthors } from '../settled-rows.ts'
import { findPapers, type PaperSearch } from './find-papers.ts'

type ValuesRow = Omit<PaperFields, 'authors' | 'andOthers' | 'extra'> & {
  readonly id: number
  readonly citationKey: string
  readonly status: Status
  readonly titleOrigin: TitleOrigin | null
  readonly andOthers: number
  readonly extra: string
}

export function listPapers(db: ReadableDatabase, search: PaperSearch): readonly Paper[] {
  return readPapers(db, findPapers(db, search))
}

/** The papers in the order of their ids given; ids without a settled paper are passed over. */
export function readPapers(db: ReadableDatabase, ids: readonly number[]): readonly Paper[] {
  const row = statement<[number], ValuesRow>(
    db,
    `SELECT paperId AS id, citationKey, status, titleOrigin, andOthers, entryType, title, abstract, year, venue, volume, issue, pages, doi, arxivId, url, extra
     FROM paperValues WHERE paperId = ?`,
  )
  return ids.flatMap((id) => row.get(id) ?? []).map((values) => toPaper(db, values))
}

export type KeyedPaper = Pick<Paper, 'id' | 'citationKey'>

/** These papers with their keys, in their order, without those that are gone. */
export function readKeys(db: ReadableDatabase, paperIds: readonly number[]): readonly KeyedPaper[] {
  const row = statement<[number], KeyedPaper>(db, 'SELECT paperId AS id, citationKey FROM paperValues WHERE paperId = ?')
  return paperIds.flatMap((id) => row.get(id) ?? [])
}

function toPaper(db: ReadableDatabase, row: ValuesRow): Paper {
  return {
    id: row.id,
    citationKey: row.citationKey,
    entryType: row.entryType,
    title: row.title,
    titleOrigin: row.titleOrigin,
    authors: readAuthors(db, row.id),
    andOthers: row.andOthers === 1,
    abstract: row.abstract,
    year: row.year,
    venue: row.venue,
    volume: row.volume,
    issue: row.issue,
    pages: row.pages,
    doi: row.doi,
    arxivId: row.arxivId,
    url: row.url,
    extra: JSON.parse(row.extra),
    status: row.status,
    tags: listTagsOf(db, row.id),
    notes: listNotesOf(db, row.id),
    sources: listSourcesOf(db, row.id),
  }
}

function listTagsOf(db: ReadableDatabase, paperId: number): readonly string[] {
  return statement<[number], { name: string }>(
    db,
    'SELECT name FROM paperTags JOIN tags ON tags.id = tagId WHERE paperId = ? ORDER BY name',
  )
    .all(paperId)
    .map(({ name }) => name)
}

export function listNotesOf(db: ReadableDatabase, paperId: number): readonly Note[] {
  return statement<[number], Note>(db, 'SELECT id, text FROM notes WHERE paperId = ? ORDER BY id').all(paperId)
}

function listSourcesOf(db: ReadableDatabase, paperId: number): readonly PaperSource[] {
  return statement<[number], PaperSource>(
    db,
    `SELECT name AS file, lineStart, lineEnd FROM entries JOIN sources ON sources.id = sourceId
     WHERE paperId = ? AND removedAt IS NULL ORDER BY sourceId, lineStart`,
  ).all(paperId)
}

export function createPaper(db: WritableDatabase, { at }: { at: string }): number {
  return Number(statement<[string], never>(db, 'INSERT INTO papers (addedAt) VALUES (?)').run(at).lastInsertRowid)
}

export function trashPapers(db: WritableDatabase, { paperIds, at }: { paperIds: readonly number[]; at: string | null }): void {
  const update = statement<[string | null, number, string | null], never>(
    db,
    'UPDATE papers SET trashedAt = ? WHERE id = ? AND (trashedAt IS NULL) <> (? IS NULL)',
  )
  for (const id of paperIds) update.run(at, id, at)
}

/** A paper for which nothing stands any more, and what was merged into it. Its keys stay taken. */
export function removePaper(db: WritableDatabase, paperId: number): void {
  statement<{ paperId: number }, never>(
    db,
    `DELETE FROM possibleDuplicates
     WHERE EXISTS (SELECT 1 FROM papers WHERE papers.id IN (paperId, otherPaperId) AND :paperId IN (papers.id, mergedInto))`,
  ).run({ paperId })
  statement<[number], never>(db, 'DELETE FROM papers WHERE mergedInto = ?').run(paperId)
  statement<[number], never>(db, 'DELETE FROM papers WHERE id = ?').run(paperId)
}

const userTables = ['edits', 'paperTags', 'notes', 'highlights', 'statusEvents'] as const

/** Whether the user has edited, tagged, noted, highlighted or given a status to the paper. */
export function hasUserThings(db: ReadableDatabase, paperId: number): boolean {
  const checks = userTables.map((table) => `EXISTS (SELECT 1 FROM ${table} WHERE paperId = :paperId)`)
  return (
    statement<{ paperId: number }, { found: number }>(db, `SELECT ${checks.join(' OR ')} AS found`).get({ paperId })?.found === 1
  )
}

export type PossibleDuplicate = { readonly paperId: number; readonly otherPaperId: number; readonly evidence: string }

export function markPossibleDuplicate(db: WritableDatabase, { paperId, otherPaperId, evidence }: PossibleDuplicate): void {
  const [low, high] = [paperId, otherPaperId].sort((a, b) => a - b)
  statement<unknown[], never>(
    db,
    'INSERT INTO possibleDuplicates (paperId, otherPaperId, evidence) SELECT ?, ?, ? WHERE ? <> ? ON CONFLICT DO NOTHING',
  ).run(low, high, evidence, paperId, otherPaperId)
}
