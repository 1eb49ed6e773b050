import { describe, expect, it } from 'vitest'
import { formatRecords, type GeneratedRecord, generateRecords } from '../../build/generate-records.ts'
import { createTestLibrary } from '../../db/create-test-library.ts'
import type { WritableDatabase } from '../../db/database.ts'
import { perform } from '../ipc/perform.ts'
import { reportImport } from './import-report.ts'

const at = '2026-01-01T00:00:00.000Z'
const records = generateRecords(12, 31)

function text(name: string, list: readonly GeneratedRecord[]) {
  return { name, bytes: Buffer.from(formatRecords(list)) }
}

function importInto(db: WritableDatabase, ...sources: readonly { name: string; bytes: Uint8Array }[]) {
  const plan = perform(db, 'imports:plan', { args: { sources: [...sources] }, at }).value
  return reportImport(perform(db, 'imports:apply', { args: { plan }, at }).value)
}

function counts(report: readonly { added: number; merged: number; unchanged: number; changed: number }[]) {
  return report.map(({ added, merged, unchanged, changed }) => ({ added, merged, unchanged, changed }))
}

function list(db: WritableDatabase) {
  return perform(db, 'papers:list', { args: {}, at }).value
}

describe('an import', () => {
  it('knows the same bytes under another name', () => {
    const db = createTestLibrary()
    importInto(db, text('one.txt', records))
    expect(counts(importInto(db, text('two.txt', records)))).toEqual([{ added: 0, merged: 0, unchanged: 12, changed: 0 }])
    expect(perform(db, 'sources:list', { args: undefined, at }).value.map(({ name }) => name)).toEqual(['one.txt'])
  })

  it('names a list after the short line above its entries', () => {
    const db = createTestLibrary()
    const bytes = Buffer.from(`Publications of Leslie Lamport\n\n${formatRecords(records)}`)
    importInto(db, { name: 'page.txt', bytes }, text('bare.txt', generateRecords(5, 7)))
    const headings = perform(db, 'sources:list', { args: undefined, at }).value.map(({ heading }) => heading)
    expect(headings).toEqual(['Publications of Leslie Lamport', null])
  })

  it('takes an edited list for a new version: adds and changes, and leaves what is missing', () => {
    const db = createTestLibrary()
    importInto(db, text('list.txt', records.slice(0, 8)))
    const [first, second, ...rest] = records.slice(0, 7)
    const edited = [
      ...rest,
      { ...first, abstract: `${first?.abstract} One sentence more.` } as GeneratedRecord,
      second as GeneratedRecord,
      ...records.slice(8, 9),
    ]
    expect(counts(importInto(db, text('renamed.txt', edited)))).toEqual([{ added: 1, merged: 0, unchanged: 6, changed: 1 }])
    const papers = list(db)
    expect(papers.length).toBe(9)
    expect(papers.find(({ title }) => title === first?.title)).toMatchObject({
      abstract: `${first?.abstract} One sentence more.`,
      sources: [{ file: 'renamed.txt', lineStart: 16, lineEnd: 18 }],
    })
    expect(papers.find(({ title }) => title === records[7]?.title)?.sources.map(({ file }) => file)).toEqual(['list.txt'])
  })

  it('finds a work by a title with another wording, in the library and in the list itself', () => {
    const db = createTestLibrary()
    importInto(db, text('list.txt', records))
    const titled = (key: string, title: string) => `@misc{${key}, author = {Rivest, Ronald and Shamir, Adi}, title = {${title}}}`
    const bib = (name: string, ...entries: readonly string[]) => ({ name, bytes: Buffer.from(entries.join('\n')) })
    importInto(db, bib('one.bib', titled('a', 'How to Share a Secret among Many')))
    const again = bib('two.bib', titled('b', 'How to Share Secret among Many'))
    const third = bib('three.bib', titled('c', 'How to Share a Secret'))
    expect(counts(importInto(db, again, third))).toEqual([
      { added: 0, merged: 1, unchanged: 0, changed: 0 },
      { added: 1, merged: 0, unchanged: 0, changed: 0 },
    ])
    expect(perform(db, 'library:check', { args: undefined, at }).value).toEqual([])
  })

  it('takes a list that shares less than half for another one', () => {
    const db = createTestLibrary()
    importInto(db, text('one.txt', records.slice(0, 7)))
    expect(counts(importInto(db, text('two.txt', records.slice(4))))).toEqual([{ added: 5, merged: 3, unchanged: 0, changed: 0 }])
  })

  it('counts the entries of a file given twice as unchanged', () => {
    expect(counts(importInto(createTestLibrary(), text('a.txt', records), text('b.txt', records)))).toEqual([
      { added: 12, merged: 0, unchanged: 0, changed: 0 },
      { added: 0, merged: 0, unchanged: 12, changed: 0 },
    ])
  })

  it('never overwrites what the user typed', () => {
    const db = createTestLibrary()
    importInto(db, text('one.txt', records.slice(0, 3)))
    const paperId = list(db)[0]?.id ?? 0
    perform(db, 'papers:setField', { args: { paperId, field: 'title', text: 'My own title' }, at })
    importInto(db, text('two.txt', [...records.slice(0, 1), ...records.slice(3, 9)]))
    expect(list(db)[0]).toMatchObject({ title: 'My own title', titleOrigin: 'user' })
  })

  it('marks as possible duplicates what it is unsure of, and merges nothing', () => {
    const db = createTestLibrary()
    const same = { title: records[0]?.title ?? '', authors: 'Hoare, Charles Antony Richard', abstract: records[1]?.abstract ?? '' }
    importInto(db, text('one.txt', records.slice(0, 1)))
    const [report] = importInto(db, text('two.txt', [same, ...records.slice(2, 6)]))
    expect(report).toMatchObject({ added: 5, merged: 0, uncertain: 1 })
    expect(db.prepare('SELECT paperId, otherPaperId FROM possibleDuplicates').all()).toEqual([{ paperId: 1, otherPaperId: 2 }])
  })

  it('makes two papers one when a third entry ties them, unless the user has edited one', () => {
    const half = (record: GeneratedRecord | undefined) => ({ title: record?.title, abstract: `Abstract: ${record?.abstract}` })
    const { title, abstract } = half(records[0])
    const filler = records.slice(1, 4)
    const byTitle = text('titles.txt', [
      { title: title ?? '', authors: 'Hopper, Grace', abstract: `${records[5]?.abstract.slice(0, 150)}.` },
      ...filler,
    ])
    const byAbstract = {
      name: 'abstracts.txt',
      bytes: Buffer.from(`${abstract}\nAbstract: ${records[6]?.abstract}\nAbstract: ${records[7]?.abstract}\n`),
    }
    const both = text('both.txt', [
      { title: title ?? '', authors: 'Hopper, Grace', abstract: records[0]?.abstract ?? '' },
      ...records.slice(8),
    ])
    const tied = createTestLibrary()
    importInto(tied, byTitle)
    importInto(tied, byAbstract)
    expect(list(tied).length).toBe(7)
    importInto(tied, both)
    expect(list(tied).length).toBe(10)
    const edited = createTestLibrary()
    importInto(edited, byTitle)
    importInto(edited, byAbstract)
    perform(edited, 'papers:setField', { args: { paperId: 1, field: 'year', text: '1952' }, at })
    importInto(edited, both)
    expect(list(edited).length).toBe(11)
    expect(edited.prepare('SELECT count(*) FROM possibleDuplicates').pluck().get()).toBe(1)
  })

  it('decides again when the library changed after the plan was made', () => {
    const db = createTestLibrary()
    const plan = perform(db, 'imports:plan', { args: { sources: [text('one.txt', records)] }, at }).value
    importInto(db, text('two.txt', records.slice(0, 4)))
    const report = reportImport(perform(db, 'imports:apply', { args: { plan }, at }).value)
    expect(counts(report)).toEqual([{ added: 8, merged: 4, unchanged: 0, changed: 0 }])
    expect(perform(db, 'library:check', { args: undefined, at }).value).toEqual([])
  })

  it('brings a deleted paper back when another list has it, but not when the same list comes again', () => {
    const db = createTestLibrary()
    importInto(db, text('one.txt', records.slice(0, 3)))
    perform(db, 'papers:trash', { args: { paperIds: [1] }, at })
    importInto(db, text('one.txt', records.slice(0, 3)))
    expect(list(db).length).toBe(2)
    importInto(db, text('two.txt', [...records.slice(0, 1), ...records.slice(4, 9)]))
    expect(list(db).map(({ title }) => title)).toContain(records[0]?.title)
  })
})
