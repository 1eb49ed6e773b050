import type { Author } from '../../db/model/author.ts'
import type { BibliographyPaper } from '../../db/model/bibliography-paper.ts'
import type { Note } from '../../db/model/paper.ts'
import type { Status } from '../../db/model/status.ts'
import { entryFormOf } from './bibtex-entry-types.ts'
import { toPlainText } from './bibtex-text.ts'
import { parseDate } from './dates.ts'
import { remember } from './remember.ts'

/** A paper on its way out, with what a reading list says of it. */
export type ExportedPaper = BibliographyPaper & {
  readonly notes: readonly Pick<Note, 'text'>[]
  readonly status: Status
}

/** Where other programs say what Octavo calls the venue. */
export type VenuePlace = 'container' | 'publisher' | 'series'

const placeOfField: ReadonlyMap<string, VenuePlace> = new Map([
  ['institution', 'publisher'],
  ['organization', 'publisher'],
  ['series', 'series'],
])

export function venuePlaceOf(paper: BibliographyPaper): VenuePlace {
  return placeOfField.get(entryFormOf(paper, 'biblatex').venueField) ?? 'container'
}

/** With the subtitle, and in square brackets where it is supplied. */
export function titleOf({ title, titleOrigin, extra }: Pick<ExportedPaper, 'title' | 'titleOrigin' | 'extra'>): string {
  if (title === null) return ''
  const subtitle = extra?.subtitle ?? ''
  const whole = subtitle === '' ? title : `${title}${/[?!.:]$/.test(title) ? '' : ':'} ${subtitle}`
  return titleOrigin === 'provisional' ? `[${whole}]` : whole
}

/** As fine as it is known, in the syntax of biblatex; `''` if it is not. A date that contradicts the year is out of date. */
export function dateOf({ year, extra }: Pick<ExportedPaper, 'year' | 'extra'>): string {
  const date = extra?.date ?? ''
  if (date !== '' && (year === null || firstYearOf(date) === year)) return date
  if (year === null || !Number.isSafeInteger(year)) return ''
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
}

/** Few dates are in a library. */
const firstYearOf = remember((date) => parseDate(date)?.start[0] ?? null)

/** What stands in the place of a year that is not known: `in press`. */
export function dateInWords({ year, extra }: Pick<ExportedPaper, 'year' | 'extra'>): string {
  return year === null && dateOf({ year, extra }) === '' ? toPlainText(extra?.year ?? '') : ''
}

/** A list of publishers, places or languages, as people write it. */
export function readableList(text: string): string {
  return toPlainText(text.includes('{') ? text.replace(/(?:^|(?<= and ))\{([^{}]*)\}(?=$| and )/g, '$1') : text)
}

/** As `readableList` reads it. */
export function oneItem(text: string): string {
  return / and /i.test(text) ? `{${text}}` : text
}

/** Empty names and parts of names are none. */
export function isNamed(author: Author): boolean {
  return ('literal' in author ? author.literal : author.family + (author.given ?? '')).trim() !== ''
}

/** Octavo keeps a suffix where CSL has it: after a comma at the end of the given name. */
export function splitSuffix(given: string): { readonly given: string; readonly suffix: string } {
  const [, name = given, suffix = ''] = /^(.*\S), ((?:jr|sr|[ivx]+|\d(?:nd|rd|th))\.?)$/i.exec(given) ?? []
  return { given: name, suffix }
}
