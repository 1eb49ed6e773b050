/**
 * Reads a list by its structure. Each reader knows one kind of structure and returns `null` for a source that does not have it; the most
 * particular is asked first. Each line that is not blank ends in one draft or one leftover.
 */
import type { Draft, LineRange, ParsedSource } from '../../../db/model/draft.ts'
import type { SourceLine } from '../decode-text.ts'
import { isWebPage, readWebPage } from './html-lines.ts'
import type { ListLine } from './list-line.ts'
import type { ListReading } from './list-reading.ts'
import { prepareLines } from './prepare-lines.ts'
import { readDelimitedList } from './read-delimited-list.ts'
import { readIdentifierList, readIdentifiersInProse } from './read-identifier-list.ts'
import { readInlineList } from './read-inline-list.ts'
import { readLabelledList } from './read-labelled-list.ts'
import { readMarkdownList } from './read-markdown-list.ts'
import { readReferences } from './read-references.ts'
import { readStackedList } from './read-stacked-list.ts'
import { readTitleList } from './read-title-list.ts'
import { trimTitles } from './trim-titles.ts'

type ListReader = (lines: readonly ListLine[]) => ListReading | null

const readers: readonly ListReader[] = [
  readMarkdownList,
  readLabelledList,
  readIdentifierList,
  readReferences,
  readInlineList,
  readStackedList,
  readTitleList,
  readIdentifiersInProse,
]

/** `layout` names the grammar of records to read it in, where a person has chosen one. */
export function parseList(source: readonly SourceLine[], layout?: string): ParsedSource {
  return isWebPage(source) ? parseWebPage(source) : parseLines(source, layout)
}

/** The page's texts are read as lines of their own; what is said of their places is of the source's lines. */
function parseWebPage(source: readonly SourceLine[]): ParsedSource {
  const shown = readWebPage(source)
  const { drafts, leftovers, ...others } = parseLines(shown.map(({ text }, index) => ({ number: index + 1, text })))
  const lineOf = (line: number) => shown[line - 1]?.number ?? line
  const place = ({ lineStart, lineEnd }: LineRange) => ({ lineStart: lineOf(lineStart), lineEnd: lineOf(lineEnd) })
  const spansOf = (spans: Draft['spans']) =>
    Object.fromEntries(Object.entries(spans).flatMap(([name, range]) => (range === undefined ? [] : [[name, place(range)]])))
  const placed = drafts.map((draft) => ({ ...draft, ...place(draft), spans: spansOf(draft.spans) }))
  const taken = new Set(
    placed.flatMap(({ lineStart, lineEnd }) => Array.from({ length: lineEnd - lineStart + 1 }, (_, index) => lineStart + index)),
  )
  const left = new Map(leftovers.map((leftover) => [lineOf(leftover.line), leftover]))
  return {
    ...others,
    drafts: placed,
    leftovers: [...left].flatMap(([line, leftover]) => (taken.has(line) ? [] : [{ ...leftover, line }])),
  }
}

function parseLines(source: readonly SourceLine[], layout?: string): ParsedSource {
  const table = layout === undefined ? readDelimitedList(source) : null
  if (table !== null && table.drafts.length > 0) return toSource(table)
  const lines = prepareLines(source)
  for (const read of layout === undefined ? readers : [(all: typeof lines) => readStackedList(all, layout)]) {
    const reading = read(lines)
    if (reading !== null && reading.drafts.length > 0) return toSource(reading)
  }
  const leftovers = lines.map(({ number, source: text }) => ({ line: number, text, reason: 'unreadable' as const }))
  return { format: 'list', layout: 'none', drafts: [], leftovers }
}

function toSource(reading: ListReading): ParsedSource {
  return { format: 'list', ...reading, drafts: trimTitles(reading.drafts) }
}
