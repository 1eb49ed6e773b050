import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeLatex } from './decode-latex.ts'
import { printPlain, readInlineMarkup } from './inline-markup.ts'
import { isPlainLatex } from './plain-latex.ts'
import { printLatex } from './print-latex.ts'

it('takes words and letters of Western Europe as plain, and no sign of LaTeX or Markdown, no control character and no tie', () => {
  expect(['', 'A Survey', 'Über (naïve): 5/7 + é'].map(isPlainLatex)).toEqual([true, true, true])
  const signs = [...'\\$%&#_{}~^`*<>\0\t\n\u001f\u007f\u0080\u009f\u00a0', '--', "''", ',,']
  expect(signs.filter((sign) => isPlainLatex(`a${sign}b`))).toEqual([])
})

it('says of no text that it is plain which is printed or read as another', () => {
  const character = fc.oneof(
    fc.integer({ min: 0, max: 0xff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom('-', "'", ',', 'é'),
  )
  const text = fc.array(character, { maxLength: 60 }).map((characters) => characters.join('').trim())
  fc.assert(
    fc.property(text, (plain) => {
      fc.pre(isPlainLatex(plain))
      const nodes = readInlineMarkup(plain)
      expect([printLatex(nodes), printPlain(nodes), decodeLatex(plain)]).toEqual([plain, plain, plain.replace(/ +/g, ' ')])
    }),
    { numRuns: 2000 },
  )
})
