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

type Matches = { readonly matchKeys: readonly string[]; readonly hashes: readonly number[] }

const columns = [
  ...['paperId', 'citationKey', 'status', 'titleOrigin', 'andOthers', 'origins', 'recordsDigest', 'notesDigest'],
  ...['entryType', 'title', 'abstract', 'year', 'venue', 'volume', 'issue', 'pages', 'doi', 'arxivId', 'url', 'extra'],
] as const

const upsert = `INSERT INTO paperValues (${columns.join(', ')}) VALUES (${columns.map((name) => `:${name}`).join(', ')})
  ON CONFLICT (paperId) DO UPDATE SET ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}`

/** Writes what changed of a paper; `matches` is null where the records it comes from are the same as before. */
export function writeSettledRow(db: WritableDatabase, row: SettledRow, matches: Matches | null): void {
  if (matches === null) {
    statement<[string, string, string, number], never>(
      db,
      'UPDATE paperValues SET citationKey = ?, status = ?, notesDigest = ? WHERE paperId = ?',
    ).run(row.citationKey, row.status, row.notesDigest, row.paperId)
    return
  }
  statement<Record<string, unknown>, never>(db, upsert).run(toColumns(row))
  writeAuthors(db, row.paperId, row.settled.values.authors)
  writeMatches(db, row.paperId, matches)
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

function writeAuthors(db: WritableDatabase, paperId: number, authors: readonly Author[]): void {
  statement<[number], never>(db, 'DELETE FROM paperAuthors WHERE paperId = ?').run(paperId)
  const insert = statement<unknown[], never>(
    db,
    'INSERT INTO paperAuthors (paperId, position, family, given, literal) VALUES (?, ?, ?, ?, ?)',
  )
  for (const [position, author] of authors.entries()) {
    if ('family' in author) insert.run(paperId, position, author.family, author.given, null)
    else insert.run(paperId, position, null, null, author.literal)
  }
}

function writeMatches(db: WritableDatabase, paperId: number, { matchKeys, hashes }: Matches): void {
  removeMatches(db, paperId)
  const insertKey = statement<[string, number], never>(db, 'INSERT INTO matchKeys VALUES (?, ?)')
  for (const matchKey of matchKeys) insertKey.run(matchKey, paperId)
  const insertHash = statement<[number, number], never>(db, 'INSERT INTO fingerprints VALUES (?, ?)')
  for (const hash of hashes) insertHash.run(hash, paperId)
}

function removeMatches(db: WritableDatabase, paperId: number): void {
  statement<[number], never>(db, 'DELETE FROM matchKeys WHERE paperId = ?').run(paperId)
  statement<[number], never>(db, 'DELETE FROM fingerprints WHERE paperId = ?').run(paperId)
}

export function removeSettled(db: WritableDatabase, paperId: number): void {
  for (const table of ['paperValues', 'paperAuthors'])
    statement<[number], never>(db, `DELETE FROM ${table} WHERE paperId = ?`).run(paperId)
  for (const table of ['paperSearch', 'noteSearch'])
    statement<[number], never>(db, `DELETE FROM ${table} WHERE rowid = ?`).run(paperId)
  removeMatches(db, paperId)
}

export function readAuthors(db: ReadableDatabase, paperId: number): readonly Author[] {
  const rows = statement<[number], { family: string | null; given: string | null; literal: string | null }>(
    db,
    'SELECT family, given, literal FROM paperAuthors WHERE paperId = ? ORDER BY position',
  ).all(paperId)
  return rows.map(({ family, given, literal }) => (family === null ? { literal: literal ?? '' } : { family, given }))
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

export function indexPapers(db: WritableDatabase, texts: readonly SearchText[]): void {
  const remove = statement<[number], never>(db, 'DELETE FROM paperSearch WHERE rowid = ?')
  for (const { paperId } of texts) remove.run(paperId)
  const insert = statement<SearchText, never>(
    db,
    'INSERT INTO paperSearch (rowid, title, authors, abstract, venue) VALUES (:paperId, :title, :authors, :abstract, :venue)',
  )
  for (const text of texts) insert.run(text)
}

export function indexNotes(db: WritableDatabase, notes: readonly { paperId: number; text: string }[]): void {
  const remove = statement<[number], never>(db, 'DELETE FROM noteSearch WHERE rowid = ?')
  const insert = statement<[number, string], never>(db, 'INSERT INTO noteSearch (rowid, notes) VALUES (?, ?)')
  for (const { paperId, text } of notes) {
    remove.run(paperId)
    if (text !== '') insert.run(paperId, text)
  }
}
