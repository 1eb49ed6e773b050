import { describe, expect, it } from 'vitest'
import { isGenericTitle, titleKey } from './title-key.ts'

describe('a title key', () => {
  it('is the same for two writings of one title', () => {
    const titles = [
      String.raw`G{\"o}del, \emph{Escher}, Bach: D$^3$ \& more`,
      'GODEL ESCHER BACH D³ – More',
      'Gödel, **Escher**, Bach: D3 more',
    ]
    expect(titles.map(titleKey)).toEqual(Array(3).fill('godelescherbachd3more'))
  })

  it('keeps letters of any script', () => {
    expect(titleKey('深層 学習, Глубокое')).toBe('深層学習глубокое')
  })
})

describe('a generic title', () => {
  it.each([
    'Editorial',
    'EDITORIAL 2019',
    'Book Review',
    'Corrigendum',
    "Guest Editors' Introduction",
    'Untitled',
    'Éditorial',
    '***',
    '',
  ])('%s', (title) => {
    expect(isGenericTitle(title)).toBe(true)
  })

  it.each(['Editorial bias in peer review', 'Erratum to: On Computable Numbers', 'Attention Is All You Need'])(
    '%s is none',
    (title) => {
      expect(isGenericTitle(title)).toBe(false)
    },
  )
})
