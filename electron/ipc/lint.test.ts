import { expect, it } from 'vitest'
import { createTestLibrary } from '../../db/create-test-library.ts'
import type { WritableDatabase } from '../../db/database.ts'
import type { ArgsOf, LibraryCallName, ValueOf } from './contract.ts'
import { perform } from './perform.ts'

const at = '2026-01-01T00:00:00.000Z'

function ask<Name extends LibraryCallName>(db: WritableDatabase, name: Name, args: ArgsOf<Name>): ValueOf<Name> {
  return perform(db, name, { args, at }).value
}

function add(db: WritableDatabase, title: string, more: Readonly<Record<string, string>> = {}): number {
  return ask(db, 'papers:add', { fields: { title, authors: 'Knuth, Donald E.', year: '1974', ...more } })
}

function groups(db: WritableDatabase) {
  return ask(db, 'lint:find', undefined).map(({ code, paperIds, fixable }) => [code, paperIds, fixable])
}

it('groups the papers by what may be wrong with them', () => {
  const db = createTestLibrary()
  add(db, 'Structured Programming with go to Statements', { pages: '261-301' })
  add(db, 'Computer Programming as an Art.', { year: '' })
  expect(groups(db)).toEqual([
    ['missing-year', [2], 0],
    ['title-full-stop', [2], 1],
    ['pages-dash', [1], 1],
  ])
})

it('fixes all of a kind in one step, as the user’s own values, and leaves alone what changed meanwhile', () => {
  const db = createTestLibrary()
  const titles = () => ask(db, 'papers:list', {}).map(({ title }) => title)
  add(db, 'Computer Programming as an Art.')
  add(db, 'The Art of Computer Programming.')
  add(db, 'Literate Programming.')
  const fixes = ask(db, 'lint:list', { code: 'title-full-stop' }).flatMap(({ paperId, findings }) =>
    findings.map(({ field, value, fix }) => ({ paperId, field, value, text: fix ?? '' })),
  )
  ask(db, 'papers:setField', { paperId: 3, field: 'title', text: 'Literate Programming!' })
  expect(ask(db, 'lint:fix', { code: 'title-full-stop', fixes })).toBe(2)
  expect(titles()).toEqual(['Computer Programming as an Art', 'The Art of Computer Programming', 'Literate Programming!'])
  expect(ask(db, 'papers:detail', { paperId: 1 }).origins.title?.kind).toBe('user')
  expect(() => ask(db, 'lint:fix', { code: 'title-full-stop', fixes })).toThrow('Nothing was changed')
  ask(db, 'journal:undo', { count: 1 })
  expect(titles()[0]).toBe('Computer Programming as an Art.')
})

it('finds what is there twice, unless it is in the trash', () => {
  const db = createTestLibrary()
  add(db, 'Structured Programming with go to Statements', { doi: '10.1145/356635.356640' })
  add(db, 'Structured programming with go to statements', { doi: '10.1145/356635.356640' })
  expect(groups(db)).toEqual([
    ['duplicate-doi', [1, 2], 0],
    ['duplicate-title', [1, 2], 0],
  ])
  const [first] = ask(db, 'lint:papers', { paperIds: [1] })
  expect(first?.findings.map(({ message }) => message)).toEqual([
    'Has the DOI of knuth1974structureda.',
    'Has the title of knuth1974structureda.',
  ])
  ask(db, 'papers:trash', { paperIds: [2] })
  expect(groups(db)).toEqual([])
})

it('looks again only at papers that changed, at twins and at what is ignored', () => {
  const db = createTestLibrary()
  add(db, 'Computer Programming as an Art.')
  add(db, 'Literate Programming')
  expect(groups(db)).toEqual([['title-full-stop', [1], 1]])
  const looks: string[] = []
  const again = () => {
    looks.length = 0
    return perform(db, 'lint:find', { args: undefined, at, onProgress: ({ what }) => looks.push(what) }).value.map(
      ({ code }) => code,
    )
  }
  expect([again(), looks.includes('Looking at papers')]).toEqual([['title-full-stop'], false])
  ask(db, 'papers:setField', { paperId: 2, field: 'title', text: 'Computer Programming as an Art' })
  expect([again(), looks.includes('Looking at papers')]).toEqual([['duplicate-title', 'title-full-stop'], true])
  ask(db, 'lint:ignore', { paperIds: [1, 2], code: 'duplicate-title' })
  ask(db, 'papers:trash', { paperIds: [1] })
  expect(again()).toEqual([])
  ask(db, 'journal:undo', { count: 3 })
  expect(again()).toEqual(['title-full-stop'])
})

it('tells how far it is with fixes, and changes nothing where it is stopped', () => {
  const db = createTestLibrary()
  add(db, 'Literate Programming.')
  const fixes = [{ paperId: 1, field: 'title', value: 'Literate Programming.', text: 'Literate Programming' }] as const
  const stop = () => {
    throw new Error('stopped')
  }
  expect(() => perform(db, 'lint:fix', { args: { code: 'title-full-stop', fixes: [...fixes] }, at, onProgress: stop })).toThrow(
    'stopped',
  )
  expect(ask(db, 'papers:list', {}).map(({ title }) => title)).toEqual(['Literate Programming.'])
})

it('says no more of a problem that is ignored, until that is undone', () => {
  const db = createTestLibrary()
  const paperId = add(db, 'Computer Programming as an Art', { year: '' })
  ask(db, 'lint:ignore', { paperIds: [paperId], code: 'missing-year' })
  expect(groups(db)).toEqual([])
  ask(db, 'journal:undo', { count: 1 })
  expect(groups(db)).toEqual([['missing-year', [1], 0]])
})

it('puts first what is in doubt among the papers that need a look, and leaves out authors that are not asked for', () => {
  const db = createTestLibrary()
  for (const title of ['Programming Pearls', 'Literate Programming']) ask(db, 'papers:add', { fields: { title } })
  const bytes = Buffer.from(
    'Abstract: We describe a typed language whose programs knit, and prove that no loop falls off the needle.\n',
  )
  ask(db, 'imports:apply', { plan: ask(db, 'imports:plan', { sources: [{ name: 'abstracts.txt', bytes }] }) })
  const looked = () => ask(db, 'papers:find', { view: 'needs-look', query: '' })
  expect(looked()).toEqual([3, 1, 2])
  expect(ask(db, 'views:lookSections', undefined)).toEqual([
    { reason: 'no-authors', papers: 2, paperId: 1 },
    { reason: 'no-title', papers: 1, paperId: 3 },
  ])
  ask(db, 'lint:ignore', { code: 'missing-authors', paperIds: [1] })
  expect(looked()).toEqual([3, 2])
})
