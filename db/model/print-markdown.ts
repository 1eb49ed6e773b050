/*
 * The tree as Markdown (CommonMark, with `$…$` as pandoc, GitHub and Obsidian read it). Spaces at the edge of emphasis move
 * outside, for `** so **` is no emphasis. A formula that a digit follows, or that TeX may not compile, is printed as its text.
 */

import { type InlineNode, printSearchText } from './inline-markup.ts'
import { printMath } from './latex-math.ts'
import { lower, raise } from './latex-scripts.ts'
import { isDollarMath } from './math-delimiters.ts'

export function printMarkdown(nodes: readonly InlineNode[]): string {
  return printNodes(nodes).replace(/^(\s*)([-+>]|\d+(?=[.)]\s))/, (_all, space: string, mark: string) =>
    /\d/.test(mark) ? space + mark : `${space}\\${mark}`,
  )
}

function printNodes(nodes: readonly InlineNode[]): string {
  return nodes.map((node, index) => printNode(node, nodes[index + 1])).join('')
}

function printNode(node: InlineNode, next: InlineNode | undefined): string {
  switch (node.kind) {
    case 'text':
      return escapeMarkdown(node.text)
    case 'command':
      return escapeMarkdown(node.source)
    case 'math':
      return printFormula(node.tex, next)
    case 'strong':
      return enclose(printNodes(node.children), '**')
    case 'emphasis':
      return enclose(printNodes(node.children), '*')
    case 'smallcaps':
      return printNodes(node.children)
    case 'code':
      return printCode(node.children)
    case 'superscript':
      return raise(printSearchText(node.children)) ?? `<sup>${printNodes(node.children)}</sup>`
    case 'subscript':
      return lower(printSearchText(node.children)) ?? `<sub>${printNodes(node.children)}</sub>`
  }
}

/** Nothing is escaped inside, so that only what is plain can stand there. */
function printCode(children: readonly InlineNode[]): string {
  const [only] = children
  const isPlain = only?.kind === 'text' && children.length === 1 && /^[^`\s](?:[^`\n]*[^`\s])?$/.test(only.text)
  return isPlain ? `\`${only.text}\`` : printNodes(children)
}

function printFormula(tex: string, next: InlineNode | undefined): string {
  const text = printMath(tex, 'plain')
  const isFollowedByDigit = next?.kind === 'text' && /^\d/.test(next.text)
  if (text === null || isFollowedByDigit || !isDollarMath(tex, '')) return escapeMarkdown(text ?? tex)
  return `$${tex}$`
}

function enclose(content: string, mark: string): string {
  const text = content.trim()
  if (text === '') return content
  const start = content.indexOf(text)
  return content.slice(0, start) + mark + text + mark + content.slice(start + text.length)
}

/** An underscore inside a word is no emphasis, so names keep theirs as it is. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*[\]<$~^|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)|^#/gu, '\\$&')
}
