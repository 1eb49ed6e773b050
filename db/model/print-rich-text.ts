/*
 * The tree as the rich text of CSL, which citeproc, pandoc and Zotero read: `<i>`, `<b>`, `<sup>`, `<sub>`, small capitals, and nothing
 * else.
 * Everything beside these tags is plain: CSL has no escapes, so a text that shows such a tag cannot be told from one.
 */

import { type InlineNode, printPlain } from './inline-markup.ts'
import type { MarkupStyle } from './scan-markup.ts'
import { toNfc } from './to-nfc.ts'

/** CSL has no type for code. */
const tags: { readonly [Style in MarkupStyle]: string } = {
  emphasis: 'i',
  strong: 'b',
  superscript: 'sup',
  subscript: 'sub',
  smallcaps: 'span style="font-variant:small-caps;"',
  code: '',
}

export function printRichText(nodes: readonly InlineNode[]): string {
  return toNfc(nodes.map(printNode).join(''))
}

function printNode(node: InlineNode): string {
  if (!('children' in node)) return printPlain([node])
  const content = printRichText(node.children)
  const tag = tags[node.kind]
  return content.trim() === '' || tag === '' ? content : `<${tag}>${content}</${tag.split(' ', 1)}>`
}
