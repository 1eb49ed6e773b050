/**
 * One record's fields, in order of these steps: type, names, title and abstract, venue, numbers, date, identifiers, and all that is
 * left as `extra`, under biblatex's names. Each step takes the fields that it understands; the exporter writes them back under the
 * names that the type has for them, so that nothing changes by going out and in again.
 */

import { decodeLatex } from '../../../db/model/decode-latex.ts'
import type { EntryFields, Fields } from '../../../db/model/fields.ts'
import { typeOfSubtype, venueFieldOf } from '../bibtex-entry-types.ts'
import { tidyPageRanges } from '../page-ranges.ts'
import { entryTypeOf, fieldKindOf, hasIssues } from './field-names.ts'
import { journalOfMacro } from './journal-macros.ts'
import { findProtectedWords } from './protected-words.ts'
import { type Dated, readDate, tidyDate } from './read-date.ts'
import { findArxivId, isDoiAddress, readArxivId, readDoi, readVerbatim, withoutArchive } from './read-identifiers.ts'
import { type NameList, printList, printNames, splitList, splitNames } from './split-names.ts'

type Mutable = { -readonly [Name in keyof Fields]?: Fields[Name] }

/** `origins` tells for each value read (`year`, `extra.date`) the field that it came from. */
export type ReadFields = {
  readonly fields: EntryFields
  readonly origins: ReadonlyMap<string, string>
  readonly hasUncertainAuthors: boolean
}

type Taking = {
  readonly fields: Mutable
  readonly extra: Map<string, string>
  readonly origins: Map<string, string>
  /** Values in LaTeX, under biblatex's names; what was read is gone. */
  readonly left: Map<string, string>
}

/** `left` are the values in LaTeX, under biblatex's names; they are taken out of it. */
export function readFields(type: string, left: Map<string, string>): ReadFields {
  const emptied: string[] = []
  for (const [name, value] of left) {
    if (value !== '' && value.trim() !== '') continue
    emptied.push(name)
    left.delete(name)
  }
  const isHeir = left.has('crossref')
  const entryType = entryTypeOf(type)
  const whole = typeOfSubtype(entryType, left.get('entrysubtype') ?? '')
  if (whole !== null) left.delete('entrysubtype')
  const taking: Taking = { fields: { entryType: whole ?? entryType }, extra: new Map(), origins: new Map(), left }
  const names = takeAuthors(taking)
  takeTitle(taking)
  takeText(taking, 'abstract', 'abstract')
  if (!left.has('url')) takeAddressInWords(taking)
  takeVenue(taking)
  takeNumbers(taking)
  takeDate(taking)
  takeIdentifiers(taking)
  takeExtra(taking)
  if (isHeir && emptied.length > 0) keepEmptied(taking, emptied)
  return { fields: taking.fields, origins: taking.origins, hasUncertainAuthors: names?.isCertain === false }
}

function take({ left }: Taking, name: string): string | undefined {
  const value = left.get(name)
  left.delete(name)
  return value
}

function set<Name extends keyof Fields>(
  taking: Taking,
  name: Name,
  { value, from }: { readonly value: Fields[Name]; readonly from: string },
): void {
  taking.fields[name] = value
  taking.origins.set(name, from)
}

function takeAuthors(taking: Taking): NameList | null {
  const value = take(taking, 'author')
  if (value === undefined) return null
  const names = splitNames(value, decodeLatex)
  if (names.authors.length > 0) set(taking, 'authors', { value: names.authors, from: 'author' })
  if (names.andOthers) set(taking, 'andOthers', { value: true, from: 'author' })
  return names
}

function takeText(taking: Taking, name: 'title' | 'abstract' | 'venue' | 'volume' | 'issue' | 'pages', from: string): void {
  const text = decodeLatex(take(taking, from) ?? '')
  if (text !== '') set(taking, name, { value: text, from })
}

function takeTitle(taking: Taking): void {
  const latex = taking.left.get('title') ?? ''
  takeText(taking, 'title', 'title')
  const words = latex.includes('{') ? findProtectedWords(latex, taking.fields.title ?? '') : []
  if (words.length === 0) return
  taking.extra.set('protected', words.join(' '))
  taking.origins.set('extra.protected', 'title')
}

/** BibTeX has no field for an address: its users write `Available at \url{…}`. What says more than the address stays. */
function takeAddressInWords(taking: Taking): void {
  for (const from of ['howpublished', 'note']) {
    const value = taking.left.get(from)
    const [whole = '', address] = value?.includes('\\') === true ? (addressInWords.exec(value) ?? []) : []
    if (value === undefined || address === undefined) continue
    set(taking, 'url', { value: readVerbatim(address), from })
    if (value.replace(whole, '').replace(/[\s{}.]/g, '') === '' && whole.includes('\\url')) taking.left.delete(from)
    return
  }
}

const addressInWords =
  /(?:\b(?:(?:available )?(?:online )?(?:at|from)|online|url|website)\b[:,]? *)?\\(?:url|href)\{((?:[^{}\\]|\\.)+)\}/i

/** Where it appeared: the field that the type has for it. An address there is the work's own. */
function takeVenue(taking: Taking): void {
  const field = venueFieldOf(taking.fields.entryType ?? '')
  const value = taking.left.get(field)
  const address =
    value === undefined || !/url|http/.test(value) ? null : /^\{?\\url\{([^{}]*)\}\}?$|^(https?:\/\/\S+)$/.exec(value.trim())
  if (address !== null && value !== undefined) {
    if (taking.left.has('url') || taking.fields.url !== undefined) return
    taking.left.delete(field)
    set(taking, 'url', { value: readVerbatim(value), from: field })
    return
  }
  const journal = value?.includes('\\') === true ? journalOfMacro(value) : null
  if (journal === null) takeText(taking, 'venue', field)
  else if (taking.left.delete(field)) set(taking, 'venue', { value: journal, from: field })
}

function takeNumbers(taking: Taking): void {
  takeText(taking, 'volume', 'volume')
  const isArticle = hasIssues(taking.fields.entryType ?? '')
  if (isArticle) takeText(taking, 'issue', 'number')
  if (isArticle && taking.fields.issue === undefined && /^\s*\d/.test(taking.left.get('issue') ?? ''))
    takeText(taking, 'issue', 'issue')
  const pages = readPages(take(taking, 'pages') ?? '')
  if (pages !== '') set(taking, 'pages', { value: pages, from: 'pages' })
}

export function readPages(latex: string): string {
  return /^\d+(?:--\d+)?$/.test(latex) ? latex.replace('--', '–') : tidyPageRanges(decodeLatex(latex))
}

function takeDate(taking: Taking): void {
  const from = taking.left.has('date') ? 'date' : 'year'
  const { year, extra } = readDateFields((name) => take(taking, name))
  if (year !== null) set(taking, 'year', { value: year, from })
  for (const [name, value] of Object.entries(extra)) {
    taking.extra.set(name, value)
    taking.origins.set(`extra.${name}`, name === 'date' ? from : name)
  }
}

/** `latexOf` gives the value of a field in LaTeX, if there is one. */
export function readDateFields(latexOf: (name: 'date' | 'year' | 'month' | 'day') => string | undefined): Dated {
  const text = (name: 'year' | 'month' | 'day') => {
    const value = latexOf(name)
    return value === undefined ? undefined : decodeLatex(value).replaceAll('\u00a0', ' ').replaceAll('–', '-')
  }
  const date = latexOf('date')
  return readDate({
    date: date === undefined ? undefined : tidyDate(readVerbatim(date)),
    year: text('year'),
    month: text('month'),
    day: text('day'),
  })
}

function takeIdentifiers(taking: Taking): void {
  const doi = readDoi(readVerbatim(taking.left.get('doi') ?? ''))
  if (doi !== null) {
    set(taking, 'doi', { value: doi, from: 'doi' })
    taking.left.delete('doi')
  } else if (taking.left.get('eprinttype')?.trim().toLowerCase() === 'doi') takeDoiOfEprint(taking)
  const url = take(taking, 'url')
  if (url !== undefined) set(taking, 'url', { value: readVerbatim(url), from: 'url' })
  if (taking.fields.doi === undefined && !taking.left.has('doi')) takeDoiOfAddress(taking)
  takeArxivId(taking)
}

function takeDoiOfEprint(taking: Taking): void {
  const doi = readDoi(readVerbatim(taking.left.get('eprint') ?? ''))
  if (doi === null || taking.left.has('doi')) return
  set(taking, 'doi', { value: doi, from: 'eprint' })
  for (const name of ['eprint', 'eprinttype']) taking.left.delete(name)
}

/** An address of the resolver names a DOI. */
function takeDoiOfAddress(taking: Taking): void {
  const address = taking.fields.url ?? ''
  const doi = isDoiAddress(address) ? readDoi(address) : null
  if (doi !== null) set(taking, 'doi', { value: doi, from: taking.origins.get('url') ?? 'url' })
}

/** Where the identifier says more than the paper keeps of it, a version, it stays beside. */
function takeArxivId(taking: Taking): void {
  const { left, fields } = taking
  takeEprint(left)
  const eprint = readVerbatim(left.get('eprint') ?? '')
  const archive = left.get('eprinttype')?.trim().toLowerCase()
  const id = archive === undefined || archive === 'arxiv' ? readArxivId(eprint) : null
  if (id !== null) {
    set(taking, 'arxivId', { value: id, from: 'eprint' })
    left.delete('eprinttype')
    const versioned = withoutArchive(eprint)
    if (id === versioned) left.delete('eprint')
    else left.set('eprint', versioned)
    return
  }
  const places = fields.venue === 'CoRR' ? (['venue', 'doi', 'url', 'volume'] as const) : (['venue', 'doi', 'url'] as const)
  const name = left.has('eprint') ? undefined : places.find((known) => findArxivId(fields[known] ?? '') !== null)
  const found = name === undefined ? null : findArxivId(fields[name] ?? '')
  if (name !== undefined && found !== null) set(taking, 'arxivId', { value: found, from: taking.origins.get(name) ?? name })
}

/** Mendeley has a field of its own for the number, often beside the usual one. */
function takeEprint(left: Map<string, string>): void {
  if (!left.has('arxivid') && !left.has('arxiv')) return
  for (const name of ['arxivid', 'arxiv']) {
    const value = readVerbatim(left.get(name) ?? '')
    const isNews = !left.has('eprint') && readArxivId(value) !== null
    if (isNews) left.set('eprint', value)
    if (value !== '' && value === readVerbatim(left.get('eprint') ?? '')) left.delete(name)
  }
}

function takeExtra(taking: Taking): void {
  for (const [name, value] of taking.left) {
    const text = readExtra(name, value)
    if (text === '') continue
    taking.extra.set(name, text)
    taking.origins.set(`extra.${name}`, name)
  }
  if (taking.extra.size > 0) taking.fields.extra = sorted(taking.extra)
}

/** An empty field keeps that of the entry referred to away, also when the record goes out again. */
function keepEmptied(taking: Taking, emptied: readonly string[]): void {
  taking.fields.extra = sorted(new Map([...emptied.map((name) => [name, ''] as const), ...taking.extra]))
}

function sorted(extra: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  return Object.fromEntries([...extra].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A value as the library keeps it; names and lists in the syntax of BibTeX, between ` and `. */
export function readExtra(name: string, value: string): string {
  switch (fieldKindOf(name)) {
    case 'names':
      return printNames(splitNames(value, decodeLatex))
    case 'list':
      return printList(splitList(value).map(decodeLatex))
    case 'verbatim':
      return name.endsWith('date') ? tidyDate(readVerbatim(value)) : readVerbatim(value)
    case 'text':
      return decodeLatex(value)
  }
}
