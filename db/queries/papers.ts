import { type ReadableDatabase, statement, type WritableDatabase } from '../database.ts'
import type { PaperFields } from '../model/fields.ts'
import type { Note, Paper, PaperSource, TitleOrigin } from '../model/paper.ts'
import type { Status } from '../model/status.ts'
import { type AuthorRow, toAuthor } from '../settled-rows.ts'
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

const isAsked = 'paperId IN (SELECT value FROM json_each(?))'

/** One query for this many papers takes a quarter of the time that one for each takes. */
const papersAtOnce = 500

/** The papers in the order of their ids given; ids without a settled paper are passed over. */
export function readPapers(db: ReadableDatabase, ids: readonly number[]): readonly Paper[] {
  const papers: Paper[] = []
  for (let done = 0; done < ids.length; done += papersAtOnce) papers.push(...readBatch(db, ids.slice(done, done + papersAtOnce)))
  return papers
}

function readBatch(db: ReadableDatabase, ids: readonly number[]): readonly Paper[] {
  const asked = JSON.stringify(ids)
  const values = statement<[string], ValuesRow>(
    db,
    `SELECT paperId AS id, citationKey, status, titleOrigin, andOthers, entryType, title, abstract, year, venue, volume, issue, pages, doi, arxivId, url, extra
     FROM paperValues WHERE ${isAsked}`,
  ).all(asked)
  const rows = new Map(values.map((row) => [row.id, row]))
  const parts: PaperParts = {
    authors: listAuthors(db, asked),
    tags: listTags(db, asked),
    notes: listNotes(db, asked),
    sources: listSources(db, asked),
  }
  return ids.flatMap((id) => {
    const row = rows.get(id)
    return row === undefined ? [] : [toPaper(row, parts)]
  })
}

type PaperParts = { readonly [Name in 'authors' | 'tags' | 'notes' | 'sources']: ReadonlyMap<number, Paper[Name]> }

export type KeyedPaper = Pick<Paper, 'id' | 'citationKey'>

/** These papers with their keys, in their order, without those that are gone. */
export function readKeys(db: ReadableDatabase, paperIds: readonly number[]): readonly KeyedPaper[] {
  const row = statement<[number], KeyedPaper>(db, 'SELECT paperId AS id, citationKey FROM paperValues WHERE paperId = ?')
  return paperIds.flatMap((id) => row.get(id) ?? [])
}

function toPaper(row: ValuesRow, { authors, tags, notes, sources }: PaperParts): Paper {
  return {
    id: row.id,
    citationKey: row.citationKey,
    entryType: row.entryType,
    title: row.title,
    titleOrigin: row.titleOrigin,
    authors: authors.get(row.id) ?? [],
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
    tags: tags.get(row.id) ?? [],
    notes: notes.get(row.id) ?? [],
    sources: sources.get(row.id) ?? [],
  }
}

type OfPaper<Row> = Row & { readonly paperId: number }

/** In the order of the rows, which go by paper. */
function byPaper<Row, Value>(rows: readonly OfPaper<Row>[], toValue: (row: Row) => Value): ReadonlyMap<number, readonly Value[]> {
  const found = new Map<number, Value[]>()
  for (const row of rows) {
    const values = found.get(row.paperId)
    if (values === undefined) found.set(row.paperId, [toValue(row)])
    else values.push(toValue(row))
  }
  return found
}

function listAuthors(db: ReadableDatabase, asked: string): PaperParts['authors'] {
  const rows = statement<[string], OfPaper<AuthorRow>>(
    db,
    `SELECT paperId, family, given, literal FROM paperAuthors WHERE ${isAsked} ORDER BY paperId, position`,
  ).all(asked)
  return byPaper(rows, toAuthor)
}

function listTags(db: ReadableDatabase, asked: string): PaperParts['tags'] {
  const rows = statement<[string], OfPaper<{ name: string }>>(
    db,
    `SELECT paperId, name FROM paperTags JOIN tags ON tags.id = tagId WHERE ${isAsked} ORDER BY paperId, name`,
  ).all(asked)
  return byPaper(rows, ({ name }) => name)
}

function listNotes(db: ReadableDatabase, asked: string): PaperParts['notes'] {
  const rows = statement<[string], OfPaper<Note>>(
    db,
    `SELECT paperId, id, text FROM notes WHERE ${isAsked} ORDER BY paperId, id`,
  ).all(asked)
  return byPaper(rows, ({ id, text }) => ({ id, text }))
}

export function listNotesOf(db: ReadableDatabase, paperId: number): readonly Note[] {
  return listNotes(db, JSON.stringify([paperId])).get(paperId) ?? []
}

function listSources(db: ReadableDatabase, asked: string): PaperParts['sources'] {
  const rows = statement<[string], OfPaper<PaperSource>>(
    db,
    `SELECT paperId, name AS file, lineStart, lineEnd FROM entries JOIN sources ON sources.id = sourceId
     WHERE ${isAsked} AND removedAt IS NULL ORDER BY paperId, sourceId, lineStart`,
  ).all(asked)
  return byPaper(rows, ({ file, lineStart, lineEnd }) => ({ file, lineStart, lineEnd }))
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
