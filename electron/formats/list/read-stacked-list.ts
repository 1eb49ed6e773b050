/**
 * Lists whose records stand as lines below each other: what the lines look like, where paragraphs end, and which order of parts explains
 * the whole source best.
 */
import { voteNameConvention } from '../../../db/model/author-names.ts'
import { learnHyphenation } from './join-wrapped-lines.ts'
import { countCharacters, keepEntries } from './keep-entries.ts'
import { type Labelling, labelLines } from './label-lines.ts'
import { readFeatures } from './line-features.ts'
import { listGrammars, type Role } from './list-grammars.ts'
import type { ListLine } from './list-line.ts'
import type { ListReading } from './list-reading.ts'
import { type LeftoverLine, nameLeftovers } from './name-leftovers.ts'
import { findBoundaries, findPhrases } from './paragraph-ends.ts'
import { type ListRecord, linesOf, type ReadingContext, type RecordPart, readParagraphs, readRecord } from './read-record.ts'
import { type ObservedLines, scoreSource } from './score-source.ts'
import { learnTitlePrefixes } from './title-prefixes.ts'
import { rememberWords } from './word-kind.ts'

/** A source of which less can be read is no list: a paragraph of prose stands in many files. */
const leastShare = 0.2
/** A line that stands alone this often is repeated by the page, not by chance. */
const fewestRepeats = 3
const longestRepeated = 60

export function readStackedList(lines: readonly ListLine[]): ListReading | null {
  const observed = observeLines(lines)
  const labelling = chooseLabelling(observed)
  const records = keepEntries(findRecords(lines, observed, labelling))
  if (countCharacters(records.flatMap(linesOf)) < countCharacters(lines) * leastShare || records.length === 0) return null
  const context = learnContext(lines, records)
  return {
    layout: labelling.grammar.name,
    drafts: records.map((record) => readRecord(record, context)),
    leftovers: nameLeftovers(findLeftovers(lines, observed, records)),
  }
}

function observeLines(lines: readonly ListLine[]): ObservedLines {
  const read = rememberWords()
  const features = lines.map((line) => readFeatures(line, read))
  const boundaries = findBoundaries(lines, features)
  const keys = lines.map((line, index) => (boundaries[index - 1] === 'open' ? null : repetitionKey(line.text)))
  const counts = new Map<string | null, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const isRepeated = keys.map((key) => key !== null && (counts.get(key) ?? 0) >= fewestRepeats)
  return { features, boundaries, isRepeated, opensPhrase: findPhrases(features, boundaries), lacksGap: findLackingGaps(lines) }
}

/** A blank line or two may stand anywhere; from three on they mean something. */
function findLackingGaps(lines: readonly ListLine[]): readonly boolean[] {
  const hasGaps = lines.filter((line) => line.gap > 0).length >= fewestRepeats
  return lines.map((line, index) => hasGaps && index > 0 && line.gap === 0)
}

/** `12 comments` and `3 comments` are the same line; 2023 and 2024 are not. */
function repetitionKey(text: string): string | null {
  if (text.length > longestRepeated || /[,;]/.test(text)) return null
  return /\p{L}/u.test(text) ? text.replace(/\d+/g, '0') : text
}

/** The grammar that explains the whole source best; of equals the first. */
function chooseLabelling(observed: ObservedLines): Labelling {
  const source = scoreSource(observed)
  return listGrammars
    .map((grammar) => labelLines(grammar, source))
    .reduce((best, other) => (other.score > best.score ? other : best))
}

type MutablePart = { readonly role: RecordPart['role']; readonly paragraphs: ListLine[][] }

function findRecords(lines: readonly ListLine[], observed: ObservedLines, { labels }: Labelling): readonly ListRecord[] {
  const records: MutablePart[][] = []
  let lastPart = Number.POSITIVE_INFINITY
  for (const [index, line] of lines.entries()) {
    const label = labels[index] ?? null
    if (label?.isFirst) {
      if (label.part <= lastPart) records.push([])
      records.at(-1)?.push({ role: label.role, paragraphs: [[line]] })
    } else if (label !== null) {
      const paragraphs = records.at(-1)?.at(-1)?.paragraphs
      if (endsParagraph(observed, index - 1)) paragraphs?.push([line])
      else paragraphs?.at(-1)?.push(line)
    }
    lastPart = label?.part ?? Number.POSITIVE_INFINITY
  }
  return records
}

/** A line that is short by chance does not end a paragraph in the middle of a sentence. */
function endsParagraph({ boundaries, features }: ObservedLines, index: number): boolean {
  const boundary = boundaries[index]
  if (boundary === 'ended' || boundary === 'stopped') return true
  return boundary === 'short' && (features[index]?.endsText === true || features[index]?.marker === 'alone')
}

/** What only the whole source can tell. */
function learnContext(lines: readonly ListLine[], records: readonly ListRecord[]): ReadingContext {
  const hyphenation = learnHyphenation(lines)
  const textsOf = (role: Role) =>
    records.flatMap((record) =>
      record.filter((part) => part.role === role).map((part) => readParagraphs(part, hyphenation).join(' ')),
    )
  return {
    hyphenation,
    convention: voteNameConvention(textsOf('authors')),
    titlePrefixes: learnTitlePrefixes(textsOf('title')),
  }
}

function findLeftovers(
  lines: readonly ListLine[],
  observed: ObservedLines,
  records: readonly ListRecord[],
): readonly LeftoverLine[] {
  const used = new Set(records.flatMap(linesOf))
  const first = records.at(0)?.at(0)?.paragraphs.at(0)?.at(0)?.number ?? 0
  const last = records.at(-1)?.at(-1)?.paragraphs.at(-1)?.at(-1)?.number ?? 0
  const leftovers: LeftoverLine[] = []
  for (const [index, line] of lines.entries()) {
    const features = observed.features[index]
    if (used.has(line) || features === undefined) continue
    const place = line.number < first ? 'top' : line.number > last ? 'bottom' : 'between'
    const isContinuation = observed.boundaries[index - 1] === 'open'
    leftovers.push({ index, line, features, isRepeated: observed.isRepeated[index] ?? false, isContinuation, place })
  }
  return leftovers
}
