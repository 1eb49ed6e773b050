/**
 * What a bibliography does not say of a paper although it was meant to: it is read as a stranger would, and compared field by field, as
 * plain text; kinds of dash and white space do not count. A field that a format has no place for is a loss too.
 */

import type { Author } from '../../db/model/author.ts'
import { formatAuthor } from '../../db/model/author-names.ts'
import type { SaidRecord } from '../../db/model/draft.ts'
import type { ExportOptions } from '../../db/model/export-formats.ts'
import type { EntryFields } from '../../db/model/fields.ts'
import type { Progress } from '../../db/model/progress.ts'
import { toNfc } from '../../db/model/to-nfc.ts'
import { toPlainText } from './bibtex-text.ts'
import { dateOf, type ExportedPaper, isNamed, readableList, titleOf } from './exported-paper.ts'
import { type PapersInOrder, paperFinder } from './papers-in-order.ts'

export type ExportProblem = { readonly citationKey: string; readonly message: string }

/** A record of the text, which is read when it is asked. */
export type WrittenRecord = {
  /** A shorter look than reading all of it: whether it surely says what was meant. */
  readonly says: (paper: ExportedPaper, options: ExportOptions) => boolean
  readonly read: () => SaidRecord
}

/** The records of the text, each with the place of its paper, in any order. */
export type ReadBack = Iterable<readonly [place: number, record: WrittenRecord]>

const recordsInStep = 500

export function* findLosses(
  papers: PapersInOrder,
  read: ReadBack,
  options: ExportOptions,
): Generator<Progress, readonly ExportProblem[]> {
  const total = papers.keys.length
  const problems: (ExportProblem | undefined)[] = []
  const isThere = new Uint8Array(total)
  const findPaper = paperFinder(papers)
  const note = (place: number, { citationKey }: ExportedPaper, message: string) => {
    problems[place] = { citationKey, message }
  }
  let done = 0
  for (const [place, record] of read) {
    if (done++ % recordsInStep === 0) yield { what: 'Reading the bibliography back', done, total, unit: 'papers' }
    const paper = findPaper(place)
    if (paper === undefined) continue
    isThere[place] = 1
    const lost = record.says(paper, options) ? [] : lostFields(paper, record.read(), options)
    if (lost.length > 0) note(place, paper, `Not everything is there of: ${lost.join(', ')}.`)
  }
  for (let place = isThere.indexOf(0); place >= 0; place = isThere.indexOf(0, place + 1)) {
    const paper = findPaper(place)
    if (paper !== undefined && lostFields(paper, { fields: {} }, options).length > 0)
      note(place, paper, 'The entry cannot be read back.')
  }
  return problems.filter((problem) => problem !== undefined)
}

function lostFields(paper: ExportedPaper, { fields, reading }: SaidRecord, options: ExportOptions): readonly string[] {
  const texts: ReadonlyArray<readonly [name: string, meant: string | null, found: string | undefined]> = [
    ['title', titleOf(paper), titleOf({ title: fields.title ?? null, titleOrigin: null, extra: fields.extra ?? {} })],
    ['venue', paper.venue, fields.venue],
    ['volume', paper.volume, fields.volume],
    ['issue', paper.issue, fields.issue],
    ['pages', paper.pages, fields.pages],
    ['date', dateOf(paper), dateOf({ year: fields.year ?? null, extra: fields.extra ?? {} })],
    ['doi', paper.doi, fields.doi ?? fields.extra?.doi],
    ['arxivId', paper.arxivId, fields.arxivId],
    ['url', paper.url, fields.url],
    ['abstract', options.abstracts ? paper.abstract : null, fields.abstract],
  ]
  const hasAuthors = hasSameNames(paper, fields)
  const tags = reading?.tags ?? []
  const hasTags =
    !options.keywords || paper.tags.every((tag) => tags.includes(tag) || isAmong(comparable(tag), tags.map(comparable)))
  return [
    ...(hasAuthors ? [] : ['authors']),
    ...texts.filter(([, meant, found]) => !isSaid(meant ?? '', found ?? '')).map(([name]) => name),
    ...(hasTags ? [] : ['keywords']),
    ...lostExtra(paper, fields.extra ?? {}),
  ]
}

/** Fields that no bibliography shows: how to sort, label or print, and what refers to other entries or files. */
const instructions =
  /^(?:ids|options|xdata|crossref|xref|entryset|execute|file|gender|groups|indextitle|indexsorttitle|keywords|label.*|langidopts|owner|presort|protected|ref.*|related.*|short.*|sort.*|timestamp|bdsk-.*|date-.*)$/

/** Said with the title, the date and the notes. */
export const saidElsewhere: ReadonlySet<string> = new Set([
  'date',
  'year',
  'month',
  'day',
  'subtitle',
  'note',
  'annotation',
  'entrysubtype',
])

function lostExtra({ extra = {} }: ExportedPaper, found: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(extra).filter((name) => !isExtraSaid(name, extra[name] ?? '', found[name] ?? ''))
}

export function isExtraSaid(name: string, meant: string, found: string): boolean {
  if (meant === found || saidElsewhere.has(name) || instructions.test(name) || comparable(meant) === '') return true
  return isSaid(readableList(meant), readableList(found))
}

function isAmong(tag: string, tags: readonly string[]): boolean {
  return tag === '' || tags.includes(tag)
}

/** Text that looks like markup to Octavo is none to a stranger. */
export function isSaid(meant: string, found: string): boolean {
  if (meant === found) return true
  const plain = comparable(meant)
  return plain === comparable(found) || plain === normalise(found)
}

function comparable(text: string): string {
  return normalise(toPlainText(text))
}

function normalise(text: string): string {
  return toNfc(text)
    .replace(/\s*(?:[‐-―]|--+|-)\s*/gu, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

export function hasSameNames(
  meant: Pick<ExportedPaper, 'authors' | 'andOthers'>,
  { authors = [], andOthers = false }: EntryFields,
): boolean {
  const isSame =
    meant.andOthers === andOthers &&
    meant.authors.length === authors.length &&
    meant.authors.every((author, index) => isSameName(author, authors[index]))
  return isSame || namesOf(meant.authors, meant.andOthers) === namesOf(authors, andOthers)
}

function isSameName(a: Author, b: Author | undefined): boolean {
  if (b === undefined) return false
  return 'literal' in a ? 'literal' in b && a.literal === b.literal : 'family' in b && a.family === b.family && a.given === b.given
}

/** A name of one part may be a person's or a group's; a group with a comma in its name must not become a person. */
function namesOf(authors: readonly Author[], andOthers: boolean): string {
  const names = authors.filter(isNamed).map((author) => {
    const name = comparable(formatAuthor(author))
    return 'literal' in author && name.includes(',') ? `{${name}}` : name
  })
  return [...names, ...(andOthers && names.length > 0 ? ['others'] : [])].join('; ')
}
