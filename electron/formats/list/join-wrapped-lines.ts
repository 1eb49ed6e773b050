/**
 * Puts wrapped lines together again as the text was before.
 *   `short-` + `and long-term`       a hyphen that stands for the rest of a word keeps its space
 *   `self-` + `supervised`           a line broken after the hyphen of a word: together, with the hyphen
 *   `segmen-` + `tation`             a word that typesetting divided: together, without it
 * The last two look alike; what tells them is learned from the whole source (learn-hyphenation.ts).
 */

/** Reads words as other lines of the source have them. */
export type Hyphenation = { readonly isDivided: (left: string, right: string) => boolean }

const wordBeforeHyphen = /(?:^|[^\p{L}\p{N}])([\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*)[-\u2010]$/u
export const firstWord = /^[\p{L}\p{N}\p{M}'’]+/u
const conjunctions = new Set(
  'and or to vs vs. versus nor but plus than through as rather und oder bis bzw et ou ni y o e u a en of'.split(' '),
)
/** Programs that wrap take a dash between two words for a place to break. */
const dashEnd = /[\p{L}\p{N}'"&.,?!]-{2,3}$/u
const wordEnd = /[\p{L}\p{N}'"&.,?!]$/u
const dashStart = /^-{2,3}[\p{L}\p{N}]/u
/** An address or a DOI goes on after these. */
const brokenAddress = /(?:https?:\/(?=\/)[^\s<>]*|\barxiv: ?[a-z-]*|\b10\.\d*|\b10\.\d{4,9}\/\S*)(?<end>[/:_=.-])$/i
/** Beyond this the rest of a line is no word. */
const longestEnd = 100

export const noHyphenation: Hyphenation = { isDivided: () => false }

export function joinWrappedLines(lines: readonly string[], hyphenation: Hyphenation): string {
  return lines.map((line, index) => endLine(line, lines[index + 1], hyphenation)).join('')
}

/** The line with what belongs between it and the next. */
function endLine(line: string, next: string | undefined, hyphenation: Hyphenation): string {
  if (next === undefined || breaksAddress(line, next) || (/\d[–-]$/.test(line) && /^\d/.test(next))) return line
  if (!/[-\u2010\u00ad]$/.test(line) && !next.startsWith('-')) return `${line} `
  const tail = line.slice(-longestEnd)
  if (tail.endsWith('\u00ad')) return line.slice(0, -1)
  if (dashEnd.test(tail) || (wordEnd.test(tail) && dashStart.test(next))) return line
  const left = findBrokenWord(line)
  const right = firstWord.exec(next)?.[0]
  if (left === undefined || right === undefined || conjunctions.has(next.split(' ', 1)[0] ?? '')) return `${line} `
  return hyphenation.isDivided(left, right) ? line.slice(0, -1) : line
}

/** A full stop may as well end the sentence: what goes on after it begins with no capital. */
function breaksAddress(line: string, next: string): boolean {
  const end = /[/:_=.-]$/.test(line) ? brokenAddress.exec(line.slice(-longestEnd))?.groups?.end : undefined
  return end !== undefined && (end === '.' ? /^[\d\p{Ll}]/u : /^[\p{L}\p{N}]/u).test(next)
}

/** What stands before the hyphen that ends a line. */
export function findBrokenWord(line: string): string | undefined {
  return line.endsWith('-') || line.endsWith('\u2010') ? wordBeforeHyphen.exec(line.slice(-longestEnd))?.[1] : undefined
}
