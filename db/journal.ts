import { type ReadableDatabase, statement, type WritableDatabase } from './database.ts'
import { AppError } from './model/app-error.ts'

/**
 * The undo journal. TEMP triggers, generated from the schema, record every write to a truth table under the open step; a
 * write outside a step fails (`changes.stepId` is NOT NULL). Undoing a step empties its record, opens the step again and writes
 * the opposite of each change, newest first: the triggers record that under the same step, and so the record is the redo.
 * A table is truth unless it is named here, so that a new table cannot be forgotten.
 */
const notJournaled = new Set([
  'sourceContents', // addressed by content, never changed
  'issuedKeys', // a key that left the program cannot be taken back
  'paperValues', // settled
  'paperAuthors', // settled
  'matchKeys', // settled
  'fingerprints', // settled
  'steps',
  'changes',
  'library',
  'settings', // a preference is changed back where it was changed
  'keptExports', // likewise
])

export type Step = { readonly step: number; readonly at: string; readonly what: string; readonly undone: boolean }

type Change = { tableName: string; rowId: number; kind: 'insert' | 'update' | 'delete'; columns: string | null }

export function truthTables(db: ReadableDatabase): readonly string[] {
  const tables = db.pragma('main.table_list') as readonly { name: string; type: string }[]
  return tables
    .filter(({ name, type }) => type === 'table' && !name.startsWith('sqlite_') && !notJournaled.has(name))
    .map(({ name }) => name)
    .sort()
}

export function createJournalTriggers(db: WritableDatabase): void {
  db.exec('CREATE TEMP TABLE openStep (id INTEGER)')
  for (const table of truthTables(db)) {
    const columns = columnsOf(db, table)
    const row = columns.map((name) => `'${name}', OLD.${name}`).join(', ')
    const isChanged = (name: string) => `OLD.${name} IS NOT NEW.${name}`
    const changed = columns.map((name) => `iif(${isChanged(name)}, ',"${name}":' || json_quote(OLD.${name}), '')`)
    const record = 'INSERT INTO changes (stepId, tableName, rowId, kind, columns) SELECT (SELECT id FROM openStep)'
    db.exec(`
      CREATE TEMP TRIGGER journal_insert_${table} AFTER INSERT ON main.${table} BEGIN
        ${record}, '${table}', NEW.id, 'insert', NULL;
      END;
      CREATE TEMP TRIGGER journal_delete_${table} AFTER DELETE ON main.${table} BEGIN
        ${record}, '${table}', OLD.id, 'delete', json_object(${row});
      END;
      CREATE TEMP TRIGGER journal_update_${table} AFTER UPDATE ON main.${table} WHEN ${columns.map(isChanged).join(' OR ')} BEGIN
        ${record}, '${table}', OLD.id, 'update', '{' || substr(${changed.join(' || ')}, 2) || '}';
      END;`)
  }
}

export function columnsOf(db: ReadableDatabase, table: string): readonly string[] {
  return (db.pragma(`main.table_info(${table})`) as readonly { name: string }[]).map(({ name }) => name)
}

/** Starts recording under a new step; a step with the same `joinKey` as the newest one continues that. */
export function openStep(
  db: WritableDatabase,
  { at, what, joinKey }: { at: string; what: string; joinKey: string | null },
): number {
  const newest = statement<[], { id: number; joinKey: string | null; undoneAt: string | null }>(
    db,
    'SELECT id, joinKey, undoneAt FROM steps ORDER BY id DESC LIMIT 1',
  ).get()
  const joins = joinKey !== null && newest?.joinKey === joinKey && newest.undoneAt === null
  const id = joins
    ? newest.id
    : Number(
        statement<[string, string, string | null], never>(db, 'INSERT INTO steps (at, what, joinKey) VALUES (?, ?, ?)').run(
          at,
          what,
          joinKey,
        ).lastInsertRowid,
      )
  statement<[number], never>(db, 'INSERT INTO openStep VALUES (?)').run(id)
  return id
}

/** Stops recording. A step without changes leaves no trace; one with changes ends what could be redone. */
export function closeStep(db: WritableDatabase, id: number): void {
  statement<[], never>(db, 'DELETE FROM openStep').run()
  const hasChanges =
    statement<[number], { found: number }>(db, 'SELECT 1 AS found FROM changes WHERE stepId = ? LIMIT 1').get(id) !== undefined
  if (!hasChanges) {
    statement<[number], never>(db, 'DELETE FROM steps WHERE id = ?').run(id)
    return
  }
  statement<[number], never>(
    db,
    'DELETE FROM changes WHERE stepId IN (SELECT id FROM steps WHERE undoneAt IS NOT NULL AND id <> ?)',
  ).run(id)
  statement<[number], never>(db, 'DELETE FROM steps WHERE undoneAt IS NOT NULL AND id <> ?').run(id)
}

export function listSteps(db: ReadableDatabase): readonly Step[] {
  const rows = statement<[], { step: number; at: string; what: string; undoneAt: string | null }>(
    db,
    'SELECT id AS step, at, what, undoneAt FROM steps ORDER BY id',
  ).all()
  return rows.map(({ undoneAt, ...step }) => ({ ...step, undone: undoneAt !== null }))
}

type StoredStep = { readonly step: number; readonly at: string; readonly what: string }

/** Reverts the newest step that stands, and leaves it open for what follows; throws `nothing-to-undo`. */
export function undoStep(db: WritableDatabase, at: string): StoredStep {
  const step = statement<[], StoredStep>(
    db,
    'SELECT id AS step, at, what FROM steps WHERE undoneAt IS NULL ORDER BY id DESC LIMIT 1',
  ).get()
  if (step === undefined) throw new AppError('nothing-to-undo', 'There is nothing to undo.')
  statement<[string, number], never>(db, 'UPDATE steps SET undoneAt = ?, joinKey = NULL WHERE id = ?').run(at, step.step)
  revert(db, step.step)
  return step
}

/** Reverts the step that was undone last, and leaves it open for what follows; throws `nothing-to-redo`. */
export function redoStep(db: WritableDatabase): StoredStep {
  const step = statement<[], StoredStep>(
    db,
    'SELECT id AS step, at, what FROM steps WHERE undoneAt IS NOT NULL ORDER BY id LIMIT 1',
  ).get()
  if (step === undefined) throw new AppError('nothing-to-redo', 'There is nothing to redo.')
  statement<[number], never>(db, 'UPDATE steps SET undoneAt = NULL WHERE id = ?').run(step.step)
  revert(db, step.step)
  return step
}

export function stopRecording(db: WritableDatabase): void {
  statement<[], never>(db, 'DELETE FROM openStep').run()
}

function revert(db: WritableDatabase, stepId: number): void {
  const changes = statement<[number], Change>(
    db,
    'SELECT tableName, rowId, kind, columns FROM changes WHERE stepId = ? ORDER BY id DESC',
  ).all(stepId)
  statement<[number], never>(db, 'DELETE FROM changes WHERE stepId = ?').run(stepId)
  statement<[number], never>(db, 'INSERT INTO openStep VALUES (?)').run(stepId)
  // Between two opposite writes a child may stand without its parent.
  db.pragma('defer_foreign_keys = ON')
  for (const change of changes) writeOpposite(db, change)
}

function writeOpposite(db: WritableDatabase, { tableName, rowId, kind, columns }: Change): void {
  if (kind === 'insert') {
    statement<[number], never>(db, `DELETE FROM ${tableName} WHERE id = ?`).run(rowId)
    return
  }
  const row = JSON.parse(columns ?? '{}') as Record<string, string | number | null>
  const names = Object.keys(row)
  const sql =
    kind === 'delete'
      ? `INSERT INTO ${tableName} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
      : `UPDATE ${tableName} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`
  statement<unknown[], never>(db, sql).run(...Object.values(row), ...(kind === 'update' ? [rowId] : []))
}
