/**
 * Tables with a row that names their columns, in any order: CSV, TSV, columns parted by semicolons or bars, tables of Markdown. Without
 * such a row, columns are told by what is in them.
 */
import { voteNameConvention } from '../../../db/model/author-names.ts'
import type { Draft, Leftover } from '../../../db/model/draft.ts'
import type { SourceLine } from '../decode-text.ts'
import { repairMojibake } from '../repair-mojibake.ts'
import { buildDraft } from './build-draft.ts'
import { type Row, splitRows } from './delimited-rows.ts'
import { type FieldWord, findFieldWord } from './field-words.ts'
import { guessColumns } from './guess-columns.ts'
import { removeItemStart } from './item-start.ts'
import type { ListReading } from './list-reading.ts'
import { readMarks } from './read-marks.ts'
import { readSaidValues, type SaidValue } from './said-values.ts'

/** `row` is -1 where no row names the columns. */
type Header = {
  readonly delimiter: string
  readonly words: readonly (FieldWord | undefined)[]
  readonly row: number
  readonly isGuess: boolean
}

type TableRecord = { readonly row: Row; readonly header: Header }

const delimiters = ['\t', ',', ';', '|'] as const
/** Of people, in no file of a program; two columns are a title and its authors. */
const spacedDelimiters = [' – ', ' — ', ' · ', ' • ', ' / ', ' // ', ' - ', '; '] as const
const fewestSpaced = 3
const leastShareAlike = 0.7
const fewestAlike = 3
const mostLinesAbove = 5
const fewestKnown = 2
const sampleSize = 200
const leastShareOfRows = 0.5
const tableRule = /^[\s|:+=-]+$/

export function readDelimitedList(source: readonly SourceLine[]): ListReading | null {
  const header = findHeader(source) ?? guessHeader(source)
  if (header === null) return null
  const repaired = source.map((line) => ({ ...line, text: repairMojibake(line.text) ?? line.text }))
  const own = header.isGuess ? withoutStarts(repaired) : repaired
  const rows = splitRows(trimBars(own.slice(Math.max(0, header.row)), header.delimiter), header.delimiter).filter(
    ({ lines, cells }) => lines.some(({ text }) => text.trim() !== '') && (!header.isGuess || cells.length === header.words.length),
  )
  const records = toRecords(rows, header)
  const convention = voteNameConvention(
    records.flatMap((record) =>
      saidOf(record)
        .filter(({ word }) => word === 'authors')
        .map(({ value }) => value),
    ),
  )
  const drafts = records.flatMap((record) =>
    readRecord(record, { isRepaired: (number) => repaired[number - 1]?.text !== source[number - 1]?.text, convention }),
  )
  const filled = records.filter(({ row: { cells } }) => cells.filter((cell) => cell !== '').length > 1)
  if (Math.min(drafts.length, filled.length) < records.length * leastShareOfRows) return null
  return { layout: 'table', drafts, leftovers: leftoversOf(source, drafts, header) }
}

/** In Markdown, a rule below it makes a row the header of a further table, and text between tables has no bars. */
function toRecords(rows: readonly Row[], first: Header): readonly TableRecord[] {
  const isRule = (row: Row | undefined) => tableRule.test(row?.lines[0]?.text ?? ' a')
  const records: TableRecord[] = []
  let header = first
  for (const [index, row] of rows.entries()) {
    if ((index === 0 && first.row !== -1) || isRule(row)) continue
    if (first.delimiter === '|' && isRule(rows[index + 1])) header = { ...first, words: row.cells.map(findFieldWord) }
    else if (first.delimiter !== '|' || row.lines[0]?.text.includes('|')) records.push({ row, header })
  }
  return records
}

/** The first row whose short cells name columns, a title or an identifier among them. */
function findHeader(source: readonly SourceLine[]): Header | null {
  const first = source.findIndex(({ text }) => text.trim() !== '')
  for (let row = first; row >= 0 && row < Math.min(source.length, first + mostLinesAbove); row++) {
    let best: Header | null = null
    for (const delimiter of delimiters) {
      const cells = splitRows(trimBars(source.slice(row, row + 1), delimiter), delimiter)[0]?.cells ?? []
      const words = cells.map((cell) => (cell.length > 40 ? undefined : findFieldWord(cell)))
      const known = countKnown(words)
      const isHeader =
        known >= fewestKnown && known * 3 >= cells.length && /title|doi|arxivId/.test(words.join()) && isOfPapers(cells, words)
      if (isHeader && known > countKnown(best?.words ?? [])) best = { delimiter, words, row, isGuess: false }
    }
    if (best !== null) return best
  }
  return null
}

/** A sample of the rows, most of which have the same cells; other lines are headings between. */
function guessHeader(source: readonly SourceLine[]): Header | null {
  const lines = withoutStarts(source.filter(({ text }) => text.trim() !== '').slice(0, sampleSize))
  for (const delimiter of [...delimiters, ...spacedDelimiters]) {
    const parted = lines.filter(({ text }) => isDelimited(text, delimiter))
    if (parted.length < lines.length * leastShareAlike) continue
    const all = splitRows(trimBars(parted, delimiter), delimiter)
    const width = all[all.length >> 1]?.cells.length
    const rows = all.filter(({ cells }) => cells.length === width)
    const areAlike = rows.length === lines.length || (rows.length >= fewestAlike && rows.length >= lines.length * leastShareAlike)
    const words = areAlike ? guessColumns(rows) : null
    if (words === null || (delimiter.length > 1 && words.length < fewestSpaced)) continue
    if (!isNoRecord(rows[0], words)) return { delimiter, words, row: -1, isGuess: true }
    return {
      delimiter,
      words: guessColumns(rows.slice(1)) ?? words,
      isGuess: true,
      row: rows[0]?.lines[0] === undefined ? -1 : source.findIndex(({ number }) => number === rows[0]?.lines[0]?.number),
    }
  }
  return null
}

/** The numbers or bullets of rows are no part of their first cells. */
function withoutStarts(lines: readonly SourceLine[]): readonly SourceLine[] {
  const rows = lines.filter(({ text }) => text.trim() !== '')
  const marked = rows.filter(({ text }) => removeItemStart(text.trim()) !== text.trim() && !/^\d+\t/.test(text))
  if (marked.length < fewestAlike || marked.length < rows.length * leastShareAlike) return lines
  return lines.map((line) => ({ ...line, text: removeItemStart(line.text.trim()) }))
}

/** What names a column of years or identifiers has none itself. */
function isNoRecord(row: Row | undefined, words: readonly (FieldWord | undefined)[]): boolean {
  const areNumbers = words.map((word) => word === 'year' || word === 'identifier')
  return row?.cells.some((cell, index) => areNumbers[index] === true && cell !== '' && !/\d/.test(cell)) === true
}

/** Programs write no space behind a comma; people do. */
function isDelimited(text: string, delimiter: string): boolean {
  if (delimiter.length > 1 || delimiter === '\t' || delimiter === '|') return text.includes(delimiter)
  const bare = text.replace(/"[^"]*"/g, '')
  return bare.includes(delimiter) && !bare.includes(`${delimiter} `)
}

/** `name` and `year` alone may be said of anything. */
function isOfPapers(cells: readonly string[], words: readonly (FieldWord | undefined)[]): boolean {
  return !cells.some((cell) => /^name$/i.test(cell)) || /authors|abstract|doi|arxivId|venue|url|status/.test(words.join())
}

function countKnown(words: readonly (FieldWord | undefined)[]): number {
  return new Set(words.filter((word) => word !== undefined && word !== 'nothing')).size
}

/** Markdown has a bar at both ends of a row. */
function trimBars(lines: readonly SourceLine[], delimiter: string): readonly SourceLine[] {
  return delimiter === '|' ? lines.map((line) => ({ ...line, text: line.text.trim().replace(/^\||\|$/g, '') })) : lines
}

/** In Markdown, cells have links and emphasis as other text has. */
function saidOf({ row, header: { words, delimiter } }: TableRecord): readonly SaidValue[] {
  return row.cells.flatMap((cell, index) => {
    const word = words[index]
    const { text: value, addresses } = delimiter === '|' ? readMarks(cell) : { text: cell, addresses: '' }
    const said: SaidValue[] = addresses === '' ? [] : [{ word: 'identifier', value: addresses }]
    if (word !== undefined && value !== '') said.unshift({ word: word === 'comments' ? 'notes' : word, value })
    return said
  })
}

/** A row with more cells than the header has columns cannot be told apart. */
function readRecord(
  record: TableRecord,
  { isRepaired, convention }: { isRepaired: (line: number) => boolean; convention: Parameters<typeof readSaidValues>[1] },
): readonly Draft[] {
  const { row, header } = record
  const isLonger = row.cells.slice(header.words.length).some((cell) => cell !== '')
  const { fields, isCertain, reading } = readSaidValues(saidOf(record), convention)
  if (
    isLonger ||
    (fields.title === undefined &&
      fields.doi === undefined &&
      fields.arxivId === undefined &&
      fields.url === undefined &&
      fields.extra === undefined)
  )
    return []
  const lines = row.lines.filter(({ text }) => text.trim() !== '')
  const listLines = lines.map(({ number, text }) => ({
    number,
    text,
    source: text,
    isRepaired: isRepaired(number),
    gap: 0,
  }))
  return [buildDraft(listLines, [{ fields, lines: listLines, isCertain }], reading)]
}

function leftoversOf(source: readonly SourceLine[], drafts: readonly Draft[], header: Header): readonly Leftover[] {
  let at = 0
  return source.flatMap(({ number, text }, index) => {
    while ((drafts[at]?.lineEnd ?? Number.POSITIVE_INFINITY) < number) at++
    if (text.trim() === '' || (drafts[at]?.lineStart ?? Number.POSITIVE_INFINITY) <= number) return []
    const isHeader =
      index <= header.row || tableRule.test(text) || (header.delimiter === '|' && tableRule.test(source[index + 1]?.text || ' a'))
    return [{ line: number, text, reason: isHeader ? ('header' as const) : ('unreadable' as const) }]
  })
}
