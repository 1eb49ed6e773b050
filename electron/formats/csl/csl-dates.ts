import { type DateParts, formatDate, parseDate } from '../dates.ts'
import { readLooseDate, seasonNames } from '../loose-dates.ts'

export type CslDate = {
  readonly 'date-parts'?: readonly (readonly (number | string | null)[])[]
  readonly season?: number | string
  readonly circa?: boolean | number | string
  readonly literal?: string
  readonly raw?: string
}

/** A date of biblatex; one that is in no known syntax is a literal. */
export function toCslDate(text: string): CslDate {
  const date = parseDate(text)
  if (date === null) return { literal: text }
  const season = (date.start[1] ?? 0) > 20 ? { season: (date.start[1] ?? 0) - 20 } : {}
  const parts = [date.start, ...(date.end === null ? [] : [date.end])].map(withoutSeason)
  return { 'date-parts': parts, ...season, ...(date.isCirca ? { circa: true } : {}) }
}

/** As biblatex has it; `''` where nothing is said. */
export function fromCslDate(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return fromText(String(value))
  if (typeof value !== 'object' || value === null) return ''
  const date: CslDate = value
  const lists = Array.isArray(date['date-parts']) ? date['date-parts'] : []
  const [start, end] = lists.map((parts) => toParts(Array.isArray(parts) ? parts : [parts]))
  if (start === undefined || start.length === 0) return date.raw === undefined ? fromText(date.literal ?? '') : fromRaw(date.raw)
  const season = Number(seasonNames.get(String(date.season).toLowerCase()) ?? date.season) % 20
  const first = start.length === 1 && season >= 1 && season <= 4 ? [...start, season + 20] : start
  const isCirca = date.circa !== undefined && date.circa !== false && date.circa !== 0 && date.circa !== 'false'
  return formatDate({ start: first, end: end === undefined || end.length === 0 ? null : end, isCirca })
}

/** What another program was to parse: `May 2003`. */
function fromRaw(raw: string): string {
  const text = fromText(raw)
  return parseDate(text) === null ? (readLooseDate(text) ?? text) : text
}

/** A date that a program has not parsed: in ISO's order, or with slashes or dashes between its numbers. */
function fromText(text: string): string {
  const plain = text.trim()
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(plain) ?? []
  if (year === '') return plain
  return [year, ...[month, day].filter((part) => part !== '').map((part) => part.padStart(2, '0'))].join('-')
}

function withoutSeason(parts: DateParts): DateParts {
  return (parts[1] ?? 0) > 20 ? parts.slice(0, 1) : parts
}

function toParts(parts: readonly (number | string | null)[]): DateParts {
  // A year that is not known is null in what Crossref writes.
  const numbers = parts.map((part) => (part === null ? Number.NaN : Number(part)))
  const known = numbers.findIndex((part, index) => !Number.isInteger(part) || (index > 0 && (part < 1 || part > 31)))
  return numbers.slice(0, known < 0 ? 3 : known).filter((_part, index) => parts[index] !== '')
}
