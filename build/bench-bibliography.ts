/**
 * How fast bibliographies come in and go out, and beside it, in the same run, the rates of @citation-js: a .bib to full records against its
 * parse, records to a .bib with abstracts, read back and compared, against its export, which has neither. Each is the best of ten
 * rounds, in turn, for machines have other work too. Above 20,000 entries it stays out. Then the most memory that each of ours takes,
 * in a process of its own: the parse of a file, its text and records held; the exports of papers that are read some at a time.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { plugins } from '@citation-js/core'
import type { Draft } from '../db/model/draft.ts'
import { type ExportFormatId, exportFormats } from '../db/model/export-formats.ts'
import { emptyFields } from '../db/model/fields.ts'
import { parseBibtex } from '../electron/formats/bibtex/parse-bibtex.ts'
import { decodeText, splitLines } from '../electron/formats/decode-text.ts'
import type { ExportedPaper } from '../electron/formats/exported-paper.ts'
import { writeBibliography, writeInSteps } from '../electron/formats/write-bibliography.ts'
import { lastValue } from '../electron/import/last-value.ts'
import { formatBibliography, generateRecords } from './generate-records.ts'

const rounds = 10
const mostBeside = 20_000
const seed = 3
const options = { order: 'list', abstracts: true, notes: true, keywords: true, byStatus: false } as const

async function benchBibliography(count: number, bibliography: string): Promise<void> {
  const peer = await loadPeer()
  const best = new Map<string, number>()
  const turns = count > mostBeside ? 1 : rounds
  let papers: readonly ExportedPaper[] = []
  for (let round = 0; round < turns; round++) {
    papers = timed(best, 'parse BibTeX', () => parse(bibliography)).map(toPaper)
    timed(best, 'export BibTeX', () => writeBibliography(papers, { ...options, format: 'bibtex' }))
    if (count <= mostBeside) runBeside(peer, best, bibliography)
  }
  for (let round = 0; round < turns; round++)
    for (const { id, name } of exportFormats)
      if (id !== 'bibtex') timed(best, `export ${name}`, () => writeBibliography(papers, { ...options, format: id }))
  for (const [stage, seconds] of best) say(stage, { seconds, count, best })
}

const beside: ReadonlyMap<string, string> = new Map([
  ['parse BibTeX', '  @citation-js parse'],
  ['export BibTeX', '  @citation-js export'],
])

type Peer = typeof plugins

/** Not in the processes that measure our memory. */
async function loadPeer(): Promise<Peer> {
  await import('@citation-js/plugin-bibtex')
  return (await import('@citation-js/core')).plugins
}

function runBeside(peer: Peer, best: Map<string, number>, bibliography: string): void {
  const input = {
    generateGraph: false,
    maxChainLength: 10,
    strict: true,
    forceType: '@bibtex/text',
    target: '@csl/list+object',
  } as const
  const records = timed(best, '  @citation-js parse', () => peer.input.chain(bibliography, input))
  timed(best, '  @citation-js export', () => peer.output.format('bibtex', records))
}

function say(stage: string, { seconds, count, best }: { seconds: number; count: number; best: ReadonlyMap<string, number> }): void {
  const other = best.get(beside.get(stage) ?? '')
  const note = other === undefined ? '' : `${(other / seconds).toFixed(1)} × @citation-js`
  const rate = Math.round(count / seconds).toLocaleString('en')
  console.log(`${stage.padEnd(34)} ${seconds.toFixed(2).padStart(7)} s ${rate.padStart(12)} entries/s  ${note}`)
}

function parse(bibliography: string): readonly Draft[] {
  return parseBibtex(splitLines(bibliography), bibliography).drafts
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

const parsing = 'parse'

function measureMemory(count: number, path: string): void {
  const stages = [['parse BibTeX', parsing], ...exportFormats.map(({ id, name }) => [`export ${name}`, id])] as const
  for (const [name = '', stage = ''] of stages) {
    const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), String(count), stage, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    console.log(`${name.padEnd(34)} ${String(stdout).trim().padStart(7)} MB at most, by itself`)
  }
}

/** In the process of one stage. */
function runAlone(count: number, stage: string, path: string): void {
  if (stage === parsing) {
    const { text } = decodeText(readFileSync(path))
    if (parse(text).length !== count) throw new Error('Not all entries were read.')
  } else {
    const keys = Array.from({ length: count }, (_, place) => `key${place}`)
    const { problems } = lastValue(writeInSteps({ keys, read: readGenerated }, { ...options, format: stage as ExportFormatId }))
    if (problems.length > 0) throw new Error(`Not everything was written: ${problems[0]?.message}`)
  }
  console.log(Math.round(process.resourceUsage().maxRSS / 1024).toLocaleString('en'))
}

/** The same papers whenever they are asked for, as from a library. */
function readGenerated(from: number, to: number): readonly ExportedPaper[] {
  const papers = parse(formatBibliography(generateRecords(to - from, seed + from))).map(toPaper)
  return papers.map((paper, index) => ({ ...paper, citationKey: `key${from + index}` }))
}

async function bench(count: number): Promise<void> {
  const bibliography = formatBibliography(generateRecords(count, seed))
  const folder = mkdtempSync(join(tmpdir(), 'octavo-bench-'))
  const path = join(folder, 'generated.bib')
  const size = (bibliography.length / 1e6).toFixed(1)
  console.log(`\nbibliographies: ${count.toLocaleString('en')} generated entries, ${size} MB of BibTeX`)
  try {
    writeFileSync(path, bibliography)
    await benchBibliography(count, bibliography)
    measureMemory(count, path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const [count = '10000', stage, path = ''] = process.argv.slice(2)
if (stage === undefined) await bench(Number(count))
else runAlone(Number(count), stage, path)
