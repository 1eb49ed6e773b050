import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { provisionalTitle } from './provisional-title.ts'

describe('a provisional title', () => {
  it.each([
    ['Trees grow. We propose **LeafNet**, a network for leaves that counts them.', 'LeafNet: a network for leaves'],
    ['We introduce Leaf Atlas (LA), the first map of leaves to cover a forest.', 'Leaf Atlas (LA): the first map of leaves'],
    ['In this paper, we present a robust, fast counter of green leaves, which is new.', 'robust, fast counter of green leaves'],
    ['This work introduces a new view on counting fallen leaves by drawing lots.', 'new view on counting fallen leaves'],
    [
      'We propose a new counter to enable leaf statistics in dense forests.',
      'new counter to enable leaf statistics in dense forests',
    ],
    ['We present a leaf model robust to wind and rain that learns.', 'leaf model robust to wind and rain'],
    ['We organized the Leaf Counting Challenge (LCC) in 1999, with many guests.', 'Leaf Counting Challenge (LCC) in 1999'],
    ['We address this with the Leaf Entropy Principle (LEP). It works.', 'Leaf Entropy Principle (LEP)'],
    [
      'Our method solves this by training a wind-agnostic leaf network on synthetic trees.',
      'wind-agnostic leaf network on synthetic trees',
    ],
    [
      'Extensive experiments: we present results on leaves. We study how green leaves fall in autumn.',
      'how green leaves fall in autumn',
    ],
    ['This study aims to count leaves in urban parks. More follows.', 'count leaves in urban parks'],
    ['Leaves fall in autumn.', 'Leaves fall in autumn'],
    ['Leaves fall in the late autumn, and nobody knows the reason for it.', 'Leaves fall in the late autumn…'],
    ['Leaves 1 2 3 4 5 6 7 8 9 10 eleven twelve thirteen', 'Leaves 1 2 3 4 5 6 7 8 9 10 eleven…'],
  ])('of "%s"', (abstract, title) => {
    expect(provisionalTitle(abstract)).toBe(title)
  })

  it('needs words', () => {
    expect(['', ' … ', '$ $'].map(provisionalTitle)).toEqual([null, null, null])
  })

  it('is short, and made of words of the text', () => {
    const word = fc.constantFrom(
      'we',
      'propose',
      'Net,',
      'a',
      'the',
      'model',
      '(of',
      'x)',
      'that',
      'by',
      'to',
      'end.',
      'this',
      'paper',
      'presents',
      'and',
      'leaf,',
    )
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
        const title = provisionalTitle(words.join(' ')) ?? ''
        expect(title.split(' ').length).toBeLessThanOrEqual(40)
        expect(title.split(/: /).every((span) => words.join(' ').includes(span.replace(/…$/, '')))).toBe(true)
      }),
    )
  })
})
