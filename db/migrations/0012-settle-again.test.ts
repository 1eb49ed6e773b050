import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { formatRecords, generateRecords } from '../../build/generate-records.ts'
import { perform } from '../../electron/ipc/perform.ts'
import { connect, type WritableDatabase } from '../database.ts'
import { dumpLibrary } from '../dump-library.ts'
import { openLibrary } from '../open-database.ts'

const at = '2026-01-01T00:00:00.000Z'
let path = ''
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'octavo-again-')), 'library.db')
})
afterEach(() => rmSync(join(path, '..'), { recursive: true }))

/** As a program left it that knew nothing of the words of titles. */
function writeOldLibrary(): ReturnType<typeof dumpLibrary> {
  const db = openLibrary(path)
  const bytes = Buffer.from(formatRecords(generateRecords(3, 21)))
  const { value: plan } = perform(db, 'imports:plan', { args: { sources: [{ name: 'list.txt', bytes }] }, at })
  perform(db, 'imports:apply', { args: { plan }, at })
  const dump = dumpLibrary(db)
  db.exec(`DROP TABLE fingerprints; CREATE TABLE fingerprints (hash INTEGER, paperId INTEGER);
    DROP INDEX outdated_paper_values; PRAGMA user_version = 11`)
  db.close()
  return dump
}

function check(db: WritableDatabase) {
  return perform(db, 'library:check', { args: undefined, at }).value
}

it('settles the papers of an older library on opening it, and leaves their truth and history alone', () => {
  const before = writeOldLibrary()
  const db = openLibrary(path)
  expect(check(db)).toEqual([])
  expect(dumpLibrary(db)).toEqual(before)
  db.close()
})

it('opens an older library with a record that cannot be read, and settles the others', () => {
  writeOldLibrary()
  const damaged = connect(path)
  damaged.exec("UPDATE entries SET fields = '{' WHERE id = 1")
  damaged.close()
  const db = openLibrary(path)
  expect(check(db).map(({ code }) => code)).toEqual(['unreadable-record'])
  expect(db.prepare("SELECT paperId FROM paperValues WHERE recordsDigest = ''").pluck().all()).toEqual([1])
  db.close()
})
