import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeLatex } from './decode-latex.ts'
import { readInlineMarkup } from './inline-markup.ts'
import { printLatex } from './print-latex.ts'
import { printMarkup } from './print-markup.ts'

const encode = (text: string) => printLatex(readInlineMarkup(text))

describe('a value of a .bib', () => {
  it.each([
    [
      String.raw`{\"O}zge T{\"u}rkmen, Aks{\i}n, {\c{C}}etinkaya, \'{E}douard, \v{S}koda`,
      'Özge Türkmen, Aksın, Çetinkaya, Édouard, Škoda',
    ],
    [String.raw`Bronis{\l}aw, Encyclop{\ae}dia, stra{\ss}e, \O re, na\"{\i}ve`, 'Bronisław, Encyclopædia, straße, Øre, naïve'],
    [String.raw`Wiley \& Sons, 90\%, \#1, a\_b, \$5 \{x\}`, 'Wiley & Sons, 90%, #1, a_b, $5 {x}'],
    ['{The {Pd-N} Carbenes in {{MVS}} Systems}', 'The Pd-N Carbenes in MVS Systems'],
    ["1736--1739 --- a ``quoted'' `word' of it's", "1736–1739 — a “quoted” ‘word’ of it's"],
    ['Angew.~Chem. Int.~Ed.', 'Angew.\u00a0Chem. Int.\u00a0Ed.'],
    ['wrapped\n   lines\tof text', 'wrapped lines of text'],
    [String.raw`The {\TeX book} and \LaTeX{} too`, 'The TeXbook and LaTeX too'],
    [
      String.raw`\emph{De {\"u}ber} {\em old} \textbf{bold} {\bf B}\textit{c}`,
      String.raw`\emph{De über} \emph{old} \textbf{bold} \textbf{B}\emph{c}`,
    ],
    [
      String.raw`\textsc{doi} \texttt{a} {\sc x} {\tt y} \mbox{G-Animal's}`,
      String.raw`\textsc{doi} \texttt{a} \textsc{x} \texttt{y} G-Animal's`,
    ],
    [String.raw`\mkbibquote{Intention} \enquote*{two} methodology\hyphen independent`, '“Intention” “two” methodology-independent'],
    [String.raw`An {$O(n \log n / \! \log\log n)$} algorithm`, String.raw`An $O(n \log n / \! \log\log n)$ algorithm`],
    [
      String.raw`H\textsubscript{2}O 4\textsuperscript{th} \ensuremath{\beta} $\alpha$`,
      String.raw`H₂O 4\textsuperscript{th} β $\alpha$`,
    ],
    [String.raw`TNF-{\textalpha} is 5\textperthousand{} of \textDelta G`, 'TNF-α is 5‰ of ΔG'],
    [String.raw`\mycommand{a \"u}[b] {\noopsort{1973b}}1973`, String.raw`\mycommand{a ü}[b] 1973`],
    [String.raw`\url{http://x.org/a_b--c} \href{http://x.org}{here}`, 'http://x.org/a_b--c here (http://x.org)'],
    [String.raw`100% of 5 * 3 * 2, \$5\$ and a { b`, String.raw`100% of 5 * 3 * 2, \$5\$ and a \{ b`],
    [String.raw`{\em Die {\em Technik} heute}`, String.raw`\emph{Die Technik heute}`],
    [String.raw`\ensuremath{$x^2$} and \ensuremath{x^2}`, '$x^2$ and $x^2$'],
    ['a\\textbackslash{}\u00a0 b', 'a\\textbackslash{} b'],
    ['', ''],
  ])('is decoded: %s', (value, text) => {
    expect(decodeLatex(value)).toBe(text)
  })

  it('is read in linear time however it nests', () => {
    const started = process.cpuUsage()
    for (const part of ['{', '}', '$', '\\textbf{', '\\(', '``', '`', '^{', '\\href{', "\\'", '{\\em ', '\\x{', '\\frac{'])
      decodeLatex(part.repeat(20_000))
    for (const [open, close] of [
      ['{', '}'],
      ['\\x{', '}'],
      ['\\emph{', '}'],
    ] as const)
      decodeLatex(open.repeat(20_000) + close.repeat(20_000))
    expect(process.cpuUsage(started).user).toBeLessThan(8_000_000)
  })
})

const pieces =
  String.raw`\ $ * ** { } ~ - -- ' '' ^ _ ^{ a b word 1 23 % & # \textbf{ \emph{ \alpha \times \frac \foo \( \) \' \" \c \o \ss \% \$ \{ \} {} é β ≤ ⁴ ₂ ẽ 中 ( ) . , < > \textsuperscript{ \ensuremath{ https://x.org/a`
    .split(' ')
    .concat(' ', ' ', '`', '``', '{\\bf ', '\u00a0', 'two words', '“', '’')
const markedText = fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((parts) => parts.join(''))
const plainText = fc.string({ unit: 'binary' }).map((text) =>
  text
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
    .normalize('NFC'),
)

describe('encoding and decoding', () => {
  it('gives plain text back', () => {
    const unmarked = plainText.filter((text) => !/[\\$*{}~`^_]|--|''/.test(text))
    fc.assert(
      fc.property(unmarked, (text) => {
        expect(decodeLatex(encode(text))).toBe(text)
      }),
      { numRuns: 1_000 },
    )
  })

  it('gives text with markup back in the form that the library keeps', () => {
    fc.assert(
      fc.property(markedText, (text) => {
        const kept = decodeLatex(encode(text))
        expect(decodeLatex(encode(kept))).toBe(kept)
      }),
      { numRuns: 2_000 },
    )
  })

  it('keeps what the text says when it is printed as the library keeps it', () => {
    fc.assert(
      fc.property(markedText, (text) => {
        const tree = readInlineMarkup(text)
        expect(encode(printMarkup(tree))).toBe(encode(text))
      }),
      { numRuns: 2_000 },
    )
  })

  it('is the same whether its escaped signs are read one by one or at once', () => {
    const piece = fc.constantFrom('a', 'Word', ' ', '-', "'", ',', 'é', 'e\u0301', '&', '%', '\\&', '\\%', '\\#', '\\_', '_')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        // A group changes nothing but that each sign is read.
        expect(decodeLatex(pieces.join(''))).toBe(decodeLatex(`{${pieces.join('')}}\\@`))
      }),
      { numRuns: 500 },
    )
  })
})
