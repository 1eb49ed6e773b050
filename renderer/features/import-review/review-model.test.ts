import { describe, expect, it } from 'vitest'
import { createTestLibrary } from '../../../db/create-test-library.ts'
import { answer } from '../../../electron/ipc/answer.ts'
import { countTotals, describeLayout, groupWorks, type ImportPlan, isFailed, listItems } from './review-model.ts'

/** Plainly made up: three works that share next to nothing. */
const list = `Sediments of slow rivers and their deltas
We measure fine sand on wide deltas. Samples from nine banks were dried, sieved and weighed twice. Most grains are quartz, rounded by long transport, and coarse layers mark winter storms.
Counting migrating birds with cheap microphones
We record night calls above an island for two autumns. A small classifier sorts clips into forty species. Its counts agree with radar within a tenth, at a hundredth of the price.
A compiler for knitting machines with proofs
We describe a typed language whose programs knit. Loops that would fall off the needle are rejected before any yarn moves. Twelve garments were made, none of them unravelled later.
`

function plan(library: ReturnType<typeof createTestLibrary>, files: { readonly [name: string]: string }): ImportPlan {
  const sources = Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }))
  const planned = answer(library, 'imports:plan', { args: { sources }, at: '2026-01-01T00:00:00.000Z' })
  if (!planned.ok) throw new Error(planned.error.message)
  return planned.value
}

const totalsOf = (planned: ImportPlan) => countTotals(planned, groupWorks(planned))

describe('countTotals', () => {
  it('counts what is new, what is met again and what cannot be read', () => {
    const planned = plan(createTestLibrary(), { 'rivers.txt': list, 'empty.txt': '' })
    expect(totalsOf(planned)).toEqual({
      entries: 3,
      added: 3,
      untitled: 0,
      doubtful: 0,
      again: 0,
      known: 0,
      unchanged: 0,
      changed: 0,
      excluded: 0,
      leftovers: 0,
      failed: 1,
      joined: 0,
      isNews: true,
    })
  })

  it('has no news in a list that the library knows', () => {
    const library = createTestLibrary()
    const planned = plan(library, { 'rivers.txt': list })
    answer(library, 'imports:apply', { args: { plan: planned }, at: '2026-01-01T00:00:00.000Z' })
    const again = totalsOf(plan(library, { 'copy.txt': list }))
    expect({ unchanged: again.unchanged, isNews: again.isNews }).toEqual({ unchanged: 3, isNews: false })
  })

  it('counts a list that comes twice in one import once', () => {
    const totals = totalsOf(plan(createTestLibrary(), { 'rivers.txt': list, 'copy.txt': list }))
    expect({ entries: totals.entries, added: totals.added, unchanged: totals.unchanged }).toEqual({
      entries: 6,
      added: 3,
      unchanged: 3,
    })
  })
})

describe('listItems', () => {
  it('puts entries and leftovers in the order of the lines', () => {
    const [source] = plan(createTestLibrary(), { 'rivers.txt': `Rivers, A.\n${list}` }).sources
    if (source === undefined || isFailed(source)) throw new Error('the list was not read')
    const lines = listItems(source).map(({ line }) => line)
    expect(lines).toEqual(lines.toSorted((a, b) => a - b))
    expect(lines).toHaveLength(source.entries.length + source.leftovers.length)
  })
})

describe('describeLayout', () => {
  it('reads the name of a layout out', () => {
    expect(['title-authors-abstract', 'title-abstract', 'abstract'].map(describeLayout)).toEqual([
      'Titles, authors, abstracts',
      'Titles and abstracts',
      'Abstracts only',
    ])
  })
})
