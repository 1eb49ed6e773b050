/**
 * Our reading of a .bib beside that of @retorquere/bibtex-parser, field by field. What differs is put into the first class whose rule
 * explains it; the reasons say who is right. What no rule explains is counted as ours, wrong.
 */
import { parse } from '@retorquere/bibtex-parser'
import type { Draft } from '../../db/model/draft.ts'
import { printSearchText, readInlineMarkup } from '../../db/model/inline-markup.ts'
import { fieldNameOf } from '../../electron/formats/bibtex/field-names.ts'
import { parseBibtex } from '../../electron/formats/bibtex/parse-bibtex.ts'
import { venueFieldOf } from '../../electron/formats/bibtex-entry-types.ts'
import { splitLines } from '../../electron/formats/decode-text.ts'

export type Disagreement = { readonly key: string; readonly field: string; readonly ours: string; readonly theirs: string }

export type Comparison = {
  readonly fields: number
  readonly classes: ReadonlyMap<string, readonly Disagreement[]>
  /** What no class explains. */
  readonly unexplained: readonly Disagreement[]
}

type Class = { readonly reason: string; readonly explains: (found: Disagreement, file: File) => boolean }

type File = { readonly source: string }

/** In the order of asking. */
const classes: readonly Class[] = [
  {
    reason:
      'They leave a command as it is that biblatex and LaTeX define (\\TeX, \\hyphen, \\autocap, \\protect); we write it out.',
    explains: ({ theirs }) =>
      /\\(?:TeX|LaTeX|hyphen|autocap|protect|arabic|switchargs|printfirst|singleletter|noopsort)/.test(theirs),
  },
  {
    reason: 'They keep the brackets of a command that the preamble defines, or lose its arguments; we write it out.',
    explains: ({ theirs }, { source }) => source.includes('\\newcommand') && theirs.includes('['),
  },
  {
    reason: 'A field left empty keeps the inherited one away in BibTeX and biber; they inherit it.',
    explains: ({ ours, key, field }, { source }) =>
      ours === '' && new RegExp(`\\{${key},[^@]*?\\b${field}\\s*=\\s*(?:""|\\{\\})`, 'i').test(source),
  },
  {
    reason:
      'Where the parent has a booktitle of its own, as BibTeX wants it, that is the booktitle; they take the title all the same.',
    explains: ({ field, key }, { source }) => field === 'booktitle' && new RegExp(`\\{${key},\\s*crossref`, 'i').test(source),
  },
  {
    reason: 'They lose the spaces and operators of a formula; we keep its TeX.',
    explains: ({ ours, theirs }) => /\$.*\$/.test(ours) && withoutSpace(ours) === withoutSpace(theirs),
  },
  {
    reason: 'A command that refers to another entry: they print the key, we keep the command.',
    explains: ({ ours, theirs }) => comparable(ours.replace(/\\cite\{([^{}]*)\}/g, '$1')) === comparable(theirs),
  },
  {
    reason: 'Quotation marks of csquotes: they set an HTML element or other marks, we set “…”.',
    explains: ({ ours, theirs }) => ours.includes('“') && withoutQuotes(ours) === withoutQuotes(theirs),
  },
  {
    reason: 'A field that biblatex (a date) or BibTeX (any) inherits from the entry of a crossref, and they do not.',
    explains: ({ theirs, key }, { source }) => theirs === '' && new RegExp(`\\{${key},\\s*(?:[^@]*?)crossref`, 'i').test(source),
  },
  {
    reason: 'A month beside a year: we keep one date, they keep the month (left out here).',
    explains: ({ field, theirs }) => field === 'date' && theirs === '',
  },
]

export function compareWithOracle(source: string): Comparison {
  const oracle = new Map(parse(source, { sentenceCase: false } as never).entries.map((entry) => [entry.key, entry]))
  const found = new Map<string, Disagreement[]>()
  const unexplained: Disagreement[] = []
  let fields = 0
  for (const draft of parseBibtex(splitLines(source)).drafts) {
    const ours = ourFields(draft)
    const theirs = theirFields(oracle.get(draft.citationKey ?? '')?.fields ?? {})
    for (const field of new Set([...ours.keys(), ...theirs.keys()])) {
      fields++
      const disagreement = { key: draft.citationKey ?? '', field, ours: ours.get(field) ?? '', theirs: theirs.get(field) ?? '' }
      if (comparable(disagreement.ours) === comparable(disagreement.theirs)) continue
      const known = classes.find(({ explains }) => explains(disagreement, { source }))
      if (known === undefined) unexplained.push(disagreement)
      else found.set(known.reason, [...(found.get(known.reason) ?? []), disagreement])
    }
  }
  return { fields, classes: found, unexplained }
}

/** Under biblatex's names. */
function ourFields({ fields, reading }: Draft): ReadonlyMap<string, string> {
  const {
    entryType = '',
    title,
    authors = [],
    andOthers,
    abstract,
    year,
    venue,
    volume,
    issue,
    pages,
    doi,
    arxivId,
    url,
    extra: { protected: _protected, ...extra } = {},
  } = fields
  const names = authors.map((author) =>
    'literal' in author ? author.literal : [author.family, author.given].filter(Boolean).join(', '),
  )
  const named: Record<string, string | undefined> = {
    ...extra,
    author: [...names, ...(andOthers ? ['others'] : [])].join(' and '),
    title,
    abstract,
    year: extra.year ?? year?.toString(),
    [venueFieldOf(entryType)]: venue,
    volume,
    number: issue ?? extra.number,
    pages,
    doi,
    eprint: extra.eprint ?? arxivId,
    eprinttype: arxivId === undefined ? extra.eprinttype : 'arxiv',
    url,
    keywords: reading?.tags.join(', '),
  }
  return new Map(Object.entries(named).filter((entry): entry is [string, string] => (entry[1] ?? '') !== ''))
}

type OracleName = {
  readonly lastName?: string
  readonly firstName?: string
  readonly prefix?: string
  readonly suffix?: string
  readonly name?: string
}

function theirFields(fields: object): ReadonlyMap<string, string> {
  const named = new Map<string, string>()
  for (const [name, value] of Object.entries(fields)) named.set(fieldNameOf(name), theirText(name, value))
  const date = named.get('date')
  const year = /^-?\d{4}/.exec(date ?? '')?.[0]
  if (year !== undefined && !named.has('year')) named.set('year', String(Number(year)))
  if (date === year) named.delete('date')
  if (named.has('month')) named.delete('month')
  return named
}

function theirText(name: string, value: unknown): string {
  if (!Array.isArray(value)) return String(value)
  const items = value.map((item: string | OracleName) => (typeof item === 'string' ? item : nameText(item)))
  return items.join(name === 'keywords' ? ', ' : ' and ')
}

function nameText({ lastName = '', firstName = '', prefix = '', suffix = '', name }: OracleName): string {
  if (name !== undefined) return name
  const family = [prefix, lastName].filter((part) => part !== '').join(' ')
  return [family, firstName, suffix].filter((part) => part !== '').join(', ')
}

function withoutSpace(text: string): string {
  return text.replace(/[\s$]/g, '')
}

function withoutQuotes(text: string): string {
  return comparable(text.replace(/<\/?q>|\*\[?|\]/g, '')).replace(/['"]/g, '')
}

/** Without markup of either side, and without what is one character to a reader. */
function comparable(text: string): string {
  const bare = text.replace(/<\/?(?:i|b|sup|sub|span|code|em|strong)(?: [^<>]*)?>/g, '')
  return printSearchText(readInlineMarkup(bare))
    .replace(/[\u200b{}]/g, '')
    .replace(/[–—‐-]+/g, '-')
    .replace(/[“”"„]|''|``/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[\s\u00a0]+/g, ' ')
    .toLowerCase()
    .trim()
}
