/**
 * Dates as catalogues write them: `2008/05/12/`, `2008///Spring`, `2008 Jul 12`, `12 May 2008`, `July 1948`, `2008 Jul-Aug`, `1998-07`. Read
 * into the syntax of biblatex as far as they go; null where there is no year.
 */
import { formatDate } from './dates.ts'

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
  const plain = text.trim()
  const numbers = /^(-?\d{4})[/.-](\d{0,2})(?:[/.-](\d{0,2}))?(?:[/.-](.*))?$/s.exec(plain)
  if (numbers !== null) {
    const [, known, month = '', day = '', rest = ''] = numbers
    return print(Number(known), [month === '' ? seasonIn(rest) : Number(month)], day === '' ? null : Number(day))
  }
  const found = /(?<!\d)\d{4}(?!\d)/.exec(plain)?.[0]
  const known = found === undefined ? year : Number(found)
  if (known === null) return null
  const words = plain.toLowerCase().match(/\p{L}+/gu) ?? []
  const months = words.map((word) => monthNames.indexOf(word.slice(0, 3)) + 1).filter((month) => month > 0)
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(plain)?.[0]
  return print(known, months.length > 0 ? months : [seasonIn(plain)], day === undefined || months.length > 1 ? null : Number(day))
}

function seasonIn(text: string): number | null {
  return seasonNames.get(/\p{L}+/u.exec(text.replace(/\d/g, ''))?.[0].toLowerCase() ?? '') ?? null
}

function print(year: number, [first = null, last = first]: readonly (number | null)[], day: number | null): string {
  const isMonth = first !== null && first >= 1 && first <= 24 && (first <= 12 || first >= 21)
  const start = isMonth ? [year, first, ...(day !== null && first <= 12 && day >= 1 && day <= 31 ? [day] : [])] : [year]
  const end = isMonth && last !== null && last > first ? [year, last] : null
  return formatDate({ start, end, isCirca: false })
}
