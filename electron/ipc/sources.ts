import type { ReadableDatabase } from '../../db/database.ts'
import type { SourceLines } from '../../db/model/paper-entry.ts'
import { listSections } from '../../db/queries/paper-entries.ts'
import { listSources, readBytesOfSource } from '../../db/queries/sources.ts'
import { removeSource } from '../../db/remove-source.ts'
import { decodeText, splitLines } from '../formats/decode-text.ts'
import type { HandlersOf } from './contract.ts'

export const sourceHandlers = {
  'sources:list': listSources,
  'sources:remove': removeSource,
  'sources:lines': readLines,
  'sources:sections': listSections,
} satisfies HandlersOf<'sources'>

const linesAround = 2

/** The lines of a range and a few around it. */
function readLines(
  db: ReadableDatabase,
  { sourceId, lineStart, lineEnd }: { sourceId: number; lineStart: number; lineEnd: number },
): SourceLines {
  const bytes = readBytesOfSource(db, sourceId)
  const lines = bytes === null ? [] : splitLines(decodeText(bytes).text)
  const first = Math.max(1, lineStart - linesAround)
  return { first, lines: lines.slice(first - 1, lineEnd + linesAround).map(({ text }) => text) }
}
