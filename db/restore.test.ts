import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { issueAndExport } from '../electron/ipc/issue-and-export.ts'
import { perform } from '../electron/ipc/perform.ts'
import { connect } from './database.ts'
import { latestVersion } from './migrate.ts'
import { openLibrary } from './open-database.ts'
import { planRestore, restoreLibrary } from './restore.ts'

const at = '2026-01-01T00:00:00.000Z'

let folder = ''
let path = ''
let backup = ''
let keptAs = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-restore-'))
  path = join(folder, 'library.db')
  backup = join(folder, 'backup.db')
  keptAs = join(folder, 'kept.db')
  const db = openLibrary(path)
  perform(db, 'papers:add', { args: { fields: { title: 'Before the Backup' } }, at })
  perform(db, 'library:backUp', { args: { path: backup }, at })
  perform(db, 'papers:add', { args: { fields: { title: 'After the Backup' } }, at })
  db.close()
})
afterEach(() => rmSync(folder, { recursive: true }))

function titles(file: string): readonly (string | null)[] {
  const db = openLibrary(file)
  try {
    expect(perform(db, 'library:check', { args: undefined, at }).value).toEqual([])
    return perform(db, 'papers:list', { args: {}, at }).value.map(({ title }) => title)
  } finally {
    db.close()
  }
}

const counts = { notes: 0, tags: 0, lists: 0 }

describe('restoring a library', () => {
  it('puts the backup in its place and keeps what was there', () => {
    expect(restoreLibrary(path, backup, keptAs)).toEqual({ before: { papers: 2, ...counts }, after: { papers: 1, ...counts } })
    expect(titles(path)).toEqual(['Before the Backup'])
    expect(titles(keptAs)).toEqual(['Before the Backup', 'After the Backup'])
    expect(titles(backup)).toEqual(['Before the Backup'])
  })

  it('never gives a key that was issued since the backup to another paper', () => {
    const db = openLibrary(path)
    const issued = perform(db, 'papers:list', { args: { query: 'after' }, at }).value[0]
    issueAndExport(db, {
      args: {
        paperIds: [issued?.id ?? 0],
        format: 'bibtex',
        order: 'list',
        abstracts: false,
        notes: false,
        keywords: false,
        byStatus: false,
      },
      at,
    })
    db.close()
    restoreLibrary(path, backup, keptAs)
    const restored = openLibrary(path)
    const again = perform(restored, 'papers:add', { args: { fields: { title: 'After the Backup' } }, at }).value
    const [paper] = perform(restored, 'papers:get', { args: { paperIds: [again] }, at }).value
    restored.close()
    expect(again).toBeGreaterThan(issued?.id ?? 0)
    expect([issued?.citationKey, paper?.citationKey]).toEqual(['backupa', 'backupb'])
    expect(titles(path)).toEqual(['Before the Backup', 'After the Backup'])
  })

  it('changes nothing when it only says what would change', () => {
    planRestore(path, backup)
    expect(titles(path)).toEqual(['Before the Backup', 'After the Backup'])
  })

  it('refuses while another program has the library open', () => {
    const other = openLibrary(path)
    expect(() => restoreLibrary(path, backup, keptAs)).toThrow(/is open in another program/)
    other.close()
    expect(titles(path)).toEqual(['Before the Backup', 'After the Backup'])
  })

  it('restores over a library that is damaged', () => {
    writeFileSync(path, Buffer.alloc(20_000, 'x'))
    expect(restoreLibrary(path, backup, keptAs).before).toBeNull()
    expect(titles(path)).toEqual(['Before the Backup'])
    expect(readFileSync(keptAs)).toEqual(Buffer.alloc(20_000, 'x'))
  })

  it('restores where no library is', () => {
    rmSync(path)
    expect(restoreLibrary(path, backup, keptAs).before).toBeNull()
    expect(titles(path)).toEqual(['Before the Backup'])
  })

  it.each([
    ['is no backup', () => writeFileSync(backup, 'A letter.'), /cannot be restored/],
    [
      'is damaged',
      () => writeFileSync(backup, readFileSync(backup).fill(0, 8000, 20_000)),
      /cannot be restored: .*Nothing was changed/,
    ],
    ['is of a newer program', () => raiseVersion(), /is of a newer Octavo/],
    ['is not there', () => rmSync(backup), /is not there/],
  ])('leaves the library alone when the file %s', (_, spoil, sentence) => {
    spoil()
    expect(() => restoreLibrary(path, backup, keptAs)).toThrow(sentence)
    expect(titles(path)).toEqual(['Before the Backup', 'After the Backup'])
  })

  it('refuses the library itself', () => {
    expect(() => restoreLibrary(path, path, keptAs)).toThrow(/is the library itself/)
  })
})

function raiseVersion(): void {
  const db = connect(backup)
  db.pragma(`user_version = ${latestVersion + 1}`)
  db.close()
}
