import { printSearchText, readInlineMarkup } from '../../db/model/inline-markup.ts'

/** Our text, reduced to what a rendering of it elsewhere can be compared with. */
export function comparableMarkup(markup: string): string {
  return reduce(printSearchText(readInlineMarkup(markup)))
}

/** Pandoc's rendering in CSL JSON: HTML tags for emphasis and scripts, and formulas as TeX without dollars. */
export function comparableRendering(rendering: string): string {
  const text = rendering.replace(/<\/?(?:i|b|sup|sub|span)(?: [^<>]*)?>/g, '')
  return reduce(text.replace(/\\lbrace(?:\{\})?/g, '{').replace(/\\rbrace(?:\{\})?/g, '}'))
}

/** Commands that are text, as `\frac{` without an end, look like formulas in a rendering: so they are read as such on both sides. */
function readFormulas(text: string): string {
  return text.replace(/\\[A-Za-z]+(?:\{[^{}]*\})*/g, (tex) => {
    const formula = printSearchText(readInlineMarkup(`$${tex}$`))
    return formula.startsWith('$') ? tex : formula
  })
}

/**
 * Only quotes, dashes, white space, invisible characters, braces, and super- and subscripts are taken as equal. Space at a symbol does
 * not count, for TeX has its own idea of it.
 */
function reduce(text: string): string {
  return readFormulas(text)
    .normalize('NFKC')
    .replace(/[\p{Cf}^_{}]/gu, '')
    .replace(/[“”„‟‘’‚‛'"`´]+/g, "'")
    .replace(/[-‐‑‒–—―−]+/g, '-')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/ ?([^\0-\x7f]) ?/gu, '$1')
    .trim()
}
