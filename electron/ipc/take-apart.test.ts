import { describe, expect, it } from 'vitest'
import { checkLibrary } from '../../db/check-library.ts'
import { createTestLibrary } from '../../db/create-test-library.ts'
import type { WritableDatabase } from '../../db/database.ts'
import { lastValue } from '../import/last-value.ts'
import type { ArgsOf, LibraryCallName, ValueOf } from './contract.ts'
import { perform } from './perform.ts'

const at = '2026-01-01T00:00:00.000Z'
const sentences =
  'We measure fine sand on wide deltas. Samples from nine banks were dried, sieved and weighed twice. Most grains are quartz, rounded by long transport, and coarse layers mark winter storms of the last century.'
const birds = `Counting migrating birds with cheap microphones
We record night calls above an island for two autumns. A small classifier sorts clips into forty species. Its counts agree with radar within a tenth, at a hundredth of the price.`
const rivers = `Sediments of slow rivers and their deltas\n${sentences}`
const sand = `Abstract: ${sentences}\nAbstract: We record night calls above another island, and count what we hear by ear alone, with two observers who do not talk to each other until the end of the season.`

function ask<Name extends LibraryCallName>(db: WritableDatabase, name: Name, args: ArgsOf<Name>): ValueOf<Name> {
  return perform(db, name, { args, at }).value
}

function importText(db: WritableDatabase, name: string, text: string): void {
  ask(db, 'imports:apply', { plan: ask(db, 'imports:plan', { sources: [{ name, bytes: Buffer.from(text) }] }) })
}

function titles(db: WritableDatabase): readonly (string | null)[] {
  return ask(db, 'papers:list', {}).map(({ title }) => title)
}

/** Two lists that give one work, in the first with its title; what the user made of it stands on the paper. */
function mergedLibrary(): WritableDatabase {
  const db = createTestLibrary()
  importText(db, 'rivers.txt', `${rivers}\n${birds}\n`)
  importText(db, 'sand.txt', sand)
  ask(db, 'tags:add', { paperIds: [1], name: 'sand' })
  return db
}

describe('taking apart', () => {
  it('makes a paper of its own of an entry, and leaves what the user made where it was', () => {
    const db = mergedLibrary()
    const [, second] = ask(db, 'papers:entries', { paperId: 1 })
    expect(second?.file).toBe('sand.txt')
    const newId = ask(db, 'papers:takeApart', { paperId: 1, entryIds: [second?.id ?? 0] })
    const papers = ask(db, 'papers:get', { paperIds: [1, newId] })
    expect(papers.map(({ tags, sources }) => [tags, sources.map(({ file }) => file)])).toEqual([
      [['sand'], ['rivers.txt']],
      [[], ['sand.txt']],
    ])
    expect(lastValue(checkLibrary(db))).toEqual([])
  })

  it('holds when the list comes again, and is undone in one step', () => {
    const db = mergedLibrary()
    const before = titles(db)
    const [, second] = ask(db, 'papers:entries', { paperId: 1 })
    ask(db, 'papers:takeApart', { paperId: 1, entryIds: [second?.id ?? 0] })
    importText(db, 'sand.txt', sand)
    importText(db, 'more.txt', `${birds}\n${sand} And one word more.\n`)
    expect(ask(db, 'papers:findDuplicates', undefined)).toEqual([])
    ask(db, 'journal:undo', { count: 2 })
    expect(titles(db)).toEqual(before)
    expect(lastValue(checkLibrary(db))).toEqual([])
  })

  it('refuses where nothing would be left', () => {
    const db = mergedLibrary()
    const [only] = ask(db, 'papers:entries', { paperId: 2 })
    expect(() => ask(db, 'papers:takeApart', { paperId: 2, entryIds: [only?.id ?? 0] })).toThrow('nothing to take apart')
  })
})

describe('not the same', () => {
  it('answers an open question, and is not asked again', () => {
    const db = createTestLibrary()
    const ponds =
      'Life in ponds\nWater beetles were counted in forty ponds over three summers, at dawn and dusk, with nets and lamps, and all were set free again at once.'
    const other =
      'Life in ponds\nFrogs call at night, and their calls carry over water for a mile or two when the air is still and cold, as we measured with one microphone.'
    importText(db, 'one.txt', `${ponds}\n${birds}\n`)
    importText(db, 'two.txt', `${other}\n${rivers}\n`)
    const [match] = ask(db, 'papers:detail', { paperId: 1 }).possibleDuplicates
    ask(db, 'papers:separate', { paperIds: [1, match?.paperId ?? 0] })
    importText(db, 'three.txt', `${ponds} At once.\n${rivers} Since then.\n`)
    expect(ask(db, 'views:lookSections', undefined).map(({ reason }) => reason)).toEqual(['no-authors'])
    expect(lastValue(checkLibrary(db))).toEqual([])
  })
})

describe('not the same, remembered', () => {
  it('holds when the list is removed and comes again', () => {
    const db = mergedLibrary()
    const [, second] = ask(db, 'papers:entries', { paperId: 1 })
    ask(db, 'papers:takeApart', { paperId: 1, entryIds: [second?.id ?? 0] })
    const apart = titles(db)
    const [, source] = ask(db, 'sources:list', undefined)
    ask(db, 'sources:remove', { sourceId: source?.id ?? 0, name: 'sand.txt' })
    expect(titles(db)).toHaveLength(apart.length - 2)
    importText(db, 'sand again.txt', sand)
    expect(titles(db).toSorted()).toEqual(apart.toSorted())
    expect(ask(db, 'papers:findDuplicates', undefined)).toEqual([])
    expect(lastValue(checkLibrary(db))).toEqual([])
  })

  it('holds for a paper that was typed and stands in no list', () => {
    const db = createTestLibrary()
    const typed = ask(db, 'papers:add', { fields: { title: 'Counting migrating birds with cheap microphones' } })
    importText(db, 'birds.txt', birds)
    const apart = ask(db, 'papers:list', {}).map(({ id }) => id)
    expect(apart).toEqual([typed])
    const [entry] = ask(db, 'papers:entries', { paperId: typed })
    ask(db, 'papers:takeApart', { paperId: typed, entryIds: [entry?.id ?? 0] })
    importText(db, 'again.txt', `${birds} Heard twice.\n${rivers}\n`)
    expect(ask(db, 'papers:findDuplicates', undefined)).toEqual([])
    expect(ask(db, 'papers:list', {})).toHaveLength(3)
  })
})

describe('duplicates of the whole library', () => {
  it('are found, and merged in one step', () => {
    const db = mergedLibrary()
    const [, second] = ask(db, 'papers:entries', { paperId: 1 })
    ask(db, 'papers:takeApart', { paperId: 1, entryIds: [second?.id ?? 0] })
    ask(db, 'papers:add', { fields: { title: 'Counting migrating birds with cheap microphones' } })
    const groups = ask(db, 'papers:findDuplicates', undefined)
    expect(groups).toEqual([{ paperIds: [2, 5], evidence: 'same title' }])
    const before = titles(db)
    expect(ask(db, 'papers:mergeGroups', { groups: groups.map(({ paperIds }) => [...paperIds]) })).toBe(1)
    expect(titles(db)).toHaveLength(before.length - 1)
    ask(db, 'journal:undo', { count: 1 })
    expect(titles(db)).toEqual(before)
  })
})

describe('a source', () => {
  it('is a view in its own order, with its headings, and shows its lines', () => {
    const db = createTestLibrary()
    importText(db, 'first.txt', `${birds}\n${rivers}\n`)
    const list = `${rivers}\n\n${birds}\n`
    importText(db, 'second.txt', list.replace('Sediments', 'On sediments'))
    const [, source] = ask(db, 'sources:list', undefined)
    const sourceId = source?.id ?? 0
    expect(ask(db, 'papers:find', { view: 'all', query: '', sourceId })).toEqual([2, 1])
    expect(ask(db, 'papers:find', { view: 'all', query: '', sourceId, sort: { field: 'added', descending: false } })).toEqual([
      1, 2,
    ])
    expect(ask(db, 'sources:lines', { sourceId, lineStart: 4, lineEnd: 4 })).toEqual({
      first: 2,
      lines: [sentences, '', ...birds.split('\n')],
    })
  })
})

it('shows the lists’ value again when a typed one is taken back', () => {
  const db = mergedLibrary()
  ask(db, 'papers:setField', { paperId: 1, field: 'title', text: 'Sand' })
  ask(db, 'papers:takeBack', { paperId: 1, field: 'title' })
  expect(titles(db)).toContain('Sediments of slow rivers and their deltas')
  ask(db, 'papers:add', { fields: { title: 'Typed' } })
  expect(() => ask(db, 'papers:takeBack', { paperId: 4, field: 'title' })).toThrow('No list gives another value')
})
