import { describe, expect, it } from 'vitest'
import { readInlineMarkup } from './inline-markup.ts'
import { printMarkdown } from './print-markdown.ts'

describe('Markdown', () => {
  it.each([
    [String.raw`\textbf{K} and {\em e }x`, '**K** and *e* x'],
    ['a_b, _c, [1], <x>, $5, ~5, n^2, A* `t`', String.raw`a_b, \_c, \[1\], \<x>, \$5, \~5, n\^2, A\* \`t\``],
    ['R&D but &amp;', String.raw`R&D but \&amp;`],
    ['- dash, # hash', String.raw`\- dash, # hash`],
    [String.raw`$x^2$, $\sim$900, \times`, String.raw`$x^2$, ∼900, $\times$`],
    [String.raw`$\undefined$`, String.raw`\\undefined`],
    ['AP_{50}, 4^{th}', 'AP₅₀, 4<sup>th</sup>'],
    [String.raw`\textsc{Roman}, \texttt{a\_b} and \texttt{\emph{c}}`, 'Roman, `a_b` and *c*'],
  ])('prints %s', (source, expected) => {
    expect(printMarkdown(readInlineMarkup(source))).toBe(expected)
  })
})
