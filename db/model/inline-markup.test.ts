import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printPlain, printSearchText, readInlineMarkup } from './inline-markup.ts'

const plain = (source: string) => printPlain(readInlineMarkup(source))
const search = (source: string) => printSearchText(readInlineMarkup(source))

describe('reading markup', () => {
  it('reads LaTeX and Markdown in one text into one tree', () => {
    expect(readInlineMarkup(String.raw`\textbf{D}eep **nets** and *$x^2$* by \unknown{1}`)).toEqual([
      { kind: 'strong', children: [{ kind: 'text', text: 'D' }] },
      { kind: 'text', text: 'eep ' },
      { kind: 'strong', children: [{ kind: 'text', text: 'nets' }] },
      { kind: 'text', text: ' and ' },
      { kind: 'emphasis', children: [{ kind: 'math', tex: 'x^2' }] },
      { kind: 'text', text: ' by ' },
      { kind: 'command', source: '\\unknown' },
      { kind: 'text', text: '{1}' },
    ])
  })

  it('takes a style inside itself once, and neighbours of one style together', () => {
    const inner = { kind: 'emphasis', children: [{ kind: 'text', text: 'one two three' }] }
    expect(readInlineMarkup(String.raw`\emph{one \textit{two}}\emph{ three}`)).toEqual([inner])
  })

  it('reads declarations at the start of a group', () => {
    expect(readInlineMarkup(String.raw`{\bf Bold} {\em soft} {\sc Caps}`)).toEqual([
      { kind: 'strong', children: [{ kind: 'text', text: 'Bold' }] },
      { kind: 'text', text: ' ' },
      { kind: 'emphasis', children: [{ kind: 'text', text: 'soft' }] },
      { kind: 'text', text: ' ' },
      { kind: 'smallcaps', children: [{ kind: 'text', text: 'Caps' }] },
    ])
  })

  it('takes words between dollars for emphasis', () => {
    expect(readInlineMarkup('$HALO$ and $test-only$ and $ab$')).toEqual([
      { kind: 'emphasis', children: [{ kind: 'text', text: 'HALO' }] },
      { kind: 'text', text: ' and ' },
      { kind: 'emphasis', children: [{ kind: 'text', text: 'test-only' }] },
      { kind: 'text', text: ' and ' },
      { kind: 'math', tex: 'ab' },
    ])
  })

  it('lowers and raises what stands in braces', () => {
    expect(readInlineMarkup('AP_{50} of 4^{th}, a_b and n^2')).toEqual([
      { kind: 'text', text: 'AP' },
      { kind: 'subscript', children: [{ kind: 'text', text: '50' }] },
      { kind: 'text', text: ' of 4' },
      { kind: 'superscript', children: [{ kind: 'text', text: 'th' }] },
      { kind: 'text', text: ', a_b and n^2' },
    ])
  })

  it('takes a known command of mathematics outside dollars for a formula of its own', () => {
    expect(readInlineMarkup(String.raw`16\times faster, \mathcal{O}(n), \frac{1}{2}`)).toEqual([
      { kind: 'text', text: '16' },
      { kind: 'math', tex: '\\times' },
      { kind: 'text', text: ' faster, ' },
      { kind: 'math', tex: '\\mathcal{O}' },
      { kind: 'text', text: '(n), ' },
      { kind: 'math', tex: '\\frac{1}{2}' },
    ])
  })
})

describe('plain text', () => {
  it.each([
    [String.raw`100\% \& \_ \# \$5 \{x\}`, '100% & _ # $5 {x}'],
    ['50% of R&D, #1, a_b (X}) {Y', '50% of R&D, #1, a_b (X}) {Y'],
    [String.raw`Fr\'echet, G{\"o}del, S\o ren, \L{}ukasz, \v{C}ech, stra\ss{}e`, 'Fréchet, Gödel, Søren, Łukasz, Čech, straße'],
    ["``double'' and `single' and it's a dog's", "“double” and ‘single’ and it's a dog's"],
    ['pages 3--5 --- or -{}- and ----', 'pages 3–5 — or -- and ----'],
    ['Fig.~1 and (2)~a, but ~5 ms, 5~10, x.org/~me', 'Fig.\u00a01 and (2)\u00a0a, but ~5 ms, 5~10, x.org/~me'],
    ['$5 and $10', '$5 and $10'],
    [String.raw`D$^3$Q, $\sim$900, $16\times$, $\alpha_1$, H$_2$O`, 'D³Q, ∼900, 16×, α₁, H₂O'],
    [String.raw`\href{https://x.org/a\_b}{here}, \url{https://x.org/a--b}`, 'here (https://x.org/a_b), https://x.org/a--b'],
    [String.raw`\textcolor{red}{red} text, a\,b\\c`, 'red text, a\u202fb c'],
    ['HLA-A*02:01, HLA-B*07:02, 2*3*4, A* search', 'HLA-A*02:01, HLA-B*07:02, 2*3*4, A* search'],
    [String.raw`$\undefined{x}$ and $x^2^3$`, String.raw`\undefined{x} and x^2^3`],
    ['e\u0301', 'é'],
  ])('prints %s', (source, expected) => {
    expect(plain(source)).toBe(expected)
  })

  it('keeps text without marks of markup as it is', () => {
    const unmarked = fc.string({ unit: 'binary' }).filter((text) => !/[\\$*{}~`-]/.test(text))
    fc.assert(fc.property(unmarked, (text) => plain(text) === text.normalize('NFC')))
  })
})

describe('search text', () => {
  it('puts raised and lowered characters on the line and space into single spaces', () => {
    expect(search(' D$^3$Q,\n AP_{50}, H₂O\u00a0x, $10^{-1}$ ')).toBe('D3Q, AP50, H2O x, 10-1')
  })
})

describe('hostile text', () => {
  it('is read in linear time however it nests', () => {
    const started = process.cpuUsage()
    for (const part of [
      '*a',
      '**a ',
      '{',
      '}',
      '$',
      '\\textbf{',
      '\\sqrt{',
      '\\(',
      '``',
      "`a'",
      '^{',
      '\\href{',
      "\\'",
      '\\left(',
    ]) {
      plain(part.repeat(20_000))
    }
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000)
  })
})
