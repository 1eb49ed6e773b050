/**
 * References and citations as a style of CSL 1.0.2 has them, by citeproc-js, which reads what the writer of CSL JSON writes. The
 * processor, the style and its locale come from outside. Its HTML is the one output: the text is that without its tags.
 */
import type { Progress } from '../../../db/model/progress.ts'
import type { FormattedText } from '../../../db/model/reference-styles.ts'
import type { ExportedPaper } from '../exported-paper.ts'
import { formatCslJson } from './format-csl-json.ts'

type Item = { readonly id: string }

type System = {
  readonly retrieveLocale: (language: string) => string
  readonly retrieveItem: (id: string) => Item | undefined
}

/** A page of a bibliography: what ends it, and its entries. */
type Page = readonly [{ readonly done: boolean; readonly entry_ids: readonly (readonly string[])[] }, readonly string[]]

type Engine = {
  readonly updateItems: (ids: readonly string[]) => void
  /** False for a style without a bibliography. */
  readonly makeBibliography: (page: { readonly page_start: string | true; readonly page_length: number }) => Page | false
  readonly makeCitationCluster: (cites: readonly Item[]) => string
}

/** What is used of citeproc-js, which brings no types. */
export type Citeproc = {
  readonly Engine: new (system: System, style: string, language: string, isForced: boolean) => Engine
}

/** Style and locale are the texts of their files. */
export type ReferenceProcessor = { readonly citeproc: Citeproc; readonly style: string; readonly locale: string }

const papersInStep = 20
const language = 'en-US'

/** A document of references; a style that numbers them does so in the order of the papers, others sort them. */
export function* formatReferences(
  papers: readonly ExportedPaper[],
  processor: ReferenceProcessor,
): Generator<Progress, FormattedText> {
  const { engine, ids } = startEngine(papers, processor)
  for (let done = 0; done < ids.length; done += papersInStep) {
    yield { what: 'Reading papers', done, total: ids.length, unit: 'papers' }
    engine.updateItems(ids.slice(0, done + papersInStep))
  }
  const entries: string[] = []
  let start: string | true = true
  while (entries.length < ids.length) {
    yield { what: 'Formatting references', done: entries.length, total: ids.length, unit: 'papers' }
    const page = engine.makeBibliography({ page_start: start, page_length: papersInStep })
    if (page === false) break
    const [{ done, entry_ids }, formatted] = page
    entries.push(...formatted.map(readEntry))
    const last = entry_ids.at(-1)?.[0]
    if (done || last === undefined) break
    start = last
  }
  return toDocument(entries)
}

/** What stands in the text where these papers are cited: `(Turing, 1950)`, `[1]`. */
export function formatInText(papers: readonly ExportedPaper[], processor: ReferenceProcessor): FormattedText {
  const { engine, ids } = startEngine(papers, processor)
  engine.updateItems(ids)
  const html = engine.makeCitationCluster(ids.map((id) => ({ id })))
  return { html, text: toText(html) }
}

const nothingMore = { abstracts: false, notes: false, keywords: false, byStatus: false } as const

/** Items are known by their place: a key may be any text, and citeproc takes some for names of its own. */
function startEngine(
  papers: readonly ExportedPaper[],
  { citeproc, style, locale }: ReferenceProcessor,
): { readonly engine: Engine; readonly ids: readonly string[] } {
  const written = JSON.parse(formatCslJson(papers, nothingMore)) as readonly Item[]
  const items = new Map(written.map((item, place) => [`paper${place}`, { ...item, id: `paper${place}` }]))
  const system: System = { retrieveLocale: () => locale, retrieveItem: (id) => items.get(id) }
  return { engine: new citeproc.Engine(system, style, language, true), ids: [...items.keys()] }
}

/** The number of a reference and its text are boxes side by side, which only a style sheet could put there. */
function readEntry(html: string): string {
  return html
    .replace(/<div class="csl-left-margin">([^<]*(?:<(?!\/div>)[^<]*)*)<\/div>\s*/g, '$1 ')
    .replace(/<\/?div[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function toDocument(entries: readonly string[]): FormattedText {
  const paragraphs = entries.map((entry) => `<p>${entry}</p>\n`).join('')
  const head = '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>References</title>\n'
  return { html: `${head}${paragraphs}</html>\n`, text: entries.map((entry) => `${toText(entry)}\n`).join('') }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

function toText(html: string): string {
  return html
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|(\w{2,5}));/g, (entity, code: string | undefined, name: string) =>
      code === undefined ? (named[name] ?? entity) : String.fromCodePoint(Number(code)),
    )
    .trim()
}
