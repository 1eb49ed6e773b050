/*
 * Where mathematics begins and ends: `$…$`, `$$…$$`, `\(…\)`, and `\[…\]` if it looks like TeX (else it is Markdown's escaped bracket).
 * A single dollar follows pandoc's rule, since most lone dollars are money: no space after the first and none before the
 * second, no digit after the second. What can only be TeX (one of `\ ^ _ < > =`) is excused from the last, for `$\sim$900`,
 * and from the first two if it has a space at both ends. Two words in a row are no formula, unless all of it is words.
 */

import { hasBalancedBraces } from './match-braces.ts'

type FoundMath = { readonly tex: string; readonly end: number }

/** Reads mathematics from the dollar at `at`, or null when the dollar is a dollar. */
export function findDollarMath(source: string, at: number): FoundMath | null {
  const width = source[at + 1] === '$' ? 2 : 1
  const close = findClosingDollar(source, at + width)
  const tex = source.slice(at + width, close)
  const end = close + width
  if (close < 0 || !isFormula(tex)) return null
  if (width === 2) return source[close + 1] === '$' ? { tex, end } : null
  return isDollarMath(tex, source[end] ?? '') ? { tex, end } : null
}

/** Whether `$tex$` before the character `after` is read as mathematics. */
export function isDollarMath(tex: string, after: string): boolean {
  const hasSigns = /[\\^_<>=]/.test(tex)
  const spaces = Number(/^\s/.test(tex)) + Number(/\s$/.test(tex))
  if (spaces === 1 || (spaces === 2 && !hasSigns)) return false
  if (/\d/.test(after) && !hasSigns) return false
  if (/^[\p{L} -]+$/u.test(tex)) return true
  return !/(?<![\\\p{L}])\p{L}{2,}\s+\p{L}{2,}/u.test(tex.replace(/\\[A-Za-z]+\{[^{}]*\}/g, ''))
}

/** Reads mathematics from `\(` or `\[` at `at`, or null when it does not end before the next such opening. */
export function findParenthesisMath(source: string, at: number): FoundMath | null {
  const opening = source.slice(at, at + 2)
  const closing = opening === '\\(' ? '\\)' : '\\]'
  for (let close = source.indexOf('\\', at + 2); close >= 0; close = source.indexOf('\\', close + 2)) {
    const found = source.slice(close, close + 2)
    if (found === opening) return null
    if (found !== closing) continue
    const tex = source.slice(at + 2, close)
    return isFormula(tex) && (closing === '\\)' || /[\\^_=]/.test(tex)) ? { tex, end: close + 2 } : null
  }
  return null
}

/** Whether a dollar is left over when all are paired, in a text in which none is money. */
export function hasLoneDollar(source: string): boolean {
  const dollars = source.match(/\\.|\$\d?/gsu)?.filter((found) => found.startsWith('$')) ?? []
  return dollars.length % 2 === 1 && dollars.every((found) => found === '$')
}

function findClosingDollar(source: string, from: number): number {
  const pattern = /\\.|\$/gsu
  pattern.lastIndex = from
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    if (match[0] === '$') return match.index
  }
  return -1
}

/** A dollar that is not escaped can only stand in a group, as in `\text{if $x$}`. */
function isFormula(tex: string): boolean {
  const outer = tex.replace(/\{[^{}]*\}/g, '')
  return tex.trim() !== '' && !/\n\s*\n/.test(tex) && hasBalancedBraces(tex) && findClosingDollar(outer, 0) < 0
}
