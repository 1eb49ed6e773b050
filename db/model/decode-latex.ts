import { printMarkup } from './print-markup.ts'
import { readLatex } from './read-latex.ts'

const marksOfLatex = /[\\${}~`^_]|--|''|[^\S ]| {2}/

/** The value of a field of a .bib, in LaTeX, as the text that the library keeps: Unicode with inline markup. */
export function decodeLatex(value: string): string {
  const text = value.trim()
  return marksOfLatex.test(text) || text.includes('*') ? printMarkup(readLatex(text)).trim() : text.normalize('NFC')
}
