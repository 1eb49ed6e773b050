import { printMarkup } from './print-markup.ts'
import { readLatex } from './read-latex.ts'

const marksOfLatex = /[\\$~`^_*\t\n\r\f\v]/
const braces = /[{}]/g
/** Below, every character is composed already. */
const mayDecompose = /[\u0300-\uffff]/

/** The value of a field of a .bib, in LaTeX, as the text that the library keeps: Unicode with inline markup. */
export function decodeLatex(value: string): string {
  const text = value.trim()
  if (marksOfLatex.test(text) || text.includes('--') || text.includes("''") || text.includes('  ')) {
    return printMarkup(readLatex(text))
      .replace(/[ \u00a0\u202f]{2,}/g, ' ')
      .trim()
  }
  // Where there is no command, braces only group.
  const bare = text.includes('{') ? text.replace(braces, '').trim() : text
  return mayDecompose.test(bare) ? bare.normalize('NFC') : bare
}
