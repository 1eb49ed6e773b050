import type { ReadableDatabase } from './database.ts'

export type PaperKeys = {
  readonly key: string
  /** It left the program, was typed, or came in with a bibliography. */
  readonly isIssued: boolean
  readonly imported: readonly string[]
  readonly known: readonly string[]
}
export type OwnedKey = { readonly citationKey: string; readonly paperId: number }
export type KeySnapshot = {
  readonly papers: ReadonlyMap<number, PaperKeys>
  readonly mergedInto: ReadonlyMap<number, number>
  readonly proposed: readonly OwnedKey[]
  readonly imported: readonly OwnedKey[]
  readonly issued: readonly OwnedKey[]
}

/** The keys of a library as its tables have them, for tests that watch what becomes of them. */
export function lookAtKeys(db: ReadableDatabase): KeySnapshot {
  const rows = db
    .prepare(
      `SELECT papers.id, mergedInto, proposedKey, paperValues.citationKey AS key, year, titleOrigin,
         EXISTS (SELECT 1 FROM paperAuthors WHERE paperAuthors.paperId = papers.id) AS hasAuthors,
         EXISTS (SELECT 1 FROM issuedKeys WHERE issuedKeys.citationKey = paperValues.citationKey)
           OR EXISTS (SELECT 1 FROM importedKeys WHERE importedKeys.citationKey = paperValues.citationKey) AS isIssued
       FROM papers LEFT JOIN paperValues ON paperValues.paperId = papers.id ORDER BY papers.id`,
    )
    .all() as {
    id: number
    mergedInto: number | null
    proposedKey: string | null
    key: string | null
    year: number | null
    titleOrigin: string | null
    hasAuthors: number
    isIssued: number
  }[]
  const known = ({ year, titleOrigin, hasAuthors }: (typeof rows)[number]) => [
    ...(year === null ? [] : ['year']),
    ...(titleOrigin === null || titleOrigin === 'provisional' ? [] : ['title']),
    ...(hasAuthors === 1 ? ['authors'] : []),
  ]
  const owned = (table: string) => db.prepare(`SELECT citationKey, paperId FROM ${table} ORDER BY citationKey`).all() as OwnedKey[]
  const imported = owned('importedKeys')
  const importedOf = (id: number) => imported.filter(({ paperId }) => paperId === id).map(({ citationKey }) => citationKey)
  return {
    papers: new Map(
      rows.flatMap((row) =>
        row.key === null
          ? []
          : [[row.id, { key: row.key, isIssued: row.isIssued === 1, imported: importedOf(row.id), known: known(row) }] as const],
      ),
    ),
    mergedInto: new Map(rows.flatMap(({ id, mergedInto }) => (mergedInto === null ? [] : [[id, mergedInto] as const]))),
    proposed: rows.flatMap(({ id, proposedKey }) => (proposedKey === null ? [] : [{ paperId: id, citationKey: proposedKey }])),
    imported,
    issued: owned('issuedKeys'),
  }
}
