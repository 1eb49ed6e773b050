import { describe, expect, it } from 'vitest'
import { cutClause, cutPhrase } from './cut-phrase.ts'

const cut = (text: string, fewest = 2, longest = 20) => cutPhrase(text.split(' '), { fewest, longest })

describe('a phrase', () => {
  it.each([
    ['green leaf counter that counts', 'green leaf counter'],
    ['leaf that falls from trees, slowly', 'leaf that falls from trees'],
    ['leaf counter robust to wind and to rain', 'leaf counter robust to wind'],
    ['leaf counter inspired by birds. It flies', 'leaf counter inspired by birds'],
    ['small, green leaf counter, which counts', 'small, green leaf counter'],
    ['counter of leaves, twigs, and birds in trees', 'counter of leaves, twigs, and birds in trees'],
    ['leaf counter (e.g., for oaks, which fall) for parks – and more', 'leaf counter (e.g., for oaks, which fall) for parks'],
    ['leaf counter designed to count', 'leaf counter'],
  ])('of "%s"', (text, expected) => {
    expect(cut(text)).toEqual({ text: expected, isCut: false })
  })

  it('says when it was cut for its length, and ends on no preposition', () => {
    expect(cut('leaf counter for the parks', 9, 4)).toEqual({ text: 'leaf counter', isCut: true })
  })
})

it('cuts the first sentence at the end of a clause', () => {
  expect(['Leaves fall. Trees stay.', 'Late leaves still fall, as always.'].map(cutClause)).toEqual([
    'Leaves fall',
    'Late leaves still fall…',
  ])
})
