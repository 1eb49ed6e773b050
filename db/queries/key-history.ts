import { type ReadableDatabase, statement } from '../database.ts'

/** A key by which a paper is or was known; the times are null for what did not happen, and all of one that was only proposed. */
export type KnownKey = {
  readonly citationKey: string
  readonly isShown: boolean
  /** It came in with a bibliography. */
  readonly importedAt: string | null
  /** It was typed, or made again on the user’s word. */
  readonly typedAt: string | null
  /** It first left the program: an export, a citation copied. */
  readonly exportedAt: string | null
}

/** The key shown first, then the others from the oldest on. */
export function readKeyHistory(db: ReadableDatabase, { paperId }: { paperId: number }): readonly KnownKey[] {
  const rows = statement<{ paperId: number }, Omit<KnownKey, 'isShown'> & { isShown: number }>(
    db,
    `WITH own AS (SELECT id FROM papers WHERE id = :paperId UNION ALL SELECT id FROM papers WHERE mergedInto = :paperId),
     shown AS (SELECT citationKey FROM paperValues WHERE paperId = :paperId),
     known AS (
       SELECT citationKey, NULL AS importedAt, typedAt, exportedAt FROM issuedKeys WHERE paperId IN own
       UNION ALL SELECT citationKey, importedAt, NULL, NULL FROM importedKeys WHERE paperId IN own
       UNION ALL SELECT citationKey, NULL, NULL, NULL FROM shown)
     SELECT citationKey, citationKey = (SELECT citationKey FROM shown) AS isShown,
       max(importedAt) AS importedAt, max(typedAt) AS typedAt, max(exportedAt) AS exportedAt
     FROM known GROUP BY citationKey COLLATE NOCASE
     ORDER BY isShown DESC, coalesce(min(importedAt), min(typedAt), min(exportedAt)), citationKey`,
  ).all({ paperId })
  return rows.map(({ isShown, ...row }) => ({ ...row, isShown: isShown === 1 }))
}

/** The paper outside the trash or in it that has or had a key, whatever the case of its letters. */
export function findPaperOfKey(
  db: ReadableDatabase,
  citationKey: string,
): { readonly paperId: number; readonly shownKey: string } | null {
  const row = statement<{ citationKey: string }, { paperId: number; shownKey: string }>(
    db,
    `SELECT paperValues.paperId, paperValues.citationKey AS shownKey FROM paperValues
     WHERE citationKey = :citationKey COLLATE NOCASE OR paperId IN (
       SELECT coalesce(mergedInto, id) FROM papers WHERE id IN (
         SELECT issuedKeys.paperId FROM issuedKeys WHERE issuedKeys.citationKey = :citationKey
         UNION ALL SELECT importedKeys.paperId FROM importedKeys WHERE importedKeys.citationKey = :citationKey)) LIMIT 1`,
  ).get({ citationKey })
  return row ?? null
}
