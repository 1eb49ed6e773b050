import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCitationKey } from './citation-key.ts'
import { defaultKeyPattern, parseKeyPattern, proposeKey } from './key-pattern.ts'
import type { CitedParts } from './key-words.ts'

const nothingKnown: CitedParts = { authors: [], year: null, title: null, venue: null }

function propose(known: Partial<CitedParts>, text = defaultKeyPattern): string {
  const pattern = parseKeyPattern(text)
  if ('problem' in pattern) throw new Error(pattern.problem)
  return proposeKey(pattern, { ...nothingKnown, ...known })
}

describe('the default pattern', () => {
  it('takes family name, year and first significant title word', () => {
    const authors = [
      { family: 'Pan', given: 'Jiazhen' },
      { family: 'Liu', given: 'Che' },
    ]
    expect(propose({ authors, year: 2025, title: 'MedVLM-R1: Incentivizing Medical Reasoning' })).toBe('pan2025medvlm')
    expect(propose({ authors, year: 1999, title: 'On the Use of a Lattice' })).toBe('pan1999use')
  })

  it('leaves absent parts out', () => {
    const authors = [{ family: 'Strong', given: 'Joshua' }]
    expect(propose({ authors, year: null, title: 'Expert-Agnostic Learning to Defer' })).toBe('strongexpert')
    expect(propose({ authors, year: 2024, title: null })).toBe('strong2024')
  })

  it('takes two significant title words when neither author nor year is known', () => {
    expect(propose({ ...nothingKnown, title: 'NestedMorph: Enhancing Deformable Registration' })).toBe('nestedmorphenhancing')
    expect(propose({ ...nothingKnown, title: 'Towards the Segmentation of Everything' })).toBe('segmentationeverything')
  })

  it('ends a title word at a hyphen unless the piece is very short', () => {
    const keys = ['Zero-Shot Things', 'U-Net', 'RAD-DINO', 'I-MedSAM', 'X-ray', 'GPT-4 and more', 'Self—Other'].map((title) =>
      propose({ authors: [{ literal: 'Li' }], year: null, title }),
    )
    expect(keys).toEqual(['lizero', 'liunet', 'liraddino', 'liimedsam', 'lixray', 'ligpt4', 'liself'])
  })

  it('falls back to stop words when there is nothing else', () => {
    expect(propose({ ...nothingKnown, title: 'On the Other Hand' })).toBe('otherhand')
    expect(propose({ ...nothingKnown, title: 'Of and On' })).toBe('ofand')
  })

  it('reduces names to ASCII letters, particles included, and a group to its first significant word', () => {
    const keys = [
      { family: 'Quilodrán-Casas', given: 'César' },
      { family: 'van der Berg', given: 'Jan' },
      { family: "O'Neil", given: 'Cathy' },
      { family: 'Müller', given: null },
      { family: 'Ško\\v{d}a', given: 'J.' },
      { literal: 'The World Health Organization' },
    ].map((author) => propose({ authors: [author], year: 2020, title: null }))
    expect(keys).toEqual(['quilodrancasas2020', 'vanderberg2020', 'oneil2020', 'muller2020', 'skoda2020', 'world2020'])
  })

  it('prints markup away', () => {
    expect(propose({ authors: [{ literal: 'Li' }], year: 2020, title: '\\textbf{D}ynamics of $NOVA$' })).toBe('li2020dynamics')
  })

  it('begins with "paper" when it would be empty or begin with a digit', () => {
    expect(propose(nothingKnown)).toBe('paper')
    expect(propose({ ...nothingKnown, title: '3D Medical Image Segmentation' })).toBe('paper3dmedical')
    expect(propose({ authors: [{ family: '王', given: '伟' }], year: 2019, title: '深度学习' })).toBe('paper2019')
  })

  it('proposes a short valid key for anything', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('x'.repeat(10_000)))
    const author = fc.oneof(fc.record({ family: text, given: fc.option(text) }), fc.record({ literal: text }))
    const parts = fc.record({ authors: fc.array(author, { maxLength: 2 }), year: fc.option(fc.double()), title: fc.option(text) })
    fc.assert(
      fc.property(parts, (known) => {
        const key = propose(known)
        expect(key).toMatch(/^[a-z][a-z0-9]*$/)
        expect(isCitationKey(key)).toBe(true)
      }),
    )
  })
})

describe('a pattern', () => {
  const paper = {
    authors: [
      { family: 'Abadi', given: 'Martín' },
      { family: 'Lamport', given: 'Leslie' },
    ],
    year: 1991,
    title: 'The Existence of Refinement Mappings',
    venue: 'Theoretical Computer Science',
  }

  it.each([
    ['[auth:capitalize][year]', 'Abadi1991'],
    ['[authors]:[yy]', 'abadilamport:91'],
    ['[authors2:capitalize][year]', 'AbadiLamport1991'],
    ['[authors:abbr:upper]-[year]', 'AL-1991'],
    ['[title]', 'existencerefinementmappings'],
    ['[title2:capitalize]', 'ExistenceRefinement'],
    ['[title:abbr]_[venue:upper]', 'erm_TCS'],
    ['[auth:(3)][yy][shorttitle:(4)]', 'aba91exis'],
    ['lit/[auth]', 'lit/abadi'],
    ['[year][auth]', 'paper1991abadi'],
  ])('%s gives %s', (pattern, key) => {
    expect(propose(paper, pattern)).toBe(key)
  })

  it('takes a venue of one word as it is', () => {
    expect(propose({ venue: 'Mind' }, '[venue][year]')).toBe('mind')
  })

  it('leaves out what is not known', () => {
    expect(propose({ title: 'Simple Made Easy' }, '[auth][year][title2]')).toBe('simplemade')
  })

  it.each([
    ['', 'A pattern needs a part in brackets, such as [auth] or [title].'],
    ['key', 'A pattern needs a part in brackets, such as [auth] or [title].'],
    ['[auth][year', 'A bracket is open: close it with ].'],
    ['[auth] [year]', 'A key cannot have “ ” in it: between the brackets use letters, digits and _ : . + / -'],
    ['[auth]]', 'A key cannot have “]” in it: between the brackets use letters, digits and _ : . + / -'],
    ['[author]', '[author] is no part of a paper. The parts are [auth], [authors], [year], [yy], [title], [shorttitle], [venue].'],
    ['[year2]', '[year] takes no number. [authors2] and [title3] do.'],
    ['[title0]', '[title0] would be empty: count from 1.'],
    ['[auth:small]', '“:small” changes nothing. There are :upper, :lower, :capitalize, :abbr and :(3), with any number.'],
    [
      '[constructor]',
      '[constructor] is no part of a paper. The parts are [auth], [authors], [year], [yy], [title], [shorttitle], [venue].',
    ],
  ])('%j is refused in a sentence', (pattern, problem) => {
    expect(parseKeyPattern(pattern)).toEqual({ problem })
  })

  it('gives a key that every program takes, whatever the paper', () => {
    const part = fc.constantFrom('[authors:capitalize]', '[title]', '[title:upper]', '[venue]', '[yy]', '_', ':', 'X')
    const text = fc.string({ unit: 'binary', maxLength: 300 })
    const known = fc.record({ title: text, venue: text, authors: fc.array(fc.record({ family: text, given: text })) })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), known, (parts, paper) => {
        expect(isCitationKey(propose(paper, `${parts.join('')}[auth]`))).toBe(true)
      }),
    )
  })
})
