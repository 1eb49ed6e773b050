/**
 * The labels say what each line would be in a record; here each record must show that it is one, whatever the scores were:
 *   an abstract is prose: its words are mostly in lower case, or it is long, or its marker stands before it;
 *   a title without an abstract needs authors below it whose words are names; if half of such titles look like names themselves, or half of
 *   such authors fit no form of names, these are no records but a column of something else;
 *   an abstract without authors is long, or has its marker.
 * What does not fit is left over, so that no line ends as wrong data.
 */
import { parseAuthorLine } from '../../../db/model/author-names.ts'
import { removeAuthorLabel } from '../../../db/model/clean-author-line.ts'
import { isGroupName } from '../../../db/model/parse-name.ts'
import { areNames } from './are-names.ts'
import { filterInSteps, type InSteps, mapInSteps } from './in-steps.ts'
import { removeItemStart } from './item-start.ts'
import { type LineFeatures, readFeatures } from './line-features.ts'
import type { Role } from './list-grammars.ts'
import type { ListLine } from './list-line.ts'
import { joinNames, type ListRecord } from './read-record.ts'
import { readReferences } from './read-references.ts'
import { isTitleLine } from './title-line.ts'

const shortestAbstract = 100
const shortestMarked = 20
const fewestWords = 12
/** Below a title with authors, one short sentence will do. */
const fewestWordsBelowAuthors = 6
/** Scripts without capitals, many of them without spaces, say as much in fewer letters. */
const fewestCaseless = 50
const fewestCaselessBelowAuthors = 15
const fewestWrapped = 3
const leastShareWrapped = 0.8
/** Behind several names, in brackets: a line that can only be of authors. */
const affiliations = /\p{L}.? ?\([^()]{2,80}\),.{1,200}\([^()]{2,80}\)/u
const fewestWordsAboveSeveral = 3
const fewestReferences = 2
const fewestCited = 2
const leastShareCited = 0.5
const fewestCitedBelow = 3
const leastShareCitedBelow = 0.8
const shouted = /^(?:\p{Lu}{2,}|&)(?: (?:\p{Lu}{2,}|&)){1,4}:?$/u
/** Where all names are in capitals, they are names. */
const fewestShouted = 3
const mostWordsOfGroup = 8
const mostLinesTested = 4
const mostCharactersTested = 1000

/** `aboveVenues`: the numbers of the lines that a venue or a label stands below. */
export function* keepEntries(records: readonly ListRecord[], aboveVenues: ReadonlySet<number>): InSteps<readonly ListRecord[]> {
  const whole = records.filter((record) => partOf(record, 'abstract') !== undefined)
  const areRare = whole.length * 3 <= records.length
  const fit = yield* mapInSteps(records, (record) => dropUnfitAbstract(record, areRare))
  const likely = yield* filterInSteps(fit, isEntry)
  const headed = new Set(likely.filter(isHeadingForAuthors))
  const entries =
    headed.size * 2 < likely.length || likely.length < fewestShouted ? likely.filter((record) => !headed.has(record)) : likely
  const cited = entries.filter((record) => isCited(record, aboveVenues))
  const areCited = cited.length >= Math.max(fewestCited, entries.length * leastShareCited)
  const below = entries.filter((record) => isTitleCited(record, aboveVenues))
  const titleCited = new Set(below.length >= Math.max(fewestCited, entries.length * leastShareCited) ? below : [])
  const bare = new Set(entries.filter((record) => partOf(record, 'abstract') === undefined))
  const areMostlyWhole = bare.size * 2 < entries.length
  const unlike = [...bare].filter(
    (record) =>
      (areMostlyWhole && featuresOf(record, 'authors').every(({ separators }) => separators === 0)) ||
      isTitleLikeName(record) ||
      (isUnlikeAuthorsFirst(record) && !titleCited.has(record)) ||
      !parseAuthorLine(joinNames((partOf(record, 'authors') ?? []).map(({ text }) => text))).isCertain,
  )
  const areOthers = unlike.length * 2 >= bare.size || areWrappedTitles([...bare])
  if (!areOthers && areCited)
    return withoutHead(
      entries.filter((record) => !isStray(record) || cited.includes(record)),
      cited,
    )
  return areOthers ? entries.filter((record) => !bare.has(record) || (areMostlyWhole && isSure(record, unlike, cited))) : entries
}

/** Several whole names below a title, or where it appeared, among records that have abstracts. */
function isSure(record: ListRecord, unlike: readonly ListRecord[], cited: readonly ListRecord[]): boolean {
  const isSeparated = featuresOf(record, 'authors').some(({ separators }) => separators > 0)
  const [line] = partOf(record, 'title') ?? []
  const isLikely = cited.includes(record) || (isSeparated && !unlike.includes(record))
  return record[0]?.role === 'title' && isLikely && line !== undefined && isTitleLine(line)
}

/** Below its authors. */
function isTitleCited(record: ListRecord, aboveVenues: ReadonlySet<number>): boolean {
  const last = partOf(record, 'title')?.at(-1)
  return last !== undefined && aboveVenues.has(last.number)
}

/** What is cited nowhere, above all that is: a page's menu, unless it names several people. */
function withoutHead(entries: readonly ListRecord[], cited: readonly ListRecord[]): readonly ListRecord[] {
  const first = entries.findIndex((record) => cited.includes(record))
  if (cited.length < fewestCitedBelow || cited.length < (entries.length - first) * leastShareCitedBelow) return entries
  return entries.filter((record, index) => index >= first || partOf(record, 'abstract') !== undefined || hasWholeNames(record))
}

function hasWholeNames(record: ListRecord): boolean {
  const names = textOf(record, 'authors').split(/, | and | & |; /)
  return names.length > 1 && names.every((name) => name.includes(' '))
}

/** Two words above two words, where other records say where they appeared: buttons of a page. */
function isStray(record: ListRecord): boolean {
  if (partOf(record, 'abstract') !== undefined || featuresOf(record, 'authors').some(({ separators }) => separators > 0))
    return false
  return textOf(record, 'title').split(' ').length < fewestWordsAboveSeveral
}

/** It says where the work appeared. */
function isCited(record: ListRecord, aboveVenues: ReadonlySet<number>): boolean {
  const last = partOf(record, 'authors')?.at(-1)
  return record[0]?.role === 'title' && last !== undefined && aboveVenues.has(last.number)
}

/** Titles of two lines: what stands below would not have fitted, as if by chance each time, and nothing parts names in it. */
function areWrappedTitles(records: readonly ListRecord[]): boolean {
  const longest = Math.max(0, ...records.map((record) => partOf(record, 'title')?.[0]?.text.length ?? 0))
  const wrapped = records.filter((record) => {
    const title = partOf(record, 'title')?.at(-1)?.text ?? ''
    const isFilled = title.length + 1 + textOf(record, 'authors').split(' ', 1).join('').length > longest
    return record[0]?.role === 'title' && isFilled && featuresOf(record, 'authors').every(({ separators }) => separators === 0)
  })
  return records.length >= fewestWrapped && wrapped.length >= records.length * leastShareWrapped
}

export function countCharacters(lines: readonly ListLine[]): number {
  return lines.reduce((sum, line) => sum + line.text.length, 0)
}

/** Where few records have an abstract, one that reads as references is a section of such below. */
function dropUnfitAbstract(record: ListRecord, areRare: boolean): ListRecord {
  if (partOf(record, 'title') === undefined || partOf(record, 'authors') === undefined) return record
  const lines = partOf(record, 'abstract') ?? []
  const isFit =
    countCharacters(lines) >= shortestAbstract ||
    isMarked(lines) ||
    isProse(lines, fewestWordsBelowAuthors, fewestCaselessBelowAuthors)
  const areReferences = areRare && !isMarked(lines) && areCitations(lines)
  return isFit && !areReferences ? record : record.filter((part) => part.role !== 'abstract')
}

/** Several, or one behind a number. */
function areCitations(lines: readonly ListLine[]): boolean {
  const count = readReferences(lines)?.drafts.length ?? 0
  return count >= fewestReferences || (count > 0 && lines.some(({ text }) => removeItemStart(text) !== text))
}

/** Lists of names, code and rows of symbols may pass for an abstract by their length, but not by their words. */
function isEntry(record: ListRecord): boolean {
  const abstract = partOf(record, 'abstract')
  const isNamed = partOf(record, 'title') !== undefined && partOf(record, 'authors') !== undefined
  if (isNamed && isVolume(record)) return false
  if (abstract === undefined)
    return (
      isNamed &&
      !isTitleOfNames(record) &&
      !isSectionOfGroup(record) &&
      (areAuthors(featuresOf(record, 'authors')) || isGroup(record))
    )
  return (
    isNamed ||
    isMarked(abstract) ||
    (countCharacters(abstract) >= shortestAbstract && isProse(abstract, fewestWords, fewestCaseless))
  )
}

/** Names in one list, or one below the other. */
function areAuthors(features: readonly LineFeatures[]): boolean {
  return areNames(features) || features.every((line) => areNames([line]))
}

/** Proceedings with their editors, above their papers. */
function isVolume(record: ListRecord): boolean {
  return /^Proceedings\b/.test(textOf(record, 'title')) && /\((?:editors?|eds?\.?)\)$/i.test(textOf(record, 'authors'))
}

/** `ORIGINAL ARTICLES`, where names are not in capitals: the heading of what stands below. */
function isHeadingForAuthors(record: ListRecord): boolean {
  if (partOf(record, 'abstract') !== undefined) return false
  return shouted.test(textOf(record, 'authors'))
}

/** Above a title, only names with a separator between them are surely names. */
function isUnlikeAuthorsFirst(record: ListRecord): boolean {
  const [title] = partOf(record, 'title') ?? []
  if (record[0]?.role !== 'authors' || title === undefined) return false
  const isSeparated = featuresOf(record, 'authors').some(({ separators }) => separators > 0)
  return !isSeparated || !isTitleLine({ ...title, text: textOf(record, 'title') })
}

/** Without an article, and above what may be no authors; above several names, three words or more are a title. */
function isTitleLikeName(record: ListRecord): boolean {
  const hasSeveral = featuresOf(record, 'authors').some(({ separators }) => separators > 0)
  if (record[0]?.role === 'title' && hasSeveral && textOf(record, 'title').split(' ').length >= fewestWordsAboveSeveral)
    return false
  const isProse = sumOf(featuresOf(record, 'title'), ({ proseWords }) => proseWords) > 1
  const isName = !isProse && areNames(featuresOf(record, 'title')) && !/^(?:The|An?|On) /.test(textOf(record, 'title'))
  return isName && !affiliations.test(textOf(record, 'authors'))
}

/** Names between commas: a line of authors that was wrapped may stand where a title should. */
function isTitleOfNames(record: ListRecord): boolean {
  return textOf(record, 'title').includes(',') && areNames(featuresOf(record, 'title'))
}

/** `New Results` above `Cold Spring Harbor Laboratory`: two words above a group's name are a page's heading. */
function isSectionOfGroup(record: ListRecord): boolean {
  const isAlone = featuresOf(record, 'authors').every(({ separators }) => separators === 0)
  return isAlone && textOf(record, 'title').split(' ').length < 3 && isGroupName(textOf(record, 'authors'))
}

/** `International Human Genome Sequencing Consortium`: more words than a name has, and one that only groups have. */
function isGroup(record: ListRecord): boolean {
  const [features, ...others] = featuresOf(record, 'authors')
  if (features === undefined || others.length > 0 || !isGroupName(textOf(record, 'authors'))) return false
  return features.separators === 0 && features.names >= features.words - 1 && features.words <= mostWordsOfGroup
}

function isMarked(lines: readonly ListLine[]): boolean {
  const [first] = lines
  return first !== undefined && countCharacters(lines) >= shortestMarked && readFeatures(first).marker !== 'none'
}

function isProse(lines: readonly ListLine[], leastWords: number, leastCaseless: number): boolean {
  const tested = lines.slice(0, mostLinesTested)
  const text = tested.map((line) => line.text.slice(0, mostCharactersTested)).join(' ')
  if ((text.match(/\p{Lo}/gu)?.length ?? 0) >= leastCaseless) return true
  const features = tested.map((line) => readFeatures(line))
  const words = sumOf(features, (line) => line.words)
  return words >= leastWords && sumOf(features, (line) => line.nameless) * 2 >= words
}

function partOf(record: ListRecord, role: Role): readonly ListLine[] | undefined {
  return record.find((part) => part.role === role)?.paragraphs.flat()
}

function textOf(record: ListRecord, role: Role): string {
  return (partOf(record, role) ?? []).map((line) => line.text).join(' ')
}

function featuresOf(record: ListRecord, role: Role): readonly LineFeatures[] {
  const lines = partOf(record, role) ?? []
  return lines.map((line) => readFeatures(role === 'authors' ? { ...line, text: removeAuthorLabel(line.text) } : line))
}

function sumOf(features: readonly LineFeatures[], count: (line: LineFeatures) => number): number {
  return features.reduce((sum, line) => sum + count(line), 0)
}
