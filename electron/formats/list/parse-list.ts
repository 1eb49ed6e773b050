/**
 * Reads a list by its structure. Each reader knows one kind of structure and returns `null` for a source that does not have it; the most
 * particular is asked first. Each line that is not blank ends in one draft or one leftover.
 */
import type { ParsedSource } from '../../../db/model/draft.ts'
import type { SourceLine } from '../decode-text.ts'
import { isWebPage } from './html-lines.ts'
import { type InSteps, inOneGo } from './in-steps.ts'
import { inheritYears } from './inherit-years.ts'
import type { ListLine } from './list-line.ts'
import type { ListReading } from './list-reading.ts'
import { prepareLines } from './prepare-lines.ts'
import { readBibitems } from './read-bibitems.ts'
import { readCardTitles } from './read-card-titles.ts'
import { readCoauthorList } from './read-coauthor-list.ts'
import { readDelimitedList } from './read-delimited-list.ts'
import { readIdentifierList, readIdentifiersInProse } from './read-identifier-list.ts'
import { readInlineList } from './read-inline-list.ts'
import { readLabelledList } from './read-labelled-list.ts'
import { readMarkdownList } from './read-markdown-list.ts'
import { readPage } from './read-page.ts'
import { readReferences } from './read-references.ts'
import { readRest } from './read-rest.ts'
import { readStackedList } from './read-stacked-list.ts'
import { readTitleList, readTitlesAlone } from './read-title-list.ts'
import { settleFamilyNames } from './settle-family-names.ts'
import { trimTitles } from './trim-titles.ts'

/** Most readers see soon that a source is not theirs; the one that weighs all lines of it works in steps. */
type ListReader = (lines: readonly ListLine[]) => ListReading | null | InSteps<ListReading | null>

const readers: readonly ListReader[] = [
  readBibitems,
  readMarkdownList,
  readLabelledList,
  readIdentifierList,
  readInlineList,
  readCoauthorList,
  readReferences,
  readTitlesAlone,
  readStackedList,
  readCardTitles,
  readTitleList,
  readIdentifiersInProse,
]

/** `layout` names the grammar of records to read it in, where a person has chosen one. */
export function parseList(source: readonly SourceLine[], layout?: string): ParsedSource {
  return inOneGo(parseListInSteps(source, layout))
}

export function* parseListInSteps(source: readonly SourceLine[], layout?: string): InSteps<ParsedSource> {
  return isWebPage(source) ? readPage(source, (lines) => parseList(lines)) : yield* parseLines(source, layout)
}

function* parseLines(source: readonly SourceLine[], layout?: string): InSteps<ParsedSource> {
  const reading = yield* readLines(source, layout)
  if (reading !== null) {
    const whole = layout === undefined ? yield* readRest(reading, source, readLines) : reading
    return yield* toSource(withEmptyQuotes(whole, source), source)
  }
  const leftovers = source.flatMap(({ number, text }) =>
    text.trim() === '' ? [] : [{ line: number, text, reason: 'unreadable' as const }],
  )
  return { format: 'list', layout: 'none', drafts: [], leftovers }
}

function* readLines(source: readonly SourceLine[], layout?: string): InSteps<ListReading | null> {
  const table = layout === undefined ? readDelimitedList(source) : null
  if (table !== null && table.drafts.length > 0) return table
  yield
  const lines = prepareLines(source)
  for (const read of layout === undefined ? readers : [(all: typeof lines) => readStackedList(all, layout)]) {
    yield
    const found = read(lines)
    const reading = found !== null && 'next' in found ? yield* found : found
    if (reading !== null && reading.drafts.length > 0) return reading
  }
  return null
}

/** A quotation mark without a text stands in no line that readers see. */
function withEmptyQuotes(reading: ListReading, source: readonly SourceLine[]): ListReading {
  const known = new Set(reading.leftovers.map(({ line }) => line))
  const quotes = source.filter(({ number, text }) => text.trim() !== '' && /^[>\s]*$/.test(text) && !known.has(number))
  if (quotes.length === 0) return reading
  let at = 0
  const left = quotes.filter(({ number }) => {
    while ((reading.drafts[at]?.lineEnd ?? Number.POSITIVE_INFINITY) < number) at++
    return (reading.drafts[at]?.lineStart ?? Number.POSITIVE_INFINITY) > number
  })
  const leftovers = left.map(({ number, text }) => ({ line: number, text, reason: 'page-furniture' as const }))
  return { ...reading, leftovers: [...reading.leftovers, ...leftovers].sort((before, after) => before.line - after.line) }
}

function* toSource(reading: ListReading, source: readonly SourceLine[]): InSteps<ParsedSource> {
  yield
  const trimmed = trimTitles(reading.drafts)
  yield
  const drafts = settleFamilyNames(trimmed, source)
  yield
  return { format: 'list', ...reading, drafts: inheritYears(drafts, reading.leftovers) }
}
