import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printPlain, printSearchText, readInlineMarkup } from './inline-markup.ts'
import { findUnmatchedBraces } from './match-braces.ts'
import { printLatex } from './print-latex.ts'
import { printMarkdown } from './print-markdown.ts'
import { printScreen } from './print-screen.ts'

const latex = (source: string) => printLatex(readInlineMarkup(source))

describe('LaTeX', () => {
  it.each([
    ['50% of R&D, #1, a_b', String.raw`50\% of R\&D, \#1, a\_b`],
    ['**K** and *e*', String.raw`\textbf{K} and \emph{e}`],
    [String.raw`{\sc Roman} and \texttt{a_b}`, String.raw`\textsc{Roman} and \texttt{a\_b}`],
    ['\\unknown{1}', String.raw`\textbackslash{}unknown\{1\}`],
    ['~5 ms, n^2, `x`', String.raw`\textasciitilde{}5 ms, n\textasciicircum{}2, \textasciigrave{}x\textasciigrave{}`],
    ['Fig.~1', 'Fig.~1'],
    ['TGF-β ≥ 5 × 3, ℝ', String.raw`TGF-\ensuremath{\beta} \ensuremath{\geq} 5 × 3, \ensuremath{\mathbb{R}}`],
    ['x⁴, H₂O, Gödel, ẽ, 名', String.raw`x\textsuperscript{4}, H\textsubscript{2}O, Gödel, \~{e}, 名`],
    [String.raw`$\sim$900 and \times and $50%$`, String.raw`$\sim$900 and $\times$ and $50\%$`],
    ['$x^β$', '$x^{\\beta}$'],
    [String.raw`$x$ but \(x\)5`, String.raw`$x$ but \(x\)5`],
    [String.raw`$\undefined$ and $x^2^3$`, String.raw`\textbackslash{}undefined and x\textasciicircum{}2\textasciicircum{}3`],
    ['-{}-, <<, \\*not\\*, A* and 2*3', '-{}-, <{}<, *{}not*{}, A* and 2*3'],
  ])('prints %s', (source, expected) => {
    expect(latex(source)).toBe(expected)
  })

  it('names a lone brace, which would end a field of BibTeX even after a backslash', () => {
    expect(latex('(X}) but {x}')).toBe(String.raw`(X\ensuremath{\rbrace{}}) but \{x\}`)
    expect(latex(String.raw`$\{ x$ but $\{x\}$`)).toBe(String.raw`$\lbrace{} x$ but $\{x\}$`)
  })
})

const pieces =
  String.raw`\ $ * ** { } ~ - -- --- ' '' ^ _ ^{ _{ a b word 1 23 % & # \textbf{ \emph{ \text{ \alpha \times \frac \foo \mathcal{ \( \) \[ \] \' \" \c \o \ss \, \% \$ \{ \} \\ {} é β ≤ ⁴ ₂ ẽ 中 ( ) . , < > \textsuperscript{ \ensuremath{ \href{ \left \right https://x.org/a`
    .split(' ')
    .concat(' ', ' ', '`', '``', '{\\bf ', '\\v ', '\u00a0', '\n', 'f\u0308', 'two words')
const markedText = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''))
const anyText = fc.string({ unit: 'binary' }).map((text) => text.replace(/\p{Cc}/gu, ''))
const onOneLine = (text: string) => text.replace(/\s+/g, ' ').normalize('NFC').trim()

describe('any text', () => {
  it('is printed by every printer, and its LaTeX has balanced braces and reads back to the same plain text', () => {
    fc.assert(
      fc.property(fc.oneof(markedText, anyText), (text) => {
        const tree = readInlineMarkup(text)
        const printed = printLatex(tree)
        printSearchText(tree)
        printMarkdown(tree)
        printScreen(tree)
        expect(findUnmatchedBraces(printed).size).toBe(0)
        expect(onOneLine(printPlain(readInlineMarkup(printed)))).toBe(onOneLine(printPlain(tree)))
      }),
      { numRuns: 2_000 },
    )
  })
})
