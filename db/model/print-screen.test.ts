import { expect, it } from 'vitest'
import { readInlineMarkup } from './inline-markup.ts'
import { printScreen } from './print-screen.ts'

it('flattens the tree to spans of one look, with the TeX of a formula beside its text', () => {
  expect(printScreen(readInlineMarkup(String.raw`a **b *c*** $x^2$ AP_{50} \odd \texttt{t}`))).toEqual([
    { text: 'a ' },
    { text: 'b ', strong: true },
    { text: 'c', strong: true, emphasis: true },
    { text: ' ' },
    { text: 'x²', math: 'x^2' },
    { text: ' AP' },
    { text: '50', subscript: true },
    { text: ' ' },
    { text: '\\odd', command: true },
    { text: ' ' },
    { text: 't', code: true },
  ])
})
