import fc from 'fast-check'
import { expect, it } from 'vitest'
import { generateRecords } from '../../build/generate-records.ts'
import { createTestLibrary } from '../../db/create-test-library.ts'
import type { WritableDatabase } from '../../db/database.ts'
import { type KeySnapshot, lookAtKeys } from '../../db/look-at-keys.ts'
import { AppError } from '../../db/model/app-error.ts'
import type { ArgsOf, LibraryCallName, ValueOf } from './contract.ts'
import { perform } from './perform.ts'

/**
 * The contract of citation keys, checked from outside after each of any commands: no key changes that nobody asked for, no two
 * papers share one, every alias finds its paper, and what was issued stays.
 */
const records = generateRecords(8, 11)
const lists = [
  {
    name: 'first.txt',
    text: records
      .slice(0, 5)
      .map(({ abstract }) => `Abstract:${abstract}\n`)
      .join(''),
  },
  {
    name: 'second.txt',
    text: records
      .slice(2, 8)
      .map(({ title, authors, abstract }) => `${title}\n${authors}\n${abstract}\n`)
      .join(''),
  },
  { name: 'first.bib', text: bibliography(['knuth1974', 'turing1936', 'codd'], 0) },
  { name: 'second.bib', text: bibliography(['Knuth1974', 'dijkstra1968go', 'aa'], 2) },
]

function bibliography(keys: readonly string[], from: number): string {
  const entries = keys.map((key, place) => {
    const { title, abstract } = records[from + place] ?? { title: '', abstract: '' }
    return `@article{${key}, title = {${title}}, year = ${1970 + place}, abstract = {${abstract}}}\n`
  })
  return entries.join('\n')
}

/** What a step of the history was asked to do with keys, and what they were before it. */
type StepKeys = { readonly asked: Set<number>; readonly before: ReadonlyMap<number, string>; exports: number }

type World = {
  readonly db: WritableDatabase
  time: number
  exports: number
  readonly steps: Map<number, StepKeys>
  /** All keys that each paper has shown. */
  readonly shown: Map<number, Set<string>>
}

function ask<Name extends LibraryCallName>(world: World, name: Name, args: ArgsOf<Name>): ValueOf<Name> {
  world.time += 1000
  return perform(world.db, name, { args, at: new Date(world.time).toISOString() }).value
}

/** A command that does not apply (a taken key, nothing to undo) is refused in a sentence and changes nothing. */
function attempt<Name extends LibraryCallName>(world: World, name: Name, args: ArgsOf<Name>): ValueOf<Name> | null {
  try {
    return ask(world, name, args)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

type Command = { readonly what: string; readonly a: number; readonly b: number }

function pick<Item>(items: readonly Item[], index: number): Item | undefined {
  return items[index % Math.max(1, items.length)]
}

function live(world: World): readonly number[] {
  return [...lookAtKeys(world.db).papers.keys()]
}

const patterns = ['[auth][year][shorttitle]', '[auth]', '[year]', '[title2:capitalize]', 'x']
const names = ['Knuth, Donald E.', 'Dijkstra, Edsger W.', 'Codd, E. F.', '']
const fields = [
  ['title', 'Notes on Structured Programming'],
  ['title', 'A Relational Model of Data for Large Shared Data Banks'],
  ['year', '1970'],
  ['year', ''],
  ['authors', 'Codd, E. F.'],
  ['authors', ''],
  ['title', ''],
] as const
const typedKeys = ['knuth1974', 'KNUTH1974', 'codd', 'coddrelational', 'paper', 'aa', 'own', 'dijkstra']

/** Each does one thing and answers for which papers a person said something about keys. */
const actions: { readonly [what: string]: (world: World, command: Command) => readonly number[] } = {
  import: (world, { a }) => {
    const { name, text } = pick(lists, a) ?? { name: '', text: '' }
    const before = lookAtKeys(world.db).mergedInto
    ask(world, 'imports:apply', { plan: ask(world, 'imports:plan', { sources: [{ name, bytes: Buffer.from(text) }] }) })
    return survivors(before, lookAtKeys(world.db).mergedInto)
  },
  add: (world, { a, b }) => {
    const title = `Added ${['Notes', 'Models', 'Proofs'][b % 3]}`
    ask(world, 'papers:add', { fields: { title, authors: pick(names, a) ?? '', ...(b % 2 === 0 ? { year: '1968' } : {}) } })
    return []
  },
  edit: (world, { a, b }) =>
    onPaper(world, a, (paperId) => {
      const [field, text] = pick(fields, b) ?? ['year', '']
      attempt(world, 'papers:setField', { paperId, field, text })
      return []
    }),
  'take-back': (world, { a, b }) =>
    onPaper(world, a, (paperId) => {
      attempt(world, 'papers:takeBack', { paperId, field: (['title', 'year', 'authors'] as const)[b % 3] ?? 'title' })
      return []
    }),
  key: (world, { a, b }) =>
    onPaper(world, a, (paperId) => {
      attempt(world, 'papers:setField', { paperId, field: 'citationKey', text: pick(typedKeys, b) ?? '' })
      return [paperId]
    }),
  trash: (world, { a }) => onPaper(world, a, (paperId) => nobody(ask(world, 'papers:trash', { paperIds: [paperId] }))),
  restore: (world, { a }) => onPaper(world, a, (paperId) => nobody(ask(world, 'papers:restore', { paperIds: [paperId] }))),
  merge: (world, { a, b }) => {
    const ids = live(world)
    const paperIds = [...new Set([pick(ids, a), pick(ids, b)].filter((id) => id !== undefined))]
    const into = paperIds.length < 2 ? null : attempt(world, 'papers:merge', { paperIds })
    return into === null ? [] : [into]
  },
  'take-apart': (world, { a, b }) =>
    onPaper(world, a, (paperId) => {
      const entry = pick(ask(world, 'papers:entries', { paperId }), b)
      if (entry !== undefined) attempt(world, 'papers:takeApart', { paperId, entryIds: [entry.id] })
      return []
    }),
  'remove-list': (world, { a }) => {
    const source = pick(ask(world, 'sources:list', undefined), a)
    if (source !== undefined) ask(world, 'sources:remove', { sourceId: source.id, name: source.name })
    return []
  },
  cite: (world, { a, b }) => {
    const paperIds = live(world).filter((_, place) => b % 3 === 0 || place === a)
    ask(world, 'bibliography:cite', { paperIds, style: 'latex' })
    world.exports += 1
    return []
  },
  renew: (world, { a, b }) => {
    const paperIds = live(world).filter((_, place) => b % 2 === 0 || place === a)
    const changes = ask(world, 'keys:plan', { paperIds }).map(({ paperId, to }) => ({ paperId, to }))
    ask(world, 'keys:renew', { changes })
    const now = lookAtKeys(world.db).papers
    for (const { paperId, to } of changes) expect(now.get(paperId)?.key).toBe(to)
    return changes.map(({ paperId }) => paperId)
  },
  pattern: (world, { a }) => nobody(attempt(world, 'keys:setPattern', { pattern: pick(patterns, a) ?? '' })),
  undo: (world, { a }) => revert(world, 'journal:undo', 1 + (a % 3)),
  redo: (world, { a }) => revert(world, 'journal:redo', 1 + (a % 2)),
}

function nobody(_: unknown): readonly number[] {
  return []
}

function onPaper(world: World, index: number, act: (paperId: number) => readonly number[]): readonly number[] {
  const id = pick(live(world), index)
  return id === undefined ? [] : act(id)
}

function survivors(before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): readonly number[] {
  return [...after].flatMap(([id, into]) => (before.has(id) ? [] : [into]))
}

function revert(world: World, name: 'journal:undo' | 'journal:redo', count: number): readonly number[] {
  const reverted = attempt(world, name, { count }) ?? []
  const last = world.steps.get(reverted.at(-1)?.step ?? -1)
  if (name === 'journal:undo' && last !== undefined && last.exports === world.exports) {
    for (const [id, { key }] of lookAtKeys(world.db).papers) expect(key).toBe(last.before.get(id))
  }
  return reverted.flatMap(({ step }) => [...(world.steps.get(step)?.asked ?? [])])
}

function act(world: World, command: Command): void {
  const before = lookAtKeys(world.db)
  const asked = new Set(actions[command.what]?.(world, command))
  const after = lookAtKeys(world.db)
  const isRevert = command.what === 'undo' || command.what === 'redo'
  for (const [id, { key, isIssued, known, imported }] of before.papers) {
    const now = after.papers.get(id)
    if (now === undefined || now.key === key || asked.has(id)) continue
    // Undoing an import takes its keys back with it.
    const wentAgain = isRevert && imported.includes(key) && !now.imported.includes(key)
    expect({ id, from: key, to: now.key, isIssued: isIssued && !wentAgain }).toMatchObject({ isIssued: false })
    const isKnownNow = now.known.some((part) => !known.includes(part))
    const cameIn = now.imported.includes(now.key)
    expect(isKnownNow || cameIn || (isRevert && world.shown.get(id)?.has(now.key))).toBe(true)
  }
  expectContract(world, before, after)
  for (const [id, { key }] of after.papers) world.shown.set(id, (world.shown.get(id) ?? new Set()).add(key))
  const newest = ask(world, 'journal:list', undefined).at(-1)
  if (isRevert || newest === undefined || newest.undone) return
  const step = world.steps.get(newest.step) ?? {
    asked: new Set<number>(),
    before: new Map([...before.papers].map(([id, { key }]) => [id, key])),
    exports: world.exports,
  }
  for (const id of asked) step.asked.add(id)
  world.steps.set(newest.step, step)
}

function expectContract(world: World, before: KeySnapshot, after: KeySnapshot): void {
  const owners = new Map(after.issued.map(({ citationKey, paperId }) => [citationKey.toLowerCase(), paperId]))
  for (const { citationKey, paperId } of before.issued) expect(owners.get(citationKey.toLowerCase())).toBe(paperId)
  const home = (id: number) => after.mergedInto.get(id) ?? id
  const holders = new Map<string, Set<number>>()
  const hold = (key: string, id: number) =>
    holders.set(key.toLowerCase(), (holders.get(key.toLowerCase()) ?? new Set()).add(home(id)))
  for (const [id, { key }] of after.papers) hold(key, id)
  const given = [...after.issued, ...after.imported]
  for (const { citationKey, paperId } of [...after.proposed, ...given]) hold(citationKey, paperId)
  expect([...holders].filter(([, ids]) => ids.size > 1)).toEqual([])
  const inLibrary = new Set(ask(world, 'papers:find', { view: 'all', query: '' }))
  for (const { citationKey, paperId } of given) {
    if (inLibrary.has(home(paperId)))
      expect(ask(world, 'papers:find', { view: 'all', query: `key:${citationKey}` })).toEqual([home(paperId)])
  }
}

const numRuns = Number(process.env.OCTAVO_KEY_RUNS ?? 40)

it(
  'keeps the contract of citation keys whatever happens',
  () => {
    const command = fc.record({ what: fc.constantFrom(...Object.keys(actions)), a: fc.nat(40), b: fc.nat(40) })
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: 24, size: 'max' }), (commands) => {
        const world: World = { db: createTestLibrary(), time: Date.UTC(2026, 0, 1), exports: 0, steps: new Map(), shown: new Map() }
        try {
          for (const each of commands) act(world, each)
          expect(ask(world, 'library:check', undefined)).toEqual([])
        } finally {
          world.db.close()
        }
      }),
      { numRuns },
    )
  },
  Math.max(60_000, numRuns * 1000),
)
