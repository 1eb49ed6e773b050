import { describe, expect, it } from 'vitest'
import { printMath } from './latex-math.ts'

describe('a formula as text', () => {
  it.each([
    [String.raw`16\times`, '16×', '16×'],
    ['D^3', 'D³', 'D3'],
    ['x_{train}^{2}', 'x_train²', 'xtrain2'],
    ['x^{a+b}', 'x^(a+b)', 'xa+b'],
    [String.raw`\frac{a+b}{2}`, '(a+b)/2', '(a+b)/2'],
    [String.raw`\sqrt[3]{x}`, '³√x', '³√x'],
    [String.raw`\mathcal{O}(n\log n)`, 'O(n log n)', 'O(n log n)'],
    [String.raw`\mathbb{R}^n`, 'ℝⁿ', 'ℝn'],
    [String.raw`\hat{x} \leq 90^\circ`, 'x̂ ≤ 90°', 'x̂ ≤ 90°'],
    [String.raw`a\leq b`, 'a≤b', 'a≤b'],
    [String.raw`\left\{ x \right\}`, '{ x }', '{ x }'],
    [String.raw`10^{-6}\,\text{mol}`, '10⁻⁶ mol', '10-6 mol'],
    ["a - b'", 'a − b′', 'a - b′'],
  ])('%s', (tex, plain, search) => {
    expect([printMath(tex, 'plain'), printMath(tex, 'search')]).toEqual([plain, search])
  })

  it.each([
    '\\undefined',
    'x^2^3',
    "x^2'",
    'x^',
    '\\frac{1}',
    '{x',
    'x}',
    '\\left( x',
    'x \\right)',
    '\\text{$x$}',
    'é',
    '\\\\',
    '{'.repeat(99),
  ])('is not made of %s, which LaTeX may not compile', (tex) => {
    expect(printMath(tex, 'plain')).toBe(null)
  })
})
