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
  const first = Math.max(1, lineStart - linesAround)
  return { first, lines: bytes === null ? [] : cutLines(decodeText(bytes).text, { first, last: lineEnd + linesAround }) }
}

/** As `splitLines` counts them, without making the lines before and after: a list may have a hundred thousand. */
function cutLines(text: string, { first, last }: { first: number; last: number }): readonly string[] {
  const ends = /\r\n|\r|\n/g
  let start = 0
  for (let line = 1; line <= last; line += 1) {
    if (line === first) start = ends.lastIndex
    if (ends.exec(text) === null) return splitLines(text.slice(start)).map((rest) => rest.text)
  }
  return splitLines(text.slice(start, ends.lastIndex)).map((cut) => cut.text)
}
