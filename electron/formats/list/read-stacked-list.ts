/**
 * Lists whose records stand as lines below each other: what the lines look like, where paragraphs end, and which order of parts explains
 * the whole source best.
 */
import type { Draft } from '../../../db/model/draft.ts'
import { areNames } from './are-names.ts'
import { type Aside, findAsides } from './aside-lines.ts'
import { addSaid } from './build-draft.ts'
import { readCitationDetails } from './citation-details.ts'
import { closeLastAbstract } from './close-last-abstract.ts'
import { fillHoles } from './fill-holes.ts'
import { findBareSections } from './find-bare-sections.ts'
import { findNameColumns } from './find-name-columns.ts'
import { fieldsOfIdentifiers, readIdentifiers } from './identifiers.ts'
import { type InSteps, mapInSteps } from './in-steps.ts'
import { countCharacters, keepEntries } from './keep-entries.ts'
import { type Labelling, labelLines } from './label-lines.ts'
import { learnContext } from './learn-context.ts'
import { type LineFeatures, readFeatures } from './line-features.ts'
import { listGrammars } from './list-grammars.ts'
import type { ListLine } from './list-line.ts'
import type { ListReading } from './list-reading.ts'
import { type LeftoverLine, nameLeftovers } from './name-leftovers.ts'
import { openAffiliations } from './open-affiliations.ts'
import { openRecords } from './open-records.ts'
import { findBoundaries, findPhrases } from './paragraph-ends.ts'
import { joinAsides } from './read-asides.ts'
import { type ListRecord, linesOf, type RecordPart, readRecord } from './read-record.ts'
import { type ObservedLines, scoreSource } from './score-source.ts'
import { splitByline } from './split-byline.ts'
import { isTitleLine } from './title-line.ts'
import { rememberWords } from './word-kind.ts'

/** A source of which less can be read is no list: a paragraph of prose stands in many files. */
const leastShare = 0.2
/** Two or three lines a record, of which one is names with a citation. */
const leastShareOfBylines = 0.15
/** So many are none by chance. */
const enoughBylines = 4
/** A line that stands alone this often is repeated by the page, not by chance. */
const fewestRepeats = 3
const longestRepeated = 120
/** Of a section. */
const longestHeading = 40

/** `layout` names the only grammar to read in. */
export function* readStackedList(all: readonly ListLine[], layout?: string): InSteps<ListReading | null> {
  const lines = openRecords(all)
  const asides = yield* findAsides(lines)
  const asideLines = new Set(asides.flatMap((aside) => aside.lines))
  const kept = openAffiliations(closeUp(lines, asideLines))
  return (
    (kept.length === 0 ? null : yield* readRecords({ lines, kept, asides, layout })) ??
    (asides.length === 0 ? null : yield* readRecords({ lines, kept: lines, asides: [], layout }))
  )
}

/** All lines, those that records may consist of, and the others. */
type SortedLines = {
  readonly lines: readonly ListLine[]
  readonly kept: readonly ListLine[]
  readonly asides: readonly Aside[]
  readonly layout: string | undefined
}

function* readRecords({ lines, kept: keptLines, asides, layout }: SortedLines): InSteps<ListReading | null> {
  const { kept, citations } = splitBylines(keptLines)
  const observed = yield* observeLines(kept)
  yield
  const labelling = yield* chooseLabelling(observed, layout)
  const asideNumbers = new Set(asides.flatMap((aside) => aside.lines.map(({ number }) => number)))
  const found = yield* keepEntries(
    closeLastAbstract(withWholeLines(findRecords({ kept, observed, labelling, asideNumbers }), lines)),
    findAboveVenues(lines, asides),
  )
  const records = fillHoles(
    found.filter((record) => isUnbroken(record, asideNumbers)),
    { lines, kept, asides },
  )
  if (countCharacters(records.flatMap(linesOf)) < countCharacters(kept) * leastShare || records.length === 0) return null
  if (labelling.grammar.name === 'abstract' && nameWorks(records)) return null
  yield
  const context = yield* learnContext(kept, records)
  const read = yield* mapInSteps(records, (record) => addCitation(readRecord(record, context), citations, record))
  yield
  const { drafts, left } = joinAsides(read, asides, lines)
  yield
  const leftovers = findLeftovers({ lines, kept, observed }, records, left).filter(isOutside(drafts))
  return { layout: labelling.grammar.name, drafts, leftovers: nameLeftovers(leftovers) }
}

/** What was cut off of names stays in a line that turns out to be something else. */
function withWholeLines(records: readonly ListRecord[], lines: readonly ListLine[]): readonly ListRecord[] {
  const whole = new Map(lines.map((line) => [line.number, line.text]))
  const restore = (line: ListLine) => {
    const text = whole.get(line.number) ?? line.text
    return text === line.text ? line : { ...line, text }
  }
  return records.map((record) =>
    record.map((part) =>
      part.role === 'authors' ? part : { ...part, paragraphs: part.paragraphs.map((paragraph) => paragraph.map(restore)) },
    ),
  )
}

/** No abstract names works by their identifiers, but mails do. */
function nameWorks(records: readonly ListRecord[]): boolean {
  const named = records.flatMap(linesOf).map(({ text }) => {
    const { count, identifiers } = readIdentifiers(text)
    return identifiers.url === undefined ? count : count - 1
  })
  return named.reduce((sum, count) => sum + count, 0) > records.length
}

function findAboveVenues(lines: readonly ListLine[], asides: readonly Aside[]): ReadonlySet<number> {
  const venues = new Set(asides.flatMap(({ kind, lines: [line] }) => (kind === 'venue' || kind === 'label' ? [line?.number] : [])))
  return new Set(lines.flatMap(({ number }, index) => (venues.has(lines[index + 1]?.number) ? [number] : [])))
}

/** No title and no list of names goes on beyond a line that stands between. */
function isUnbroken(record: ListRecord, numbers: ReadonlySet<number>): boolean {
  if (numbers.size === 0) return true
  return record.every(({ role, paragraphs }) => {
    const lines = paragraphs.flat()
    const [first, last] = [lines.at(0)?.number ?? 0, lines.at(-1)?.number ?? 0]
    const between = Array.from({ length: role === 'abstract' ? 0 : last - first }, (_, index) => first + index)
    return !between.some((number) => numbers.has(number))
  })
}

/** What was taken out between two lines parts them as a blank line does, but for the edges of a page inside a sentence. */
function closeUp(lines: readonly ListLine[], asides: ReadonlySet<ListLine>): readonly ListLine[] {
  if (asides.size === 0) return lines
  const kept: ListLine[] = []
  let isBehindAside = false
  for (const line of lines) {
    if (asides.has(line)) isBehindAside = true
    else {
      const before = kept.at(-1)
      kept.push(isBehindAside ? { ...line, gap: before !== undefined && goesOn(before, line) ? 0 : Math.max(1, line.gap) } : line)
      isBehindAside = false
    }
  }
  return kept
}

function goesOn(before: ListLine, line: ListLine): boolean {
  const [above, below] = [readFeatures(before), readFeatures(line)]
  return above.proseWords > 0 && !above.endsSentence && below.startsLower
}

/** Lines of names with a citation behind them, where a good part of all lines are such. */
function splitBylines(lines: readonly ListLine[]): { kept: readonly ListLine[]; citations: ReadonlyMap<number, string> } {
  const bylines = lines.map(splitByline)
  if (bylines.filter((byline) => byline !== null).length < Math.min(lines.length * leastShareOfBylines, enoughBylines))
    return { kept: lines, citations: new Map() }
  const citations = bylines.flatMap((byline) => (byline === null ? [] : [[byline.names.number, byline.citation] as const]))
  return { kept: lines.map((line, index) => bylines[index]?.names ?? line), citations: new Map(citations) }
}

function addCitation(draft: Draft, citations: ReadonlyMap<number, string>, record: ListRecord): Draft {
  const span = draft.spans.authors
  const citation = span === undefined ? undefined : citations.get(span.lineStart)
  if (span === undefined || citation === undefined) return draft
  const { identifiers, rest } = readIdentifiers(citation)
  const lines = linesOf(record.filter(({ role }) => role === 'authors'))
  return addSaid(draft, { fields: { ...readCitationDetails(rest), ...fieldsOfIdentifiers(identifiers) }, lines })
}

function* observeLines(lines: readonly ListLine[]): InSteps<ObservedLines> {
  const read = rememberWords()
  const seen = yield* mapInSteps(lines, (line) => readFeatures(line, read))
  const columns = findNameColumns(lines, seen)
  const sections = findBareSections(lines, seen)
  const features = seen.map((line, index) =>
    sections.headings.has(index) && !sections.openings.has(index) ? { ...line, startsSection: true } : line,
  )
  const boundaries = findBoundaries(lines, features).map((boundary, index) =>
    sections.headings.has(index) ? 'open' : columns[index + 1] ? 'listed' : boundary,
  )
  yield
  const keys = lines.map((line, index) =>
    boundaries[index - 1] === 'open' || sections.headings.has(index) ? null : repetitionKey(line.text),
  )
  const counts = new Map<string | null, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const isRepeated = keys.map((key) => key !== null && (counts.get(key) ?? 0) >= fewestRepeats)
  return { features, boundaries, isRepeated, opensPhrase: findPhrases(features, boundaries), lacksGap: findLackingGaps(lines) }
}

/** A blank line or two may stand anywhere; from three on they mean something. */
function findLackingGaps(lines: readonly ListLine[]): readonly boolean[] {
  const hasGaps = lines.filter((line) => line.gap > 0).length >= fewestRepeats
  return lines.map((line, index) => hasGaps && index > 0 && line.gap === 0 && !isBelowHeading(lines, index))
}

/** A title with its names below it, and above it a heading that has the blank line. */
function isBelowHeading(lines: readonly ListLine[], index: number): boolean {
  const [before, line, after] = [lines[index - 1], lines[index], lines[index + 1]]
  if (before === undefined || line === undefined || after === undefined) return false
  if ((before.gap === 0 && index > 1) || after.gap > 0 || before.text.length > longestHeading) return false
  return isTitleLine(line) && areNames([readFeatures(after)])
}

/** `12 comments` and `3 comments` are the same line; 2023 and 2024 are not. */
function repetitionKey(text: string): string | null {
  if (text.length > longestRepeated || /[,;]/.test(text)) return null
  return /\p{L}/u.test(text) ? text.replace(/\d+/g, '0') : text
}

/** The grammar that explains the whole source best, among all or those of one name; of equals the first. */
function* chooseLabelling(observed: ObservedLines, layout: string | undefined): InSteps<Labelling> {
  const source = yield* scoreSource(observed)
  const labellings: Labelling[] = []
  for (const grammar of listGrammars)
    if (layout === undefined || grammar.name === layout) labellings.push(yield* labelLines(grammar, source))
  return labellings.reduce((best, other) => (other.score > best.score ? other : best))
}

/** Lines in order; what stands between the parts of a record belongs to it. */
function isOutside(drafts: readonly Draft[]): (leftover: LeftoverLine) => boolean {
  let at = 0
  return ({ line: { number } }) => {
    while (at < drafts.length && (drafts[at]?.lineEnd ?? 0) < number) at++
    return (drafts[at]?.lineStart ?? Number.POSITIVE_INFINITY) > number
  }
}

type MutablePart = { readonly role: RecordPart['role']; readonly paragraphs: ListLine[][] }

type LabelledLines = {
  readonly kept: readonly ListLine[]
  readonly observed: ObservedLines
  readonly labelling: Labelling
  readonly asideNumbers: ReadonlySet<number>
}

function findRecords({ kept: lines, observed, labelling: { labels }, asideNumbers }: LabelledLines): readonly ListRecord[] {
  const records: MutablePart[][] = []
  let lastPart = Number.POSITIVE_INFINITY
  for (const [index, line] of lines.entries()) {
    const label = labels[index] ?? null
    if (label?.isFirst) {
      if (label.part <= lastPart) records.push([])
      records.at(-1)?.push({ role: label.role, paragraphs: [[line]] })
    } else if (label !== null && !label.isBeside) {
      const paragraphs = records.at(-1)?.at(-1)?.paragraphs
      if (endsParagraph(observed, index - 1) || isParted(lines[index - 1], line, asideNumbers)) paragraphs?.push([line])
      else paragraphs?.at(-1)?.push(line)
    }
    lastPart = label?.part ?? Number.POSITIVE_INFINITY
  }
  return records
}

/** What is taken out of a text leaves two. */
function isParted(before: ListLine | undefined, { number }: ListLine, asideNumbers: ReadonlySet<number>): boolean {
  for (let between = (before?.number ?? number) + 1; between < number; between++) if (asideNumbers.has(between)) return true
  return false
}

/** A line that is short by chance does not end a paragraph in the middle of a sentence. */
function endsParagraph({ boundaries, features }: ObservedLines, index: number): boolean {
  const boundary = boundaries[index]
  if (boundary === 'ended' || boundary === 'stopped' || boundary === 'listed') return true
  return boundary === 'short' && (features[index]?.endsText === true || features[index]?.marker === 'alone')
}

function findLeftovers(
  { lines, kept, observed }: { lines: readonly ListLine[]; kept: readonly ListLine[]; observed: ObservedLines },
  records: readonly ListRecord[],
  left: readonly Aside[],
): readonly LeftoverLine[] {
  const used = new Set(records.flatMap(linesOf))
  const first = records.at(0)?.at(0)?.paragraphs.at(0)?.at(0)?.number ?? 0
  const last = records.at(-1)?.at(-1)?.paragraphs.at(-1)?.at(-1)?.number ?? 0
  const indices = new Map(lines.map((line, index) => [line.number, index]))
  const toLeftover = (
    line: ListLine,
    features: LineFeatures,
    others: { isRepeated: boolean; isContinuation: boolean },
  ): LeftoverLine => {
    const place = line.number < first ? 'top' : line.number > last ? 'bottom' : 'between'
    return { index: indices.get(line.number) ?? 0, line, features, ...others, place }
  }
  const unused = kept.flatMap((line, index) => {
    const features = observed.features[index]
    if (used.has(line) || features === undefined) return []
    const others = { isRepeated: observed.isRepeated[index] ?? false, isContinuation: observed.boundaries[index - 1] === 'open' }
    return [toLeftover(line, features, others)]
  })
  const aside = left.flatMap((each) =>
    each.lines.map((line) => toLeftover(line, readFeatures(line), { isRepeated: each.kind === 'page', isContinuation: false })),
  )
  return [...unused, ...aside].sort((before, after) => before.line.number - after.line.number)
}
