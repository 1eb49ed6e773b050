/**
 * BibTeX (btxdoc, 1988) and biblatex, one exporter for both: the same fields in the same order under each dialect's names.
 * - Text is kept as LaTeX by the printer of inline markup; control characters, line breaks and invisible marks become nothing or a space.
 * - `doi` and `url` are raw, not escaped: biblatex, pandoc and `\url` in BibTeX styles all read them verbatim, and a `\_` or `\%` would
 *   become part of the address. What could break the entry (braces, backslashes, spaces, letters outside ASCII) is percent-encoded.
 * - A provisional title stands in square brackets, the cataloguer's mark for a supplied title.
 * - A tag with a comma or semicolon stands in braces, which biber respects when it takes keywords apart.
 * Entries keep the order of the papers; the same papers give the same bytes.
 */
import type { BibliographyPaper } from '../../db/model/bibliography-paper.ts'
import { isCitationKey } from '../../db/model/citation-key.ts'
import { readArxivId } from './bibtex/read-identifiers.ts'
import { formatDates } from './bibtex-dates.ts'
import { type Dialect, entryFormOf, subtypeOf } from './bibtex-entry-types.ts'
import { type FindKey, formatExtraFields } from './bibtex-extra-fields.ts'
import { formatNames } from './bibtex-names.ts'
import { cleanText, escapeText, formatField, toLatex, toVerbatim } from './bibtex-text.ts'
import { protectCase } from './bibtex-title.ts'
import { remember } from './remember.ts'

export type BibtexOptions = { readonly dialect: Dialect; readonly abstracts: boolean; readonly keywords: boolean }

/** Where the papers stand among others that go into the same file. */
export type Neighbours = {
  /** The place of the paper of a citation key in lower case; few bibliographies ask. */
  readonly placeOf: (key: string) => number | undefined
  /** That of the first paper. */
  readonly from: number
}

export function formatBibtex(
  papers: readonly BibliographyPaper[],
  options: BibtexOptions,
  { placeOf, from }: Neighbours = { placeOf: placeFinder(papers.map(({ citationKey }) => citationKey)), from: 0 },
): string {
  return papers
    .map((paper, index) =>
      formatEntry(paper, options, (key) => {
        const found = placeOf(key.toLowerCase())
        return { isThere: found !== undefined, isLater: found !== undefined && found > from + index }
      }),
    )
    .join('\n')
}

export function placeFinder(keys: readonly string[]): Neighbours['placeOf'] {
  let places: ReadonlyMap<string, number> | null = null
  return (wanted) => {
    places ??= new Map(keys.map((key, place) => [key.toLowerCase(), place]))
    return places.get(wanted)
  }
}

/** Under which field each dialect names the archive of an `eprint`, and what it calls arXiv. */
const archives = {
  bibtex: { field: 'archivePrefix', arxiv: 'arXiv' },
  biblatex: { field: 'eprinttype', arxiv: 'arxiv' },
} as const satisfies { [Name in Dialect]: { readonly field: string; readonly arxiv: string } }

function formatEntry(paper: BibliographyPaper, { dialect, abstracts, keywords }: BibtexOptions, findKey: FindKey): string {
  const { entryType, venueField } = entryFormOf(paper, dialect)
  const subtype = dialect === 'bibtex' && paper.extra.entrysubtype === undefined ? subtypeOf(paper.entryType) : ''
  const taken: string[] = []
  const line = (name: string, value: string) => {
    if (value !== '') taken.push(name)
    return formatField(name, value)
  }
  const usual =
    line('author', formatNames(paper, dialect)) +
    line('title', formatTitle(paper)) +
    line(venueField, toLatex(paper.venue ?? '')) +
    line('volume', toLatex(paper.volume ?? '')) +
    line('number', toLatex(paper.issue ?? paper.extra.number ?? '')) +
    line('pages', formatPages(paper.pages ?? '')) +
    line('entrysubtype', subtype)
  const { eprint, archive } = eprintOf(paper, archives[dialect].arxiv)
  const identifiers =
    line('doi', toVerbatim(paper.doi ?? '')) +
    line('eprint', toVerbatim(eprint)) +
    line(archives[dialect].field, toLatex(archive)) +
    line('url', toVerbatim(paper.url ?? ''))
  const texts =
    line('keywords', keywords ? formatKeywords(paper.tags) : '') + line('abstract', abstracts ? toLatex(paper.abstract ?? '') : '')
  const lines = usual + formatDates(paper, dialect) + identifiers + formatExtraFields(paper, { dialect, taken, findKey }) + texts
  return `@${entryType}{${toKey(paper.citationKey)},\n${lines}}\n`
}

/** An identifier of arXiv, with its version where the source had one; or that of another archive. */
function eprintOf({ arxivId, extra }: BibliographyPaper, arxiv: string): { readonly eprint: string; readonly archive: string } {
  const { eprint = '', eprinttype = '' } = extra
  if (arxivId === null) return { eprint, archive: eprint === '' ? '' : eprinttype }
  return { eprint: readArxivId(eprint) === arxivId ? eprint : arxivId, archive: arxiv }
}

/** The library lets no other key in; should one be there all the same, it must not swallow the entries after it. */
function toKey(key: string): string {
  return isCitationKey(key) ? key : `paper${key.replace(/[^\p{L}\p{M}\p{N}_:.+/-]+/gu, '-')}`
}

function formatTitle({ title, titleOrigin, extra }: BibliographyPaper): string {
  const latex = toLatex(title ?? '')
  if (latex === '') return ''
  return protectCase(titleOrigin === 'provisional' ? `[${latex}]` : latex, extra.protected?.split(' '))
}

/** One dash between two page numbers is a range; a number with dashes of its own, as in `A-1-A-10`, is left alone. */
function formatPages(pages: string): string {
  if (/^\d+(?:–\d+)?$/.test(pages)) return pages.replace('–', '--')
  const ranges = cleanText(pages)
    .split(',')
    .map((range) => range.trim().replace(/^([^\s‐-―-]+) ?[‐-―-]+ ?([^\s‐-―-]+)$/u, '$1--$2'))
  return toLatex(ranges.join(', ')).replaceAll('–', '--')
}

function formatKeywords(tags: readonly string[]): string {
  let keywords = ''
  for (const tag of tags) {
    const keyword = formatKeyword(tag)
    if (keyword !== '') keywords += keywords === '' ? keyword : `, ${keyword}`
  }
  return keywords
}

const formatKeyword = remember((tag) => {
  const keyword = escapeText(cleanText(tag))
  return /[,;]/.test(keyword) ? `{${keyword}}` : keyword
})
