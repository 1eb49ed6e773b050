/**
 * When a paper appeared. biblatex has one `date`, as fine as it is known; BibTeX has a `year` and a `month`, best given by the strings
 * that every style defines. What is no year (`in press`) stands in `year` as it came; a date that contradicts the year is out of date.
 */
import type { BibliographyPaper } from '../../db/model/bibliography-paper.ts'
import { yearIn } from './bibtex/read-date.ts'
import type { Dialect } from './bibtex-entry-types.ts'
import { formatField, toLatex } from './bibtex-text.ts'
import { remember } from './remember.ts'

/** The lines of its fields. */
export function formatDates({ year, extra }: BibliographyPaper, dialect: Dialect): string {
  const date = extra.date !== undefined && yearOf(extra.date) === year ? extra.date : ''
  const yearText = extra.year !== undefined && yearIn(extra.year) === year ? toLatex(extra.year) : ''
  const rest = formatField('month', toLatex(extra.month ?? '')) + formatField('day', toLatex(extra.day ?? ''))
  if (dialect === 'biblatex') {
    const plain = yearText === '' ? formatYear(year, dialect) : ''
    return formatField('date', date === '' ? plain : toLatex(date)) + formatField('year', yearText) + rest
  }
  const finer = monthOf(date) ?? formatField('date', toLatex(date))
  return formatField('year', yearText === '' ? formatYear(year, dialect) : yearText) + finer + rest
}

const yearOf = remember(yearIn)

const seasons = ['Spring', 'Summer', 'Autumn', 'Winter']
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The lines of the month, months or season, and day or days of a date that BibTeX can say so. */
const monthOf = remember((date): string | null => {
  const [, year, first, day, lastYear, last, lastDay] =
    /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:\/(\d{4})-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? []
  const start = months[Number(first) - 1]
  const season = seasons[Number(first) - 21]
  if (season !== undefined && day === undefined && last === undefined) return formatField('month', season)
  const end = months[Number(last) - 1]
  if (start === undefined || (lastYear !== undefined && (lastYear !== year || end === undefined))) return null
  if (end === undefined) return `  month = ${start},\n${formatField('day', day ?? '')}`
  if (day === undefined && lastDay === undefined) return `  month = ${start} # "--" # ${end},\n`
  if (day === undefined || lastDay === undefined) return null
  const [from, to] = [Number(day), Number(lastDay)]
  return first === last ? `  month = ${start} # "~${from}--${to}",\n` : `  month = ${start} # "~${from}--" # ${end} # "~${to}",\n`
})

function formatYear(year: number | null, dialect: Dialect): string {
  if (year === null || !Number.isSafeInteger(year)) return ''
  if (dialect === 'bibtex') return String(year)
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
}
