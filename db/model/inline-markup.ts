/*
 * The markup of titles and abstracts: LaTeX and Markdown mixed, often broken, kept in the library as it came.
 * - LaTeX: `\textbf{…}`, `{\em …}`, `\textsc{…}`, `\texttt{…}` and their kin are styles; escapes, accents and symbols are their characters; an unknown
 *   command is kept verbatim; braces that belong to no command are characters; `{}` after a command, or parting `-{}-`, is
 *   TeX's separator and goes; `_{…}` and `^{…}` lower and raise. A bare `%`, `&`, `#`, `_` is itself.
 * - Mathematics: see `math-delimiters.ts`; a command such as `\times` outside dollars is a formula of its own; `$NOVA$`,
 *   words and nothing else, is emphasis.
 * - Markdown: `*` and `**` only, see `pair-stars.ts`. No `_`, for names have underscores; no links, code or HTML.
 * - `--`, `---` are dashes, ``…'' and `…' quotation marks where paired; `~` is a no-break space between the parts of a phrase
 *   (`Fig.~1`), a tilde at the edge of a word (`~5 ms`), in `5~10` and in an address.
 * Any text can be read, in linear time; a style inside itself is one, so the tree is never deeper than there are styles.
 */

import { printMath } from './latex-math.ts'
import { levelScripts, lower, raise } from './latex-scripts.ts'
import { pairStars } from './pair-stars.ts'
import { type MarkupStyle, type MarkupToken, scanMarkup } from './scan-markup.ts'
import { toNfc } from './to-nfc.ts'

export type InlineNode =
  | { readonly kind: 'text'; readonly text: string }
  /** TeX source without its delimiters. */
  | { readonly kind: 'math'; readonly tex: string }
  /** A command that we do not know, as it was written: `\lowerromannumeral`. */
  | { readonly kind: 'command'; readonly source: string }
  | { readonly kind: MarkupStyle; readonly children: readonly InlineNode[] }

type OpenGroup = {
  readonly style: MarkupStyle | null
  readonly children: InlineNode[]
  readonly active: readonly MarkupStyle[]
}
type EmphasisNode = { readonly kind: 'strong' | 'emphasis'; readonly children: InlineNode[] }

/** What any text with markup has at least one of. */
export const marksOfMarkup = /[\\$*{}~`]|--/

export function readInlineMarkup(text: string): readonly InlineNode[] {
  const source = toNfc(text)
  if (source === '') return []
  return marksOfMarkup.test(source) ? buildTree(pairStars(scanMarkup(source))) : [{ kind: 'text', text: source }]
}

/** Without markup; mathematics as Unicode text where that can be, else as its TeX. */
export function printPlain(nodes: readonly InlineNode[]): string {
  const [first] = nodes
  return toNfc(nodes.length === 1 && first?.kind === 'text' ? first.text : nodes.map(printPlainNode).join(''))
}

/** Most text has none, and then need not be gone through for each of what may be in it. */
const beyondPrintedAscii = /[^ -~]/

/** For the search index and for comparing: raised and lowered characters are ordinary ones, white space is single spaces. */
export function printSearchText(nodes: readonly InlineNode[]): string {
  const text = nodes.map(printSearchNode).join('')
  if (!beyondPrintedAscii.test(text) && !text.includes('  ')) return text.trim()
  return levelScripts(text)
    .replaceAll('−', '-')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim()
    .normalize('NFC')
}

function printPlainNode(node: InlineNode): string {
  if (node.kind === 'text') return node.text
  if (node.kind === 'command') return node.source
  if (node.kind === 'math') return printMath(node.tex, 'plain') ?? node.tex
  const text = node.children.map(printPlainNode).join('')
  if (node.kind !== 'superscript' && node.kind !== 'subscript') return text
  const level = levelScripts(text)
  return node.kind === 'superscript' ? (raise(level) ?? level) : (lower(level) ?? `_${level}`)
}

function printSearchNode(node: InlineNode): string {
  if (node.kind === 'text') return node.text
  if (node.kind === 'command') return node.source
  if (node.kind === 'math') return printMath(node.tex, 'search') ?? node.tex
  return node.children.map(printSearchNode).join('')
}

function buildTree(tokens: readonly MarkupToken[]): readonly InlineNode[] {
  const root: InlineNode[] = []
  const open: OpenGroup[] = []
  for (const token of tokens) {
    const list = open.at(-1)?.children ?? root
    if (token.kind === 'open') open.push(openGroup(token.style, open, list))
    else if (token.kind === 'close') closeGroup(open, root)
    else appendNode(list, toNode(token))
  }
  return root
}

/** A group that changes no style puts its content straight into the list around it. */
function openGroup(style: MarkupStyle | 'plain', open: readonly OpenGroup[], list: InlineNode[]): OpenGroup {
  const active = open.at(-1)?.active ?? []
  return style === 'plain' || active.includes(style)
    ? { style: null, children: list, active }
    : { style, children: [], active: [...active, style] }
}

function closeGroup(open: OpenGroup[], root: InlineNode[]): void {
  const group = open.pop()
  if (group === undefined || group.style === null || group.children.length === 0) return
  appendNode(open.at(-1)?.children ?? root, { kind: group.style, children: group.children })
}

function toNode(token: Exclude<MarkupToken, { readonly kind: 'open' | 'close' }>): InlineNode {
  if (token.kind === 'text') return { kind: 'text', text: toNfc(token.text) }
  return token.kind === 'stars' ? { kind: 'text', text: '*'.repeat(token.length) } : token
}

/** Neighbouring text is one node, and so is neighbouring emphasis, as `*a**b*` would read badly. */
export function appendNode(list: InlineNode[], node: InlineNode): void {
  const last = list.at(-1)
  if (node.kind === 'text' && node.text === '') return
  if (node.kind === 'text' && last?.kind === 'text') list[list.length - 1] = { kind: 'text', text: last.text + node.text }
  else if (isEmphasis(node) && isEmphasis(last) && last.kind === node.kind)
    for (const child of node.children) appendNode(last.children, child)
  else list.push(node)
}

function isEmphasis(node: InlineNode | undefined): node is EmphasisNode {
  return node?.kind === 'strong' || node?.kind === 'emphasis'
}
