/*
 * The tree as the text that the library keeps: Unicode, styles and formulas as LaTeX commands, everything else as it reads. Where
 * a character would be taken for markup when read again (`$5 and $6`), the characters of markup are escaped throughout the text.
 */

import { appendNode, type InlineNode, marksOfMarkup, readInlineMarkup } from './inline-markup.ts'
import { isDollarMath } from './math-delimiters.ts'
import { toNfc } from './to-nfc.ts'

export function printMarkup(nodes: readonly InlineNode[]): string {
  const [first] = nodes
  if (first?.kind === 'text' && nodes.length === 1 && !marksOfMarkup.test(first.text)) return toNfc(first.text)
  const bare = printNodes(nodes, (text) => text)
  return isSame(readInlineMarkup(bare), nodes) ? bare : printNodes(nodes, escapeMarkup)
}

type PrintText = (text: string) => string

function printNodes(nodes: readonly InlineNode[], printText: PrintText): string {
  return nodes.map((node, index) => printNode(node, nodes[index + 1], printText)).join('')
}

function printNode(node: InlineNode, next: InlineNode | undefined, printText: PrintText): string {
  switch (node.kind) {
    case 'text':
      return printText(toNfc(node.text))
    case 'command':
      return printText(node.source)
    case 'math':
      return isDollarMath(node.tex, next?.kind === 'text' ? next.text.charAt(0) : '') ? `$${node.tex}$` : `\\(${node.tex}\\)`
    case 'strong':
      return `\\textbf{${printNodes(node.children, printText)}}`
    case 'emphasis':
      return `\\emph{${printNodes(node.children, printText)}}`
    case 'smallcaps':
      return `\\textsc{${printNodes(node.children, printText)}}`
    case 'code':
      return `\\texttt{${printNodes(node.children, printText)}}`
    case 'superscript':
      return `\\textsuperscript{${printNodes(node.children, printText)}}`
    case 'subscript':
      return `\\textsubscript{${printNodes(node.children, printText)}}`
  }
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['$', '\\$'],
  ['{', '\\{'],
  ['}', '\\}'],
  ['\\', '\\textbackslash{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ['`', '\\textasciigrave{}'],
  ['*', '*{}'],
])

function escapeMarkup(text: string): string {
  return text.replace(/[\\${}~^`]|\*(?! )|([-'])(?=\1)/g, (found, doubled) =>
    doubled === undefined ? (escapes.get(found) ?? found) : `${found}{}`,
  )
}

/** A command that we do not know reads as its text. */
function isSame(a: readonly InlineNode[], b: readonly InlineNode[]): boolean {
  return JSON.stringify(withoutCommands(a)) === JSON.stringify(withoutCommands(b))
}

function withoutCommands(nodes: readonly InlineNode[]): readonly InlineNode[] {
  const list: InlineNode[] = []
  for (const node of nodes) {
    if (node.kind === 'command') appendNode(list, { kind: 'text', text: node.source })
    else appendNode(list, 'children' in node ? { ...node, children: [...withoutCommands(node.children)] } : node)
  }
  return list
}
