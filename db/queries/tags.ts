import { type ReadableDatabase, statement, type WritableDatabase } from '../database.ts'

export type TagCount = { readonly id: number; readonly name: string; readonly colour: string | null; readonly papers: number }

/** Tags in use, with the number of papers outside the trash that have them. */
export function listTags(db: ReadableDatabase): readonly TagCount[] {
  return statement<[], TagCount>(
    db,
    `SELECT tags.id, tags.name, tags.colour, count(*) AS papers FROM tags
     JOIN paperTags ON paperTags.tagId = tags.id JOIN papers ON papers.id = paperTags.paperId AND papers.trashedAt IS NULL
     GROUP BY tags.id ORDER BY tags.name`,
  ).all()
}

export function addTag(db: WritableDatabase, { paperIds, name }: { paperIds: readonly number[]; name: string }): void {
  if (paperIds.length === 0) return
  const tagId =
    findTag(db, name) ?? Number(statement<[string], never>(db, 'INSERT INTO tags (name) VALUES (?)').run(name).lastInsertRowid)
  const insert = statement<[number, number], never>(
    db,
    'INSERT INTO paperTags (paperId, tagId) VALUES (?, ?) ON CONFLICT DO NOTHING',
  )
  for (const paperId of paperIds) insert.run(paperId, tagId)
}

export function removeTag(db: WritableDatabase, { paperIds, name }: { paperIds: readonly number[]; name: string }): void {
  const tagId = findTag(db, name)
  if (tagId === null) return
  const remove = statement<[number, number], never>(db, 'DELETE FROM paperTags WHERE paperId = ? AND tagId = ?')
  for (const paperId of paperIds) remove.run(paperId, tagId)
}

function findTag(db: ReadableDatabase, name: string): number | null {
  return statement<[string], { id: number }>(db, 'SELECT id FROM tags WHERE name = ?').get(name)?.id ?? null
}
