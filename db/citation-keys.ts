import { type ReadableDatabase, statement, type WritableDatabase } from './database.ts'
import { AppError } from './model/app-error.ts'
import { withSuffix } from './model/citation-key.ts'
import { proposeKey } from './model/key-pattern.ts'
import type { Edit, SettledPaper } from './model/settle-paper.ts'
import type { PaperRow } from './queries/paper-records.ts'
import { readKeyPattern } from './queries/settings.ts'

/**
 * The key that a paper shows: the one the user typed, else the first that left the program (its own, or that of a paper merged
 * into it), else the first that came in with a bibliography, else the proposed one; null where a new proposal is due. A proposal is made once, and again only when the author, year
 * or title that it lacked becomes known, or when its key was issued to another paper meanwhile.
 */
export function shownCitationKey(db: ReadableDatabase, paper: PaperRow, { settled, edits }: KeyInputs): string | null {
  const typed = edits.findLast(({ field }) => field === 'citationKey')
  if (typeof typed?.value === 'string') return typed.value
  return issuedKey(db, paper.id) ?? standingProposal(db, paper, settled)
}

export type KeyInputs = { readonly settled: SettledPaper; readonly edits: readonly Edit[] }

/** As `shownCitationKey`, making the proposal that is due. */
export function settleCitationKey(db: WritableDatabase, paper: PaperRow, inputs: KeyInputs): string {
  return shownCitationKey(db, paper, inputs) ?? propose(db, paper, inputs.settled)
}

/** A row of neither time is a key that came in: documents cite it, though this program never gave it out. */
function issuedKey(db: ReadableDatabase, paperId: number): string | null {
  const row = statement<[number, number, number], { citationKey: string }>(
    db,
    `SELECT citationKey FROM issuedKeys
     WHERE paperId IN (SELECT ? UNION ALL SELECT id FROM papers WHERE mergedInto = ?) AND (exportedAt IS NOT NULL OR typedAt IS NULL)
     ORDER BY paperId <> ?, exportedAt IS NULL, exportedAt, iif(exportedAt IS NULL, rowid, 0), citationKey LIMIT 1`,
  ).get(paperId, paperId, paperId)
  return row?.citationKey ?? null
}

/** Whether documents may cite the paper by a key that left the program or came in with a bibliography. */
export function hasIssuedKey(db: ReadableDatabase, paperId: number): boolean {
  return issuedKey(db, paperId) !== null
}

function standingProposal(db: ReadableDatabase, paper: PaperRow, settled: SettledPaper): string | null {
  const from = (paper.proposedFrom ?? '').split(' ')
  const isOutgrown = knownParts(settled).some((part) => !from.includes(part))
  return paper.proposedKey === null || isOutgrown || isKeyTaken(db, paper.proposedKey, paper.id) ? null : paper.proposedKey
}

/** A provisional title takes no part: the key may be issued the next moment, and then stands. */
function propose(db: WritableDatabase, paper: PaperRow, settled: SettledPaper): string {
  const { authors, year, title, venue } = settled.values
  const known = knownParts(settled)
  const cited = { authors, year, title: known.includes('title') ? title : null, venue }
  const base = known.length === 0 ? 'untitled' : proposeKey(readKeyPattern(db), cited)
  const key = withSuffix(base, (candidate) => isKeyTaken(db, candidate, paper.id))
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
export function isKeyTaken(db: ReadableDatabase, citationKey: string, paperId: number): boolean {
  if (isIssuedElsewhere(db, citationKey, paperId)) return true
  const proposed = statement<[string, number], { found: number }>(
    db,
    'SELECT 1 AS found FROM papers WHERE proposedKey = ? COLLATE NOCASE AND id <> ? LIMIT 1',
  ).get(citationKey, paperId)
  return proposed !== undefined
}

/** A key that only came in is free again when its paper is gone: the import was undone, and may be made once more. */
function isIssuedElsewhere(db: ReadableDatabase, citationKey: string, paperId: number): boolean {
  const issued = statement<[string, number, number], { found: number }>(
    db,
    `SELECT 1 AS found FROM issuedKeys WHERE citationKey = ? AND paperId <> ?
       AND NOT EXISTS (SELECT 1 FROM papers WHERE papers.id = issuedKeys.paperId AND mergedInto = ?)
       AND (typedAt IS NOT NULL OR exportedAt IS NOT NULL OR EXISTS (SELECT 1 FROM papers WHERE papers.id = issuedKeys.paperId))`,
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
     ON CONFLICT (citationKey) DO UPDATE SET exportedAt = excluded.exportedAt, paperId = iif(typedAt IS NULL, excluded.paperId, paperId)
     WHERE exportedAt IS NULL`,
  )
  for (const { id, citationKey } of papers) issue.run(citationKey, id, at)
}

/** Those of the papers whose keys never left the program. */
export function withoutExportedKey<Cited extends { readonly citationKey: string }>(
  db: ReadableDatabase,
  papers: readonly Cited[],
): readonly Cited[] {
  const exported = statement<[string], { found: number }>(
    db,
    'SELECT 1 AS found FROM issuedKeys WHERE citationKey = ? AND exportedAt IS NOT NULL',
  )
  return papers.filter(({ citationKey }) => exported.get(citationKey) === undefined)
}

/** Issues the key that a paper has in an imported bibliography, with a suffix where it is that of another paper. */
export function issueImportedKey(db: WritableDatabase, { paperId, citationKey }: { paperId: number; citationKey: string }): void {
  const key = withSuffix(citationKey, (candidate) => isKeyTaken(db, candidate, paperId))
  statement<[string, number], never>(
    db,
    `INSERT INTO issuedKeys (citationKey, paperId) VALUES (?, ?)
     ON CONFLICT (citationKey) DO UPDATE SET paperId = excluded.paperId WHERE typedAt IS NULL AND exportedAt IS NULL`,
  ).run(key, paperId)
}

/** Issues the key that a user types for a paper. Throws `bad-arguments` when it is the key of another one. */
export function typeCitationKey(
  db: WritableDatabase,
  { paperId, citationKey, at }: { paperId: number; citationKey: string; at: string },
): void {
  if (isKeyTaken(db, citationKey, paperId)) {
    throw new AppError('bad-arguments', `The key ${citationKey} belongs to another paper and stays with it. Choose another key.`)
  }
  statement<[string, number, string], never>(
    db,
    `INSERT INTO issuedKeys (citationKey, paperId, typedAt) VALUES (?, ?, ?)
     ON CONFLICT (citationKey) DO UPDATE SET citationKey = excluded.citationKey, typedAt = excluded.typedAt,
       paperId = iif(typedAt IS NULL AND exportedAt IS NULL, excluded.paperId, paperId)`,
  ).run(citationKey, paperId, at)
}
