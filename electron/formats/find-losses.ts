/**
 * What a bibliography does not say of a paper although it was meant to: it is read as a stranger would, and compared field by field, as
 * plain text; kinds of dash and white space do not count. A field that a format has no place for is a loss too.
 */

import type { Author } from '../../db/model/author.ts'
import { formatAuthor } from '../../db/model/author-names.ts'
import type { Draft } from '../../db/model/draft.ts'
import type { ExportOptions } from '../../db/model/export-formats.ts'
import { toPlainText } from './bibtex-text.ts'
import { dateOf, type ExportedPaper, isNamed, readableList, titleOf } from './exported-paper.ts'

export type ExportProblem = { readonly citationKey: string; readonly message: string }

/** `read` are the records of the text, in the order of the papers. */
export function findLosses(
  papers: readonly ExportedPaper[],
  read: readonly Draft[],
  options: ExportOptions,
): readonly ExportProblem[] {
  return papers.flatMap((paper, index) => {
    const { citationKey } = paper
    const draft = read[index]
    if (draft === undefined) return [{ citationKey, message: 'The entry cannot be read back.' }]
    const lost = lostFields(paper, draft, options)
    return lost.length === 0 ? [] : [{ citationKey, message: `Not everything is there of: ${lost.join(', ')}.` }]
  })
}

function lostFields(paper: ExportedPaper, { fields, reading }: Draft, options: ExportOptions): readonly string[] {
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
  const hasAuthors = namesOf(paper.authors, paper.andOthers) === namesOf(fields.authors ?? [], fields.andOthers ?? false)
  const tags = new Set(reading?.tags.map(comparable) ?? [])
  const hasTags = !options.keywords || paper.tags.every((tag) => comparable(tag) === '' || tags.has(comparable(tag)))
  return [
    ...(hasAuthors ? [] : ['authors']),
    ...texts.filter(([, meant, found]) => !isSaid(meant ?? '', found ?? '')).map(([name]) => name),
    ...(hasTags ? [] : ['keywords']),
    ...lostExtra(paper, fields.extra ?? {}),
  ]
}

/** Fields that no bibliography shows: how to sort, label or print, and what refers to other entries or files. */
const instructions =
  /^(?:ids|options|xdata|crossref|xref|entryset|execute|file|gender|groups|indextitle|indexsorttitle|keywords|label.*|langidopts|owner|presort|ref.*|related.*|short.*|sort.*|timestamp|bdsk-.*|date-.*)$/

/** Said with the title, the date and the notes. */
const saidElsewhere: ReadonlySet<string> = new Set([
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
  return Object.entries(extra)
    .filter(([name, text]) => !instructions.test(name) && !saidElsewhere.has(name) && comparable(text) !== '')
    .filter(([name, text]) => !isSaid(readableList(text), readableList(found[name] ?? '')))
    .map(([name]) => name)
}

/** Text that looks like markup to Octavo is none to a stranger. */
function isSaid(meant: string, found: string): boolean {
  const plain = comparable(meant)
  return plain === comparable(found) || plain === normalise(found)
}

function comparable(text: string): string {
  return normalise(toPlainText(text))
}

function normalise(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s*(?:[‐-―]|--+|-)\s*/gu, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A name of one part may be a person's or a group's; a group with a comma in its name must not become a person. */
function namesOf(authors: readonly Author[], andOthers: boolean): string {
  const names = authors.filter(isNamed).map((author) => {
    const name = comparable(formatAuthor(author))
    return 'literal' in author && name.includes(',') ? `{${name}}` : name
  })
  return [...names, ...(andOthers && names.length > 0 ? ['others'] : [])].join('; ')
}
