import { describe, expect, it } from 'vitest'
import { formatRecords, generateRecords } from '../build/generate-records.ts'
import { perform } from '../electron/ipc/perform.ts'
import { createTestLibrary } from './create-test-library.ts'
import type { WritableDatabase } from './database.ts'

const at = '2026-01-01T00:00:00.000Z'

function createImported() {
  const db = createTestLibrary()
  const bytes = Buffer.from(formatRecords(generateRecords(3, 21)))
  const plan = perform(db, 'imports:plan', { args: { sources: [{ name: 'list.txt', bytes }] }, at }).value
  perform(db, 'imports:apply', { args: { plan }, at })
  return db
}

function check(db: WritableDatabase) {
  return perform(db, 'library:check', { args: undefined, at }).value
}

describe('checking a library', () => {
  it('finds nothing wrong with one that only commands have written', () => {
    expect(check(createImported())).toEqual([])
  })

  it.each([
    ['unsettled', "UPDATE paperValues SET title = 'Another title' WHERE paperId = 1"],
    ['unsettled', "UPDATE paperAuthors SET family = 'Nobody' WHERE paperId = 1 AND position = 0"],
    ['unsettled', 'DELETE FROM fingerprints WHERE paperId = 1'],
    ['unsettled', 'DELETE FROM paperValues WHERE paperId = 1'],
    ['settled-ghost', 'UPDATE paperValues SET paperId = 99 WHERE paperId = 3'],
    [
      'key-shared',
      'UPDATE paperValues SET citationKey = (SELECT citationKey FROM paperValues WHERE paperId = 2) WHERE paperId = 1',
    ],
    ['search-index', 'DELETE FROM paperSearch WHERE rowid = 2'],
    [
      'unreadable-record',
      "UPDATE temp.openStep SET id = 1; INSERT INTO temp.openStep VALUES (1); UPDATE entries SET fields = '{' WHERE id = 1",
    ],
    ['source-bytes', "UPDATE sourceContents SET compressed = x'00'"],
  ])('finds %s', (code, damage) => {
    const db = createImported()
    db.exec(damage)
    expect(check(db).map((problem) => problem.code)).toContain(code)
  })
})
