import { describe, expect, it } from 'vitest'
import { createTestLibrary } from '../../db/create-test-library.ts'
import type { WritableDatabase } from '../../db/database.ts'
import type { Paper } from '../../db/model/paper.ts'
import { issueAndExport } from '../ipc/issue-and-export.ts'
import { perform } from '../ipc/perform.ts'
import { reportImport } from './import-report.ts'

const at = '2026-01-01T00:00:00.000Z'

function importInto(db: WritableDatabase, text: string, name = 'refs.bib') {
  const plan = perform(db, 'imports:plan', { args: { sources: [{ name, bytes: Buffer.from(text) }] }, at }).value
  return reportImport(perform(db, 'imports:apply', { args: { plan }, at }).value)
}

function list(db: WritableDatabase): readonly Paper[] {
  return perform(db, 'papers:list', { args: {}, at }).value
}

function exported(db: WritableDatabase, format: 'bibtex' | 'biblatex'): string {
  const paperIds = list(db).map(({ id }) => id)
  const args = { paperIds, format, order: 'list', abstracts: true, notes: false, keywords: true, byStatus: false } as const
  return issueAndExport(db, { args, at }).text
}

const bibliography = String.raw`
@string{cup = {Cambridge University Press}}
@article{Shannon:1948,
  author = {Shannon, Claude E.}, title = {A Mathematical Theory of Communication}, journal = {Bell System Technical Journal},
  year = 1948, month = jul, volume = 27, number = 3, pages = {379--423}, keywords = {information theory, to cite}, readstatus = {read},
  annote = {Where the bit comes from.},
}
@incollection{babbage/engine,
  author = {Lovelace, Ada}, title = {Notes by the {Translator}}, crossref = {memoirs}, pages = {666--731}, translator = {Lovelace, Ada and others}
}
@collection{memoirs, editor = {Taylor, Richard}, title = {Scientific Memoirs}, date = {1843-08/1843-09}, publisher = cup, location = {London and Z{\"u}rich}}
@book{euler, author = {Euler, Leonhard}, title = {Introductio in analysin infinitorum: $e^{ix}$ \& \emph{more}}, year = {1748}, mystery = {kept \% too}}
@thesis{noether, author = {Noether, Emmy}, title = {{\"U}ber die Bildung des Formensystems}, type = {phdthesis}, institution = {Erlangen}, date = 1907}
@online{arxiv, author = {{The ATLAS Collaboration}}, title = {Observation}, eprint = {1207.7214v2}, eprinttype = {arxiv}, eprintclass = {hep-ex}}
`

describe('a bibliography', () => {
  it('comes in with its keys, tags, statuses and notes', () => {
    const db = createTestLibrary()
    expect(importInto(db, bibliography)[0]).toMatchObject({
      format: 'bibtex',
      entries: 6,
      added: 6,
      leftovers: [{ line: 2, reason: 'string' }],
    })
    const [shannon] = list(db)
    expect(list(db).map(({ citationKey }) => citationKey)).toEqual([
      'Shannon:1948',
      'babbage/engine',
      'memoirs',
      'euler',
      'noether',
      'arxiv',
    ])
    expect(shannon).toMatchObject({
      status: 'read',
      tags: ['information theory', 'to cite'],
      notes: [{ text: 'Where the bit comes from.' }],
      extra: { annotation: 'Where the bit comes from.', date: '1948-07' },
    })
    expect(perform(db, 'library:check', { args: undefined, at }).value).toEqual([])
  })

  it('keeps keys in letters of any script; other names of a paper, and keys that cannot be cited, find it too', () => {
    const db = createTestLibrary()
    const text = `@article{gödel1931, title = {Über formal unentscheidbare Sätze}, ids = {goedel, incompleteness}}
@book{o'neil 90, title = {Surreal Numbers}}`
    importInto(db, text)
    importInto(db, `${text}\n`)
    expect(list(db).map(({ citationKey }) => citationKey)).toEqual(['gödel1931', 'oneil90'])
    const titlesOf = (query: string) => perform(db, 'papers:list', { args: { query }, at }).value.map(({ title }) => title)
    expect(['key:goedel', 'key:incompleteness', 'key:"o\'neil 90"'].map(titlesOf)).toEqual([
      ['Über formal unentscheidbare Sätze'],
      ['Über formal unentscheidbare Sätze'],
      ['Surreal Numbers'],
    ])
    expect(perform(db, 'library:check', { args: undefined, at }).value).toEqual([])
  })

  it('keeps two records apart that have keys of their own and titles with one word changed', () => {
    const db = createTestLibrary()
    const record = (key: string, title: string) =>
      `@misc{${key}, author = {Rivest, Ronald and Shamir, Adi}, year = 1983, title = {${title}}}`
    const titles = ['A Method for Obtaining Digital Signatures', 'A Method for Obtaining Electronic Signatures']
    const [report] = importInto(db, titles.map((title, place) => record(`key${place}`, title)).join('\n'))
    expect(report).toMatchObject({ added: 2, merged: 0, uncertain: 1 })
    expect(list(db).map(({ citationKey }) => citationKey)).toEqual(['key0', 'key1'])
  })

  it('is the same after going out and in again', () => {
    const first = createTestLibrary()
    importInto(first, bibliography)
    const second = createTestLibrary()
    importInto(second, exported(first, 'biblatex'))
    const saidOf = (papers: readonly Paper[]) =>
      papers.map(({ id: _id, sources: _sources, status: _status, notes, ...said }) => ({
        ...said,
        notes: notes.map(({ text }) => text),
      }))
    expect(saidOf(list(second))).toEqual(saidOf(list(first)))
  })

  it('names the line of each value', () => {
    const db = createTestLibrary()
    importInto(db, bibliography)
    const { origins } = perform(db, 'papers:detail', { args: { paperId: 1 }, at }).value
    expect([origins.title, origins.volume, origins['extra.annotation']]).toMatchObject([
      { lineStart: 4 },
      { lineStart: 5 },
      { lineStart: 6, lineEnd: 6 },
    ])
  })
})

it('lets a field beside the usual ones be typed over, and emptied', () => {
  const db = createTestLibrary()
  importInto(db, bibliography)
  const set = (field: string, text: string) => perform(db, 'papers:setField', { args: { paperId: 3, field, text }, at })
  set('publisher', 'Richard and John E. Taylor')
  set('location', '')
  expect(list(db)[2]?.extra).toEqual({
    date: '1843-08/1843-09',
    editor: 'Taylor, Richard',
    publisher: 'Richard and John E. Taylor',
  })
})

describe('the keys of a bibliography', () => {
  const record = (key: string, title: string) => `@article{${key}, title = {${title}}, author = {Hopper, Grace}}\n`

  it('get a suffix where another paper has the key', () => {
    const db = createTestLibrary()
    importInto(db, record('hopper', 'The Education of a Computer'))
    expect(importInto(db, record('Hopper', 'Compiling Routines and Their Uses'), 'other.bib')[0]?.takenKeys).toEqual(['Hopper'])
    expect(list(db).map(({ citationKey }) => citationKey)).toEqual(['hopper', 'Hoppera'])
    expect(perform(db, 'library:check', { args: undefined, at }).value).toEqual([])
  })

  it('come back when the import is undone and made again', () => {
    const db = createTestLibrary()
    importInto(db, record('hopper', 'The Education of a Computer'))
    perform(db, 'journal:undo', { args: { count: 1 }, at })
    importInto(db, record('hopper', 'The Education of a Computer'))
    expect(list(db).map(({ citationKey }) => citationKey)).toEqual(['hopper'])
  })

  it('find the paper that another list had before, which keeps the key it was exported under', () => {
    const db = createTestLibrary()
    importInto(db, record('first', 'The Education of a Computer'))
    exported(db, 'bibtex')
    importInto(db, record('second', 'The Education of a Computer'), 'other.bib')
    expect(list(db).map(({ citationKey }) => citationKey)).toEqual(['first'])
    expect(perform(db, 'papers:list', { args: { query: 'key:second' }, at }).value.length).toBe(1)
  })

  it('keep two records of one file two papers, and mark them as possible duplicates', () => {
    const db = createTestLibrary()
    const [report] = importInto(db, record('one', 'The Education of a Computer') + record('two', 'The Education of a Computer'))
    expect(report).toMatchObject({ added: 2, merged: 0, uncertain: 1 })
    importInto(db, 'The Education of a Computer\nHopper, Grace\n\nCompiling Routines\nHopper, Grace\n', 'list.txt')
    expect(
      list(db)
        .map(({ citationKey }) => citationKey)
        .slice(0, 2),
    ).toEqual(['one', 'two'])
  })
})
