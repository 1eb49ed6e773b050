import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createTestLibrary } from '../../db/create-test-library.ts'
import type { WritableDatabase } from '../../db/database.ts'
import type { ArgsOf, LibraryCallName, ValueOf } from './contract.ts'
import { perform } from './perform.ts'

const at = '2026-01-01T00:00:00.000Z'

function ask<Name extends LibraryCallName>(db: WritableDatabase, name: Name, args: ArgsOf<Name>): ValueOf<Name> {
  return perform(db, name, { args, at }).value
}

/** Three papers by Dijkstra, of which the second has left the program. */
function dijkstra(): WritableDatabase {
  const db = createTestLibrary()
  const add = (title: string, year: string) => ask(db, 'papers:add', { fields: { title, authors: 'Dijkstra, Edsger W.', year } })
  add('Go To Statement Considered Harmful', '1968')
  add('The Structure of the THE-Multiprogramming System', '1968')
  add('Notes on Structured Programming', '1970')
  ask(db, 'bibliography:cite', { paperIds: [2], style: 'latex' })
  ask(db, 'keys:setPattern', { pattern: '[auth][year]' })
  return db
}

function keys(db: WritableDatabase): readonly string[] {
  return ask(db, 'papers:list', {}).map(({ citationKey }) => citationKey)
}

function renew(db: WritableDatabase, paperIds: number[]): void {
  ask(db, 'keys:renew', { changes: ask(db, 'keys:plan', { paperIds }).map(({ paperId, to }) => ({ paperId, to })) })
}

it('makes keys again by the pattern, with letters where they would be one, and keeps issued ones as aliases', () => {
  const db = dijkstra()
  const before = keys(db)
  expect(ask(db, 'keys:plan', { paperIds: [3, 2, 1] })).toMatchObject([
    { paperId: 1, from: before[0], to: 'dijkstra1968', isIssued: false },
    { paperId: 2, from: before[1], to: 'dijkstra1968a', isIssued: true },
    { paperId: 3, from: before[2], to: 'dijkstra1970', isIssued: false },
  ])
  renew(db, [1, 2, 3])
  expect(keys(db)).toEqual(['dijkstra1968', 'dijkstra1968a', 'dijkstra1970'])
  expect(ask(db, 'papers:find', { view: 'all', query: `key:${before[1]}` })).toEqual([2])
  expect(ask(db, 'keys:plan', { paperIds: [1, 2, 3] })).toEqual([])
  expect(ask(db, 'library:check', undefined)).toEqual([])
})

it('shows the former keys again when that is undone, and keeps what was issued for its paper', () => {
  const db = dijkstra()
  const before = keys(db)
  renew(db, [1, 2, 3])
  ask(db, 'journal:undo', { count: 1 })
  expect(keys(db)).toEqual(before)
  expect(() => ask(db, 'papers:setField', { paperId: 1, field: 'citationKey', text: 'dijkstra1968a' })).toThrow(
    'belongs to another paper',
  )
  expect(ask(db, 'keys:history', { paperId: 2 })).toEqual([
    { citationKey: before[1], isShown: true, importedAt: null, typedAt: null, exportedAt: at },
    { citationKey: 'dijkstra1968a', isShown: false, importedAt: null, typedAt: at, exportedAt: null },
  ])
  ask(db, 'journal:redo', { count: 1 })
  expect(keys(db)).toEqual(['dijkstra1968', 'dijkstra1968a', 'dijkstra1970'])
})

it('leaves the keys of other papers alone, and does not take theirs', () => {
  const db = dijkstra()
  ask(db, 'papers:setField', { paperId: 3, field: 'citationKey', text: 'dijkstra1968' })
  renew(db, [1])
  expect(keys(db)).toEqual(['dijkstra1968a', expect.stringMatching(/^dijkstra1968\w{4}/), 'dijkstra1968'])
})

it('refuses to make other keys than were seen', () => {
  const db = dijkstra()
  const [change] = ask(db, 'keys:plan', { paperIds: [1] })
  ask(db, 'papers:setField', { paperId: 1, field: 'year', text: '1969' })
  expect(() => ask(db, 'keys:renew', { changes: [{ paperId: 1, to: change?.to ?? '' }] })).toThrow('look again')
})

it('finds the keys that documents in a folder cite, old ones too', () => {
  const db = dijkstra()
  const [, structure = ''] = keys(db)
  renew(db, [2])
  const folder = mkdtempSync(join(tmpdir(), 'octavo-documents-'))
  try {
    mkdirSync(join(folder, 'chapters'))
    mkdirSync(join(folder, 'node_modules'))
    writeFileSync(join(folder, 'chapters', 'one.tex'), `\\cite{${structure},missing}\n\\citep{dijkstra1968}`)
    writeFileSync(join(folder, 'notes.md'), `See @${structure}.`)
    writeFileSync(join(folder, 'node_modules', 'readme.md'), '@ignored')
    writeFileSync(join(folder, 'picture.tex'), Buffer.from([0, 1, 2, 0, 0, 3]))
    const { files, keys: used, problems } = ask(db, 'keys:inUse', { path: folder })
    expect(files).toBe(3)
    expect(used).toEqual([
      { citationKey: 'dijkstra1968', uses: 1, places: ['chapters/one.tex:2'], paperId: 2, shownKey: 'dijkstra1968' },
      { citationKey: structure, uses: 2, places: ['chapters/one.tex:1', 'notes.md:1'], paperId: 2, shownKey: 'dijkstra1968' },
      { citationKey: 'missing', uses: 1, places: ['chapters/one.tex:1'], paperId: null, shownKey: null },
    ])
    expect(problems).toEqual([expect.stringContaining('picture.tex could not be read')])
    expect(ask(db, 'keys:inUse', { path: join(folder, 'nowhere') }).problems).toEqual([
      expect.stringContaining('could not be read'),
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
