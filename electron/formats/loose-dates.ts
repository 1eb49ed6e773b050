/**
 * Dates as catalogues write them: `2008/05/12/`, `2008///Spring`, `2008 Jul 12`, `12 May 2008`, `July 1948`, `2008 Jul-Aug`, `1998 Dec-1999 Jan`, `5-7 April
 * 2004`, `1998-07`. Read
 * into the syntax of biblatex as far as they go; null where there is no year.
 */
import { type DateParts, formatDate, formatParts } from './dates.ts'

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
export const seasonNames: ReadonlyMap<string, number> = new Map([
  ['spring', 21],
  ['summer', 22],
  ['autumn', 23],
  ['fall', 23],
  ['winter', 24],
])

/** `year` is what is known of it, for a date that says the month and day alone. */
export function readLooseDate(text: string, year: number | null = null): string | null {
  const plain = text.trim().replace(/\s+/g, ' ')
  const numbers = /^(-?\d{4})[/.-](\d{0,2})(?:[/.-](\d{0,2}))?(?:[/.-](.*))?$/s.exec(plain)
  if (numbers !== null) {
    const [, known, month = '', day = '', rest = ''] = numbers
    return formatStart(tidyParts(Number(known), month === '' ? seasonIn(rest) : Number(month), Number(day)))
  }
  const known = yearIn(plain) ?? year
  if (known === null) return null
  const halves = plain.split(/ ?[-–/] ?| and /)
  const ends = halves.length === 2 ? halves.map((half) => readWords(withMonth(half, plain), yearIn(half) ?? known)) : []
  const [start = [], end = []] = ends
  const isRange = start.length > 1 && end.length > 1 && formatParts(end) > formatParts(start)
  return isRange ? formatDate({ start, end, isCirca: false }) : formatStart(readWords(plain, known))
}

function formatStart(start: DateParts): string {
  return formatDate({ start, end: null, isCirca: false })
}

/** A day at one end of `5-7 April` has its month at the other. */
function withMonth(half: string, whole: string): string {
  return /\p{L}/u.test(half) || !dayAlone.test(half) ? half : `${half} ${/\p{L}+/u.exec(whole)?.[0] ?? ''}`
}

const dayAlone = /(?<!\d)\d{1,2}(?!\d)/

function yearIn(text: string): number | null {
  const found = /(?<!\d)\d{4}(?!\d)/.exec(text)?.[0]
  return found === undefined ? null : Number(found)
}

/** `12 May`, `May 12`, `May`, `Spring`, in any order with the year. */
function readWords(text: string, year: number): DateParts {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const month = words.map((word) => monthNames.indexOf(word.slice(0, 3)) + 1).find((number) => number > 0) ?? seasonIn(text)
  return tidyParts(year, month, Number(dayAlone.exec(text)?.[0] ?? 0))
}

/** As far as they can be: months to 12, then seasons from 21. */
function tidyParts(year: number, month: number | null, day: number): DateParts {
  const isMonth = month !== null && month >= 1 && month <= 24 && (month <= 12 || month >= 21)
  if (!isMonth) return [year]
  return month <= 12 && day >= 1 && day <= 31 ? [year, month, day] : [year, month]
}

function seasonIn(text: string): number | null {
  return seasonNames.get(/\p{L}+/u.exec(text.replace(/\d/g, ''))?.[0].toLowerCase() ?? '') ?? null
}
