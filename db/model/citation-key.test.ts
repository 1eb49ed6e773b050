import { describe, expect, it } from 'vitest'
import { isCitationKey, nearestCitationKey, withSuffix } from './citation-key.ts'

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
    expect(withSuffix('Ångström1868', (key) => key === 'Ångström1868')).toBe('Ångström1868a')
  })
})

describe('isCitationKey', () => {
  it('knows keys that every program takes', () => {
    expect(['pan2025medvlm', 'DBLP:conf/cvpr/He16', '2020-a_b.c+d'].map(isCitationKey)).toEqual([true, true, true])
    expect(['gödel1931', '華2020', 'Пушкин:1833'].map(isCitationKey)).toEqual([true, true, true])
  })

  it('refuses what breaks a citation or an entry', () => {
    expect(['', 'a b', 'a,b', 'a{', 'a%', '#a', "a'b", '-a', '\\a', 'a'.repeat(200)].filter(isCitationKey)).toEqual([])
  })
})

it('finds the nearest key to one that cannot be kept', () => {
  expect(["o'neil:99", 'Barnes & Noble:2010', '{gödel}', '&&', '-a b'].map(nearestCitationKey)).toEqual([
    'oneil:99',
    'BarnesNoble:2010',
    'gödel',
    null,
    'ab',
  ])
})
