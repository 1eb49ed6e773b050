import { describe, expect, it } from 'vitest'
import { findDollarMath, findParenthesisMath } from './math-delimiters.ts'

describe('dollars', () => {
  it.each([
    ['$x$', 'x'],
    ['$x$-axis', 'x'],
    ['$\\sim$900', '\\sim'],
    ['$<$5', '<'],
    ['$ \\alpha $', ' \\alpha '],
    ['$$E=mc^2$$', 'E=mc^2'],
    ['$a\\$b$', 'a\\$b'],
  ])('%s enclose a formula', (source, tex) => {
    expect(findDollarMath(source, 0)?.tex).toBe(tex)
  })

  it.each(['$5 and $10', '$5/$10', '$5', '$ 5 $', '$5 per unit sold or 6 US$', '$a{b$', '$$', '$x\n\ny$'])(
    '%s are dollars',
    (source) => {
      expect(findDollarMath(source, 0)).toBe(null)
    },
  )
})

it('reads parentheses that TeX opens, and takes a bracket without signs of TeX for escaped Markdown', () => {
  const sources = ['\\(a\\) b', '\\[x^2\\]', '\\[1\\]', '\\(a \\(b\\)', '\\(a']
  expect(sources.map((source) => findParenthesisMath(source, 0)?.tex ?? null)).toEqual(['a', 'x^2', null, null, null])
})
