/**
 * What can be seen on one line, read in one pass over its words. Long lines are told by their length, so that only their beginning and
 * their end are looked at.
 */
import { removeInstitutions, translateAnd } from '../../../db/model/clean-author-line.ts'
import { findAbstractMarker, type MarkerPlace } from './abstract-marker.ts'
import { isDateLine } from './date-line.ts'
import type { ListLine } from './list-line.ts'
import { type ReadWord, readWord } from './word-kind.ts'
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
  /** Words that are neither names nor in lower case. */
  readonly strange: number
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
  /** `Methods:` opens a paragraph of a structured abstract. */
  readonly startsSection: boolean
  /** `Methods` alone. */
  readonly isSection: boolean
  /** `Authors:`, `Contributors:` */
  readonly startsAuthors: boolean
  readonly startsLower: boolean
  readonly startsUpper: boolean
  /** Also in a web address, after which the full stop is often left out. */
  readonly endsSentence: boolean
  readonly endsFullStop: boolean
  /** As search pages cut what they show. */
  readonly endsEllipsis: boolean
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
  readonly strange: number
  readonly separators: number
  readonly oddWords: number
  readonly addresses: number
  readonly sentenceBreaks: number
}

const longestHead = 320
const longestNames = 2000
/** Of a project, before its colon. */
const longestName = 80
const longestTail = 80
const longestSection = 30
const sectionWord =
  '(?:aims?|approach|background|conclusions?|context|contributions?|data|design|discussion|findings|implications|interpretation|introduction|limitations|materials and methods|methodology|methods?|motivation|objectives?|problem|purpose|results?|setting|significance|hintergrund|methoden|methodik|ergebnisse|schlussfolgerung|objectifs?|méthodes?|résultats|objetivos?|métodos?|resultados|conclusiones|conclusões|metodi|risultati|conclusioni|obiettivi|achtergrond|methode|resultaten|conclusie|doel|contexte|antecedentes|introducción|einleitung|fragestellung|zielsetzung|ziel|diskussion)(?: (?:and [a-z]+|statement))?'
const section = new RegExp(`^(?:\\*\\*)?${sectionWord}(?:\\*\\*)? ?[:.—–]`, 'iu')
const sectionAlone = new RegExp(`^(?:\\*\\*)?${sectionWord}(?:\\*\\*)?$`, 'iu')
const sentenceEnd = /[.!?。！？]["'”’»)\]}*]*$/u
const shortenedEnd = /(?:\b\p{Lu}|\bal|\bvs|\be\.g|\bi\.e)\.$/u
const textEnd = /(?:[.!?…。！？)\]}]["'”’»*]*|[$])$/u
const endAddress = /:\/\/\S+$/
/** The word before names says nothing of them. */
const byline = /^(?:[Bb]y|\(?(?:[Jj]oint(?:ly)?(?: work)? )?with) (?=\p{Lu})/u
const authorLabel = /^(?:authors?|contributors?|autor(?:es|en)?|auteurs?|作者) ?[:：]/iu
/** As search pages shorten lists of names. */
const moreAuthors = / \+ ?\d+ (?:more )?authors?(?:,? |$)/
/** `and 1008 more` */
const moreBehind = /,? and \d+ (?:more|others)$/
const tightSemicolon = /;(?=\p{Lu})/gu
/** Affiliations and their numbers, in brackets behind the names of a list. */
const behindName = /[\p{L}*∗†‡]\.?(?: ?\([^()]{1,80}\)){1,3}(?:[,;]| [·•|])/u
/** Behind the last of several names. */
const behindLast = /(?:, | and | & )[^(),]{4,60} \([^()]{2,80}\)$/u
const behindNames = /(?<=[\p{L}*∗†‡]\.?)(?: ?\([^()]{1,80}\)){1,3}(?=[,;.]| [·•|]|$)/gu
const ideograph = /[\u3040-\u30ff\u4e00-\u9fff]/g

/** Several readers look at the same lines. */
const known = new WeakMap<ListLine, LineFeatures>()

export function readFeatures(line: ListLine, read: ReadWord = readWord): LineFeatures {
  const features = known.get(line) ?? findFeatures(line, read)
  known.set(line, features)
  return features
}

function findFeatures({ text: line }: ListLine, read: ReadWord): LineFeatures {
  const text = line.length > longestNames ? line : openNames(line.replace(byline, ''))
  const tail = text.slice(-longestTail)
  const head = text.slice(0, longestHead)
  const ideographs = text.slice(0, longestHead).match(ideograph)?.length ?? 0
  return {
    ...countWords(hasBracketsBehindNames(head) ? capitaliseNames(head.replace(behindNames, '')) : head, read),
    length: text.length + ideographs,
    ideographs,
    startsWithName: startsWithName(text.slice(0, longestHead)),
    startsSection: section.test(text),
    isSection: text.length <= longestSection && sectionAlone.test(text),
    startsAuthors: authorLabel.test(text),
    startsLower: /^["'“‘(]?\p{Ll}[\p{Ll}\p{M}’'-]*(?:[\s,.;)]|$)/u.test(text),
    startsUpper: /^\P{L}{0,3}\p{Lu}/u.test(text),
    endsSentence: (sentenceEnd.test(tail) || endAddress.test(tail)) && !shortenedEnd.test(tail),
    endsFullStop: /[.。]$/.test(tail),
    endsEllipsis: tail.endsWith('…'),
    endsText: textEnd.test(tail) || endAddress.test(tail),
    endsComma: /[,;，；、&]$|\b(?:and|und|et|y)$/.test(tail),
    endsHanging: endsHanging(tail),
    endsHyphen: /[\p{L}\p{N}][-\u2010\u00ad]$/u.test(tail),
    marker: findAbstractMarker(text),
    isDate: isDateLine(text),
  }
}

/** Also in capitals, among capitals. */
function endsHanging(tail: string): boolean {
  const word = tail.slice(tail.lastIndexOf(' ') + 1)
  return hangingWords.has(word) || (word.length < 8 && !/\p{Ll}/u.test(tail) && hangingWords.has(word.toLowerCase()))
}

function hasBracketsBehindNames(head: string): boolean {
  const bracket = head.indexOf('(')
  if (bracket === -1) return false
  return behindName.test(head) || (head.endsWith(')') && head.indexOf('(', bracket + 1) === -1 && behindLast.test(head))
}

/** Few lines have either character. */
function openNames(line: string): string {
  const text = line.includes(';') ? line.replace(tightSemicolon, '; ') : line
  const opened = text.includes('+') ? text.replace(moreAuthors, ', ') : text
  if (line.length > longestHead) return opened
  if (opened.endsWith(' more') || opened.endsWith(' others')) return opened.replace(moreBehind, '')
  return opened.includes(', ') ? translateAnd(removeInstitutions(opened)) : translateAnd(opened)
}

/** Among names that affiliations in brackets mark as such, one in small letters is a name, too. */
function capitaliseNames(names: string): string {
  return names.replace(/(?<=[,;] )\p{Ll}+(?: \p{Ll}+){1,2}(?=[,;]|$)/gu, (name) =>
    name.replace(/(?<=^| )\p{Ll}/gu, (letter) => letter.toUpperCase()),
  )
}

function countWords(head: string, read: ReadWord): WordCounts {
  let [words, proseWords, nameless, names, strange, separators, oddWords, addresses, sentenceBreaks] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
  let [capitalised, plain] = [0, 0]
  let endedSentence = false
  for (const word of head.split(/[ \t]+/)) {
    if (word === '') continue
    const kind = read(word)
    words++
    proseWords += Number(kind.isProse)
    nameless += Number(kind.isNameless)
    names += Number(kind.isName)
    strange += Number(kind.isStrange)
    separators += Number(kind.isSeparator)
    oddWords += Number(kind.isOdd)
    addresses += Number(kind.isAddress)
    sentenceBreaks += Number(endedSentence && !kind.isLower)
    capitalised += Number(kind.isCapitalised)
    plain += Number(kind.isPlain)
    endedSentence = kind.endsSentence
  }
  const capitals = capitalised / Math.max(1, capitalised + plain)
  return { words, capitals, proseWords, nameless, names, strange, separators, oddWords, addresses, sentenceBreaks }
}

function startsWithName(text: string): boolean {
  const colon = text.indexOf(': ')
  return colon > 0 && colon <= longestName && text.slice(0, colon).split(' ').length <= 4
}
