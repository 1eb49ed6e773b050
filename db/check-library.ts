import { createHash } from 'node:crypto'
import { checkSearchIndex } from './check-search-index.ts'
import { shownCitationKey } from './citation-keys.ts'
import { type ReadableDatabase, statement } from './database.ts'
import type { Progress } from './model/progress.ts'
import { findPaper } from './queries/paper-records.ts'
import { readSourceBytes } from './queries/sources.ts'
import { computeRow, matchesOf } from './settle-papers.ts'
import { readAuthors, toColumns } from './settled-rows.ts'

export type Problem = { readonly code: string; readonly message: string }

/** Settles everything again and compares; also the file itself, the sources' bytes, the keys and the search index. */
export function* checkLibrary(db: ReadableDatabase): Generator<Progress, readonly Problem[]> {
  yield { what: 'Checking the file', done: 0, total: 0 }
  const file = checkFile(db)
  yield { what: 'Checking the lists', done: 0, total: 0 }
  const sources = checkSources(db)
  const papers = yield* checkPapers(db)
  yield { what: 'Checking the search', done: 0, total: 0 }
  const isReadable = papers.every(({ code }) => code !== 'unreadable-record')
  return [...file, ...sources, ...papers, ...checkKeys(db), ...(isReadable ? checkSearchIndex(db) : [])]
}

function checkFile(db: ReadableDatabase): readonly Problem[] {
  const damage = db.pragma('integrity_check(20)') as readonly { integrity_check: string }[]
  const orphans = db.pragma('foreign_key_check') as readonly { table: string; rowid: number; parent: string }[]
  return [
    ...damage.filter((row) => row.integrity_check !== 'ok').map((row) => ({ code: 'damaged-file', message: row.integrity_check })),
    ...orphans.map(({ table, rowid, parent }) => ({
      code: 'orphan',
      message: `Row ${rowid} of ${table} belongs to no row of ${parent}.`,
    })),
  ]
}

function checkSources(db: ReadableDatabase): readonly Problem[] {
  const sources = statement<[], { id: number; name: string; sha256: string }>(
    db,
    'SELECT id, name, sha256 FROM sources ORDER BY id',
  ).all()
  return sources.flatMap(({ id, name, sha256 }) => {
    // Entries may meet on a line, as identifiers parted by commas do; a line in an entry is not left over as well.
    const overlaps = statement<{ id: number }, { line: number }>(
      db,
      `SELECT lineStart AS line FROM (
         SELECT lineStart, isLeft, max(lineEnd) OVER before AS before, max(lineEnd * isLeft) OVER before AS leftBefore
         FROM (SELECT lineStart, lineEnd, 0 AS isLeft FROM entries WHERE sourceId = :id UNION ALL SELECT line, line, 1 FROM leftovers WHERE sourceId = :id)
         WINDOW before AS (ORDER BY lineStart, lineEnd, isLeft ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
       WHERE lineStart < before OR (lineStart = before AND (isLeft OR lineStart = leftBefore))`,
    ).all({ id })
    return [
      ...(hasItsBytes(db, sha256)
        ? []
        : [{ code: 'source-bytes', message: `The bytes of ${name} are not those that were imported.` }]),
      ...overlaps.map(({ line }) => ({ code: 'line-twice', message: `Line ${line} of ${name} is in two places.` })),
    ]
  })
}

function hasItsBytes(db: ReadableDatabase, sha256: string): boolean {
  try {
    const bytes = readSourceBytes(db, sha256)
    return bytes !== null && createHash('sha256').update(bytes).digest('hex') === sha256
  } catch {
    // What cannot be decompressed is not what was imported.
    return false
  }
}

const papersBetweenLooks = 50

function* checkPapers(db: ReadableDatabase): Generator<Progress, readonly Problem[]> {
  const ids = statement<[], { id: number }>(db, 'SELECT id FROM papers WHERE mergedInto IS NULL ORDER BY id').all()
  const ghosts = ['paperValues', 'paperAuthors', 'matchKeys', 'fingerprints'].flatMap((table) =>
    statement<[], { id: number }>(
      db,
      `SELECT DISTINCT paperId AS id FROM ${table} WHERE paperId NOT IN (SELECT id FROM papers WHERE mergedInto IS NULL)`,
    ).all(),
  )
  const problems: Problem[] = []
  for (const [done, { id }] of ids.entries()) {
    if (done % papersBetweenLooks === 0) yield { what: 'Checking papers', done, total: ids.length, unit: 'papers' }
    problems.push(...checkPaper(db, id))
  }
  return [
    ...problems,
    ...ghosts.map(({ id }) => ({ code: 'settled-ghost', message: `Paper ${id} is settled but is not in the library.` })),
    ...checkBelongings(db),
  ]
}

/** What users wrote and what is derived of it must hang on papers that are there. */
function checkBelongings(db: ReadableDatabase): readonly Problem[] {
  const lost = ['entries', 'edits', 'notes', 'highlights', 'statusEvents', 'paperTags', 'queue', 'possibleDuplicates'].flatMap(
    (table) =>
      statement<[], { id: number; table: string }>(
        db,
        `SELECT id, '${table}' AS "table" FROM ${table} WHERE paperId IN (SELECT id FROM papers WHERE mergedInto IS NOT NULL)`,
      ).all(),
  )
  const queued = statement<[], { id: number }>(
    db,
    "SELECT paperId AS id FROM queue WHERE paperId NOT IN (SELECT paperId FROM paperValues WHERE status = 'to-read')",
  ).all()
  const keys = statement<[], { citationKey: string }>(
    db,
    `SELECT json_extract(value, '$') AS citationKey FROM edits
     WHERE field = 'citationKey' AND json_valid(value) AND NOT EXISTS (SELECT 1 FROM issuedKeys WHERE citationKey = json_extract(value, '$'))`,
  ).all()
  return [
    ...lost.map(({ id, table }) => ({
      code: 'lost-belonging',
      message: `Row ${id} of ${table} belongs to a paper that was merged away.`,
    })),
    ...queued.map(({ id }) => ({ code: 'queue', message: `Paper ${id} is in the queue but is not to be read.` })),
    ...keys.map(({ citationKey }) => ({ code: 'key-not-issued', message: `The typed key ${citationKey} was not issued.` })),
  ]
}

function checkPaper(db: ReadableDatabase, id: number): readonly Problem[] {
  try {
    return compareSettled(db, id)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return [{ code: 'unreadable-record', message: `A record of paper ${id} cannot be read (${error.message}).` }]
  }
}

function compareSettled(db: ReadableDatabase, id: number): readonly Problem[] {
  if (findPaper(db, id) === undefined) return []
  const { row, paper, records, givenKey } = computeRow(db, id)
  const citationKey = shownCitationKey(db, paper, { settled: row.settled, edits: records.edits, givenKey })
  const stored = statement<[number], Record<string, unknown>>(db, 'SELECT * FROM paperValues WHERE paperId = ?').get(id)
  const expected = toColumns({ ...row, citationKey: citationKey ?? '' })
  const differing = Object.keys(expected).filter((column) => stored?.[column] !== expected[column])
  if (JSON.stringify(readAuthors(db, id)) !== JSON.stringify(row.settled.values.authors)) differing.push('authors')
  if (!haveSameMatches(db, id, matchesOf(records))) differing.push('fingerprints')
  return [
    ...(differing.length === 0
      ? []
      : [{ code: 'unsettled', message: `Paper ${id} shows another ${differing.join(', ')} than its entries and edits give.` }]),
    ...(records.entries.length + records.edits.length > 0
      ? []
      : [{ code: 'empty-paper', message: `Paper ${id} has neither an entry nor an edit.` }]),
  ]
}

function haveSameMatches(
  db: ReadableDatabase,
  paperId: number,
  expected: { matchKeys: readonly string[]; hashes: Uint8Array },
): boolean {
  const keys = statement<[number], { matchKey: string }>(db, 'SELECT matchKey FROM matchKeys WHERE paperId = ?').all(paperId)
  const stored = statement<[number], { hashes: Uint8Array }>(db, 'SELECT hashes FROM fingerprints WHERE paperId = ?').get(paperId)
  return (
    JSON.stringify(keys.map(({ matchKey }) => matchKey).sort()) === JSON.stringify(expected.matchKeys.toSorted()) &&
    Buffer.compare(stored?.hashes ?? new Uint8Array(), expected.hashes) === 0
  )
}

function checkKeys(db: ReadableDatabase): readonly Problem[] {
  const shared = statement<[], { citationKey: string; papers: number }>(
    db,
    'SELECT citationKey, count(*) AS papers FROM paperValues GROUP BY citationKey COLLATE NOCASE HAVING count(*) > 1',
  ).all()
  return shared.map(({ citationKey, papers }) => ({
    code: 'key-shared',
    message: `The key ${citationKey} is shown by ${papers} papers.`,
  }))
}
