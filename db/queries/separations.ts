import { type ReadableDatabase, statement, type WritableDatabase } from '../database.ts'

/** Says that some records are not the same work as others; each is an entry's digest, or what `typedRecord` names. */
export function createSeparations(
  db: WritableDatabase,
  { records, otherRecords, at }: { records: readonly string[]; otherRecords: readonly string[]; at: string },
): void {
  const insert = statement<[string, string, string, string, string], never>(
    db,
    'INSERT INTO separations (record, otherRecord, separatedAt) VALUES (min(?, ?), max(?, ?), ?) ON CONFLICT DO NOTHING',
  )
  for (const record of records) for (const other of otherRecords) insert.run(record, other, record, other, at)
}

/** What was typed of a paper, as a record. */
export function typedRecord(paperId: number): string {
  return `paper:${paperId}`
}

/** What a paper is made of: its entries, or what was typed where it has none. */
export function listRecords(db: ReadableDatabase, paperId: number): readonly string[] {
  const digests = statement<[number], { digest: string }>(db, 'SELECT digest FROM entries WHERE paperId = ? ORDER BY id').all(
    paperId,
  )
  return digests.length === 0 ? [typedRecord(paperId)] : digests.map(({ digest }) => digest)
}

const recordsOfPaper = (paperId: string) =>
  `SELECT digest AS record FROM entries WHERE paperId = ${paperId} UNION
   SELECT 'paper:' || id FROM papers WHERE id = ${paperId} UNION SELECT 'paper:' || id FROM papers WHERE mergedInto = ${paperId}`

export function areSeparated(db: ReadableDatabase, papers: { paperId: number; otherPaperId: number }): boolean {
  const found = statement<typeof papers, { found: number }>(
    db,
    `SELECT 1 AS found FROM (${recordsOfPaper(':paperId')}) AS one JOIN (${recordsOfPaper(':otherPaperId')}) AS other
     JOIN separations ON separations.record = min(one.record, other.record) AND otherRecord = max(one.record, other.record) LIMIT 1`,
  ).get(papers)
  return found !== undefined
}

/** Whether a record that may come in was told apart from a paper. What says the same as one of its entries belongs there. */
export function isSeparated(db: ReadableDatabase, { record, paperId }: { record: string; paperId: number }): boolean {
  const found = statement<{ record: string; paperId: number }, { found: number }>(
    db,
    `SELECT 1 AS found FROM (${recordsOfPaper(':paperId')}) AS own
     JOIN separations ON separations.record = min(own.record, :record) AND otherRecord = max(own.record, :record)
     WHERE NOT EXISTS (SELECT 1 FROM entries WHERE paperId = :paperId AND digest = :record) LIMIT 1`,
  ).get({ record, paperId })
  return found !== undefined
}

export function areRecordsSeparated(db: ReadableDatabase, [one, other]: readonly [string, string]): boolean {
  const found = statement<[string, string, string, string], { found: number }>(
    db,
    'SELECT 1 AS found FROM separations WHERE record = min(?, ?) AND otherRecord = max(?, ?)',
  ).get(one, other, one, other)
  return one !== other && found !== undefined
}

export function hasSeparations(db: ReadableDatabase): boolean {
  return statement<[], { found: number }>(db, 'SELECT 1 AS found FROM separations LIMIT 1').get() !== undefined
}

export function listEntryIds(db: ReadableDatabase, paperId: number): readonly number[] {
  return statement<[number], { id: number }>(db, 'SELECT id FROM entries WHERE paperId = ? ORDER BY id')
    .all(paperId)
    .map(({ id }) => id)
}

type PlacedEntry = { readonly paperId: number; readonly digest: string }

/** The entry that begins at a line of the source with these bytes. */
export function findEntryAt(db: ReadableDatabase, { sha256, line }: { sha256: string; line: number }): PlacedEntry | null {
  const found = statement<[string, number], PlacedEntry>(
    db,
    'SELECT entries.paperId, digest FROM entries JOIN sources ON sources.id = sourceId WHERE sha256 = ? AND lineStart = ?',
  ).get(sha256, line)
  return found ?? null
}

/** All that two papers were made of is apart, so that nothing asks again; the question that stood open is answered. */
export function separatePapers(
  db: WritableDatabase,
  { paperId, otherPaperId, at }: { paperId: number; otherPaperId: number; at: string },
): void {
  createSeparations(db, { records: listRecords(db, paperId), otherRecords: listRecords(db, otherPaperId), at })
  statement<{ paperId: number; otherPaperId: number }, never>(
    db,
    'DELETE FROM possibleDuplicates WHERE paperId = min(:paperId, :otherPaperId) AND otherPaperId = max(:paperId, :otherPaperId)',
  ).run({ paperId, otherPaperId })
}

/** Moves entries to another paper; what the user made of the first one stays there. */
export function moveEntries(db: WritableDatabase, { entryIds, paperId }: { entryIds: readonly number[]; paperId: number }): void {
  const move = statement<[number, number], never>(db, 'UPDATE entries SET paperId = ? WHERE id = ?')
  for (const id of entryIds) move.run(paperId, id)
}
