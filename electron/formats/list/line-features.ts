/**
 * What can be seen on one line, read in one pass over its words. Long lines are told by their length, so that only their beginning and
 * their end are looked at.
 */
import { findAbstractMarker, type MarkerPlace } from './abstract-marker.ts'
import { isDateLine } from './date-line.ts'
import type { ListLine } from './list-line.ts'
import { hangingWords, nameParticles, proseWords, titleSmallWords } from './word-lists.ts'

export type LineFeatures = {
  /** In characters; an ideograph says as much as two letters. */
  readonly length: number
  readonly ideographs: number
  readonly words: number
  /** Share of capitalised words among those that a title would capitalise. */
  readonly capitals: number
  readonly proseWords: number
  /** Words in lower case that no name has. */
  readonly nameless: number
  /** Words that begin with a capital and have letters only. */
  readonly names: number
  /** Commas, semicolons and `and`s. */
  readonly separators: number
  /** Words that are not made of letters: numbers, code, formulas. */
  readonly oddWords: number
  /** Web addresses; they count as odd words, too. */
  readonly addresses: number
  /** Sentences that end before the line does. */
  readonly sentenceBreaks: number
  /** A name and a colon open it, as in `Octavo: a reading list`. */
  readonly startsWithName: boolean
  readonly startsLower: boolean
  readonly startsUpper: boolean
  /** Also in a web address, after which the full stop is often left out. */
  readonly endsSentence: boolean
  readonly endsFullStop: boolean
  /** Ends as an abstract may: in a sentence's end, an address or a bracket. */
  readonly endsText: boolean
  readonly endsComma: boolean
  /** Ends in a word after which no title, name or sentence ends: `of`, `via`, `the`. */
  readonly endsHanging: boolean
  readonly endsHyphen: boolean
  readonly marker: MarkerPlace
  readonly isDate: boolean
}

type WordCounts = {
  -readonly [Name in
    | 'words'
    | 'proseWords'
    | 'nameless'
    | 'names'
    | 'separators'
    | 'oddWords'
    | 'addresses'
    | 'sentenceBreaks']: number
} & {
  capitalised: number
  lower: number
}

const longestHead = 320
const longestTail = 80
const lowerWord = /^["'“‘«([{*]*\p{Ll}[\p{Ll}\p{M}'’.-]*[\p{P}\p{S}]*$/u
const capitalWord = /^[\p{P}\p{S}]*(?:\p{Lu}|\d|\p{Ll}+[\p{Lu}\d])/u
const nameWord = /^\p{Lu}[\p{L}\p{M}'’.-]*[\d*†‡§]*[,;]?$/u
const oddWord = /[{}<>=_|\\/]|^[^\p{L}]+$/u
const bareWord = /^[a-z]+$/
const edgePunctuation = /^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu
const sentenceEnd = /[.!?。！？]["'”’»)\]}*]*$/u
const textEnd = /(?:[.!?…。！？)\]}]["'”’»*]*|[$])$/u
const endAddress = /:\/\/\S+$/
const ideograph = /[\u3040-\u30ff\u4e00-\u9fff]/g

export function readFeatures({ text }: ListLine): LineFeatures {
  const counts = countWords(text.slice(0, longestHead))
  const tail = text.slice(-longestTail)
  const ideographs = text.slice(0, longestHead).match(ideograph)?.length ?? 0
  return {
    ...counts,
    length: text.length + ideographs,
    ideographs,
    capitals: counts.capitalised / Math.max(1, counts.capitalised + counts.lower),
    startsWithName: /^[^\s:]{1,40}(?: [^\s:]{1,40}){0,3}: \S/.test(text),
    startsLower: /^["'“‘(]?\p{Ll}[\p{Ll}\p{M}’'-]*(?:[\s,.;)]|$)/u.test(text),
    startsUpper: /^\P{L}{0,3}\p{Lu}/u.test(text),
    endsSentence: (sentenceEnd.test(tail) || endAddress.test(tail)) && !/(?:\b\p{Lu}|\bal|\bvs|\be\.g|\bi\.e)\.$/u.test(tail),
    endsFullStop: /[.。]$/.test(tail),
    endsText: textEnd.test(tail) || endAddress.test(tail),
    endsComma: /[,;，；、&]$|\b(?:and|und|et|y)$/.test(tail),
    endsHanging: hangingWords.has(tail.slice(tail.lastIndexOf(' ') + 1)),
    endsHyphen: /[\p{L}\p{N}][-\u2010\u00ad]$/u.test(tail),
    marker: findAbstractMarker(text),
    isDate: isDateLine(text),
  }
}

function countWords(head: string): WordCounts {
  const counts = {
    words: 0,
    proseWords: 0,
    nameless: 0,
    names: 0,
    separators: 0,
    oddWords: 0,
    addresses: 0,
    sentenceBreaks: 0,
    capitalised: 0,
    lower: 0,
  }
  let endedSentence = false
  for (const word of head.split(/[ \t]+/)) {
    if (word === '') continue
    counts.words++
    if (/[,;]$|^(?:and|&|und|et)$/.test(word)) counts.separators++
    const isLower = bareWord.test(word) || lowerWord.test(word)
    if (isLower) countLowerWord(counts, word)
    else countOtherWord(counts, word)
    if (endedSentence && !isLower) counts.sentenceBreaks++
    endedSentence = word.length > 3 && !bareWord.test(word) && sentenceEnd.test(word)
  }
  return counts
}

function countLowerWord(counts: WordCounts, word: string): void {
  const bare = bareWord.test(word) ? word : word.replace(edgePunctuation, '')
  if (proseWords.has(bare)) counts.proseWords++
  if (!titleSmallWords.has(bare)) counts.lower++
  if (!nameParticles.has(bare) && word !== 'al.') counts.nameless++
}

function countOtherWord(counts: WordCounts, word: string): void {
  if (proseWords.has(word.toLowerCase())) counts.proseWords++
  if (capitalWord.test(word)) counts.capitalised++
  if (nameWord.test(word)) counts.names++
  else if (oddWord.test(word)) counts.oddWords++
  if (word.includes('://')) counts.addresses++
}
