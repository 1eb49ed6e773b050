/**
 * What the columns of a table without a header row hold, told by their cells. Taken only if each row has the same cells, one column is of
 * titles, and another is surely something: years, identifiers, or lists of names.
 */
import { areNames } from './are-names.ts'
import { readCitationDetails } from './citation-details.ts'
import type { Row } from './delimited-rows.ts'
import type { FieldWord } from './field-words.ts'
import { readIdentifiers } from './identifiers.ts'
import { readFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'
import { isTitleLine } from './title-line.ts'

const fewestRows = 2
const leastShare = 0.8
const leastShareOfTitles = 0.6
const leastFilled = 0.5
const longestTitle = 300
const shortestAbstract = 200

export function guessColumns(rows: readonly Row[]): readonly (FieldWord | undefined)[] | null {
  const width = rows[0]?.cells.length ?? 0
  if (rows.length < fewestRows || width < 2 || rows.some(({ cells }) => cells.length !== width)) return null
  const columns = Array.from({ length: width }, (_, index) =>
    rows.map(({ cells }) => cells[index] ?? '').filter((cell) => cell !== ''),
  )
  const words = columns.map((cells) => (cells.length < rows.length * leastFilled ? undefined : guessColumn(cells)))
  const title = findTitles(columns, words)
  if (title === -1 || words.every((word) => word === undefined || word === 'abstract')) return null
  const named = words.map((word, index) => (index === title ? 'title' : word))
  const venue = columns.findIndex(
    (cells, index) => named[index] === undefined && index > title && cells.every(isVenue) && cells.length > 0 && !areCounted(cells),
  )
  return named.map((word, index) =>
    index === venue ? 'venue' : named.indexOf(word) === index || word === 'identifier' ? word : undefined,
  )
}

function guessColumn(cells: readonly string[]): FieldWord | undefined {
  const isMostly = (test: (cell: string) => boolean) => cells.filter(test).length >= cells.length * leastShare
  if (isMostly((cell) => /^(?:1[89]|20)\d\d(?:[-/.]\d{1,2}){0,2}$/.test(cell))) return 'year'
  if (isMostly((cell) => !/\s/.test(cell) && readIdentifiers(cell, { isBare: true }).count > 0)) return 'identifier'
  if (isMostly((cell) => cell.length >= shortestAbstract)) return 'abstract'
  if (isMostly(isCitation)) return 'venue'
  return isMostly((cell) => areNames([featuresOf(cell)])) && cells.some((cell) => featuresOf(cell).separators > 0)
    ? 'authors'
    : undefined
}

/** `Nature 521, 436-444 (2015)` */
function isCitation(cell: string): boolean {
  if (!/(?<!\d)(?:19|20)\d\d(?!\d)/.test(cell) || cell.length > longestTitle) return false
  const { venue, year } = readCitationDetails(cell)
  return venue !== undefined && year !== undefined && featuresOf(cell).proseWords === 0
}

/** The column of titles: of several the one with the longest. */
function findTitles(columns: readonly (readonly string[])[], words: readonly (FieldWord | undefined)[]): number {
  const lengths = columns.map((cells, index) => {
    const titles = cells.filter((cell) => cell.length <= longestTitle && isTitleLine(toLine(cell)))
    return words[index] !== undefined || titles.length < cells.length * leastShareOfTitles || titles.length === 0
      ? 0
      : cells.reduce((sum, cell) => sum + cell.length, 0)
  })
  const longest = Math.max(...lengths)
  if (longest > 0) return lengths.indexOf(longest)
  const isCertain = words.includes('authors') && (words.includes('year') || words.includes('identifier'))
  return isCertain ? columns.findIndex((cells, index) => words[index] === undefined && cells.every(isPhrase)) : -1
}

/** Beside names and years, a title of two words is one. */
function isPhrase(cell: string): boolean {
  return /^\P{L}{0,2}\p{Lu}\S* \S/u.test(cell) && cell.length <= longestTitle
}

/** `Poster 12`, `Poster 13` */
function areCounted(cells: readonly string[]): boolean {
  const shapes = new Set(cells.map((cell) => cell.replace(/\d+/g, '0')))
  return shapes.size === 1 && new Set(cells).size === cells.length && cells.length > 1
}

function isVenue(cell: string): boolean {
  return /\p{L}{2}/u.test(cell) && cell.length <= 120 && featuresOf(cell).proseWords === 0
}

function featuresOf(cell: string): ReturnType<typeof readFeatures> {
  return readFeatures(toLine(cell))
}

function toLine(text: string): ListLine {
  return { number: 0, text, source: text, isRepaired: false, gap: 0 }
}
