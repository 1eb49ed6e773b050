/**
 * Dates as biblatex has them, a part of EDTF (ISO 8601-2:2019): `2020`, `2020-05`, `2020-05-17`, `-0044`, seasons as months 21 to 24,
 * `1850~` and `1850?` for what is not certain, `2020-05/2020-06` for a time between two dates; `..` and nothing are open ends.
 */

/** Year, month, day, as many as are known. */
export type DateParts = readonly number[]

export type PartialDate = { readonly start: DateParts; readonly end: DateParts | null; readonly isCirca: boolean }

/** Null for what is no such date. */
export function parseDate(text: string): PartialDate | null {
  const [first = '', last, ...more] = text.trim().split('/')
  const start = parseParts(first)
  if (start === null || more.length > 0) return null
  const end = last === undefined || last === '' || last === '..' ? null : parseParts(last)
  if (end === null && last !== undefined && last !== '' && last !== '..') return null
  return { start, end, isCirca: /[~?%]/.test(text) }
}

export function formatDate({ start, end, isCirca }: PartialDate): string {
  const mark = isCirca ? '~' : ''
  return [start, ...(end === null ? [] : [end])].map((parts) => formatParts(parts) + mark).join('/')
}

export function formatParts([year = 0, ...rest]: DateParts): string {
  const sign = year < 0 ? '-' : ''
  return [sign + String(Math.abs(year)).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-')
}

function parseParts(text: string): DateParts | null {
  const [, year, month, day] = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?$/.exec(text) ?? []
  if (year === undefined) return null
  return [year, month, day].filter((part) => part !== undefined).map(Number)
}
