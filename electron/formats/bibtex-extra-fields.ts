/**
 * The fields beside the usual ones, which came in with a .bib and go out again, in the order of their names: BibTeX's own name where it
 * has one. A field that refers to other entries keeps those that are exported too; BibTeX wants the entry of a `crossref` after
 * the one that refers to it.
 */
import type { BibliographyPaper } from '../../db/model/bibliography-paper.ts'
import { fieldKindOf } from './bibtex/field-names.ts'
import { splitList, splitNames } from './bibtex/split-names.ts'
import type { Dialect } from './bibtex-entry-types.ts'
import { formatNames } from './bibtex-names.ts'
import { cleanText, fieldLine, hasBalancedBraces, toLatex } from './bibtex-text.ts'
import { protectCase } from './bibtex-title.ts'
import { remember } from './remember.ts'

/** Whether an entry with this key stands in the file, and behind the one asked for. */
export type FindKey = (key: string) => { readonly isThere: boolean; readonly isLater: boolean }

/** `taken` are names of fields that are written. */
type Extra = { readonly dialect: Dialect; readonly taken: readonly string[]; readonly findKey: FindKey }

/** Written elsewhere: with the title, the date, the number and the identifiers. */
const writtenElsewhere: ReadonlySet<string> = new Set([
  ...['date', 'year', 'month', 'day', 'number', 'eprint', 'eprinttype', 'protected'],
])

/** Their lines. A value that is empty keeps an inherited one away, and is written. */
export function formatExtraFields(paper: BibliographyPaper, { dialect, taken, findKey }: Extra): string {
  let lines = ''
  for (const name of Object.keys(paper.extra)) {
    const text = paper.extra[name] ?? ''
    const ownName = dialect === 'bibtex' ? bibtexName(name, paper) : name
    if (!isWrittenHere(name) || taken.includes(ownName)) continue
    const value = formatValue(name, text, { dialect, findKey })
    if (value !== '' || text === '') lines += fieldLine(ownName, value)
  }
  return lines
}

const isWrittenHere = remember((name) => !writtenElsewhere.has(name) && /^[^\s"#%'(),={}\d\\][^\s"#%'(),={}\\]*$/.test(name))

const bibtexNames: ReadonlyMap<string, string> = new Map([
  ['annotation', 'annote'],
  ['eprintclass', 'primaryClass'],
  ['journaltitle', 'journal'],
  ['location', 'address'],
  ['sortkey', 'key'],
])

function bibtexName(name: string, { extra }: BibliographyPaper): string {
  const known = bibtexNames.get(name)
  return known === undefined || Object.hasOwn(extra, known) ? name : known
}

function formatValue(name: string, text: string, { dialect, findKey }: Omit<Extra, 'taken'>): string {
  if (name === 'annotation')
    return text
      .split(/\n\s*\n/)
      .map(toLatex)
      .join('\n\n')
  if (/^(?:crossref|xref|related|entryset)$/.test(name)) return formatReferences(name, text, { dialect, findKey })
  switch (fieldKindOf(name)) {
    case 'names':
      return formatNames(splitNames(text, withoutBraces), dialect)
    case 'list':
      return formatList(text)
    case 'verbatim':
      return toRaw(text)
    case 'text':
      return /title(?:addon)?$/.test(name) && !name.includes('sort') ? protectCase(toLatex(text)) : toLatex(text)
  }
}

function formatReferences(name: string, text: string, { dialect, findKey }: Omit<Extra, 'taken'>): string {
  const keys = text.split(',').map((key) => key.trim())
  const needsOrder = name === 'crossref' && dialect === 'bibtex'
  return toRaw(keys.filter((key) => findKey(key)[needsOrder ? 'isLater' : 'isThere']).join(','))
}

const formatList = remember((text) => splitList(text).map(formatItem).join(' and '))

function formatItem(item: string): string {
  const text = withoutBraces(item)
  return / and /i.test(text) ? `{${toLatex(text)}}` : toLatex(text)
}

function withoutBraces(part: string): string {
  return part.replace(/[{}]/g, '').trim()
}

/** A value that is read verbatim. */
function toRaw(text: string): string {
  const raw = cleanText(text)
  return hasBalancedBraces(raw) ? raw : raw.replace(/[{}]/g, '')
}
