/** Papers as a bibliography: put in order, written, read back and compared with what was meant. */
import type { ExportFormatId, ExportOptions, ExportOrder } from '../../db/model/export-formats.ts'
import type { Progress } from '../../db/model/progress.ts'
import { readBackBibtex } from './bibtex/parse-bibtex.ts'
import type { Dialect } from './bibtex-entry-types.ts'
import { escapeLetters } from './bibtex-escapes.ts'
import { writeCslJson } from './csl/format-csl-json.ts'
import { readBackCslJson } from './csl/read-csl-json.ts'
import type { ExportedPaper } from './exported-paper.ts'
import { type ExportProblem, findLosses, type ReadBack } from './find-losses.ts'
import { formatBibtex, placeFinder } from './format-bibtex.ts'
import { writeMarkdown } from './format-markdown.ts'
import { formatHayagriva } from './hayagriva/format-hayagriva.ts'
import { batchesOf, type PapersInOrder, papersAtOnce } from './papers-in-order.ts'
import { formatRis } from './ris/format-ris.ts'
import { readBackRis } from './ris/read-ris.ts'

export type BibliographyRequest = ExportOptions & { readonly format: ExportFormatId; readonly order: ExportOrder }

/** `problems` name the papers of which not everything is in the text. */
export type WrittenBibliography = { readonly text: string; readonly problems: readonly ExportProblem[] }

type Batches = Iterable<readonly ExportedPaper[]>

type Writer = {
  /** In pieces, about one for each batch. */
  readonly write: (batches: Batches, options: ExportOptions, keys: PapersInOrder['keys']) => Iterable<string>
  /** Null for a format that Octavo does not read: what it holds cannot be compared. */
  readonly read: ((text: string) => ReadBack) | null
}

const writers: { readonly [Id in ExportFormatId]: Writer } = {
  bibtex: { write: (batches, options, keys) => writeBibtex(batches, options, { dialect: 'bibtex', keys }), read: readBackBibtex },
  biblatex: {
    write: (batches, options, keys) => writeBibtex(batches, options, { dialect: 'biblatex', keys }),
    read: readBackBibtex,
  },
  'csl-json': { write: writeCslJson, read: readBackCslJson },
  ris: { write: (batches, options) => joinBatches(batches, '\r\n', (papers) => formatRis(papers, options)), read: readBackRis },
  hayagriva: {
    write: (batches, options) => joinBatches(batches, '\n', (papers) => formatHayagriva(papers, options)),
    read: null,
  },
  markdown: { write: writeMarkdown, read: null },
}

export function writeBibliography(papers: readonly ExportedPaper[], request: BibliographyRequest): WrittenBibliography {
  const ordered = inOrder(papers, request.order)
  const keys = ordered.map(({ citationKey }) => citationKey)
  const steps = writeInSteps({ keys, read: (from, to) => ordered.slice(from, to) }, request)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

/** As `writeBibliography`; some papers are held at a time, and each is read twice: to be written, and to be compared. */
export function* writeInSteps(
  papers: PapersInOrder,
  { format, ...options }: Omit<BibliographyRequest, 'order'>,
): Generator<Progress, WrittenBibliography> {
  const { write, read } = writers[format]
  const total = papers.keys.length
  const pieces: string[] = []
  for (const piece of write(batchesOf(papers), options, papers.keys)) {
    pieces.push(piece)
    yield { what: 'Writing the bibliography', done: Math.min(pieces.length * papersAtOnce, total), total, unit: 'papers' }
  }
  const text = pieces.join('')
  pieces.length = 0
  return { text, problems: read === null ? [] : yield* findLosses(papers, read(text), options) }
}

export function inOrder<Cited extends Pick<ExportedPaper, 'citationKey'>>(
  papers: readonly Cited[],
  order: ExportOrder,
): readonly Cited[] {
  return order === 'key' ? papers.toSorted(byKey) : papers
}

function byKey(a: Pick<ExportedPaper, 'citationKey'>, b: Pick<ExportedPaper, 'citationKey'>): number {
  const [left, right] = [a.citationKey.toLowerCase(), b.citationKey.toLowerCase()]
  return left < right ? -1 : left > right ? 1 : 0
}

function* writeBibtex(
  batches: Batches,
  options: ExportOptions,
  { dialect, keys }: { readonly dialect: Dialect; readonly keys: PapersInOrder['keys'] },
): Generator<string> {
  const placeOf = placeFinder(keys)
  let from = 0
  yield* joinBatches(batches, '\n', (papers) => {
    const meant = papers.map(withNotes(options)).map(withFiles(options))
    const text = formatBibtex(meant, { ...options, dialect }, { placeOf, from })
    from += papers.length
    return options.escapes === true ? escapeLetters(text) : text
  })
}

function* joinBatches(
  batches: Batches,
  separator: string,
  format: (papers: readonly ExportedPaper[]) => string,
): Generator<string> {
  let before = ''
  for (const papers of batches) {
    yield before + format(papers)
    before = separator
  }
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
