import { assertNever } from '../../../db/model/assert-never.ts'
import type { LineFeatures } from './line-features.ts'
import type { Role } from './list-grammars.ts'
import { scores } from './list-scores.ts'
import type { Boundary } from './paragraph-ends.ts'

/** The lines on both sides of a boundary. */
export type LinePair = readonly [line: LineFeatures, next: LineFeatures]

const ratherLongLine = 100
const longLine = 200
const veryLongLine = 300
const longestPhrase = 600

/** A line outside of all records. */
export function scoreLeftover(features: LineFeatures, isRepeated: boolean): number {
  if (features.isDate) return scores.date
  if (isRepeated) return scores.repeated
  const content =
    (features.length > longLine ? scores.longLeftover : features.length > ratherLongLine ? scores.ratherLongLeftover : 0) -
    (features.marker === 'none' ? 0 : scores.marker)
  return scores.leftover + content
}

/** A line as any line of its part. */
export function scoreLine(role: Role, features: LineFeatures): number {
  switch (role) {
    case 'title':
      return scoreTitleLine(features)
    case 'authors':
      return scoreAuthorsLine(features)
    case 'abstract':
      return scoreAbstractLine(features)
    default:
      return assertNever(role)
  }
}

/** A line as the first one of its part, beyond `scoreLine`. */
export function scoreFirstLine(role: Role, features: LineFeatures): number {
  const start = features.startsLower ? scores.startInLowerCase : 0
  if (features.startsAuthors) return start + (role === 'authors' ? scores.authorLabel : -scores.authorLabel)
  if (features.marker !== 'none') return start + (role === 'abstract' ? scores.marker : -scores.marker)
  if (role === 'abstract') return start + scoreOddWords(features)
  if (role === 'authors') return start
  return start + (features.words < 2 ? scores.titleOfOneWord : 0) + (features.startsWithName ? scores.titleWithName : 0)
}

/** A line as a further one of its part, beyond `scoreLine`. */
export function scoreFurtherLine(role: Role, features: LineFeatures): number {
  const further = role === 'title' ? scores.furtherTitleLine : role === 'abstract' && isOdd(features) ? scores.oddFurtherLine : 0
  return further - (features.marker === 'none' ? 0 : scores.marker)
}

/** A line as the last one of its part, beyond `scoreLine`. */
export function scoreLastLine(role: Role, features: LineFeatures): number {
  if (features.marker === 'alone') return -scores.marker
  if (role === 'abstract') return features.endsText ? 0 : scores.abstractWithoutEnd
  return features.endsComma ? scores.endAfterComma : 0
}

/** The part goes on after the boundary. */
export function scoreContinuation(role: Role, boundary: Boundary, [line, next]: LinePair): number {
  if (line.marker === 'alone' || (role === 'authors' && boundary === 'listed')) return 0
  if (boundary === 'open') return role === 'abstract' && !line.endsSentence && next.startsUpper ? scores.capitalInsideSentence : 0
  if (role === 'abstract' && next.startsSection) return scores.continueAfterEnd[role] + scores.sectionInAbstract
  const isShort = boundary !== 'ended' && !next.startsLower
  const stopped = boundary === 'stopped' ? scores.continueAfterStop : 0
  return scores.continueAfterEnd[role] + (isShort ? scores.continueAfterShortLine + stopped : 0)
}

/** The part ends at the boundary; `null` is what stands outside of records. */
export function scoreEnd(role: Role | null, boundary: Boundary, [line, next]: LinePair): number {
  if (boundary === 'listed') return scores.endInColumn
  if (boundary !== 'open') return 0
  const start = next.startsLower ? scores.endBeforeLowerCase : 0
  const hanging = line.endsHanging ? scores.endAfterHangingWord : 0
  const end = hanging + (line.endsComma ? scores.endAfterComma : 0) + (line.endsHyphen ? scores.endAfterHyphen : 0)
  const sentence = line.endsSentence && next.startsUpper ? scores.endAfterSentence : 0
  return scores.endAtMargin[role ?? 'title'] + start + end + sentence
}

function scoreTitleLine(features: LineFeatures): number {
  const section = features.startsSection && features.endsFullStop ? scores.sectionElsewhere : 0
  const capitals = features.capitals >= 0.8 ? scores.titleCase : features.capitals >= 0.5 ? scores.halfTitleCase : 0
  const prose = scores.titleProseWord * Math.min(features.proseWords, scores.mostProseWords)
  const sentences = scores.titleSentence * (features.sentenceBreaks + (features.endsFullStop ? 1 : 0))
  const names = isDenselyNamed(features) ? scores.titleOfNames : 0
  return (
    section +
    capitals +
    prose +
    sentences +
    scoreTitleLength(features) +
    names +
    scores.address * features.addresses +
    scoreOddWords(features)
  )
}

function scoreAuthorsLine(features: LineFeatures): number {
  if (features.words === 0) return 0
  const nameless = scores.namelessWord * Math.min(features.nameless, scores.mostNamelessWords)
  const strange = scores.strangeWordInNames * Math.min(features.strange, scores.mostNamelessWords)
  const sentence = features.sentenceBreaks > 2 || (features.endsSentence && features.nameless > 0) ? scores.sentenceInNames : 0
  return nameless + strange + sentence + scores.address * features.addresses + scoreNames(features)
}

function scoreNames(features: LineFeatures): number {
  if (features.words === 1 && features.ideographs === 0) return scores.nameOfOneWord
  if (features.separators === 0 || isPairOfWords(features))
    return features.names > 0 && features.words <= 4 ? 0 : scores.nameWithoutSeparator
  if (features.names < features.words * 0.6) return 0
  return scores.authorsOfNames + (isDenselyNamed(features) ? scores.denseNames : 0)
}

function scoreAbstractLine(features: LineFeatures): number {
  const prose = scores.abstractProseWord * Math.min(features.proseWords, scores.mostProseWords)
  const sentences = scores.abstractSentence * Math.min(features.sentenceBreaks + (features.endsFullStop ? 1 : 0), 2)
  const titleCase = features.capitals >= 0.8 && features.words >= 4 ? scores.abstractInTitleCase : 0
  const sentenceCase = features.capitals < 0.35 && features.words >= 4 ? scores.abstractInSentenceCase : 0
  const names = isDenselyNamed(features) ? scores.abstractOfNames : 0
  return prose + sentences + scoreAbstractLength(features) + titleCase + sentenceCase + names
}

function scoreTitleLength(features: LineFeatures): number {
  if (isLongPhrase(features)) return scores.longPhrase
  return features.length > veryLongLine ? scores.tooLongTitle : features.length > longLine ? scores.longTitle : 0
}

function scoreAbstractLength(features: LineFeatures): number {
  if (isLongPhrase(features)) return 0
  return features.length > veryLongLine ? scores.veryLongAbstract : features.length > longLine ? scores.longAbstract : 0
}

/** Sixty words may be a title, if no sentence ends in them. */
function isLongPhrase({ length, sentenceBreaks, endsText }: LineFeatures): boolean {
  return length > longLine && length <= longestPhrase && sentenceBreaks === 0 && !endsText
}

/** A separator for every third word, and hardly a word that no name has. */
function isDenselyNamed(features: LineFeatures): boolean {
  return (
    features.words >= 2 &&
    features.separators * 3 >= features.words &&
    features.nameless === 0 &&
    features.strange === 0 &&
    !isPairOfWords(features)
  )
}

function scoreOddWords(features: LineFeatures): number {
  return isOdd(features) ? scores.oddLine : 0
}

function isOdd({ oddWords, words }: LineFeatures): boolean {
  return oddWords * 2 > words
}

/** `Segmentation and Classification`: names of one word are no whole names. */
function isPairOfWords({ words, names, separators }: LineFeatures): boolean {
  return words === 3 && names === 2 && separators === 1
}
