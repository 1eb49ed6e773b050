import type { LintRule } from './lint-rule.ts'

const firstPrintedBook = 1450
const range = /^(\d+)\s*(?:-{1,3}|[‐-―])\s*(\d+)$/u
const doi = /^10\.\d{4,9}\/\S+$/
const arxivId = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})$/
const proceedings = /^(?:the )?(?:\d{4} )?(?:proc(?:eedings)?\b|(?:\S+ ){0,6}(?:conference|workshop|symposium)\b)/i
/** Journals that are called so. */
const journalsOfProceedings =
  /^proc(?:eedings)?\.? (?:of the )?(?:national academy|ieee$|vldb|acm on|royal society|(?:\S+ ){0,3}mathematical society|institut)/i
const journal = /^(?:the )?(?:(?:\S+ ){0,4}journal\b|(?:\S+ ){0,3}transactions on\b|annals of\b|communications of\b)/i
const inProceedings: ReadonlySet<string | null> = new Set(['inproceedings', 'conference', 'incollection', 'proceedings'])

export const missingYear: LintRule = ({ year }) =>
  year === null ? [{ field: 'year', message: 'No year is given.', fix: null }] : []

export const missingAuthors: LintRule = ({ authors }) =>
  authors.length === 0 ? [{ field: 'authors', message: 'No authors are given.', fix: null }] : []

export const provisionalTitle: LintRule = ({ title, titleOrigin }) => {
  if (title === null) return [{ field: 'title', message: 'No title is given.', fix: null }]
  return titleOrigin === 'provisional'
    ? [{ field: 'title', message: 'The title is only proposed from the abstract.', fix: title }]
    : []
}

export const yearRange: LintRule = ({ year }, thisYear) =>
  year !== null && (year < firstPrintedBook || year > thisYear + 1)
    ? [{ field: 'year', message: `The year ${year} cannot be right.`, fix: null }]
    : []

export const pagesWords: LintRule = ({ pages }) => {
  const bare = (pages ?? '').replace(/^(?:pp?\.|pages?\b)\s*/i, '')
  return pages !== null && bare !== pages
    ? [{ field: 'pages', message: `The pages begin with a word: “${pages}”.`, fix: bare }]
    : []
}

/** `112-9` leaves out what both numbers begin with. */
export const pagesOrder: LintRule = ({ pages }) => {
  const [, first = '', last = ''] = range.exec(pages ?? '') ?? []
  if (first === '' || Number(last) >= Number(first)) return []
  const whole = first.slice(0, Math.max(0, first.length - last.length)) + last
  const fix = Number(whole) > Number(first) ? `${first}–${whole}` : null
  return [{ field: 'pages', message: `The last page is before the first: “${pages}”.`, fix }]
}

export const pagesDash: LintRule = ({ pages }) => {
  const [, first = '', last = ''] = /^(\d+)\s*(?:-|--)\s*(\d+)$/.exec(pages ?? '') ?? []
  if (first === '' || Number(last) < Number(first)) return []
  return [{ field: 'pages', message: `A hyphen stands for the range of pages: “${pages}”.`, fix: `${first}–${last}` }]
}

export const journalAsProceedings: LintRule = ({ entryType, venue }) =>
  inProceedings.has(entryType) && venue !== null && (journal.test(venue) || journalsOfProceedings.test(venue))
    ? [{ field: 'entryType', message: `“${venue}” is a journal, but the type is ${entryType}.`, fix: 'article' }]
    : []

export const proceedingsAsJournal: LintRule = ({ entryType, venue }) =>
  entryType === 'article' && venue !== null && proceedings.test(venue) && !journalsOfProceedings.test(venue)
    ? [{ field: 'entryType', message: `“${venue}” are proceedings, but the type is article.`, fix: 'inproceedings' }]
    : []

export const doiMalformed: LintRule = (paper) => {
  if (paper.doi === null || (doi.test(paper.doi) && !/[.,;]$/.test(paper.doi))) return []
  return [{ field: 'doi', message: `“${paper.doi}” is not a DOI.`, fix: findDoi(paper.doi) }]
}

export const arxivMalformed: LintRule = (paper) => {
  if (paper.arxivId === null || arxivId.test(paper.arxivId)) return []
  const [inside = null] = /\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7}/.exec(paper.arxivId) ?? []
  return [{ field: 'arxivId', message: `“${paper.arxivId}” is not an arXiv identifier.`, fix: inside }]
}

export const urlMalformed: LintRule = ({ url }) => {
  if (url === null || /^(?:https?|ftp):\/\/[^\s/]+\.\S+$/i.test(url)) return []
  const isBare = /^(?:[a-z\d-]+\.)+[a-z]{2,}(?:\/\S*)?$/i.test(url)
  return [{ field: 'url', message: `“${url}” is not an address of the web.`, fix: isBare ? `https://${url}` : null }]
}

export const doiInUrl: LintRule = ({ doi: known, url }) => {
  const found = /^https?:\/\/(?:dx\.)?doi\.org\//i.test(url ?? '') ? findDoi(url ?? '') : null
  if (found === null) return []
  if (known === null) return [{ field: 'doi', message: 'The DOI is given as an address only.', fix: found }]
  return known === found ? [{ field: 'url', message: 'The address only says the DOI again.', fix: '' }] : []
}

function findDoi(text: string): string | null {
  const [found] = /10\.\d{4,9}\/\S{1,300}/.exec(text) ?? []
  return found?.replace(/[.,;)\]}>"']+$/, '').toLowerCase() ?? null
}
