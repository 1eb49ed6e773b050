import { AppError } from './app-error.ts'
import { formatAuthor, parseAuthors } from './author-names.ts'
import { isCitationKey } from './citation-key.ts'
import type { FieldName, PaperFields } from './fields.ts'

/** The fields that a person may type; `citationKey` is the paper's own, the others are those of `PaperFields`. */
export const editableFields = [
  ...[
    'citationKey',
    'entryType',
    'title',
    'authors',
    'abstract',
    'year',
    'venue',
    'volume',
    'issue',
    'pages',
    'doi',
    'arxivId',
    'url',
  ],
] as const

/** Fields of biblatex's data model that are kept beside the usual ones. */
const extraFields: ReadonlySet<string> = new Set(
  `afterword annotation annotator bookauthor booksubtitle booktitle chapter commentator date edition editor eid eprint eprintclass eprinttype
  eventdate eventtitle file foreword howpublished institution introduction isan isbn ismn isrn issn issuetitle journalsubtitle journaltitle
  langid language location mainsubtitle maintitle note number organization origdate origlanguage origlocation origpublisher origtitle
  pagetotal part protected publisher pubstate series shortauthor shortjournal shorttitle subtitle titleaddon translator type urldate version volumes`.split(
    /\s+/,
  ),
)

/** The edits that a typed value comes to; an empty one empties the field. Throws `bad-arguments` where it cannot be such a value. */
export function parseFieldValue(field: string, text: string): readonly { readonly field: string; readonly value: unknown }[] {
  if (extraFields.has(field)) return [{ field: `extra.${field}`, value: text.replaceAll('\0', '').trim() || null }]
  if (!editableFields.some((name) => name === field)) {
    throw new AppError(
      'bad-arguments',
      `There is no field “${field}”. The fields are ${editableFields.join(', ')}, and those of biblatex, such as publisher and editor.`,
    )
  }
  const typed = text.replaceAll('\0', '').trim()
  if (field === 'authors') {
    const { authors, andOthers } = parseAuthors(typed)
    return [
      { field, value: authors },
      { field: 'andOthers', value: andOthers },
    ]
  }
  if (typed === '' && field !== 'citationKey') return [{ field, value: null }]
  return [{ field, value: parsers[field]?.(typed) ?? typed }]
}

/** A field as it is typed, which `parseFieldValue` reads back: authors one a line. */
export function fieldText(fields: PaperFields, field: Exclude<FieldName, 'andOthers' | 'extra'>): string {
  return field === 'authors' ? authorsText(fields) : (fields[field]?.toString() ?? '')
}

export function authorsText({ authors, andOthers }: Pick<PaperFields, 'authors' | 'andOthers'>): string {
  const names = authors.map((author) => ('literal' in author ? `{${author.literal}}` : formatAuthor(author)))
  return [...names, ...(andOthers ? ['et al.'] : [])].join('\n')
}

const parsers: { readonly [field: string]: (typed: string) => unknown } = {
  citationKey: parseCitationKey,
  entryType: (typed) => typed.toLowerCase(),
  year: parseYear,
  doi: parseDoi,
  arxivId: parseArxivId,
}

function parseCitationKey(typed: string): string {
  if (isCitationKey(typed)) return typed
  throw new AppError('bad-arguments', `“${typed}” cannot be a citation key: use letters, digits and . : _ + / -, without spaces.`)
}

function parseYear(typed: string): number {
  if (/^-?\d{1,4}$/.test(typed)) return Number(typed)
  throw new AppError('bad-arguments', `“${typed}” is not a year: type a number such as 2025.`)
}

/** DOI as of ISO 26324, with or without its resolver; they do not tell case. */
function parseDoi(typed: string): string {
  const doi = typed.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '').toLowerCase()
  if (/^10\.\d{4,9}\/\S+$/.test(doi)) return doi
  throw new AppError('bad-arguments', `“${typed}” is not a DOI: it begins with 10. and has a slash, such as 10.1145/3133956.`)
}

/** arXiv identifiers of both schemes (since 2007, and with an archive before), without version. */
function parseArxivId(typed: string): string {
  const id = typed
    .replace(/^(?:https?:\/\/arxiv\.org\/(?:abs|pdf)\/|arxiv:\s*)/i, '')
    .replace(/(?:\.pdf)?$/i, '')
    .replace(/v\d+$/i, '')
  if (/^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})$/.test(id)) return id
  throw new AppError('bad-arguments', `“${typed}” is not an arXiv identifier: it looks like 2502.19634 or hep-th/9901001.`)
}
