import { statement, type WritableDatabase } from '../database.ts'

/** Sets what the user typed for a field; an earlier edit of the same field gives way. */
export function setEdit(
  db: WritableDatabase,
  { paperId, field, value, at }: { paperId: number; field: string; value: unknown; at: string },
): void {
  const text = JSON.stringify(value)
  const latest = statement<[number, string], { id: number }>(
    db,
    'SELECT id FROM edits WHERE paperId = ? AND field = ? ORDER BY editedAt DESC, id DESC LIMIT 1',
  ).get(paperId, field)
  if (latest === undefined) {
    statement<unknown[], never>(db, 'INSERT INTO edits (paperId, field, value, editedAt) VALUES (?, ?, ?, ?)').run(
      paperId,
      field,
      text,
      at,
    )
  } else {
    statement<[string, string, number], never>(db, 'UPDATE edits SET value = ?, editedAt = ? WHERE id = ?').run(text, at, latest.id)
  }
}

/** Takes back what the user typed for a field, so that the lists' value shows again. */
export function removeEdits(db: WritableDatabase, { paperId, field }: { paperId: number; field: string }): void {
  const names = field === 'authors' ? ['authors', 'andOthers'] : [field]
  const remove = statement<[number, string], never>(db, 'DELETE FROM edits WHERE paperId = ? AND field = ?')
  for (const name of names) remove.run(paperId, name)
}
