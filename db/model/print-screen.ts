import { type InlineNode, printPlain } from './inline-markup.ts'

/** A run of text of one look. `text` alone is readable; `math` is the TeX of the same, for a typesetter. */
export type ScreenSpan = {
  readonly text: string
  readonly strong?: true
  readonly emphasis?: true
  readonly superscript?: true
  readonly subscript?: true
  readonly smallcaps?: true
  readonly code?: true
  readonly math?: string
  /** A command that we do not know, shown as it was written. */
  readonly command?: true
}

type Look = Omit<ScreenSpan, 'text' | 'math' | 'command'>

/** The tree as a flat row of spans, in reading order. */
export function printScreen(nodes: readonly InlineNode[]): readonly ScreenSpan[] {
  return nodes.flatMap((node) => printSpans(node, {}))
}

function printSpans(node: InlineNode, look: Look): readonly ScreenSpan[] {
  if ('children' in node) return node.children.flatMap((child) => printSpans(child, { ...look, [node.kind]: true }))
  const text = printPlain([node])
  if (node.kind === 'math') return [{ text, ...look, math: node.tex }]
  return [node.kind === 'command' ? { text, ...look, command: true } : { text, ...look }]
}
