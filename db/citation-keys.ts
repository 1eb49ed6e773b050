import { type ReadableDatabase, statement, type WritableDatabase } from './database.ts'
import { AppError } from './model/app-error.ts'
import { foldKey, withSuffix } from './model/citation-key.ts'
import { type KeyPattern, proposeKey } from './model/key-pattern.ts'
import type { Edit, SettledPaper } from './model/settle-paper.ts'
import type { PaperRow } from './queries/paper-records.ts'
import { readKeyPattern } from './queries/settings.ts'

/**
 * The key that a paper shows: the one the user typed, else the first that left the program or came in with a bibliography (its own,
 * or that of a paper merged into it), else the proposed one; null where a new proposal is due. A proposal is made once, and again
 * only when the author, year or title that it lacked becomes known, or when its key was issued to another paper meanwhile.
 */
export function shownCitationKey(db: ReadableDatabase, paper: PaperRow, { settled, edits, givenKey }: KeyInputs): string | null {
  const typed = edits.findLast(({ field }) => field === 'citationKey')
  if (typeof typed?.value === 'string') return typed.value
  return givenKey?.citationKey ?? standingProposal(db, paper, settled)
}

export type KeyInputs = {
  readonly settled: SettledPaper
  readonly edits: readonly Edit[]
  readonly givenKey: GivenKey | undefined
}

/**
 * As `shownCitationKey` for each of many papers, in their order, making the proposals that are due. These are written together, in a
 * third of the time, but where a paper's earlier proposal becomes free for those that follow.
 */
export function settleCitationKeys(
  db: WritableDatabase,
  papers: readonly (KeyInputs & { readonly paper: PaperRow })[],
): readonly string[] {
  const pattern = readKeyPattern(db)
  const due: Proposal[] = []
  const proposed = new Set<string>()
  const write = () => {
    setProposals(db, due.splice(0))
    proposed.clear()
  }
  const keys = papers.map(({ paper, ...inputs }) => {
    const shown = shownCitationKey(db, paper, inputs)
    if (shown !== null) return shown
    const isTaken = (candidate: string) => proposed.has(candidate) || isKeyReserved(db, candidate, paper.id)
    const citationKey = withSuffix(baseOfKey(pattern, inputs.settled), isTaken)
    due.push({ paperId: paper.id, citationKey, known: knownParts(inputs.settled) })
    proposed.add(foldKey(citationKey))
    if (paper.proposedKey !== null) write()
    return citationKey
  })
  write()
  return keys
}

/** A key by which documents may know a paper, and the paper it was given to: that one, or one merged into it. */
export type GivenKey = { readonly citationKey: string; readonly paperId: number }

/** The first that a paper was given, its own before those of papers merged into it. */
export function findGivenKey(db: ReadableDatabase, paperId: number): GivenKey | undefined {
  return statement<{ paperId: number }, GivenKey>(
    db,
    `SELECT citationKey, paperId FROM givenKeys WHERE paperId IN (SELECT :paperId UNION ALL SELECT id FROM papers WHERE mergedInto = :paperId)
     ORDER BY paperId <> :paperId, givenAt, citationKey LIMIT 1`,
  ).get({ paperId })
}

/** The same for each of many papers that has any, at a fifth of the cost a paper. */
export function readGivenKeys(db: ReadableDatabase, paperIds: readonly number[]): ReadonlyMap<number, GivenKey> {
  const rows = statement<[string], GivenKey & { readonly shownBy: number }>(
    db,
    `WITH asked AS (SELECT value AS id FROM json_each(?))
     SELECT citationKey, paperId, iif(paperId IN asked, paperId, (SELECT mergedInto FROM papers WHERE id = paperId)) AS shownBy
     FROM givenKeys WHERE paperId IN (SELECT id FROM asked UNION ALL SELECT id FROM papers WHERE mergedInto IN asked)
     ORDER BY paperId <> shownBy, givenAt, citationKey`,
  ).all(JSON.stringify(paperIds))
  return new Map(rows.toReversed().map(({ shownBy, ...given }) => [shownBy, given]))
}

/** Whether documents may cite the paper by a key that left the program or came in with a bibliography. */
export function hasIssuedKey(db: ReadableDatabase, paperId: number): boolean {
  return findGivenKey(db, paperId) !== undefined
}

function standingProposal(db: ReadableDatabase, paper: PaperRow, settled: SettledPaper): string | null {
  if (paper.proposedKey === null) return null
  const from = (paper.proposedFrom ?? '').split(' ')
  const isOutgrown = knownParts(settled).some((part) => !from.includes(part))
  return isOutgrown || isKeyTaken(db, paper.proposedKey, paper.id) ? null : paper.proposedKey
}

export type Proposal = { readonly paperId: number; readonly citationKey: string; readonly known: readonly string[] }

export function setProposals(db: WritableDatabase, proposals: readonly Proposal[]): void {
  if (proposals.length === 0) return
  statement<[string], never>(
    db,
    `UPDATE papers SET proposedKey = due.citationKey, proposedFrom = due.known
     FROM (SELECT value ->> 0 AS paperId, value ->> 1 AS citationKey, value ->> 2 AS known FROM json_each(?)) AS due
     WHERE papers.id = due.paperId`,
  ).run(JSON.stringify(proposals.map(({ paperId, citationKey, known }) => [paperId, citationKey, known.join(' ')])))
}

/**
 * The key by the pattern, without the letter that may be due behind it. A provisional title takes no part: the key may be issued the
 * next moment, and then stands.
 */
export function baseOfKey(pattern: KeyPattern, settled: SettledPaper): string {
  const { authors, year, title, venue } = settled.values
  const known = knownParts(settled)
  if (known.length === 0) return 'untitled'
  return proposeKey(pattern, { authors, year, title: known.includes('title') ? title : null, venue })
}

export function knownParts({ values, origins }: SettledPaper): readonly string[] {
  return [
    ...(values.authors.length > 0 ? ['author'] : []),
    ...(values.year === null ? [] : ['year']),
    ...(origins.title === undefined || origins.title.kind === 'provisional' ? [] : ['title']),
  ]
}

/**
 * Whether a key belongs, issued, imported or proposed, to another paper; keys that differ in case only are one key to BibTeX. One
 * that came in with a bibliography whose paper is gone may come in again.
 */
export function isKeyTaken(db: ReadableDatabase, citationKey: string, paperId: number): boolean {
  return holds(db, isTakenSql, { citationKey, paperId })
}

/** As above, but a key is not given to another paper even while the one it came in with is gone. */
export function isKeyReserved(db: ReadableDatabase, citationKey: string, paperId: number): boolean {
  return holds(db, isReservedSql, { citationKey, paperId })
}

/** Whether documents may know another paper by the key, be it there or gone. */
export function isKeyKnownElsewhere(db: ReadableDatabase, citationKey: string, paperId: number): boolean {
  return holds(db, isKnownSql, { citationKey, paperId })
}

const isGivenElsewhere = `EXISTS (
  SELECT 1 FROM (
    SELECT paperId AS ownerId FROM issuedKeys WHERE citationKey = :citationKey
    UNION ALL SELECT paperId FROM importedKeys WHERE citationKey = :citationKey AND paperId IN (SELECT id FROM papers))
  WHERE ownerId <> :paperId AND (SELECT mergedInto FROM papers WHERE id = ownerId) IS NOT :paperId)`

const cameWithOneThatIsGone =
  'EXISTS (SELECT 1 FROM importedKeys WHERE citationKey = :citationKey AND paperId NOT IN (SELECT id FROM papers))'

const isProposedElsewhere = 'EXISTS (SELECT 1 FROM papers WHERE proposedKey = :citationKey COLLATE NOCASE AND id <> :paperId)'

/** One statement for all that is asked: an import asks for each of its papers. */
const isKnownSql = `SELECT ${isGivenElsewhere} OR ${cameWithOneThatIsGone} AS holds`
const isTakenSql = `SELECT ${isGivenElsewhere} OR ${isProposedElsewhere} AS holds`
const isReservedSql = `SELECT ${isGivenElsewhere} OR ${cameWithOneThatIsGone} OR ${isProposedElsewhere} AS holds`

function holds(db: ReadableDatabase, sql: string, asked: { citationKey: string; paperId: number }): boolean {
  return statement<typeof asked, { holds: number }>(db, sql).get(asked)?.holds === 1
}

export function listProposers(db: ReadableDatabase, citationKey: string): readonly number[] {
  return statement<[string], { id: number }>(db, 'SELECT id FROM papers WHERE proposedKey = ? COLLATE NOCASE LIMIT 2')
    .all(citationKey)
    .map(({ id }) => id)
}

/**
 * Whose a key becomes that is given to a paper: where it shows that of a paper merged into it, this one's, so that it stands behind
 * the key that is shown already and goes with it when they are taken apart.
 */
function ownerOf(db: ReadableDatabase, { citationKey, paperId }: GivenKey): number {
  const imported = statement<[string], { paperId: number }>(db, 'SELECT paperId FROM importedKeys WHERE citationKey = ?').get(
    citationKey,
  )
  return (imported ?? findGivenKey(db, paperId))?.paperId ?? paperId
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
  for (const { id, citationKey } of papers) issue.run(citationKey, ownerOf(db, { citationKey, paperId: id }), at)
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

/** Keeps the key that a paper has in an imported bibliography, with a suffix where it is that of another paper. */
export function issueImportedKey(
  db: WritableDatabase,
  { paperId, citationKey, at }: { paperId: number; citationKey: string; at: string },
): void {
  const key = withSuffix(citationKey, (candidate) => isKeyTaken(db, candidate, paperId))
  keepImportedKey(db, { paperId, citationKey: key, at })
}

/** A further key of the paper, unless it is another one's. The key that comes first is shown, and this one comes a moment later. */
export function issueImportedAlias(
  db: WritableDatabase,
  { paperId, citationKey, at }: { paperId: number; citationKey: string; at: string },
): void {
  if (isKeyTaken(db, citationKey, paperId)) return
  keepImportedKey(db, { paperId, citationKey, at: new Date(Date.parse(at) + 1).toISOString() })
}

function keepImportedKey(
  db: WritableDatabase,
  { paperId, citationKey, at }: { paperId: number; citationKey: string; at: string },
): void {
  statement<[string, number, string], never>(
    db,
    `INSERT INTO importedKeys (citationKey, paperId, importedAt) VALUES (?, ?, ?)
     ON CONFLICT (citationKey) DO UPDATE SET paperId = excluded.paperId, importedAt = excluded.importedAt
     WHERE paperId NOT IN (SELECT id FROM papers)`,
  ).run(citationKey, findGivenKey(db, paperId)?.paperId ?? paperId, at)
}

/** Issues the key that a user chooses for a paper. Throws `bad-arguments` when it is the key of another one. */
export function typeCitationKey(
  db: WritableDatabase,
  { paperId, citationKey, at }: { paperId: number; citationKey: string; at: string },
): void {
  if (isKeyReserved(db, citationKey, paperId)) {
    throw new AppError('bad-arguments', `The key ${citationKey} belongs to another paper and stays with it. Choose another key.`)
  }
  statement<[string, number, string], never>(
    db,
    `INSERT INTO issuedKeys (citationKey, paperId, typedAt) VALUES (?, ?, ?)
     ON CONFLICT (citationKey) DO UPDATE SET citationKey = excluded.citationKey, typedAt = excluded.typedAt`,
  ).run(citationKey, ownerOf(db, { citationKey, paperId }), at)
}
