import type { InlineNode } from './inline-markup.ts'
import { printMarkup } from './print-markup.ts'
import { readLatex } from './read-latex.ts'
import { toNfc } from './to-nfc.ts'

const word = /^[A-Za-z0-9]*$/
const marksOfLatex = /[\\$~`^_*]/
/** Asked for apart: that is ten times as fast as one pattern. */
const lineEnds = /[\t\n\r\f\v]/
const braces = /[{}]/g
/** No marks but signs of text behind backslashes, which then are themselves. */
const escapedText = /^(?:[^-'\\$~`^_*{}\s]|([ '-])(?!\1)|\\[&%#_])*$/
const escapedSigns = /\\([&%#_])/g
const unevenSpace = /[ \u00a0\u202f]{2,}/g

/** The value of a field of a .bib, in LaTeX, as the text that the library keeps: Unicode with inline markup. */
export function decodeLatex(value: string): string {
  const text = value.trim()
  if (word.test(text)) return text
  // Where there is no command, braces only group.
  if (!isMarked(text)) return toNfc(text.includes('{') ? text.replace(braces, '').trim() : text)
  if (escapedText.test(text)) return toNfc(text.replace(escapedSigns, '$1'))
  return printMarkup(collapseSpaces(readLatex(text))).trim()
}

function isMarked(text: string): boolean {
  return marksOfLatex.test(text) || lineEnds.test(text) || text.includes('--') || text.includes("''") || text.includes('  ')
}

/** Before it is printed: afterwards, a space behind a backslash would be a command. */
function collapseSpaces(nodes: readonly InlineNode[]): readonly InlineNode[] {
  return nodes.map((node) => {
    if (node.kind === 'text') return { kind: 'text', text: node.text.replace(unevenSpace, ' ') }
    return 'children' in node ? { kind: node.kind, children: collapseSpaces(node.children) } : node
  })
}
