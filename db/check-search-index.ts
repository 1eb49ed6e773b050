import { type ReadableDatabase, statement } from './database.ts'
import { computeRow } from './settle-papers.ts'
import { searchTextOf } from './settled-rows.ts'

/** Indexes everything again beside the library and compares the two indexes word by word, each in its place. */
export function checkSearchIndex(db: ReadableDatabase): readonly { readonly code: string; readonly message: string }[] {
  db.exec(`
    CREATE VIRTUAL TABLE temp.expectedSearch USING fts5 (
      title, authors, abstract, venue, notes, content = '', tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE VIRTUAL TABLE temp.expectedTerms USING fts5vocab (temp, expectedSearch, instance);
    CREATE VIRTUAL TABLE temp.paperTerms USING fts5vocab (main, paperSearch, instance);
    CREATE VIRTUAL TABLE temp.noteTerms USING fts5vocab (main, noteSearch, instance);`)
  try {
    indexAgain(db)
    return compareTerms(db)
  } finally {
    for (const table of ['expectedTerms', 'paperTerms', 'noteTerms', 'expectedSearch']) db.exec(`DROP TABLE temp.${table}`)
  }
}

function indexAgain(db: ReadableDatabase): void {
  const insert = db.prepare(
    'INSERT INTO temp.expectedSearch (rowid, title, authors, abstract, venue, notes) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const ids = statement<[], { id: number }>(db, 'SELECT id FROM papers WHERE mergedInto IS NULL').all()
  db.exec('BEGIN')
  for (const { id } of ids) {
    const { row, notes } = computeRow(db, id)
    const { title, authors, abstract, venue } = searchTextOf(id, row.settled.values)
    insert.run(id, title, authors, abstract, venue, notes)
  }
  db.exec('COMMIT')
}

function compareTerms(db: ReadableDatabase): readonly { code: string; message: string }[] {
  const stored = 'SELECT term, doc, col, offset FROM temp.paperTerms UNION ALL SELECT term, doc, col, offset FROM temp.noteTerms'
  const expected = 'SELECT term, doc, col, offset FROM temp.expectedTerms'
  const different = db
    .prepare(
      `SELECT count(DISTINCT term) FROM (SELECT * FROM (${stored} EXCEPT ${expected}) UNION ALL SELECT * FROM (${expected} EXCEPT SELECT * FROM (${stored})))`,
    )
    .pluck()
    .get() as number
  return different === 0
    ? []
    : [{ code: 'search-index', message: `${different} words are found in other papers than they stand in.` }]
}
