import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EntryFields, emptyFields } from './fields.ts'
import { type Edit, settlePaper } from './settle-paper.ts'

function entry(id: number, fields: EntryFields) {
  return { id, fields }
}

function edit(id: number, field: string, value: unknown): Edit {
  return { id, field, value, editedAt: `2026-01-0${id}T00:00:00.000Z` }
}

const lamport = { family: 'Lamport', given: 'Leslie' }
const shostak = { family: 'Shostak', given: 'Robert' }

describe('settling a paper', () => {
  it('has no values and no origins without entries and edits', () => {
    expect(settlePaper([], [])).toEqual({ values: emptyFields, origins: {} })
  })

  it('takes what was typed before what lists say, and the latest of what was typed', () => {
    const { values, origins } = settlePaper(
      [entry(1, { title: 'The Byzantine General Problem' })],
      [edit(2, 'title', 'The Byzantine Generals Problem'), edit(1, 'title', 'Byzantine Generals')],
    )
    expect(values.title).toBe('The Byzantine Generals Problem')
    expect(origins.title).toEqual({ kind: 'user', editId: 2 })
  })

  it('keeps a field empty that the user emptied', () => {
    expect(
      settlePaper([entry(1, { title: 'Paxos Made Simple', venue: 'SIGACT News' })], [edit(1, 'venue', null)]).values.venue,
    ).toBeNull()
  })

  it('prefers a whole title to one cut off, and mixed case to capitals', () => {
    const titles = [
      'TIME, CLOCKS, AND THE ORDERING OF EVENTS IN A DISTRIBUTED SYSTEM',
      'Time, Clocks, and the Ordering of Events in a Distributed…',
      'Time, Clocks, and the Ordering of Events',
    ]
    expect(
      settlePaper(
        titles.map((title, id) => entry(id, { title })),
        [],
      ).values.title,
    ).toBe('Time, Clocks, and the Ordering of Events')
  })

  it('prefers a closed list of authors to one with et al., with its own mark', () => {
    const { values } = settlePaper(
      [entry(1, { authors: [lamport, shostak, lamport], andOthers: true }), entry(2, { authors: [lamport, shostak] })],
      [],
    )
    expect([values.authors, values.andOthers]).toEqual([[lamport, shostak], false])
  })

  it('prefers full given names to initials', () => {
    const { values } = settlePaper(
      [entry(1, { authors: [{ family: 'Lamport', given: 'L.' }] }), entry(2, { authors: [lamport] })],
      [],
    )
    expect(values.authors).toEqual([lamport])
  })

  it('takes the longest abstract that is not cut off', () => {
    const abstracts = ['A short one.', 'A longer one, which says it all.', 'The longest of them all, which was cut off in the mid…']
    expect(
      settlePaper(
        abstracts.map((abstract, id) => entry(id, { abstract })),
        [],
      ).values.abstract,
    ).toBe(abstracts[1])
  })

  it('takes year and volume from one edition, and fills the gaps from another', () => {
    const journal = entry(1, { venue: 'Communications of the ACM', year: 1978, volume: '21', pages: '558–565' })
    const { values } = settlePaper([entry(2, { year: 1977, url: 'https://example.org/preprint' }), journal], [])
    expect(values).toMatchObject({ year: 1978, volume: '21', url: 'https://example.org/preprint' })
  })

  it('proposes a title only where there is none, and says so', () => {
    const abstract = 'Consensus is hard. We propose Raft, a consensus algorithm for managing a replicated log.'
    expect(settlePaper([entry(1, { abstract })], []).origins.title).toEqual({ kind: 'provisional' })
    expect(
      settlePaper([entry(1, { abstract }), entry(2, { title: 'In Search of an Understandable Consensus Algorithm' })], []).origins
        .title,
    ).toEqual({
      kind: 'source',
      entryId: 2,
    })
  })

  it('does not depend on the order of arrival', () => {
    const text = fc.string({ minLength: 1, maxLength: 4 })
    const fields = fc.record(
      {
        title: text,
        abstract: text,
        year: fc.nat(3),
        volume: text,
        authors: fc.array(fc.record({ family: text, given: text }), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(fields, { maxLength: 5 }), (several) => {
        const entries = several.map((each, id) => entry(id, each))
        const reversed = several.map((each, id) => entry(several.length - id, each))
        expect(settlePaper(reversed.toReversed(), []).values).toEqual(settlePaper(entries, []).values)
        expect(settlePaper(reversed, []).values).toEqual(settlePaper(entries, []).values)
      }),
    )
  })
})
