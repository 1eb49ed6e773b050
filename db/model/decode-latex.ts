import type { InlineNode } from './inline-markup.ts'
import { isPlainLatex } from './plain-latex.ts'
import { printMarkup } from './print-markup.ts'
import { readLatex } from './read-latex.ts'
import { toNfc } from './to-nfc.ts'

const marksOfLatex = /[\\$~`^_*\t\n\r\f\v]/
const braces = /[{}]/g
const unevenSpace = /[ \u00a0\u202f]{2,}/g

/** The value of a field of a .bib, in LaTeX, as the text that the library keeps: Unicode with inline markup. */
export function decodeLatex(value: string): string {
  const text = value.trim()
  if (isPlainLatex(text)) return text
  if (marksOfLatex.test(text) || text.includes('--') || text.includes("''") || text.includes('  '))
    return printMarkup(collapseSpaces(readLatex(text))).trim()
  // Where there is no command, braces only group.
  return toNfc(text.includes('{') ? text.replace(braces, '').trim() : text)
}

/** Before it is printed: afterwards, a space behind a backslash would be a command. */
function collapseSpaces(nodes: readonly InlineNode[]): readonly InlineNode[] {
  return nodes.map((node) => {
    if (node.kind === 'text') return { kind: 'text', text: node.text.replace(unevenSpace, ' ') }
    return 'children' in node ? { kind: node.kind, children: collapseSpaces(node.children) } : node
  })
}
