/** A value that a column or a label names → the fields that it says. */
import { type NameConvention, parseAuthorLine } from '../../../db/model/author-names.ts'
import type { CarriedReading } from '../../../db/model/draft.ts'
import type { EntryFields } from '../../../db/model/fields.ts'
import type { Status } from '../../../db/model/status.ts'
import { removeAbstractMarks } from './abstract-marker.ts'
import { readCitationDetails } from './citation-details.ts'
import type { FieldWord } from './field-words.ts'
import { fieldsOfIdentifiers, readIdentifiers } from './identifiers.ts'

export type SaidValue = { readonly word: FieldWord; readonly value: string }

export type SaidRecord = { readonly fields: EntryFields; readonly isCertain: boolean; readonly reading?: CarriedReading }

const statusWords: { readonly [Name in Status]: string } = {
  new: 'new|neu|nuevo',
  'to-read':
    'to[- ]?read|unread|todo|to do|not started|want to read|queued?|planned|backlog|later|ungelesen|zu lesen|à lire|por leer|未读|no|false|0|☐|□',
  reading: 'reading|currently[- ]reading|in progress|started|doing|wird gelesen|en cours|leyendo|在读',
  read: 'read|done|finished|completed?|gelesen|lu|leído|已读|yes|true|1|x|✓|✔|✅|☑|☒',
  dropped: 'dropped|abandoned|skipped|rejected|abgebrochen|abandonné|rechazado',
}
const statuses = Object.entries(statusWords).map(
  ([status, words]) => [status as Status, new RegExp(`^(?:${words})$`, 'iu')] as const,
)
const entryTypes: readonly (readonly [RegExp, string])[] = [
  [/conference|inproceedings|proceedings/i, 'inproceedings'],
  [/chapter|section|incollection/i, 'incollection'],
  [/book|monograph/i, 'book'],
  [/thesis|dissertation/i, 'phdthesis'],
  [/report/i, 'techreport'],
  [/article|review|letter/i, 'article'],
]

/** Where a record was found is not where the work appeared. */
const database =
  /^(?:crossref|datacite|dblp|europe pmc|europe pubmed central|google scholar|openalex|orcid|scopus|web of science)\b/i

export function readSaidValues(said: readonly SaidValue[], convention?: NameConvention): SaidRecord {
  let fields: EntryFields = {}
  let isCertain = true
  for (const { word, value } of fullestAuthors(said)) {
    const read = word === 'authors' ? readAuthors(value, convention) : { fields: readValue(word, value.trim()), isCertain: true }
    const extra = { ...read.fields.extra, ...fields.extra }
    fields = { ...read.fields, ...fields, ...(Object.keys(extra).length === 0 ? {} : { extra }) }
    isCertain &&= read.isCertain
  }
  const first = firstValue(said, 'pageStart')
  const last = firstValue(said, 'pageEnd')
  if (first !== '' && fields.pages === undefined)
    fields = { ...fields, pages: last === '' || last === first ? first : `${first}-${last}` }
  const reading = readReading(said)
  return { fields, isCertain, ...(reading === null ? {} : { reading }) }
}

/** Of several columns of authors, that with the most letters: full names beside initials. */
function fullestAuthors(said: readonly SaidValue[]): readonly SaidValue[] {
  const letters = ({ value }: SaidValue) => value.replace(/[^\p{L}]+/gu, '').length
  const authors = said.filter(({ word }) => word === 'authors').sort((a, b) => letters(b) - letters(a))
  return authors.length < 2 ? said : [...authors.slice(0, 1), ...said.filter(({ word }) => word !== 'authors')]
}

export function readStatus(text: string): Status | null {
  return statuses.find(([, words]) => words.test(text.trim()))?.[0] ?? null
}

function readAuthors(value: string, convention: NameConvention | undefined): { fields: EntryFields; isCertain: boolean } {
  const { authors, andOthers, isCertain } = parseAuthorLine(value.replace(/\s*\n\s*/g, ' '), convention)
  return {
    fields: authors.length === 0 ? {} : andOthers ? { authors, andOthers } : { authors },
    isCertain: isCertain || authors.length === 0,
  }
}

function readValue(word: FieldWord, value: string): EntryFields {
  if (value === '') return {}
  switch (word) {
    case 'title':
      return { title: value.replace(/\s+/g, ' ') }
    case 'abstract':
      return { abstract: removeAbstractMarks(value) }
    case 'year': {
      const years = value.match(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/g) ?? []
      return years.length === 0 ? {} : { year: Math.min(...years.map(Number)) }
    }
    case 'venue':
      if (database.test(value)) return {}
      return /\d/.test(value) ? { venue: value, ...readCitationDetails(value) } : { venue: value }
    case 'volume':
    case 'issue':
    case 'pages':
      return { [word]: value }
    case 'entryType': {
      const type = entryTypes.find(([pattern]) => pattern.test(value))?.[1]
      return type === undefined ? {} : { entryType: type }
    }
    default:
      return readIdentifierValue(word, value)
  }
}

function readIdentifierValue(word: FieldWord, value: string): EntryFields {
  if (word === 'arxivId' && /^\S+$/.test(value) && !value.includes(':'))
    return fieldsOfIdentifiers(readIdentifiers(`arXiv:${value}`).identifiers)
  const record = word === 'pmid' ? /^\d{1,8}\b/.exec(value)?.[0] : undefined
  if (record !== undefined) return fieldsOfIdentifiers({ pmid: record })
  if (['doi', 'url', 'arxivId', 'identifier', 'isbn', 'pmid'].includes(word))
    return fieldsOfIdentifiers(readIdentifiers(value, { isBare: true }).identifiers)
  return {}
}

function readReading(said: readonly SaidValue[]): CarriedReading | null {
  const status = readStatus(firstValue(said, 'status'))
  const tags = said.filter(({ word }) => word === 'tags').flatMap(({ value }) => value.split(value.includes(';') ? ';' : /[,|\n]/))
  const notes = said.filter(({ word, value }) => word === 'notes' && value.trim() !== '').map(({ value }) => value.trim())
  const named = [...new Set(tags.map((tag) => tag.trim().replace(/^#/, '')).filter((tag) => tag !== ''))]
  return status === null && named.length === 0 && notes.length === 0 ? null : { status, tags: named, notes }
}

function firstValue(said: readonly SaidValue[], wanted: FieldWord): string {
  return said.find(({ word, value }) => word === wanted && value.trim() !== '')?.value.trim() ?? ''
}
