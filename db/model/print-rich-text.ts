/*
 * The tree as the rich text of CSL, which citeproc, pandoc and Zotero read: `<i>`, `<b>`, `<sup>`, `<sub>`, and nothing else.
 * Everything beside these tags is plain: CSL has no escapes, so a text that shows such a tag cannot be told from one.
 */

import { type InlineNode, printPlain } from './inline-markup.ts'
import type { MarkupStyle } from './scan-markup.ts'
import { toNfc } from './to-nfc.ts'

const tags: { readonly [Style in MarkupStyle]: string } = { emphasis: 'i', strong: 'b', superscript: 'sup', subscript: 'sub' }

export function printRichText(nodes: readonly InlineNode[]): string {
  return toNfc(nodes.map(printNode).join(''))
}

function printNode(node: InlineNode): string {
  if (!('children' in node)) return printPlain([node])
  const content = printRichText(node.children)
  return content.trim() === '' ? content : `<${tags[node.kind]}>${content}</${tags[node.kind]}>`
}
