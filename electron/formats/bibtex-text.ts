import { printPlain, readInlineMarkup } from '../../db/model/inline-markup.ts'
import { isPlainLatex } from '../../db/model/plain-latex.ts'
import { printLatex } from '../../db/model/print-latex.ts'

/** A field on a line of its own; without a value, none. */
export function formatField(name: string, value: string): string {
  return value === '' ? '' : fieldLine(name, value)
}

export function fieldLine(name: string, value: string): string {
  return `  ${name} = {${value}},\n`
}

/** A text with markup, as LaTeX whose braces balance as BibTeX counts them. */
export function toLatex(text: string): string {
  if (text === '') return text
  if (isPlainLatex(text)) return text.trim()
  if (isPlainLatex(text.replace(escapedSigns, '')) && !text.includes('  ')) return text.replace(escapedSigns, '\\$&').trim()
  return printLatex(readInlineMarkup(cleanText(text)))
}

/** Signs that are text, and need a backslash in LaTeX; often, nothing else does. */
const escapedSigns = /[&%#]/g

/** A text with markup, without it. */
export function toPlainText(text: string): string {
  return isPlainLatex(text) ? text.trim() : cleanText(printPlain(readInlineMarkup(cleanText(text))))
}

/** A text without markup, as LaTeX. */
export function escapeText(text: string): string {
  return isPlainLatex(text) ? text : printLatex([{ kind: 'text', text }])
}

/** For `doi` and `url`, which are read verbatim: what could break the entry is percent-encoded, but spaces between addresses. */
export function toVerbatim(text: string): string {
  if (plainAddress.test(text)) return text
  return cleanText(text).replace(/[^ -~]|(?<!;) | (?!\w+:\/\/)|[{}\\]/gu, encodeURIComponent)
}

const plainAddress = /^[!-[\]-z|~]*$/

/** One line of characters that a reader can see, lone surrogates as U+FFFD; marks of direction and width would stop pdfTeX. */
export function cleanText(text: string): string {
  if (!text.includes('  ') && !mayBeUnclean.test(text)) return text.trim()
  return text
    .toWellFormed()
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
    .replace(unevenSpace, ' ')
    .trim()
}

/** Asking first takes a tenth of the time that cleaning does. */
const mayBeUnclean = /[^ -~\u00a1-\u167f\u1681-\u1fff\u2010-\u2027\u2070-\u2fff\u3001-\ud7ff\ue000-\ufefe\uff00-\uffff]/

/** White space other than one plain, no-break or thin space, which nearly all of it is. */
const unevenSpace = /(?:[^\S \u00a0\u202f]|\p{Cc}|[ \u00a0\u202f](?=[\s\p{Cc}]))[\s\p{Cc}]*/gu

/** Whether braces balance as BibTeX counts: one after a backslash is a brace. */
export function hasBalancedBraces(latex: string): boolean {
  let depth = 0
  for (const character of latex) {
    if (character === '{') depth++
    if (character === '}') depth--
    if (depth < 0) return false
  }
  return depth === 0
}
