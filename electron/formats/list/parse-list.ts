/**
 * Reads a list by its structure. Each reader knows one kind of structure and returns `null` for a source that does not have it; the most
 * particular is asked first. Each line that is not blank ends in one draft or one leftover.
 */
import type { ParsedSource } from '../../../db/model/draft.ts'
import type { SourceLine } from '../decode-text.ts'
import type { ListLine } from './list-line.ts'
import type { ListReading } from './list-reading.ts'
import { prepareLines } from './prepare-lines.ts'
import { readDelimitedList } from './read-delimited-list.ts'
import { readIdentifierList, readIdentifiersInProse } from './read-identifier-list.ts'
import { readLabelledList } from './read-labelled-list.ts'
import { readReferences } from './read-references.ts'
import { readStackedList } from './read-stacked-list.ts'
import { readTitleList } from './read-title-list.ts'

type ListReader = (lines: readonly ListLine[]) => ListReading | null

const readers: readonly ListReader[] = [
  readLabelledList,
  readIdentifierList,
  readReferences,
  readStackedList,
  readTitleList,
  readIdentifiersInProse,
]

export function parseList(source: readonly SourceLine[]): ParsedSource {
  const table = readDelimitedList(source)
  if (table !== null && table.drafts.length > 0) return { format: 'list', ...table }
  const lines = prepareLines(source)
  for (const read of readers) {
    const reading = read(lines)
    if (reading !== null && reading.drafts.length > 0) return { format: 'list', ...reading }
  }
  const leftovers = lines.map(({ number, source: text }) => ({ line: number, text, reason: 'unreadable' as const }))
  return { format: 'list', layout: 'none', drafts: [], leftovers }
}
