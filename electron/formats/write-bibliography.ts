/** Papers as a bibliography: put in order, written, read back and compared with what was meant. */
import type { ParsedSource } from '../../db/model/draft.ts'
import type { ExportFormatId, ExportOptions, ExportOrder } from '../../db/model/export-formats.ts'
import { readBackBibtex } from './bibtex/parse-bibtex.ts'
import type { Dialect } from './bibtex-entry-types.ts'
import { escapeLetters } from './bibtex-escapes.ts'
import { formatCslJson } from './csl/format-csl-json.ts'
import { readCslJson } from './csl/read-csl-json.ts'
import { splitLines } from './decode-text.ts'
import type { ExportedPaper } from './exported-paper.ts'
import { type ExportProblem, findLosses, type ReadBack, type WrittenRecord } from './find-losses.ts'
import { formatBibtex } from './format-bibtex.ts'
import { formatMarkdown } from './format-markdown.ts'
import { formatHayagriva } from './hayagriva/format-hayagriva.ts'
import { formatRis } from './ris/format-ris.ts'
import { readRis } from './ris/read-ris.ts'

export type BibliographyRequest = ExportOptions & { readonly format: ExportFormatId; readonly order: ExportOrder }

/** `problems` name the papers of which not everything is in the text. */
export type WrittenBibliography = { readonly text: string; readonly problems: readonly ExportProblem[] }

type Writer = {
  readonly write: (papers: readonly ExportedPaper[], options: ExportOptions) => string
  /** Null for a format that Octavo does not read: what it holds cannot be compared. */
  readonly read: ((text: string) => ReadBack) | null
}

const writers: { readonly [Id in ExportFormatId]: Writer } = {
  bibtex: {
    write: (papers, options) => writeBibtex(papers, options, 'bibtex'),
    read: readBackBibtex,
  },
  biblatex: {
    write: (papers, options) => writeBibtex(papers, options, 'biblatex'),
    read: readBackBibtex,
  },
  'csl-json': { write: formatCslJson, read: (text) => recordsOf(readCslJson(splitLines(text))) },
  ris: { write: formatRis, read: (text) => recordsOf(readRis(splitLines(text))) },
  hayagriva: { write: formatHayagriva, read: null },
  markdown: { write: formatMarkdown, read: null },
}

export function writeBibliography(
  papers: readonly ExportedPaper[],
  { format, order, ...options }: BibliographyRequest,
): WrittenBibliography {
  const ordered = inOrder(papers, order)
  const { write, read } = writers[format]
  const text = write(ordered, options)
  return { text, problems: read === null ? [] : findLosses(ordered, read(text), options) }
}

export function inOrder<Cited extends Pick<ExportedPaper, 'citationKey'>>(
  papers: readonly Cited[],
  order: ExportOrder,
): readonly Cited[] {
  return order === 'key' ? papers.toSorted(byKey) : papers
}

function* recordsOf({ drafts }: Pick<ParsedSource, 'drafts'>): Generator<readonly [place: number, record: WrittenRecord]> {
  for (const [place, draft] of drafts.entries()) yield [place, { says: () => false, read: () => draft }]
}

function byKey(a: Pick<ExportedPaper, 'citationKey'>, b: Pick<ExportedPaper, 'citationKey'>): number {
  const [left, right] = [a.citationKey.toLowerCase(), b.citationKey.toLowerCase()]
  return left < right ? -1 : left > right ? 1 : 0
}

function writeBibtex(papers: readonly ExportedPaper[], options: ExportOptions, dialect: Dialect): string {
  const meant = papers.map(withNotes(options)).map(withFiles(options))
  const text = formatBibtex(meant, { ...options, dialect })
  return options.escapes === true ? escapeLetters(text) : text
}

/** BibTeX styles print notes of a reader from a field. */
function withNotes({ notes }: ExportOptions): (paper: ExportedPaper) => ExportedPaper {
  return (paper) =>
    notes && paper.notes.length > 0
      ? { ...paper, extra: { ...paper.extra, annotation: paper.notes.map(({ text }) => text).join('\n\n') } }
      : paper
}

/** JabRef, Zotero and Mendeley note in a field where the files of a paper are. */
function withFiles({ files = true }: ExportOptions): (paper: ExportedPaper) => ExportedPaper {
  return (paper) => {
    if (files || paper.extra.file === undefined) return paper
    const { file: _, ...extra } = paper.extra
    return { ...paper, extra }
  }
}
