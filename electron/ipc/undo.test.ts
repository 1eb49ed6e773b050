import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRecords, generateRecords } from '../../build/generate-records.ts'
import type { WritableDatabase } from '../../db/database.ts'
import { dumpLibrary } from '../../db/dump-library.ts'
import { AppError } from '../../db/model/app-error.ts'
import { openLibrary } from '../../db/open-database.ts'
import type { ArgsOf, LibraryCallName } from './contract.ts'
import { issueAndExport } from './issue-and-export.ts'
import { perform } from './perform.ts'

/** Lists that overlap, so that imports merge, tie and follow each other as new versions. */
const records = generateRecords(12, 7)
const lists = [
  formatRecords(records.slice(0, 5)),
  formatRecords(records.slice(3, 9)),
  records
    .slice(0, 7)
    .map(({ abstract }) => `Abstract:${abstract}\n`)
    .join(''),
  formatRecords(records.slice(1, 6)),
  records
    .slice(5)
    .map(({ title, abstract }) => `${title}\n\n${abstract}\n\n`)
    .join(''),
]

type Library = { db: WritableDatabase; time: number }

function run<Name extends LibraryCallName>(library: Library, name: Name, args: ArgsOf<Name>): void {
  library.time += 1000
  try {
    perform(library.db, name, { args, at: new Date(library.time).toISOString() })
  } catch (error) {
    // A command that does not apply (a taken key, nothing to undo) is refused in a sentence and changes nothing.
    if (!(error instanceof AppError)) throw error
  }
}

function value<Name extends LibraryCallName>(library: Library, name: Name, args: ArgsOf<Name>) {
  return perform(library.db, name, { args, at: new Date(library.time).toISOString() }).value
}

function idsOf(library: Library): readonly number[] {
  return value(library, 'papers:list', {}).map(({ id }) => id)
}

function importList(library: Library, index: number): void {
  const plan = value(library, 'imports:plan', { sources: [{ name: `list-${index}.txt`, bytes: Buffer.from(lists[index] ?? '') }] })
  run(library, 'imports:apply', { plan })
}

type Command = { readonly what: string; readonly a: number; readonly b: number; readonly text: string }

function pick<Item>(items: readonly Item[], index: number): Item | undefined {
  return items[index % Math.max(1, items.length)]
}

const actions: Readonly<Record<string, (library: Library, command: Command) => void>> = {
  import: (library, { a }) => importList(library, a % lists.length),
  add: (library, { text }) => run(library, 'papers:add', { fields: { title: `Added ${text}`, year: '2020' } }),
  edit: (library, { a, text }) =>
    onPaper(library, a, (paperId) => run(library, 'papers:setField', { paperId, field: 'title', text })),
  key: (library, { a, text }) =>
    onPaper(library, a, (paperId) => run(library, 'papers:setField', { paperId, field: 'citationKey', text: `k${text}` })),
  tag: (library, { a, b }) =>
    onPaper(library, a, (paperId) => run(library, 'tags:add', { paperIds: [paperId], name: `tag${b % 3}` })),
  untag: (library, { a, b }) =>
    onPaper(library, a, (paperId) => run(library, 'tags:remove', { paperIds: [paperId], name: `tag${b % 3}` })),
  note: (library, { a, text }) => onPaper(library, a, (paperId) => run(library, 'notes:add', { paperId, text: `Note ${text}` })),
  status: (library, { a, b }) =>
    onPaper(library, a, (paperId) =>
      run(library, 'papers:setStatus', { paperIds: [paperId], status: (['to-read', 'read', 'new'] as const)[b % 3] ?? 'read' }),
    ),
  delete: (library, { a }) => onPaper(library, a, (paperId) => run(library, 'papers:trash', { paperIds: [paperId] })),
  merge: (library, { a, b }) => {
    const ids = idsOf(library)
    const paperIds = [pick(ids, a), pick(ids, b)].filter((id) => id !== undefined)
    if (paperIds.length === 2) run(library, 'papers:merge', { paperIds })
  },
  'remove-list': (library, { a }) => {
    const source = pick(value(library, 'sources:list', undefined), a)
    if (source !== undefined) run(library, 'sources:remove', { sourceId: source.id, name: source.name })
  },
  export: (library) =>
    issueAndExport(library.db, {
      args: {
        paperIds: [...idsOf(library)],
        format: 'bibtex',
        order: 'list',
        abstracts: false,
        notes: false,
        keywords: true,
        byStatus: false,
      },
      at: new Date(library.time).toISOString(),
    }),
  undo: (library, { a }) => run(library, 'journal:undo', { count: 1 + (a % 3) }),
  redo: (library, { a }) => run(library, 'journal:redo', { count: 1 + (a % 2) }),
}

function onPaper(library: Library, index: number, act: (paperId: number) => void): void {
  const id = pick(idsOf(library), index)
  if (id !== undefined) act(id)
}

const command = fc.record({
  what: fc.constantFrom(...Object.keys(actions)),
  a: fc.nat(50),
  b: fc.nat(50),
  text: fc.stringMatching(/^[a-z]{1,6}$/),
})

function issuedKeys({ db }: Library): readonly { citationKey: string; paperId: number }[] {
  return db.prepare('SELECT citationKey, paperId FROM issuedKeys ORDER BY citationKey').all() as {
    citationKey: string
    paperId: number
  }[]
}

function expectInOrder(library: Library): void {
  expect(value(library, 'library:check', undefined)).toEqual([])
}

function reopen(library: Library, path: string): void {
  library.db.close()
  library.db = openLibrary(path)
}

describe('undo and redo', () => {
  it('lead from any commands back to the beginning and forth to the end, over a restart, with the library in order at each step', () => {
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: 14 }), (sequence) => {
        const folder = mkdtempSync(join(tmpdir(), 'octavo-undo-'))
        const path = join(folder, 'library.db')
        const library: Library = { db: openLibrary(path), time: Date.UTC(2026, 0, 1) }
        try {
          const initial = dumpLibrary(library.db)
          let keys = issuedKeys(library)
          for (const each of sequence) {
            actions[each.what]?.(library, each)
            expectInOrder(library)
            expect(issuedKeys(library)).toEqual(expect.arrayContaining([...keys]))
            keys = issuedKeys(library)
          }
          while (value(library, 'journal:list', undefined).some(({ undone }) => undone)) run(library, 'journal:redo', { count: 1 })
          const final = dumpLibrary(library.db)
          reopen(library, path)
          const steps = value(library, 'journal:list', undefined).length
          for (let step = 0; step < steps; step += 1) {
            run(library, 'journal:undo', { count: 1 })
            expectInOrder(library)
          }
          expect(dumpLibrary(library.db)).toEqual(initial)
          reopen(library, path)
          if (steps > 0) run(library, 'journal:redo', { count: steps })
          expectInOrder(library)
          expect(dumpLibrary(library.db)).toEqual(final)
        } finally {
          library.db.close()
          rmSync(folder, { recursive: true })
        }
      }),
      { numRuns: Number(process.env.OCTAVO_UNDO_RUNS ?? 40) },
    )
  })
})
