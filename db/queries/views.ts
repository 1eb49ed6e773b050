import { type ReadableDatabase, statement } from '../database.ts'
import {
  type LookReason,
  type LookSection,
  lookReasons as lookReasonNames,
  type PaperRow,
  type View,
  type ViewCounts,
} from '../model/view.ts'

const hasNoAuthors = `NOT EXISTS (SELECT 1 FROM paperAuthors WHERE paperAuthors.paperId = papers.id)
  AND NOT EXISTS (SELECT 1 FROM ignoredProblems WHERE ignoredProblems.paperId = papers.id AND code = 'missing-authors')`

/** Why a paper waits for the user, the reason that is most likely to need them first. */
const lookReasons: { readonly [Reason in LookReason]: string } = {
  'possible-duplicate': 'EXISTS (SELECT 1 FROM possibleDuplicates WHERE papers.id IN (paperId, otherPaperId))',
  'unclear-authors': `EXISTS (SELECT 1 FROM entries WHERE entries.paperId = papers.id AND instr(marks, 'uncertain-authors') > 0)
    AND NOT EXISTS (SELECT 1 FROM edits WHERE edits.paperId = papers.id AND field = 'authors')`,
  'no-title': "titleOrigin IS NULL OR titleOrigin = 'provisional'",
  'no-authors': hasNoAuthors,
}

const needsLook = `(${Object.values(lookReasons)
  .map((condition) => `(${condition})`)
  .join(' OR ')})`

const lookReason = `CASE ${lookReasonNames.map((reason) => `WHEN ${lookReasons[reason]} THEN '${reason}'`).join(' ')} END`

/** In the order of the reasons: a list of abstracts alone puts all its papers here, and must not hide what is in doubt. */
export const lookOrder = `CASE ${lookReasonNames.map((reason, rank) => `WHEN ${lookReasons[reason]} THEN ${rank}`).join(' ')} END`

/** The first paper of each reason, in the order of the view. */
export function listLookSections(db: ReadableDatabase): readonly LookSection[] {
  return statement<[], LookSection>(
    db,
    `SELECT reason, count(*) AS papers, id AS paperId, min(addedAt || printf('%012d', id)) AS first FROM (
       SELECT papers.id, addedAt, ${lookReason} AS reason FROM papers JOIN paperValues ON paperValues.paperId = papers.id
       WHERE ${viewCondition('needs-look')}) GROUP BY reason`,
  )
    .all()
    .map(({ reason, papers, paperId }) => ({ reason, papers, paperId }))
}

/** The condition of a view on `papers` joined with `paperValues`. */
export function viewCondition(view: View): string {
  if (view === 'trash') return 'papers.trashedAt IS NOT NULL'
  if (view === 'all') return 'papers.trashedAt IS NULL'
  return `papers.trashedAt IS NULL AND ${view === 'needs-look' ? needsLook : `paperValues.status = '${view}'`}`
}

export function countViews(db: ReadableDatabase): ViewCounts {
  const rows = statement<[], { status: string; isTrashed: number; papers: number }>(
    db,
    `SELECT status, papers.trashedAt IS NOT NULL AS isTrashed, count(*) AS papers
     FROM paperValues JOIN papers ON papers.id = paperId GROUP BY status, isTrashed`,
  ).all()
  const sum = (counts: (row: { status: string; isTrashed: number }) => boolean) =>
    rows.filter(counts).reduce((total, { papers }) => total + papers, 0)
  const withStatus = (status: string) => sum((row) => row.isTrashed === 0 && row.status === status)
  const looked = statement<[], { papers: number }>(
    db,
    `SELECT count(*) AS papers FROM papers JOIN paperValues ON paperValues.paperId = papers.id WHERE ${viewCondition('needs-look')}`,
  ).get()
  return {
    'needs-look': looked?.papers ?? 0,
    new: withStatus('new'),
    'to-read': withStatus('to-read'),
    reading: withStatus('reading'),
    read: withStatus('read'),
    dropped: withStatus('dropped'),
    all: sum((row) => row.isTrashed === 0),
    trash: sum((row) => row.isTrashed === 1),
  }
}

type StoredRow = Omit<PaperRow, 'authors' | 'tags'> & { readonly authors: string; readonly tags: string }

/** The rows of these papers, in their order; a paper that is gone is left out. */
export function listRows(db: ReadableDatabase, { paperIds }: { paperIds: readonly number[] }): readonly PaperRow[] {
  const row = statement<[number], StoredRow>(
    db,
    `SELECT papers.id, citationKey, status, title, titleOrigin, year, venue,
       (SELECT json_group_array(coalesce(family, literal) ORDER BY position) FROM paperAuthors WHERE paperAuthors.paperId = papers.id) AS authors,
       (SELECT json_group_array(name ORDER BY name) FROM paperTags JOIN tags ON tags.id = tagId WHERE paperTags.paperId = papers.id) AS tags,
       (SELECT count(*) FROM notes WHERE notes.paperId = papers.id) AS notes,
       (SELECT count(DISTINCT sourceId) FROM entries WHERE entries.paperId = papers.id) AS sources,
       (SELECT (SELECT count(*) FROM queue AS earlier WHERE earlier.position <= queue.position) FROM queue WHERE queue.paperId = papers.id) AS queuePlace
     FROM papers JOIN paperValues ON paperValues.paperId = papers.id WHERE papers.id = ?`,
  )
  return paperIds
    .flatMap((id) => row.get(id) ?? [])
    .map(({ authors, tags, ...rest }) => ({ ...rest, authors: JSON.parse(authors), tags: JSON.parse(tags) }))
}
