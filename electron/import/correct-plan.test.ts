import { describe, expect, it } from 'vitest'
import { checkLibrary } from '../../db/check-library.ts'
import { createTestLibrary } from '../../db/create-test-library.ts'
import type { WritableDatabase } from '../../db/database.ts'
import { perform } from '../ipc/perform.ts'
import type { Correction } from './correction.ts'
import { type ImportPlan, isPlanned, leftoversOf, type PlannedSource } from './import-plan.ts'
import { lastValue } from './last-value.ts'
import type { PlanChange, ReviewedPlan } from './review-session.ts'

const at = '2026-01-01T00:00:00.000Z'
const rivers = `Sediments of slow rivers and their deltas
We measure fine sand on wide deltas. Samples from nine banks were dried, sieved and weighed twice. Most grains are quartz, rounded by long transport, and coarse layers mark winter storms.`
const birds = `Counting migrating birds with cheap microphones
We record night calls above an island for two autumns. A small classifier sorts clips into forty species. Its counts agree with radar within a tenth, at a hundredth of the price.`
const knitting = `A compiler for knitting machines with proofs
We describe a typed language whose programs knit. Loops that would fall off the needle are rejected before any yarn moves. Twelve garments were made, none of them unravelled later.`
const three = `Rivers, A.\n${rivers}\n${birds}\n${knitting}\n`

function review(db: WritableDatabase, ...texts: readonly string[]): ReviewedPlan {
  const sources = texts.map((text, index) => ({ name: `list ${index}`, bytes: Buffer.from(text) }))
  return perform(db, 'imports:plan', { args: { sources }, at }).value
}

function correct(db: WritableDatabase, plan: ReviewedPlan, correction: Correction): ReviewedPlan {
  return change(plan, perform(db, 'imports:correct', { args: { planId: plan.id, correction }, at }).value)
}

function change(plan: ReviewedPlan, { id, revision, merges, sources }: PlanChange): ReviewedPlan {
  const changed = plan.sources.map((source, index) => {
    const next = sources[index] ?? null
    if (next === null || !isPlanned(source)) return source
    return {
      ...source,
      ...next,
      entries: next.entries.flatMap((entry) => (typeof entry === 'number' ? (source.entries[entry] ?? []) : entry)),
    }
  })
  return { id, revision, merges, sources: changed }
}

function first(plan: ImportPlan): PlannedSource {
  const [source] = plan.sources
  if (source === undefined || !isPlanned(source)) throw new Error('the list was not read')
  return source
}

function apply(db: WritableDatabase, plan: ImportPlan): void {
  perform(db, 'imports:apply', { args: { plan }, at })
}

function titles(db: WritableDatabase): readonly (string | null)[] {
  return perform(db, 'papers:list', { args: {}, at }).value.map(({ title }) => title)
}

/** Every line that is not blank, and in how many places it is. */
function placesOfLines(source: PlannedSource): readonly number[] {
  const ranges = source.entries.filter(({ fate }) => fate.kind !== 'excluded').map(({ draft }) => draft)
  return source.lines.flatMap((text, index) =>
    text.trim() === ''
      ? []
      : ranges.filter(({ lineStart, lineEnd }) => lineStart <= index + 1 && index < lineEnd).length +
        leftoversOf(source).filter(({ line }) => line === index + 1).length,
  )
}

describe('a correction', () => {
  it('leaves an entry out, its lines set aside, and takes it in again', () => {
    const db = createTestLibrary()
    const plan = review(db, three)
    const without = correct(db, plan, { kind: 'exclude', source: 0, entry: 1 })
    expect(first(without).entries.map(({ fate }) => fate.kind)).toEqual(['added', 'excluded', 'added'])
    expect(leftoversOf(first(without)).map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'header'],
      [4, 'excluded'],
      [5, 'excluded'],
    ])
    const again = correct(db, without, { kind: 'include', source: 0, entry: 1 })
    expect(first(again).entries.map(({ fate }) => fate.kind)).toEqual(['added', 'added', 'added'])
    apply(db, without)
    expect(titles(db)).toEqual(['Sediments of slow rivers and their deltas', 'A compiler for knitting machines with proofs'])
    expect(lastValue(checkLibrary(db))).toEqual([])
  })

  it('gives a line another role', () => {
    const db = createTestLibrary()
    const lines = `Sediments of slow rivers\nand their wide deltas\n${rivers.split('\n')[1]}\n${birds}\n${knitting}\n`
    const plan = review(db, lines)
    const entry = first(plan).entries.findIndex(({ draft }) => draft.lineEnd === 3)
    const start = first(plan).entries[entry]?.draft.lineStart ?? 0
    const titled = correct(
      db,
      plan,
      start === 1
        ? { kind: 'role', source: 0, entry, lineStart: 1, lineEnd: 2, role: 'title' }
        : { kind: 'useLeftover', source: 0, line: 1, role: 'title', place: 'below' },
    )
    expect(first(titled).entries[0]?.draft).toMatchObject({
      lineStart: 1,
      lineEnd: 3,
      fields: { title: 'Sediments of slow rivers and their wide deltas' },
      spans: { title: { lineStart: 1, lineEnd: 2 } },
      marks: ['corrected'],
    })
    expect(placesOfLines(first(titled)).every((places) => places === 1)).toBe(true)
  })

  it('lets a line at the edge of an entry say nothing', () => {
    const db = createTestLibrary()
    const plan = review(db, three)
    const bare = correct(db, plan, { kind: 'role', source: 0, entry: 0, lineStart: 2, lineEnd: 2, role: 'nothing' })
    expect(first(bare).entries[0]?.draft).toMatchObject({ lineStart: 3, lineEnd: 3, marks: ['corrected'] })
    expect(first(bare).entries[0]?.draft.fields).not.toHaveProperty('title')
    expect(first(bare).leftovers.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'header'],
      [2, 'excluded'],
    ])
  })

  it('joins an entry with the next, and splits it again', () => {
    const db = createTestLibrary()
    const plan = review(db, three)
    const joined = correct(db, plan, { kind: 'join', source: 0, entry: 0 })
    expect(first(joined).entries.map(({ draft }) => [draft.lineStart, draft.lineEnd])).toEqual([
      [2, 5],
      [6, 7],
    ])
    expect(first(joined).entries[0]?.draft.fields.abstract).toBe([rivers.split('\n')[1], ...birds.split('\n')].join('\n\n'))
    const split = correct(db, joined, { kind: 'split', source: 0, entry: 0, line: 4 })
    expect(first(split).entries.map(({ draft }) => [draft.lineStart, draft.lineEnd])).toEqual([
      [2, 3],
      [4, 5],
      [6, 7],
    ])
    expect(first(split).entries[1]?.draft.fields).toEqual({ title: birds.split('\n')[0], abstract: birds.split('\n')[1] })
  })

  it('reads the list in another layout', () => {
    const db = createTestLibrary()
    const plan = correct(db, review(db, three), { kind: 'layout', source: 0, layout: 'abstract' })
    expect(first(plan).layout).toBe('abstract')
    expect(first(plan).entries.every(({ draft }) => !('title' in draft.fields))).toBe(true)
    expect(placesOfLines(first(plan)).every((places) => places === 1)).toBe(true)
  })

  it('makes an entry of a line that was set aside', () => {
    const db = createTestLibrary()
    const plan = correct(db, review(db, three), { kind: 'useLeftover', source: 0, line: 1, role: 'title', place: 'own' })
    expect(first(plan).entries[0]?.draft).toMatchObject({ lineStart: 1, lineEnd: 1, fields: { title: 'Rivers, A.' } })
    expect(first(plan).leftovers).toEqual([])
  })

  it('compares a corrected entry with the library again', () => {
    const db = createTestLibrary()
    apply(db, review(db, `${rivers}\n${birds}\n`))
    const plan = review(db, `x\n${rivers.split('\n')[1]}\n${knitting}\n${birds.split('\n')[1]} And more besides, at length.\n`)
    expect(first(plan).entries.map(({ fate }) => fate.kind)).toContain('merged')
    const cut = correct(db, plan, { kind: 'role', source: 0, entry: 0, lineStart: 2, lineEnd: 2, role: 'title' })
    expect(first(cut).entries[0]?.fate.kind).toBe('added')
  })

  it('changes nothing when the same list comes again', () => {
    const db = createTestLibrary()
    const corrected = correct(db, review(db, three), { kind: 'join', source: 0, entry: 0 })
    apply(db, correct(db, corrected, { kind: 'exclude', source: 0, entry: 1 }))
    const again = review(db, three)
    expect(first(again).entries.map(({ fate }) => fate.kind)).toEqual(['unchanged', 'excluded'])
    const revision = again.revision
    apply(db, again)
    expect(perform(db, 'journal:list', { args: undefined, at }).value).toHaveLength(1)
    expect(revision).toBe(1)
    expect(lastValue(checkLibrary(db))).toEqual([])
  })

  it('holds in an edited list where its lines stand word for word', () => {
    const db = createTestLibrary()
    const more = `${rivers}\n${birds}\n${knitting}\nGlass that mends itself in the dark
We heat cracked panes below their melting point. Edges close within an hour, and strength returns to nine tenths. The effect needs no light and no pressure, only time and clean surfaces.\n`
    apply(db, correct(db, review(db, more), { kind: 'role', source: 0, entry: 0, lineStart: 1, lineEnd: 1, role: 'authors' }))
    const edited = review(db, `A new line on top\n\n${more}`)
    expect(first(edited).entries.map(({ fate }) => fate.kind)).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged'])
    expect(first(edited).entries[0]?.draft.fields).not.toHaveProperty('title')
  })
})

describe('a match', () => {
  const ponds =
    'Life in ponds\nWater beetles were counted in forty ponds over three summers, at dawn and dusk, with nets and lamps, in rain and in drought, and all were set free again.\n'
  const otherPonds = `Life in ponds\nWe study something else altogether: how boats were built on small islands before iron tools came, and what wood was used.\n`

  it('that is refused makes a paper of its own, and is not asked again', () => {
    const db = createTestLibrary()
    apply(db, review(db, three))
    const plan = review(db, `${rivers} \n${knitting} And after.\n`)
    expect(first(plan).entries[0]?.fate).toMatchObject({ kind: 'merged', target: { paperId: 1 } })
    const refused = correct(db, plan, { kind: 'refuse', source: 0, entry: 0, target: { paperId: 1 } })
    expect(first(refused).entries[0]).toMatchObject({ fate: { kind: 'added' }, doubts: [] })
    apply(db, refused)
    expect(titles(db)).toHaveLength(4)
    expect(perform(db, 'papers:detail', { args: { paperId: 1 }, at }).value.possibleDuplicates).toEqual([])
    expect(first(review(db, `${rivers} \n${knitting} And after.\n`)).entries[0]?.fate.kind).toBe('unchanged')
    expect(lastValue(checkLibrary(db))).toEqual([])
  })

  it('between two entries is refused', () => {
    const db = createTestLibrary()
    const plan = review(db, `${rivers}\n${birds}\n`, `${rivers} And more.\n${knitting}\n`)
    const second = plan.sources[1]
    expect(second !== undefined && isPlanned(second) ? second.entries[0]?.fate.kind : null).toBe('merged')
    apply(db, correct(db, plan, { kind: 'refuse', source: 1, entry: 0, target: { group: 0 } }))
    expect(titles(db)).toHaveLength(4)
  })

  it('that is a doubt is accepted', () => {
    const db = createTestLibrary()
    apply(db, review(db, `${ponds}${birds}\n`))
    const plan = review(db, `${otherPonds}${knitting} And after.\n`)
    const [entry] = first(plan).entries
    expect({ kind: entry?.fate.kind, doubts: entry?.doubts.length }).toEqual({ kind: 'added', doubts: 1 })
    const accepted = correct(db, plan, { kind: 'accept', source: 0, entry: 0, target: { paperId: 1 } })
    expect(first(accepted).entries[0]).toMatchObject({
      fate: { kind: 'merged', target: { paperId: 1 }, evidence: 'as you said' },
      doubts: [],
    })
    apply(db, accepted)
    expect(titles(db)).toHaveLength(3)
  })
})
