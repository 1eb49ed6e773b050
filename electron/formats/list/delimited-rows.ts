/**
 * Rows of a table as RFC 4180 has them, parted by any delimiter: a cell in quotes may hold the delimiter, line ends and, doubled,
 * quotes. A quote that is never closed, or does not begin a cell, is a character like any other.
 */
import type { SourceLine } from '../decode-text.ts'

export type Row = { readonly lines: readonly SourceLine[]; readonly cells: readonly string[] }

/** A cell of so many lines is a quote that somebody forgot. */
const mostLinesOfCell = 200

export function splitRows(lines: readonly SourceLine[], delimiter: string): readonly Row[] {
  const rows: Row[] = []
  let mostLines = mostLinesOfCell
  for (let at = 0; at < lines.length; ) {
    const row = readRow(lines, at, { delimiter, mostLines })
    if (row === null) mostLines = 1
    const taken = row ?? { cells: (lines[at]?.text ?? '').split(delimiter), count: 1 }
    rows.push({ lines: lines.slice(at, at + taken.count), cells: taken.cells.map((cell) => cell.trim()) })
    at += taken.count
  }
  return rows
}

type Reading = { readonly delimiter: string; readonly mostLines: number }

/** `null`: a quote is not closed. */
function readRow(
  lines: readonly SourceLine[],
  start: number,
  { delimiter, mostLines }: Reading,
): { readonly cells: readonly string[]; readonly count: number } | null {
  const cells: string[] = []
  let text = lines[start]?.text ?? ''
  let count = 1
  let at = 0
  while (at <= text.length) {
    if (!/^[ ]*"/.test(text.slice(at, at + 9))) {
      const next = text.indexOf(delimiter, at)
      const end = next === -1 ? text.length : next
      cells.push(text.slice(at, end))
      at = end + delimiter.length
      continue
    }
    const open = text.indexOf('"', at) + 1
    let close = findClosingQuote(text, open)
    const pieces = [text]
    while (close === -1 && count < mostLines && start + count < lines.length) {
      const line = lines[start + count]?.text ?? ''
      const closes = findClosingQuote(line, 0)
      count++
      if (closes !== -1) close = pieces.join('\n').length + 1 + closes
      pieces.push(line)
    }
    if (close === -1) return null
    text = pieces.join('\n')
    cells.push(text.slice(open, close).replaceAll('""', '"'))
    const next = text.indexOf(delimiter, close + 1)
    at = (next === -1 ? text.length : next) + delimiter.length
  }
  return { cells, count }
}

function findClosingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at
  return -1
}
