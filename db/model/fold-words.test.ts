import { describe, expect, it } from 'vitest'
import { foldWords } from './fold-words.ts'

describe('folding words', () => {
  it.each([
    ['Gödel, Escher – Bach!', 'godel escher bach'],
    ['ﬁeld² of “ÅNGSTRÖM”', 'field2 of angstrom'],
    ['ΣΟΦΟΣ, Глубокое обучение', 'σοφος глубокое обучение'],
    ['深層 学習…', '深層 学習'],
    [' — ', ''],
  ])('of %s leaves letters and digits, parted by single spaces', (text, words) => {
    expect(foldWords(text)).toBe(words)
  })
})
