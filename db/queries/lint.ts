import { type ReadableDatabase, statement, type WritableDatabase } from '../database.ts'
import type { PaperFields } from '../model/fields.ts'
import { lintPaper } from '../model/lint-paper.ts'
import { type Finding, type LintCode, lintCodes } from '../model/lint-rule.ts'
import type { TitleOrigin } from '../model/paper.ts'
import { readAuthors } from '../settled-rows.ts'
import { areSeparated, hasSeparations } from './separations.ts'

type ValuesRow = Omit<PaperFields, 'authors' | 'andOthers' | 'extra'> & {
  readonly titleOrigin: TitleOrigin | null
  readonly andOthers: number
  readonly citationKey: string
  readonly recordsDigest: string
}

/** A paper with what is wrong with it, and as much of it as tells which it is. */
export type PaperProblems = Pick<PaperFields, 'title' | 'authors' | 'year'> & {
  readonly paperId: number
  readonly citationKey: string
  readonly findings: readonly Finding[]
}

/** Null for a paper that is gone or in the trash. Of problems that the user ignores nothing is said. */
export function readProblems(
  db: ReadableDatabase,
  { paperId, thisYear }: { paperId: number; thisYear: number },
): PaperProblems | null {
  const own = findOwnProblems(db, { paperId, thisYear })
  if (own === null) return null
  const { citationKey, title, authors, year } = own.paper
  const ignored = listIgnored(db, paperId)
  const findings = [...own.findings, ...findTwins(db, paperId)]
    .filter(({ code }) => !ignored.has(code))
    .sort((a, b) => lintCodes.indexOf(a.code) - lintCodes.indexOf(b.code))
  return { paperId, citationKey, title, authors, year, findings }
}

/** What is wrong with a paper's own values, also what the user ignores; the digest is that of all that they come from. */
export function findOwnProblems(db: ReadableDatabase, { paperId, thisYear }: { paperId: number; thisYear: number }) {
  const row = statement<[number], ValuesRow>(
    db,
    `SELECT citationKey, recordsDigest, titleOrigin, andOthers, entryType, title, abstract, year, venue, volume, issue, pages, doi, arxivId, url
     FROM paperValues JOIN papers ON papers.id = paperId AND trashedAt IS NULL WHERE paperId = ?`,
  ).get(paperId)
  if (row === undefined) return null
  const paper = { ...row, andOthers: row.andOthers === 1, authors: readAuthors(db, paperId), extra: {} }
  return { recordsDigest: row.recordsDigest, paper, findings: lintPaper(paper, thisYear) }
}

/** In the order of the library. */
export function listLintedPapers(db: ReadableDatabase): readonly { readonly paperId: number; readonly recordsDigest: string }[] {
  return statement<[], { paperId: number; recordsDigest: string }>(
    db,
    'SELECT paperId, recordsDigest FROM papers JOIN paperValues ON paperId = papers.id WHERE trashedAt IS NULL ORDER BY addedAt, papers.id',
  ).all()
}

/** The problems that the user ignores, by paper. */
export function listAllIgnored(db: ReadableDatabase): ReadonlyMap<number, ReadonlySet<string>> {
  const rows = statement<[], { paperId: number; code: string }>(db, 'SELECT paperId, code FROM ignoredProblems').all()
  const byPaper = Map.groupBy(rows, ({ paperId }) => paperId)
  return new Map([...byPaper].map(([paperId, ignored]) => [paperId, new Set(ignored.map(({ code }) => code))]))
}

/** The papers that share a DOI or a title with another one, unless the user said that they are not the same. */
export function listTwins(db: ReadableDatabase, field: 'doi' | 'title'): ReadonlySet<number> {
  const rows = statement<[string, string], { matchKey: string; paperId: number }>(
    db,
    `SELECT matchKey, paperId FROM matchKeys JOIN papers ON papers.id = paperId AND trashedAt IS NULL
     WHERE matchKey IN (SELECT matchKey FROM matchKeys WHERE matchKey >= ? AND matchKey < ? GROUP BY matchKey HAVING count(*) > 1)`,
  ).all(`${field}:`, `${field};`)
  const anySeparated = hasSeparations(db)
  const areTwins = (paperId: number, otherPaperId: number) =>
    paperId !== otherPaperId && !(anySeparated && areSeparated(db, { paperId, otherPaperId }))
  const twins = new Set<number>()
  for (const group of Map.groupBy(rows, ({ matchKey }) => matchKey).values()) {
    for (const { paperId } of group) if (group.some((other) => areTwins(paperId, other.paperId))) twins.add(paperId)
  }
  return twins
}

function listIgnored(db: ReadableDatabase, paperId: number): ReadonlySet<string> {
  const rows = statement<[number], { code: string }>(db, 'SELECT code FROM ignoredProblems WHERE paperId = ?').all(paperId)
  return new Set(rows.map(({ code }) => code))
}

export function ignoreProblem(
  db: WritableDatabase,
  { paperIds, code, at }: { paperIds: readonly number[]; code: LintCode; at: string },
): void {
  const insert = statement<[number, string, string], never>(
    db,
    'INSERT INTO ignoredProblems (paperId, code, ignoredAt) VALUES (?, ?, ?)',
  )
  for (const paperId of paperIds) insert.run(paperId, code, at)
}

/** Other papers with the DOI or the title of this one, unless the user said that they are not the same. */
function findTwins(db: ReadableDatabase, paperId: number): readonly Finding[] {
  const twins = statement<[number], { kind: string; otherPaperId: number; citationKey: string }>(
    db,
    `SELECT substr(own.matchKey, 1, 4) AS kind, other.paperId AS otherPaperId, paperValues.citationKey FROM matchKeys AS own
     JOIN matchKeys AS other ON other.matchKey = own.matchKey AND other.paperId <> own.paperId
     JOIN papers ON papers.id = other.paperId AND trashedAt IS NULL JOIN paperValues ON paperValues.paperId = other.paperId
     WHERE own.paperId = ? AND (own.matchKey GLOB 'doi:*' OR own.matchKey GLOB 'title:*')
     ORDER BY other.paperId LIMIT 100`,
  )
    .all(paperId)
    .filter(({ otherPaperId }) => !areSeparated(db, { paperId, otherPaperId }))
  const keysOf = (kind: string) => [...new Set(twins.filter((twin) => twin.kind === kind).map(({ citationKey }) => citationKey))]
  return [...describeTwins('duplicate-doi', 'doi', keysOf('doi:')), ...describeTwins('duplicate-title', 'title', keysOf('titl'))]
}

const twinsNamed = 3

function describeTwins(
  code: 'duplicate-doi' | 'duplicate-title',
  field: 'doi' | 'title',
  keys: readonly string[],
): readonly Finding[] {
  if (keys.length === 0) return []
  const more = keys.length > twinsNamed ? ` and ${keys.length - twinsNamed} more` : ''
  const what = field === 'doi' ? 'DOI' : 'title'
  return [{ code, field, message: `Has the ${what} of ${keys.slice(0, twinsNamed).join(', ')}${more}.`, value: '', fix: null }]
}
