import type { ReadableDatabase, WritableDatabase } from './database.ts'
import type { EntryFields } from './model/fields.ts'
import type { Sample } from './model/work-text.ts'

/** What an entry says, and what that makes of it. */
export type KnownRecord = { readonly fields: EntryFields; readonly sample: Sample }

type Remembered = KnownRecord & { readonly digest: string }

const knownRecords = new WeakMap<ReadableDatabase, Map<number, Remembered>>()

/**
 * Until the end of the transaction the entries that it wrote are known as they were written: to read thousands of them again before
 * their papers are settled, and to hash their words once more, costs a fifth of writing an import.
 */
export function rememberRecord(db: WritableDatabase, entryId: number, record: Remembered): void {
  const known = knownRecords.get(db)
  if (known === undefined) knownRecords.set(db, new Map([[entryId, record]]))
  else known.set(entryId, record)
}

/** The entry, unless something else was written over it meanwhile. */
export function recallRecord(db: ReadableDatabase, { id, digest }: { id: number; digest: string }): KnownRecord | undefined {
  const known = knownRecords.get(db)?.get(id)
  return known?.digest === digest ? known : undefined
}

export function forgetRecords(db: ReadableDatabase): void {
  knownRecords.delete(db)
}
