/*
 * The tree as LaTeX that pdflatex (utf8, T1, amsmath, amssymb), BibTeX, biber and pandoc all read, and that reads back to the
 * same plain text. A formula is printed as one only if `printMath` understands it, for an unknown command or a lone `^2^3`
 * stops TeX; else its text is. An unknown command is printed as its visible text, for the same reason. Characters that pdflatex
 * knows stay; others become mathematics, raised or lowered text, or an accent; the rest (Chinese, Cyrillic, emoji) stay as they
 * are, for LuaLaTeX and XeLaTeX. `{}` parts what would be a ligature (`--`), or emphasis of Markdown (`*`). Control characters go.
 */

import type { InlineNode } from './inline-markup.ts'
import { formatAccents } from './latex-characters.ts'
import { printMath } from './latex-math.ts'
import { scriptOf } from './latex-scripts.ts'
import { mathSourceOf } from './latex-symbols.ts'
import { findUnmatchedBraces } from './match-braces.ts'
import { isDollarMath } from './math-delimiters.ts'
import { isPlainLatex } from './plain-latex.ts'
import { isTie } from './scan-markup.ts'
import { toNfc } from './to-nfc.ts'

const escapes: ReadonlyMap<string, string> = new Map([
  ...[...'{}%&#_$'].map((character) => [character, `\\${character}`] as const),
  ['\\', '\\textbackslash{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ['`', '\\textasciigrave{}'],
  ['*', '*{}'],
])

/** What the files `t1enc.dfu`, `ts1enc.dfu` and `omsenc.dfu` of LaTeX (2022) declare, less spaces and what Unicode composes differently. */
const knownToLatex =
  /[\u00a1-\u0125\u0128-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u0165\u0168-\u017e\u0192\u01cd-\u01d4\u01e6-\u01eb\u01f0\u01f4\u01f5\u0218-\u021b\u0232\u0233\u0237\u02c7\u02d8\u02d9\u02db\u02dd\u1e02\u1e03\u1e0d\u1e1e-\u1e21\u1e25\u1e30\u1e31\u1e37\u1e43\u1e45\u1e47\u1e5b\u1e63\u1e6d\u1e8e-\u1e91\u1ef2\u1ef3\u2010-\u2016\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2031\u2039-\u203b\u20ac\u2103\u2116\u2117\u2122\u2126\u2127\u212e\u2190-\u2193\ufb00-\ufb06]/

type PrintableNode = Exclude<InlineNode, { readonly kind: 'command' }>

export function printLatex(nodes: readonly InlineNode[]): string {
  const printable: PrintableNode[] = []
  for (const node of nodes.map(toPrintable)) {
    const last = printable.at(-1)
    if (node.kind === 'text' && last?.kind === 'text')
      printable[printable.length - 1] = { kind: 'text', text: last.text + node.text }
    else printable.push(node)
  }
  return printable.map((node, index) => printNode(node, printable[index + 1])).join('')
}

/** What cannot be printed as it is becomes its text, and one with the text around it, so that no ligature forms at the seam. */
function toPrintable(node: InlineNode): PrintableNode {
  if (node.kind === 'command') return { kind: 'text', text: node.source }
  return node.kind === 'math' && printMath(node.tex, 'plain') === null ? { kind: 'text', text: node.tex } : node
}

function printNode(node: PrintableNode, next: PrintableNode | undefined): string {
  switch (node.kind) {
    case 'text':
      return escapeLatex(node.text, next === undefined)
    case 'math':
      return printFormula(node.tex, next)
    case 'strong':
      return `\\textbf{${printLatex(node.children)}}`
    case 'emphasis':
      return `\\emph{${printLatex(node.children)}}`
    case 'smallcaps':
      return `\\textsc{${printLatex(node.children)}}`
    case 'code':
      return `\\texttt{${printLatex(node.children)}}`
    case 'superscript':
      return `\\textsuperscript{${printLatex(node.children)}}`
    case 'subscript':
      return `\\textsubscript{${printLatex(node.children)}}`
  }
}

function printFormula(source: string, next: PrintableNode | undefined): string {
  const isBalanced = findUnmatchedBraces(source).size === 0
  const tex = source.replace(/\\[\s\S]|[%#&]|\s+|[\u0080-\u{10ffff}]/gu, (found) =>
    !isBalanced && /^\\[{}]/.test(found) ? nameBrace(found) : escapeMath(found),
  )
  return isDollarMath(tex, next?.kind === 'text' ? next.text.charAt(0) : '') ? `$${tex}$` : `\\(${tex}\\)`
}

function escapeMath(found: string): string {
  if (found.startsWith('\\')) return found
  if (/\s/.test(found)) return ' '
  const source = mathSourceOf(found)
  return source === null ? `\\${found}` : `{${source}}`
}

const noBraces: ReadonlySet<number> = new Set()

/** Escapes one piece of running text. */
function escapeLatex(source: string, isLast: boolean): string {
  if (isPlainLatex(source)) return source
  const text = toNfc(source)
  const unmatched = /[{}]/.test(text) ? findUnmatchedBraces(text) : noBraces
  const hasAddress = text.includes('://')
  const pattern = /[A-Za-z]\p{M}+|[\\{}%&#_$~^`*]|([-',<>])(?=\1)|\s+|\p{Cc}|[\u0080-\u{10ffff}]\p{M}*/gu
  return text.replace(pattern, (found: string, ligature: string | undefined, at: number) => {
    const before = text.charAt(at - 1)
    const after = text.charAt(at + found.length)
    if (unmatched.has(at)) return `\\ensuremath{${nameBrace(found)}}`
    if (ligature !== undefined) return `${ligature}{}`
    if (found === '\u00a0') return !hasAddress && isTie(before, after) ? '~' : found
    if (found === '*' && isHarmlessStar(before, after || (isLast ? ' ' : ''))) return found
    return /^\s/.test(found) ? printSpaces(found) : (escapes.get(found) ?? printCharacter(found))
  })
}

/** A brace alone would end a field of BibTeX early, even after a backslash. */
function nameBrace(brace: string): string {
  return brace.endsWith('{') ? '\\lbrace{}' : '\\rbrace{}'
}

/** Whether a star could not begin emphasis if the text were read again. */
function isHarmlessStar(before: string, after: string): boolean {
  return after === ' ' || (/[A-Za-z0-9]/.test(before) && /[A-Za-z0-9]/.test(after))
}

function printSpaces(spaces: string): string {
  if (/^[\u2009\u200a\u202f]$/.test(spaces)) return '\\,'
  return /^[ \u00a0]+$/.test(spaces) ? spaces : ' '
}

/** A character outside ASCII, or any with combining marks. */
function printCharacter(character: string): string {
  if (/^\p{Cc}/u.test(character)) return ''
  const isSingle = [...character].length === 1
  if (isSingle && knownToLatex.test(character)) return character
  const script = isSingle ? scriptOf(character) : null
  if (script !== null) return `\\text${script.raised ? 'super' : 'sub'}script{${script.text}}`
  const math = isSingle ? mathSourceOf(character) : null
  return math === null ? (formatAccents(character.normalize('NFD')) ?? character) : `\\ensuremath{${math}}`
}
