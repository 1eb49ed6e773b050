/**
 * What can be seen on one line, read in one pass over its words. Long lines are told by their length, so that only their beginning and
 * their end are looked at.
 */
import { findAbstractMarker, type MarkerPlace } from './abstract-marker.ts'
import { isDateLine } from './date-line.ts'
import type { ListLine } from './list-line.ts'
import { type ReadWord, readWord, type WordKind } from './word-kind.ts'
import { hangingWords } from './word-lists.ts'

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
  readonly words: number
  readonly capitals: number
  readonly proseWords: number
  readonly nameless: number
  readonly names: number
  readonly separators: number
  readonly oddWords: number
  readonly addresses: number
  readonly sentenceBreaks: number
}

const longestHead = 320
const longestTail = 80
const sentenceEnd = /[.!?。！？]["'”’»)\]}*]*$/u
const shortenedEnd = /(?:\b\p{Lu}|\bal|\bvs|\be\.g|\bi\.e)\.$/u
const textEnd = /(?:[.!?…。！？)\]}]["'”’»*]*|[$])$/u
const endAddress = /:\/\/\S+$/
const ideograph = /[\u3040-\u30ff\u4e00-\u9fff]/g

export function readFeatures({ text }: ListLine, read: ReadWord = readWord): LineFeatures {
  const tail = text.slice(-longestTail)
  const ideographs = text.slice(0, longestHead).match(ideograph)?.length ?? 0
  return {
    ...countWords(text.slice(0, longestHead), read),
    length: text.length + ideographs,
    ideographs,
    startsWithName: /^[^\s:]{1,40}(?: [^\s:]{1,40}){0,3}: \S/.test(text),
    startsLower: /^["'“‘(]?\p{Ll}[\p{Ll}\p{M}’'-]*(?:[\s,.;)]|$)/u.test(text),
    startsUpper: /^\P{L}{0,3}\p{Lu}/u.test(text),
    endsSentence: (sentenceEnd.test(tail) || endAddress.test(tail)) && !shortenedEnd.test(tail),
    endsFullStop: /[.。]$/.test(tail),
    endsText: textEnd.test(tail) || endAddress.test(tail),
    endsComma: /[,;，；、&]$|\b(?:and|und|et|y)$/.test(tail),
    endsHanging: hangingWords.has(tail.slice(tail.lastIndexOf(' ') + 1)),
    endsHyphen: /[\p{L}\p{N}][-\u2010\u00ad]$/u.test(tail),
    marker: findAbstractMarker(text),
    isDate: isDateLine(text),
  }
}

function countWords(head: string, read: ReadWord): WordCounts {
  const kinds = head.split(/[ \t]+/).flatMap((word) => (word === '' ? [] : [read(word)]))
  const count = (has: (kind: WordKind, index: number) => boolean) =>
    kinds.reduce((sum, kind, index) => (has(kind, index) ? sum + 1 : sum), 0)
  const capitalised = count((kind) => kind.isCapitalised)
  return {
    words: kinds.length,
    capitals: capitalised / Math.max(1, capitalised + count((kind) => kind.isPlain)),
    proseWords: count((kind) => kind.isProse),
    nameless: count((kind) => kind.isNameless),
    names: count((kind) => kind.isName),
    separators: count((kind) => kind.isSeparator),
    oddWords: count((kind) => kind.isOdd),
    addresses: count((kind) => kind.isAddress),
    sentenceBreaks: count((kind, index) => !kind.isLower && kinds[index - 1]?.endsSentence === true),
  }
}
