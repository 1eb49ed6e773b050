import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CitedParts, isCitationKey, proposeKey, withSuffix } from './citation-key.ts'

const nothingKnown: CitedParts = { authors: [], year: null, title: null }

describe('proposeKey', () => {
  it('takes family name, year and first significant title word', () => {
    const authors = [
      { family: 'Pan', given: 'Jiazhen' },
      { family: 'Liu', given: 'Che' },
    ]
    expect(proposeKey({ authors, year: 2025, title: 'MedVLM-R1: Incentivizing Medical Reasoning' })).toBe('pan2025medvlm')
    expect(proposeKey({ authors, year: 1999, title: 'On the Use of a Lattice' })).toBe('pan1999use')
  })

  it('leaves absent parts out', () => {
    const authors = [{ family: 'Strong', given: 'Joshua' }]
    expect(proposeKey({ authors, year: null, title: 'Expert-Agnostic Learning to Defer' })).toBe('strongexpert')
    expect(proposeKey({ authors, year: 2024, title: null })).toBe('strong2024')
  })

  it('takes two significant title words when neither author nor year is known', () => {
    expect(proposeKey({ ...nothingKnown, title: 'NestedMorph: Enhancing Deformable Registration' })).toBe('nestedmorphenhancing')
    expect(proposeKey({ ...nothingKnown, title: 'Towards the Segmentation of Everything' })).toBe('segmentationeverything')
  })

  it('ends a title word at a hyphen unless the piece is very short', () => {
    const keys = ['Zero-Shot Things', 'U-Net', 'RAD-DINO', 'I-MedSAM', 'X-ray', 'GPT-4 and more', 'Self—Other'].map((title) =>
      proposeKey({ authors: [{ literal: 'Li' }], year: null, title }),
    )
    expect(keys).toEqual(['lizero', 'liunet', 'liraddino', 'liimedsam', 'lixray', 'ligpt4', 'liself'])
  })

  it('falls back to stop words when there is nothing else', () => {
    expect(proposeKey({ ...nothingKnown, title: 'On the Other Hand' })).toBe('otherhand')
    expect(proposeKey({ ...nothingKnown, title: 'Of and On' })).toBe('ofand')
  })

  it('reduces names to ASCII letters, particles included, and a group to its first significant word', () => {
    const keys = [
      { family: 'Quilodrán-Casas', given: 'César' },
      { family: 'van der Berg', given: 'Jan' },
      { family: "O'Neil", given: 'Cathy' },
      { family: 'Müller', given: null },
      { family: 'Ško\\v{d}a', given: 'J.' },
      { literal: 'The World Health Organization' },
    ].map((author) => proposeKey({ authors: [author], year: 2020, title: null }))
    expect(keys).toEqual(['quilodrancasas2020', 'vanderberg2020', 'oneil2020', 'muller2020', 'skoda2020', 'world2020'])
  })

  it('prints markup away', () => {
    expect(proposeKey({ authors: [{ literal: 'Li' }], year: 2020, title: '\\textbf{D}ynamics of $NOVA$' })).toBe('li2020dynamics')
  })

  it('begins with "paper" when it would be empty or begin with a digit', () => {
    expect(proposeKey(nothingKnown)).toBe('paper')
    expect(proposeKey({ ...nothingKnown, title: '3D Medical Image Segmentation' })).toBe('paper3dmedical')
    expect(proposeKey({ authors: [{ family: '王', given: '伟' }], year: 2019, title: '深度学习' })).toBe('paper2019')
  })

  it('proposes a short valid key for anything', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('x'.repeat(10_000)))
    const author = fc.oneof(fc.record({ family: text, given: fc.option(text) }), fc.record({ literal: text }))
    const parts = fc.record({ authors: fc.array(author, { maxLength: 2 }), year: fc.option(fc.double()), title: fc.option(text) })
    fc.assert(
      fc.property(parts, (known) => {
        const key = proposeKey(known)
        expect(key).toMatch(/^[a-z][a-z0-9]*$/)
        expect(isCitationKey(key)).toBe(true)
      }),
    )
  })
})

describe('withSuffix', () => {
  it('takes the first free key', () => {
    expect(withSuffix('pan2025', () => false)).toBe('pan2025')
    expect(withSuffix('pan2025', (key) => ['pan2025', 'pan2025a'].includes(key))).toBe('pan2025b')
  })

  it('goes on with two letters after z', () => {
    const taken = new Set<string>()
    const next = () => {
      const key = withSuffix('pan2025', (candidate) => taken.has(candidate))
      taken.add(key)
      return key
    }
    const keys = Array.from({ length: 1 + 26 + 26 * 26 }, next)
    expect([keys[1], keys[26], keys[27], keys.at(-1)]).toEqual(['pan2025a', 'pan2025z', 'pan2025aa', 'pan2025zz'])
  })

  it('asks without case, as BibTeX compares', () => {
    expect(withSuffix('Pan2025', (key) => key === 'pan2025')).toBe('Pan2025a')
  })
})

describe('isCitationKey', () => {
  it('knows keys that every program takes', () => {
    expect(['pan2025medvlm', 'DBLP:conf/cvpr/He16', '2020-a_b.c+d'].map(isCitationKey)).toEqual([true, true, true])
  })

  it('refuses what breaks a citation or an entry', () => {
    expect(['', 'a b', 'a,b', 'a{', 'a%', '#a', "a'b", 'müller', '-a', '\\a', 'a'.repeat(200)].filter(isCitationKey)).toEqual([])
  })
})
