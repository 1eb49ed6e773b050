/**
 * Dates of BibTeX (`year`, `month`, `day`) and biblatex (`date`, ISO 8601-2 level 1: `2004-10-27`, `1988/1992`, `1723~`). The year goes
 * to the paper; what is finer, or no plain year, stays: as `date` where it can be written as one, else as it came.
 */
import { readLooseDate, seasonNames } from '../loose-dates.ts'

export type Dated = { readonly year: number | null; readonly extra: Readonly<Record<string, string>> }

type DateFields = { readonly [Name in 'date' | 'year' | 'month' | 'day']?: string | undefined }

/** Months 21 to 41 are seasons, quarters and parts of a year; `199X` is a decade. */
const isoDate = /^(-?\d{2}(?:\d\d|\dX|XX))(?:-(?:0[1-9]|1[0-2]|2[1-9]|3\d|4[01])(?:-\d{2}(?:T\S*)?)?)?[~?%]?(?:\/.*)?$/

export function readDate({ date, year, month, day }: DateFields): Dated {
  const rest = definedOnly({ month, day })
  if (date !== undefined) {
    const found = yearIn(date)
    const isPlainYear = /^-?\d{4}$/.test(date)
    const other = year !== undefined && yearIn(year) !== found ? { year } : {}
    return { year: found, extra: { ...(isPlainYear ? {} : { date }), ...other, ...rest } }
  }
  if (year === undefined) return { year: null, extra: rest }
  if (!/^-?\d{1,4}$/.test(year)) {
    return { year: yearIn(year), extra: { ...(isoDate.test(year) ? { date: year } : { year }), ...rest } }
  }
  const finer = month === undefined ? null : (joinDate(year, month, day) ?? (day === undefined ? joinDays(year, month) : null))
  return { year: Number(year), extra: finer === null ? rest : { date: finer } }
}

/** A date that is not in the syntax of biblatex but says at least a month: `2001-1-5`, `5 May 2020`. Others stay as they are. */
export function tidyDate(text: string): string {
  const date = text.replaceAll('–', '-')
  if (isoDate.test(date)) return date
  const read = readLooseDate(date) ?? ''
  return read.length > '2001'.length ? read : date
}

/** The year that a date, or text in its place, begins with or names. */
export function yearIn(text: string): number | null {
  const iso = isoDate.exec(text)?.[1]
  const found = iso ?? /(?<!\d)[12]\d{3}(?!\d)/.exec(text)?.[0]
  return found === undefined ? null : Number(found.replaceAll('X', '0'))
}

function joinDate(year: string, month: string, day: string | undefined): string | null {
  const [first, last, ...more] = month.split(/\s*(?:[-–—/,&]|\band\b)+\s*/u).map(readMonth)
  if (first === undefined || first === null || last === null || more.length > 0) return null
  if (Number(first.month) > 12 && (last !== undefined || day !== undefined)) return null
  const start = `${year.padStart(4, '0')}-${first.month}`
  if (last !== undefined)
    return day === undefined && first.day + last.day === '' ? `${start}/${year.padStart(4, '0')}-${last.month}` : null
  const chosen = day === undefined ? first.day : /^\d{1,2}$/.test(day) ? day.padStart(2, '0') : null
  return chosen === null ? null : start + (chosen === '' ? '' : `-${chosen}`)
}

/** `07--09 Jul`, `June 27--July 1`. */
function joinDays(year: string, month: string): string | null {
  const date = /\d/.test(month) ? readLooseDate(month.replace(/-+/g, '-'), Number(year)) : null
  return date?.includes('/') === true && date.startsWith(year.padStart(4, '0')) ? date : null
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `7`, `jul`, `July`, `July 10`, `10 July`, and seasons as biblatex counts them: two digits each. */
function readMonth(text: string): { readonly month: string; readonly day: string } | null {
  const season = seasonNames.get(text.toLowerCase())
  if (season !== undefined) return { month: String(season), day: '' }
  const number = /^0?([1-9]|1[0-2])$/.exec(text)?.[1]
  if (number !== undefined) return { month: number.padStart(2, '0'), day: '' }
  const [, before, name = '', after] = /^(?:(\d{1,2})\.?\s+)?(\p{L}{3,9})\.?(?:\s+(\d{1,2}))?$/u.exec(text) ?? []
  const index = monthNames.indexOf(name.slice(0, 3).toLowerCase())
  const day = before ?? after ?? ''
  if (index < 0 || Number(day) > 31) return null
  return { month: String(index + 1).padStart(2, '0'), day: day === '' ? '' : day.padStart(2, '0') }
}

function definedOnly(fields: DateFields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
