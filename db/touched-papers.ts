import { type ReadableDatabase, statement } from './database.ts'
import { columnsOf } from './journal.ts'

/** Truth that no settled value depends on. */
const notSettledFrom = new Set([
  ...['sources', 'leftovers', 'separations', 'possibleDuplicates'],
  ...['tags', 'paperTags', 'highlights', 'queue', 'ignoredProblems'],
])

export type TouchedPapers = { readonly all: readonly number[]; readonly unsettled: readonly number[] }

/** The papers that a step's changes belong to, before and after; `unsettled` are those whose settled values may have changed. */
export function touchedPapers(db: ReadableDatabase, stepId: number): TouchedPapers {
  const all = new Set<number>()
  const unsettled = new Set<number>()
  const tables = statement<[number], { tableName: string }>(db, 'SELECT DISTINCT tableName FROM changes WHERE stepId = ?').all(
    stepId,
  )
  for (const { tableName } of tables) {
    for (const id of ownersOf(db, stepId, tableName)) {
      all.add(id)
      if (!notSettledFrom.has(tableName)) unsettled.add(id)
    }
  }
  return { all: [...all], unsettled: [...unsettled] }
}

function ownersOf(db: ReadableDatabase, stepId: number, table: string): readonly number[] {
  const sql = ownersSql(db, table)
  if (sql === null) return []
  return statement<{ stepId: number; table: string }, { id: number }>(db, sql)
    .all({ stepId, table })
    .map(({ id }) => id)
}

function ownersSql(db: ReadableDatabase, table: string): string | null {
  const changed = 'stepId = :stepId AND tableName = :table'
  if (table === 'papers') return `SELECT DISTINCT rowId AS id FROM changes WHERE ${changed}`
  if (table === 'sources')
    return `SELECT DISTINCT paperId AS id FROM changes JOIN entries ON entries.sourceId = rowId WHERE ${changed}`
  if (!columnsOf(db, table).includes('paperId')) return null
  return `
    SELECT owned.paperId AS id FROM changes JOIN ${table} AS owned ON owned.id = changes.rowId WHERE ${changed}
    UNION
    SELECT json_extract(columns, '$.paperId') FROM changes WHERE ${changed} AND json_extract(columns, '$.paperId') IS NOT NULL`
}
