import { type ReadableDatabase, statement } from '../database.ts'
import { assertNever } from '../model/assert-never.ts'
import { parseQuery, type QueryTerm } from '../model/query-language.ts'
import type { View } from '../model/view.ts'
import { lookOrder, viewCondition } from './views.ts'

export const sortFields = ['added', 'title', 'author', 'year', 'status'] as const

export type PaperSort = { readonly field: (typeof sortFields)[number]; readonly descending: boolean }

export type PaperSearch = {
  readonly view?: View | undefined
  readonly query?: string | undefined
  /** Only papers of this source, in its order unless they are sorted otherwise. */
  readonly sourceId?: number | undefined
  readonly sort?: PaperSort | undefined
  readonly limit?: number | undefined
}

type Condition = { readonly sql: string; readonly values: readonly unknown[] }

const orders = {
  added: 'papers.addedAt, papers.id',
  title: 'title IS NULL, title COLLATE NOCASE, papers.id',
  author: `(SELECT coalesce(family, literal) FROM paperAuthors WHERE paperAuthors.paperId = papers.id AND position = 0) COLLATE NOCASE NULLS LAST, papers.id`,
  year: 'year IS NULL, year, papers.id',
  status: `instr('new to-read reading read dropped', status), papers.id`,
} as const

const descendingOrders = {
  added: 'papers.addedAt DESC, papers.id DESC',
  title: 'title IS NULL, title COLLATE NOCASE DESC, papers.id',
  author: orders.author.replace('NOCASE NULLS', 'NOCASE DESC NULLS'),
  year: 'year IS NULL, year DESC, papers.id',
  status: orders.status.replace(', papers', ' DESC, papers'),
} as const

/** The papers of a source with their places in it. A sub-query for each paper would look through the whole source each time. */
const placedInSource = `JOIN (SELECT paperId AS placedId, min(lineStart) AS place FROM entries WHERE sourceId = ? GROUP BY paperId)
  ON placedId = papers.id`

const queueOrder = '(SELECT position FROM queue WHERE queue.paperId = papers.id) NULLS LAST, papers.id'

/**
 * Ids of the papers of a view (all outside the trash) that a query finds; without a sort, as they were added and stood in their
 * source, the queue in its own order.
 */
export function findPapers(db: ReadableDatabase, { view, query, sourceId, sort, limit }: PaperSearch): readonly number[] {
  const { terms, findsNothing } = parseQuery(query ?? '')
  if (findsNothing) return []
  const conditions = terms.map(conditionOf)
  const where = [viewCondition(view ?? 'all'), ...conditions.map(({ sql }) => sql)].join(' AND ')
  const placed = sourceId === undefined ? { sql: '', values: [] } : { sql: placedInSource, values: [sourceId] }
  const rows = statement<unknown[], { id: number }>(
    db,
    `SELECT papers.id FROM papers JOIN paperValues ON paperValues.paperId = papers.id ${placed.sql}
     WHERE ${where} ORDER BY ${sort === undefined ? ownOrder(view, sourceId) : orderOf(sort)} LIMIT ?`,
  ).all(...placed.values, ...conditions.flatMap(({ values }) => values), limit ?? -1)
  return rows.map(({ id }) => id)
}

function ownOrder(view: View | undefined, sourceId: number | undefined): string {
  if (sourceId !== undefined) return 'place, papers.id'
  if (view === 'needs-look') return `${lookOrder}, ${orders.added}`
  return view === 'to-read' ? queueOrder : orderOf(undefined)
}

function orderOf(sort: PaperSort | undefined): string {
  return sort?.descending === true ? descendingOrders[sort.field] : orders[sort?.field ?? 'added']
}

function conditionOf(term: QueryTerm): Condition {
  if (term.kind === 'word') {
    const match = `"${term.word}"${term.isPrefix ? '*' : ''}`
    return {
      sql: `(papers.id IN (SELECT rowid FROM paperSearch WHERE paperSearch MATCH ?) OR papers.id IN (SELECT rowid FROM noteSearch WHERE noteSearch MATCH ?))`,
      values: [match, match],
    }
  }
  switch (term.field) {
    case 'key':
      return {
        sql: `(citationKey = ? COLLATE NOCASE OR papers.id IN (
          SELECT coalesce(owner.mergedInto, owner.id) FROM papers AS owner WHERE owner.id IN (
            SELECT paperId FROM issuedKeys WHERE issuedKeys.citationKey = ?
            UNION ALL SELECT paperId FROM importedKeys WHERE importedKeys.citationKey = ?)))`,
        values: [term.value, term.value, term.value],
      }
    case 'tag':
      return {
        sql: `papers.id IN (SELECT paperId FROM paperTags JOIN tags ON tags.id = tagId
          WHERE lower(name) = lower(?) OR substr(lower(name), 1, length(?) + 1) = lower(?) || '/')`,
        values: [term.value, term.value, term.value],
      }
    case 'status':
      return { sql: 'status = ?', values: [term.value.toLowerCase()] }
    case 'source':
      return {
        sql: `papers.id IN (SELECT paperId FROM entries JOIN sources ON sources.id = sourceId
          WHERE removedAt IS NULL AND instr(lower(name), lower(?)) > 0)`,
        values: [term.value],
      }
    default:
      return assertNever(term.field)
  }
}
