import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { WritableDatabase } from '../db/database.ts'
import { openLibrary } from '../db/open-database.ts'
import { perform } from '../electron/ipc/perform.ts'
import { sampleListPath } from './pages/lists.ts'

/** What is in the library, and beside it in its folder, before the program starts. */
export type Filling = { readonly fill: (db: WritableDatabase, folder: string) => void }

export function fillLibrary(path: string, { fill }: Filling): void {
  const db = openLibrary(path)
  fill(db, dirname(path))
  db.close()
}

/** The list of eight papers that ships with the program. */
export const samplePapers: Filling = {
  fill: (db) => importList(db, { name: 'classics.txt', text: readFileSync(sampleListPath, 'utf8') }),
}

/** Three of them wait to be read, in the order of the list. */
export const sampleQueue: Filling = {
  fill(db, folder) {
    samplePapers.fill(db, folder)
    const paperIds = [...perform(db, 'papers:find', { args: { view: 'all', query: '' }, at: now() }).value].slice(0, 3)
    perform(db, 'papers:setStatus', { args: { paperIds, status: 'to-read' }, at: now() })
  },
}

/** As the window does, without the review. */
export function importList(db: WritableDatabase, { name, text }: { readonly name: string; readonly text: string }): void {
  const sources = [{ name, bytes: new TextEncoder().encode(text) }]
  const { value: plan } = perform(db, 'imports:plan', { args: { sources }, at: now() })
  perform(db, 'imports:apply', { args: { plan }, at: now() })
}

export function addPaper(db: WritableDatabase, fields: Readonly<Record<string, string>>): number {
  return perform(db, 'papers:add', { args: { fields }, at: now() }).value
}

export function now(): string {
  return new Date().toISOString()
}
