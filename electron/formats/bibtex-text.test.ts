import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readInlineMarkup } from '../../db/model/inline-markup.ts'
import { printLatex } from '../../db/model/print-latex.ts'
import { cleanText, toLatex } from './bibtex-text.ts'

it('puts a backslash before the signs that need one', () => {
  expect(toLatex('Growth & change: 50% of #1')).toBe('Growth \\& change: 50\\% of \\#1')
})

it('writes a text with such signs as the printer of markup does', () => {
  const piece = fc.constantFrom('a', 'Über', '.', '-', "'", ',', ' ', '&', '%', '#', '$', '_', '\\', '{', '}', '*', '\u00a0', '\t')
  const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join('').trim())
  fc.assert(
    fc.property(text, (written) => {
      fc.pre(/[&%#]/.test(written))
      expect(toLatex(written)).toBe(printLatex(readInlineMarkup(cleanText(written))))
    }),
    { numRuns: 2000 },
  )
})
