/**
 * A shorter look at a record of a written .bib than reading all of it and comparing that: for each field that was meant, the value in
 * its place is read, by what reads it in full too, and is mostly that to the letter. `false` says nothing: the record is unusual.
 */
import { decodeLatex } from '../../../db/model/decode-latex.ts'
import type { ExportOptions } from '../../../db/model/export-formats.ts'
import { typeOfSubtype, venueFieldOf } from '../bibtex-entry-types.ts'
import { dateOf, type ExportedPaper, titleOf } from '../exported-paper.ts'
import { hasSameNames, isExtraSaid, isSaid, saidElsewhere } from '../find-losses.ts'
import { remember } from '../remember.ts'
import { readTags } from './carried-reading.ts'
import { entryTypeOf, fieldKindOf, hasIssues } from './field-names.ts'
import { readDateFields, readExtra, readPages } from './read-fields.ts'
import { findArxivId, readArxivId, readDoi, readVerbatim } from './read-identifiers.ts'
import { splitNames } from './split-names.ts'

/** `latexOf` gives a value in LaTeX by biblatex's name of its field, `''` where there is none. */
export type WrittenValues = { readonly type: string; readonly latexOf: (name: string) => string }

export function saysAsMeant(written: WrittenValues, paper: ExportedPaper, options: ExportOptions): boolean {
  const said = entryTypeOf(written.type)
  const type = typeOfSubtype(said, written.latexOf('entrysubtype')) ?? said
  const venueField = venueFieldOf(type)
  return (
    saysAuthors(written, paper) &&
    saysTitle(written, paper) &&
    saysVenue(written.latexOf(venueField), paper) &&
    saysNumbers(written, paper, hasIssues(type)) &&
    saysDate(written, paper) &&
    saysIdentifiers(written, paper) &&
    saysText(written.latexOf('abstract'), options.abstracts ? paper.abstract : null) &&
    (!options.keywords || saysTags(written, paper)) &&
    saysExtra(written, paper, venueField)
  )
}

/** Most text is what was meant to the letter, and has none of the marks by which LaTeX says something else. */
function saysText(latex: string, meant: string | null): boolean {
  const text = latex.includes('\\') ? latex.replace(escapes, '') : latex
  const isSame = text === (meant ?? '') && !marks.test(text) && !text.includes("''")
  return isSame || isSaid(meant ?? '', decodeLatex(latex))
}

const escapes = /\\(?=[&%#])/g
const marks = /[\\$~`^_*{}]/

function saysAuthors({ latexOf }: WrittenValues, paper: ExportedPaper): boolean {
  const value = latexOf('author')
  return isPlainList(value, paper) || hasSameNames(paper, splitNames(value, decodeLatex))
}

/** Names of plain words, each `Family, Given`, are read as they stand. */
function isPlainList(value: string, { authors, andOthers }: ExportedPaper): boolean {
  if (andOthers || !plainNames.test(value)) return false
  let at = 0
  for (const author of authors) {
    if ('literal' in author || author.given === null) return false
    const comma = value.indexOf(',', at)
    const end = comma + 2 + author.given.length
    if (value.slice(at, comma) !== author.family || value.slice(comma + 2, end) !== author.given) return false
    if (end < value.length && !value.startsWith(and, end)) return false
    at = end + and.length
  }
  return at === value.length + and.length
}

const and = ' and '
const plainNames = /^[A-Z][a-z]+, [B-Z][a-z]*\.?(?: [B-Z][a-z]*\.?)*(?: and [A-Z][a-z]+, [B-Z][a-z]*\.?(?: [B-Z][a-z]*\.?)*)*$/

function saysTitle({ latexOf }: WrittenValues, paper: ExportedPaper): boolean {
  const latex = latexOf('subtitle')
  if (latex === '' && titleOf(paper) === paper.title) return saysText(latexOf('title'), paper.title)
  const title = decodeLatex(latexOf('title'))
  const extra = { subtitle: decodeLatex(latex) }
  return isSaid(titleOf(paper), titleOf({ title: title === '' ? null : title, titleOrigin: null, extra }))
}

/** An address in the place of a venue is one of the work. */
function saysVenue(latex: string, { venue }: ExportedPaper): boolean {
  return !/url|http|arxiv/i.test(latex) && saysText(latex, venue)
}

function saysNumbers({ latexOf }: WrittenValues, { volume, issue, pages }: ExportedPaper, isInIssues: boolean): boolean {
  return (
    saysText(latexOf('volume'), volume) &&
    saysText(isInIssues ? latexOf('number') : '', issue) &&
    latexOf('issue') === '' &&
    isSaid(pages ?? '', readPages(latexOf('pages')))
  )
}

/** Few dates are in a library, and each is read once. */
function saysDate({ latexOf }: WrittenValues, paper: ExportedPaper): boolean {
  const values = `${latexOf('date')}|${latexOf('year')}|${latexOf('month')}|${latexOf('day')}`
  return isSaid(dateOf(paper), readWrittenDate(values))
}

/** Four values, none of which has a bar in it: nothing says that of another number of them. */
const readWrittenDate = remember((values) => {
  const [date = '', year = '', month = '', day = '', ...more] = values.split('|')
  if (more.length > 0) return values
  const latex = { date, year, month, day }
  return dateOf(readDateFields((name) => latex[name].trim() || undefined))
})

/** What names an identifier of arXiv elsewhere is unusual. */
function saysIdentifiers({ latexOf }: WrittenValues, paper: ExportedPaper): boolean {
  const doi = readVerbatim(latexOf('doi'))
  const url = readVerbatim(latexOf('url'))
  const archive = latexOf('eprinttype').trim().toLowerCase()
  const arxivId = archive === '' || archive === 'arxiv' ? readArxivId(readVerbatim(latexOf('eprint'))) : null
  if (arxivId === null && (findArxivId(doi) ?? findArxivId(url)) !== null) return false
  const isDoi = (doi === paper.doi && plainDoi.test(doi)) || isSaid(paper.doi ?? '', readDoi(doi) ?? doi)
  return isDoi && isSaid(paper.url ?? '', url) && isSaid(paper.arxivId ?? '', arxivId ?? '')
}

/** It is read as it stands. */
const plainDoi = /^10\.\d+\/[a-z0-9.]+$/

const readKeywords = remember(readTags)

function saysTags({ latexOf }: WrittenValues, { tags }: ExportedPaper): boolean {
  const said = tags.length === 0 ? [] : readKeywords(latexOf('keywords').trim())
  return tags.every((tag) => said.includes(tag))
}

function saysExtra({ latexOf }: WrittenValues, { extra }: ExportedPaper, venueField: string): boolean {
  return Object.keys(extra).every((name) => {
    if (saidElsewhere.has(name)) return true
    const text = extra[name] ?? ''
    const isOwn = name === venueField || ownFields.has(name)
    const latex = isOwn ? '' : latexOf(name)
    const isPlain = latex === text && words.test(latex) && fieldKindOf(name) !== 'names'
    return isPlain || isExtraSaid(name, text, readExtra(name, latex))
  })
}

/** They are read as they stand, but in lists of names. */
const words = /^(?!and\b)[a-z0-9]+(?: (?!and\b)[a-z0-9]+)*$/i

/** What stands there is no field among the others. */
const ownFields: ReadonlySet<string> = new Set([
  ...['author', 'title', 'volume', 'number', 'issue', 'pages', 'abstract', 'doi', 'url', 'eprint', 'eprinttype'],
  ...['groups', 'readstatus', 'ranking', 'priority', 'relevance', 'qualityassured', 'printed'],
])
