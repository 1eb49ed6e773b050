import { isPlainLatex } from './plain-latex.ts'
import { printMarkup } from './print-markup.ts'
import { readLatex } from './read-latex.ts'
import { toNfc } from './to-nfc.ts'

const marksOfLatex = /[\\$~`^_*\t\n\r\f\v]/
const braces = /[{}]/g

/** The value of a field of a .bib, in LaTeX, as the text that the library keeps: Unicode with inline markup. */
export function decodeLatex(value: string): string {
  const text = value.trim()
  if (isPlainLatex(text)) return text
  if (marksOfLatex.test(text) || text.includes('--') || text.includes("''") || text.includes('  ')) {
    return printMarkup(readLatex(text))
      .replace(/[ \u00a0\u202f]{2,}/g, ' ')
      .trim()
  }
  // Where there is no command, braces only group.
  return toNfc(text.includes('{') ? text.replace(braces, '').trim() : text)
}
