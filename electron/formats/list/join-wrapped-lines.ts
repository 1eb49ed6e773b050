/**
 * Puts wrapped lines together again as the text was before.
 *   `short-` + `and long-term`       a hyphen that stands for the rest of a word keeps its space
 *   `self-` + `supervised`           a line broken after the hyphen of a word: together, with the hyphen
 *   `segmen-` + `tation`             a word that typesetting divided: together, without it
 * The last two look alike. The hyphen goes only if the source has the word without it elsewhere and nowhere with it, and does so for a
 * good part of all its breaks: one writer's `multi-modal` beside another's `multimodal` is no typesetting.
 */
import type { ListLine } from './list-line.ts'

/** Reads words as other lines of the source have them. */
export type Hyphenation = { readonly isDivided: (left: string, right: string) => boolean }

const wordBeforeHyphen = /(?:^|[^\p{L}\p{N}])([\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*)[-\u2010]$/u
const firstWord = /^[\p{L}\p{N}\p{M}'’]+/u
const conjunctions = new Set(
  'and or to vs vs. versus nor but plus than through as rather und oder bis bzw et ou ni y o e u a en of'.split(' '),
)
/** Programs that wrap take a dash between two words for a place to break. */
const dashEnd = /[\p{L}\p{N}'"&.,?!]-{2,3}$/u
const wordEnd = /[\p{L}\p{N}'"&.,?!]$/u
const dashStart = /^-{2,3}[\p{L}\p{N}]/u
/** An address or a DOI goes on after these. */
const brokenAddress = /(?:https?:\/\/[^\s<>]*|\b10\.\d*|\b10\.\d{4,9}\/\S*)(?<end>[/:_=.-])$/
const compoundStarts = new Set(
  'all anti auto back best bi bottom cross data deep di domain down end fine first full half hand high hyper inter intra knowledge large light long low macro meta micro mini mono multi near non object off on one open over part peer per poly post pre pro quasi rank re real right self semi short single small soft state sub super task text time top trans tri two ultra un under up user web weight well wide world zero'.split(
    ' ',
  ),
)
const compound = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*(?:-[\p{L}\p{N}\p{M}'’]+)*/gu
/** Of the words that typesetting divided, a source has a third to a half elsewhere; of compounds, one in fifty in one word. */
const leastShareOfDivided = 0.25
/** Beyond this the rest of a line is no word. */
const longestEnd = 100

export const noHyphenation: Hyphenation = { isDivided: () => false }

export function joinWrappedLines(lines: readonly string[], hyphenation: Hyphenation): string {
  return lines.map((line, index) => endLine(line, lines[index + 1], hyphenation)).join('')
}

/** The line with what belongs between it and the next. */
function endLine(line: string, next: string | undefined, hyphenation: Hyphenation): string {
  if (next === undefined || breaksAddress(line, next)) return line
  if (!/[-\u2010\u00ad]$/.test(line) && !next.startsWith('-')) return `${line} `
  const tail = line.slice(-longestEnd)
  if (tail.endsWith('\u00ad')) return line.slice(0, -1)
  if (dashEnd.test(tail) || (wordEnd.test(tail) && dashStart.test(next))) return line
  const left = findBrokenWord(line)
  const right = firstWord.exec(next)?.[0]
  if (left === undefined || right === undefined || conjunctions.has(next.split(' ', 1)[0] ?? '')) return `${line} `
  return hyphenation.isDivided(left, right) ? line.slice(0, -1) : line
}

/**
 * As typesetters divide the words of a narrow column, in sources of few words: a line that ends in a hyphen ends in no whole word, unless
 * compounds begin with it or the source has it as one.
 */
export function learnTypesetHyphenation(lines: readonly ListLine[]): Hyphenation {
  const { isDivided } = learnHyphenation(lines)
  const breaks = findBreaks(lines)
  if (breaks.length === 0) return noHyphenation
  const known = findKnown(lines, new Set(breaks.flat()))
  const isFragment = ([left, right]: Break) =>
    /^\p{Ll}/u.test(right) && !compoundStarts.has(left) && !known.has(left) && !known.has(right)
  const isTypeset = breaks.filter(isFragment).length * 2 > breaks.length
  return { isDivided: (left, right) => isDivided(left, right) || (isTypeset && isFragment([lastPart(left), right])) }
}

/** A full stop may as well end the sentence: what goes on after it begins with no capital. */
function breaksAddress(line: string, next: string): boolean {
  const end = /[/:_=.-]$/.test(line) ? brokenAddress.exec(line.slice(-longestEnd))?.groups?.end : undefined
  return end !== undefined && (end === '.' ? /^[\d\p{Ll}]/u : /^[\p{L}\p{N}]/u).test(next)
}

/** Looks at all lines once, and only for the words in question. */
export function learnHyphenation(lines: readonly ListLine[]): Hyphenation {
  const breaks = findBreaks(lines)
  if (breaks.length === 0) return noHyphenation
  const known = findKnown(lines, new Set(breaks.flatMap(([left, right]) => [left + right, `${left}-${right}`])))
  const isWord = ([left, right]: Break) => known.has(left + right) && !known.has(`${left}-${right}`)
  const dividesWords = breaks.filter(isWord).length >= breaks.length * leastShareOfDivided
  return { isDivided: (left, right) => dividesWords && isWord([lastPart(left), right.toLowerCase()]) }
}

type Break = readonly [left: string, right: string]

function findBreaks(lines: readonly ListLine[]): readonly Break[] {
  const breaks: Break[] = []
  for (const [index, line] of lines.entries()) {
    const left = findBrokenWord(line.text)
    const right = left === undefined ? undefined : firstWord.exec(lines[index + 1]?.text ?? '')?.[0]
    if (left !== undefined && right !== undefined) breaks.push([lastPart(left), right.toLowerCase()])
  }
  return breaks
}

/** Which of these the source has, also as parts of longer compounds, but for those beside a line's end that are in question. */
function findKnown(lines: readonly ListLine[], wanted: ReadonlySet<string>): ReadonlySet<string> {
  const known = new Set<string>()
  const seen = new Set<string>()
  let wasBroken = false
  for (const { text } of lines) {
    const isBroken = findBrokenWord(text) !== undefined
    for (const word of text.split(' ').slice(wasBroken ? 1 : 0, isBroken ? -1 : undefined)) {
      if (seen.has(word)) continue
      seen.add(word)
      for (const form of formsOf(word)) if (wanted.has(form)) known.add(form)
    }
    wasBroken = isBroken
  }
  return known
}

/** `(State-of-the-art,` has `state-of-the-art`, `state-of`, `of-the` and `the-art`. */
function formsOf(word: string): readonly string[] {
  const compounds = word.toLowerCase().match(compound) ?? []
  return compounds.flatMap((form) => {
    const parts = form.split('-')
    return [form, ...parts.slice(1).map((part, index) => `${parts[index]}-${part}`)]
  })
}

/** What stands before the hyphen that ends a line. */
function findBrokenWord(line: string): string | undefined {
  return line.endsWith('-') || line.endsWith('\u2010') ? wordBeforeHyphen.exec(line.slice(-longestEnd))?.[1] : undefined
}

function lastPart(left: string): string {
  return left.slice(left.lastIndexOf('-') + 1).toLowerCase()
}
