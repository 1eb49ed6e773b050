import { type ReadableDatabase, statement, type WritableDatabase } from './database.ts'
import type { Author } from './model/author.ts'
import type { PaperFields } from './model/fields.ts'
import { printSearchText, readInlineMarkup } from './model/inline-markup.ts'
import type { SettledPaper } from './model/settle-paper.ts'

export type SettledRow = {
  readonly paperId: number
  readonly settled: SettledPaper
  readonly citationKey: string
  readonly status: string
  readonly recordsDigest: string
  readonly notesDigest: string
}

/** What makes a paper the candidate of another. */
export type PaperMatches = {
  readonly paperId: number
  readonly matchKeys: readonly string[]
  readonly hashes: Uint8Array
}

const columns = [
  ...['paperId', 'citationKey', 'status', 'titleOrigin', 'andOthers', 'origins', 'recordsDigest', 'notesDigest'],
  ...['entryType', 'title', 'abstract', 'year', 'venue', 'volume', 'issue', 'pages', 'doi', 'arxivId', 'url', 'extra'],
] as const

const upsert = `INSERT INTO paperValues (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
  ON CONFLICT (paperId) DO UPDATE SET ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}`

/** Writes what may have changed of a paper whose records are the same as before. */
export function updateSettledRow(db: WritableDatabase, { paperId, citationKey, status, notesDigest }: SettledRow): void {
  statement<[string, string, string, number], never>(
    db,
    'UPDATE paperValues SET citationKey = ?, status = ?, notesDigest = ? WHERE paperId = ?',
  ).run(citationKey, status, notesDigest, paperId)
}

/** Writes all of some papers but what many more are indexed by together: their matches and words. */
export function writeSettledRows(
  db: WritableDatabase,
  papers: readonly { readonly row: SettledRow; readonly isNew: boolean }[],
): void {
  for (const { row, isNew } of papers) {
    if (isNew) continue
    removeAuthors(db, row.paperId)
    removeMatches(db, row.paperId)
  }
  const write = statement<unknown[], never>(db, upsert)
  for (const { row } of papers) {
    const values = toColumns(row)
    write.run(columns.map((name) => values[name]))
  }
  insertAuthors(
    db,
    papers.flatMap(({ row }) => row.settled.values.authors.map((author, position) => toAuthorRow(row.paperId, position, author))),
  )
}

/** A settled row as it stands in the table, without what identifies and dates it. */
export function toColumns({
  paperId,
  settled,
  citationKey,
  status,
  recordsDigest,
  notesDigest,
}: SettledRow): Record<string, unknown> {
  const { authors: _, ...values } = settled.values
  return {
    paperId,
    citationKey,
    status,
    ...values,
    titleOrigin: settled.origins.title?.kind ?? null,
    andOthers: Number(values.andOthers),
    extra: JSON.stringify(values.extra),
    origins: JSON.stringify(settled.origins),
    recordsDigest,
    notesDigest,
  }
}

/** A statement for this many authors takes half the time of one for each. */
const authorsAtOnce = 16

function insertAuthors(db: WritableDatabase, rows: readonly (readonly unknown[])[]): void {
  for (let start = 0; start < rows.length; start += authorsAtOnce) {
    const some = rows.slice(start, start + authorsAtOnce)
    const values = some.map(() => '(?, ?, ?, ?, ?)').join(', ')
    statement<unknown[], never>(db, `INSERT INTO paperAuthors (paperId, position, family, given, literal) VALUES ${values}`).run(
      some.flat(),
    )
  }
}

function toAuthorRow(paperId: number, position: number, author: Author): readonly unknown[] {
  return 'family' in author
    ? [paperId, position, author.family, author.given, null]
    : [paperId, position, null, null, author.literal]
}

/** In the order in which the tables stand: each page of them is then met once. */
export function insertMatches(db: WritableDatabase, papers: readonly PaperMatches[]): void {
  insertMatchKeys(db, papers)
  insertFingerprints(db, papers)
}

function insertMatchKeys(db: WritableDatabase, papers: readonly PaperMatches[]): void {
  const rows = papers.flatMap(({ paperId, matchKeys }) => matchKeys.map((matchKey) => ({ matchKey, paperId })))
  rows.sort((a, b) => (a.matchKey < b.matchKey ? -1 : 1))
  const insert = statement<[string, number], never>(db, 'INSERT INTO matchKeys VALUES (?, ?)')
  for (const { matchKey, paperId } of rows) insert.run(matchKey, paperId)
}

function insertFingerprints(db: WritableDatabase, papers: readonly PaperMatches[]): void {
  const insert = statement<[number, Uint8Array], never>(db, 'INSERT INTO fingerprints VALUES (?, ?)')
  for (const { paperId, hashes } of papers) if (hashes.length > 0) insert.run(paperId, hashes)
}

function removeAuthors(db: WritableDatabase, paperId: number): void {
  statement<[number], never>(db, 'DELETE FROM paperAuthors WHERE paperId = ?').run(paperId)
}

function removeMatches(db: WritableDatabase, paperId: number): void {
  statement<[number], never>(db, 'DELETE FROM matchKeys WHERE paperId = ?').run(paperId)
  statement<[number], never>(db, 'DELETE FROM fingerprints WHERE paperId = ?').run(paperId)
}

export function removeSettled(db: WritableDatabase, paperId: number): void {
  statement<[number], never>(db, 'DELETE FROM paperValues WHERE paperId = ?').run(paperId)
  removeAuthors(db, paperId)
  for (const table of ['paperSearch', 'noteSearch'])
    statement<[number], never>(db, `DELETE FROM ${table} WHERE rowid = ?`).run(paperId)
  removeMatches(db, paperId)
}

export type AuthorRow = { readonly family: string | null; readonly given: string | null; readonly literal: string | null }

export function toAuthor({ family, given, literal }: AuthorRow): Author {
  return family === null ? { literal: literal ?? '' } : { family, given }
}

export function readAuthors(db: ReadableDatabase, paperId: number): readonly Author[] {
  return statement<[number], AuthorRow>(db, 'SELECT family, given, literal FROM paperAuthors WHERE paperId = ? ORDER BY position')
    .all(paperId)
    .map(toAuthor)
}

export type SearchText = {
  readonly paperId: number
  readonly title: string
  readonly authors: string
  readonly abstract: string
  readonly venue: string
}

export function searchTextOf(paperId: number, values: PaperFields): SearchText {
  return {
    paperId,
    title: plain(values.title),
    authors: values.authors
      .map((author) => ('family' in author ? `${author.given ?? ''} ${author.family}` : author.literal))
      .join(', '),
    abstract: plain(values.abstract),
    venue: plain(values.venue),
  }
}

function plain(text: string | null): string {
  return text === null ? '' : printSearchText(readInlineMarkup(text))
}

/** Only of a new paper nothing is in the index yet. */
type Indexed<Text> = Text & { readonly isNew: boolean }

export function indexPapers(db: WritableDatabase, texts: readonly Indexed<SearchText>[]): void {
  const remove = statement<[number], never>(db, 'DELETE FROM paperSearch WHERE rowid = ?')
  for (const { paperId, isNew } of texts) if (!isNew) remove.run(paperId)
  const insert = statement<unknown[], never>(
    db,
    'INSERT INTO paperSearch (rowid, title, authors, abstract, venue) VALUES (?, ?, ?, ?, ?)',
  )
  for (const { paperId, title, authors, abstract, venue } of texts) insert.run(paperId, title, authors, abstract, venue)
}

export function indexNotes(db: WritableDatabase, notes: readonly Indexed<{ paperId: number; text: string }>[]): void {
  const remove = statement<[number], never>(db, 'DELETE FROM noteSearch WHERE rowid = ?')
  const insert = statement<[number, string], never>(db, 'INSERT INTO noteSearch (rowid, notes) VALUES (?, ?)')
  for (const { paperId, text, isNew } of notes) {
    if (!isNew) remove.run(paperId)
    if (text !== '') insert.run(paperId, text)
  }
}
