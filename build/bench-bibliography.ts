/**
 * How fast bibliographies come in and go out, and beside it, in the same run, the rates of @citation-js: a .bib to full records against its
 * parse, records to a .bib with abstracts, read back and compared, against its export, which has neither. Each is the best of three
 * rounds, in turn, for machines have other work too. Above 20,000 entries our memory is what is asked, and it stays out.
 */
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import type { Draft } from '../db/model/draft.ts'
import { exportFormats } from '../db/model/export-formats.ts'
import { emptyFields } from '../db/model/fields.ts'
import { parseBibtex } from '../electron/formats/bibtex/parse-bibtex.ts'
import { splitLines } from '../electron/formats/decode-text.ts'
import type { ExportedPaper } from '../electron/formats/exported-paper.ts'
import { writeBibliography } from '../electron/formats/write-bibliography.ts'
import { formatBibliography, generateRecords } from './generate-records.ts'

const rounds = 3
const mostBeside = 20_000
const options = { order: 'list', abstracts: true, notes: true, keywords: true, byStatus: false } as const

function benchBibliography(count: number): void {
  const bibliography = formatBibliography(generateRecords(count, 3))
  console.log(
    `\nbibliographies: ${count.toLocaleString('en')} generated entries, ${(bibliography.length / 1e6).toFixed(1)} MB of BibTeX`,
  )
  const best = new Map<string, number>()
  let papers: readonly ExportedPaper[] = []
  for (let round = 0; round < (count > mostBeside ? 1 : rounds); round++) {
    papers = []
    papers = timed(best, 'parse BibTeX', () => parseBibtex(splitLines(bibliography), bibliography).drafts).map(toPaper)
    for (const { id, name } of exportFormats)
      timed(best, `export ${name}`, () => writeBibliography(papers, { ...options, format: id }))
    if (count <= mostBeside) runBeside(best, bibliography)
  }
  for (const [stage, seconds] of best) say(stage, { seconds, count, best })
  const memory = process.resourceUsage().maxRSS / 1024
  if (count > mostBeside) console.log(`most memory: ${Math.round(memory).toLocaleString('en')} MB`)
}

const beside: ReadonlyMap<string, string> = new Map([
  ['parse BibTeX', '  @citation-js parse'],
  ['export BibTeX', '  @citation-js export'],
])

function runBeside(best: Map<string, number>, bibliography: string): void {
  const input = {
    generateGraph: false,
    maxChainLength: 10,
    strict: true,
    forceType: '@bibtex/text',
    target: '@csl/list+object',
  } as const
  const records = timed(best, '  @citation-js parse', () => plugins.input.chain(bibliography, input))
  timed(best, '  @citation-js export', () => plugins.output.format('bibtex', records))
}

function say(stage: string, { seconds, count, best }: { seconds: number; count: number; best: ReadonlyMap<string, number> }): void {
  const other = best.get(beside.get(stage) ?? '')
  const note = other === undefined ? '' : `${(other / seconds).toFixed(1)} × @citation-js`
  const rate = Math.round(count / seconds).toLocaleString('en')
  console.log(`${stage.padEnd(34)} ${seconds.toFixed(2).padStart(7)} s ${rate.padStart(12)} entries/s  ${note}`)
}

function toPaper({ fields, citationKey = '', reading }: Draft): ExportedPaper {
  const { tags = [], notes = [] } = reading ?? {}
  return {
    ...emptyFields,
    ...fields,
    citationKey,
    titleOrigin: 'source',
    tags,
    notes: notes.map((text) => ({ text })),
    status: 'new',
  }
}

function timed<Value>(best: Map<string, number>, stage: string, work: () => Value): Value {
  const started = performance.now()
  const value = work()
  best.set(stage, Math.min(best.get(stage) ?? Number.POSITIVE_INFINITY, (performance.now() - started) / 1000))
  return value
}

benchBibliography(Number(process.argv[2] ?? 10_000))
