import { type ReadableDatabase, statement, type WritableDatabase } from './database.ts'
import { AppError } from './model/app-error.ts'
import { withSuffix } from './model/citation-key.ts'
import { proposeKey } from './model/key-pattern.ts'
import type { Edit, SettledPaper } from './model/settle-paper.ts'
import type { PaperRow } from './queries/paper-records.ts'
import { readKeyPattern } from './queries/settings.ts'

/**
 * The key that a paper shows: the one the user typed, else the first that left the program (its own, or that of a paper merged
 * into it), else the proposed one; null where a new proposal is due. A proposal is made once, and again only when the author, year
 * or title that it lacked becomes known, or when its key was issued to another paper meanwhile.
 */
export function shownCitationKey(db: ReadableDatabase, paper: PaperRow, { settled, edits }: KeyInputs): string | null {
  const typed = edits.findLast(({ field }) => field === 'citationKey')
  if (typeof typed?.value === 'string') return typed.value
  return exportedKey(db, paper.id) ?? standingProposal(db, paper, settled)
}

export type KeyInputs = { readonly settled: SettledPaper; readonly edits: readonly Edit[] }

/** As `shownCitationKey`, making the proposal that is due. */
export function settleCitationKey(db: WritableDatabase, paper: PaperRow, inputs: KeyInputs): string {
  return shownCitationKey(db, paper, inputs) ?? propose(db, paper, inputs.settled)
}

function exportedKey(db: ReadableDatabase, paperId: number): string | null {
  const row = statement<[number, number, number], { citationKey: string }>(
    db,
    `SELECT citationKey FROM issuedKeys
     WHERE paperId IN (SELECT ? UNION ALL SELECT id FROM papers WHERE mergedInto = ?) AND exportedAt IS NOT NULL
     ORDER BY paperId <> ?, exportedAt, citationKey LIMIT 1`,
  ).get(paperId, paperId, paperId)
  return row?.citationKey ?? null
}

function standingProposal(db: ReadableDatabase, paper: PaperRow, settled: SettledPaper): string | null {
  const from = (paper.proposedFrom ?? '').split(' ')
  const isOutgrown = knownParts(settled).some((part) => !from.includes(part))
  return paper.proposedKey === null || isOutgrown || isTaken(db, paper.proposedKey, paper.id) ? null : paper.proposedKey
}

/** A provisional title takes no part: the key may be issued the next moment, and then stands. */
function propose(db: WritableDatabase, paper: PaperRow, settled: SettledPaper): string {
  const { authors, year, title, venue } = settled.values
  const known = knownParts(settled)
  const cited = { authors, year, title: known.includes('title') ? title : null, venue }
  const base = known.length === 0 ? 'untitled' : proposeKey(readKeyPattern(db), cited)
  const key = withSuffix(base, (candidate) => isTaken(db, candidate, paper.id))
  statement<[string, string, number], never>(db, 'UPDATE papers SET proposedKey = ?, proposedFrom = ? WHERE id = ?').run(
    key,
    known.join(' '),
    paper.id,
  )
  return key
}

function knownParts({ values, origins }: SettledPaper): readonly string[] {
  return [
    ...(values.authors.length > 0 ? ['author'] : []),
    ...(values.year === null ? [] : ['year']),
    ...(origins.title === undefined || origins.title.kind === 'provisional' ? [] : ['title']),
  ]
}

/** Whether a key belongs, issued or proposed, to another paper; keys that differ in case only are one key to BibTeX. */
function isTaken(db: ReadableDatabase, citationKey: string, paperId: number): boolean {
  if (isIssuedElsewhere(db, citationKey, paperId)) return true
  const proposed = statement<[string, number], { found: number }>(
    db,
    'SELECT 1 AS found FROM papers WHERE proposedKey = ? COLLATE NOCASE AND id <> ? LIMIT 1',
  ).get(citationKey, paperId)
  return proposed !== undefined
}

function isIssuedElsewhere(db: ReadableDatabase, citationKey: string, paperId: number): boolean {
  const issued = statement<[string, number, number], { found: number }>(
    db,
    `SELECT 1 AS found FROM issuedKeys LEFT JOIN papers ON papers.id = issuedKeys.paperId
     WHERE citationKey = ? AND issuedKeys.paperId <> ? AND papers.mergedInto IS NOT ?`,
  ).get(citationKey, paperId, paperId)
  return issued !== undefined
}

/** Notes that keys left the program; the first time of each counts. */
export function issueExportedKeys(
  db: WritableDatabase,
  { papers, at }: { papers: readonly { id: number; citationKey: string }[]; at: string },
): void {
  const issue = statement<[string, number, string], never>(
    db,
    `INSERT INTO issuedKeys (citationKey, paperId, exportedAt) VALUES (?, ?, ?)
     ON CONFLICT (citationKey) DO UPDATE SET exportedAt = excluded.exportedAt WHERE exportedAt IS NULL`,
  )
  for (const { id, citationKey } of papers) issue.run(citationKey, id, at)
}

/** Issues the key that a user types for a paper. Throws `bad-arguments` when it is the key of another one. */
export function typeCitationKey(
  db: WritableDatabase,
  { paperId, citationKey, at }: { paperId: number; citationKey: string; at: string },
): void {
  if (isTaken(db, citationKey, paperId)) {
    throw new AppError('bad-arguments', `The key ${citationKey} belongs to another paper and stays with it. Choose another key.`)
  }
  statement<[string, number, string], never>(
    db,
    `INSERT INTO issuedKeys (citationKey, paperId, typedAt) VALUES (?, ?, ?)
     ON CONFLICT (citationKey) DO UPDATE SET citationKey = excluded.citationKey, typedAt = excluded.typedAt`,
  ).run(citationKey, paperId, at)
}
