/**
 * When a paper appeared. biblatex has one `date`, as fine as it is known; BibTeX has a `year` and a `month`, best given by the strings
 * that every style defines. What is no year (`in press`) stands in `year` as it came; a date that contradicts the year is out of date.
 */
import type { BibliographyPaper } from '../../db/model/bibliography-paper.ts'
import { yearIn } from './bibtex/read-date.ts'
import type { Dialect } from './bibtex-entry-types.ts'
import { toLatex } from './bibtex-text.ts'
import { remember } from './remember.ts'

/** Fields and their values as they stand in the file, delimiters and all. */
export function formatDates(
  { year, extra }: BibliographyPaper,
  dialect: Dialect,
): readonly (readonly [name: string, value: string])[] {
  const date = extra.date !== undefined && yearOf(extra.date) === year ? extra.date : ''
  const yearText = extra.year !== undefined && yearIn(extra.year) === year ? toLatex(extra.year) : ''
  const rest = [['month', braced(toLatex(extra.month ?? ''))] as const, ['day', braced(toLatex(extra.day ?? ''))] as const]
  if (dialect === 'biblatex') {
    const plain = yearText === '' ? formatYear(year, dialect) : ''
    return [['date', braced(date === '' ? plain : toLatex(date))], ['year', braced(yearText)], ...rest]
  }
  const finer = monthOf(date)
  return [
    ['year', braced(yearText === '' ? formatYear(year, dialect) : yearText)],
    ...(finer ?? [['date', braced(toLatex(date))] as const]),
    ...rest,
  ]
}

const yearOf = remember(yearIn)

function braced(value: string): string {
  return value === '' ? '' : `{${value}}`
}

const seasons = ['Spring', 'Summer', 'Autumn', 'Winter']
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The month, months or season, and day of a date that BibTeX can say so. */
const monthOf = remember((date): readonly (readonly [name: string, value: string])[] | null => {
  const [, year, first, day, lastYear, last] = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:\/(\d{4})-(\d{2}))?$/.exec(date) ?? []
  const start = months[Number(first) - 1]
  const season = seasons[Number(first) - 21]
  if (season !== undefined && day === undefined && last === undefined) return [['month', braced(season)]]
  const end = months[Number(last) - 1]
  if (start === undefined || (lastYear !== undefined && (lastYear !== year || day !== undefined || end === undefined))) return null
  if (end !== undefined) return [['month', `${start} # "--" # ${end}`]]
  return [['month', start], ...(day === undefined ? [] : [['day', braced(day)] as const])]
})

function formatYear(year: number | null, dialect: Dialect): string {
  if (year === null || !Number.isSafeInteger(year)) return ''
  if (dialect === 'bibtex') return String(year)
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
}
