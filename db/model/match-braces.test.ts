import { expect, it } from 'vitest'
import { findUnmatchedBraces, hasBalancedBraces, matchBraces } from './match-braces.ts'

it('finds the end of each group, innermost first, and passes over escaped braces', () => {
  expect([...matchBraces('{a{}\\{}}')]).toEqual([6, -1, 3, -1, -1, -1, -1, -1])
})

it('knows whether the braces of TeX balance', () => {
  expect(['{a}', '\\{', '}{', '{'].map(hasBalancedBraces)).toEqual([true, true, false, false])
})

it('counts braces as BibTeX does, escaped or not', () => {
  expect([...findUnmatchedBraces('} {a\\} {')]).toEqual([0, 7])
})
