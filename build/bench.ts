/**
 * `npm run bench [COUNT]`: how fast a list comes in, stage by stage, and beside it, in the same run, the rate of the same rows
 * written by hand: prepared statements in one transaction, without journal, settling or checks. Figures are entries a second.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connect, type WritableDatabase } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { openLibrary } from '../db/open-database.ts'
import { listPapers } from '../db/queries/papers.ts'
import { indexPapers, type SearchText, searchTextOf } from '../db/settled-rows.ts'
import { decodeText, splitLines } from '../electron/formats/decode-text.ts'
import { parseList } from '../electron/formats/list/parse-list.ts'
import { lastValue } from '../electron/import/last-value.ts'
import { planAgain, planImport } from '../electron/import/plan-import.ts'
import { perform } from '../electron/ipc/perform.ts'
import { formatRecords, generateRecords } from './generate-records.ts'

const count = Number(process.argv[2] ?? 10_000)
const at = new Date().toISOString()
const bytes = Buffer.from(formatRecords(generateRecords(count, 3)))
const folder = mkdtempSync(join(tmpdir(), 'octavo-bench-'))

function timed<Value>(work: () => Value): { readonly value: Value; readonly seconds: number } {
  const started = performance.now()
  const value = work()
  return { value, seconds: (performance.now() - started) / 1000 }
}

function say(stage: string, seconds: number, note = ''): void {
  const rate = Math.round(count / seconds).toLocaleString('en')
  console.log(`${stage.padEnd(34)} ${seconds.toFixed(2).padStart(7)} s ${rate.padStart(12)} entries/s  ${note}`)
}

/** The tables in an order in which each row's parents come first. */
const rowTables = [
  ...['sources', 'sourceContents', 'leftovers', 'papers', 'entries'],
  ...['paperValues', 'paperAuthors', 'matchKeys', 'fingerprints'],
]

function copyRowsByHand(from: WritableDatabase, to: WritableDatabase): number {
  const filled = rowTables.filter((table) => from.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined)
  const work = filled.map((table) => {
    const rows = from.prepare(`SELECT * FROM ${table}`).raw().all() as unknown[][]
    return { insert: to.prepare(`INSERT INTO ${table} VALUES (${(rows[0] ?? []).map(() => '?').join(', ')})`), rows }
  })
  const write = to.transaction(() => {
    for (const { insert, rows } of work) for (const row of rows) insert.run(...row)
  })
  return timed(() => write.immediate()).seconds
}

function indexByHand(texts: readonly SearchText[]): number {
  const db = createBareLibrary('index-by-hand.db')
  const insert = db.prepare(
    'INSERT INTO paperSearch (rowid, title, authors, abstract, venue) VALUES (:paperId, :title, :authors, :abstract, :venue)',
  )
  const write = db.transaction(() => {
    for (const text of texts) insert.run(text)
  })
  return timed(() => write.immediate()).seconds
}

/** The schema without the journal's triggers. */
function createBareLibrary(name: string): WritableDatabase {
  const db = connect(join(folder, name))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  migrate(db)
  return db
}

function run(): void {
  console.log(`${count.toLocaleString('en')} generated entries, ${(bytes.length / 1e6).toFixed(1)} MB`)
  const read = timed(() => splitLines(decodeText(bytes).text))
  say('read (decode, split)', read.seconds)
  say('parse', timed(() => parseList(read.value)).seconds)
  const db = openLibrary(join(folder, 'library.db'))
  const plan = lastValue(planImport(db, [{ name: 'generated.txt', bytes }]))
  say('recognise', timed(() => lastValue(planAgain(db, plan))).seconds)
  const apply = timed(() => perform(db, 'imports:apply', { args: { plan }, at })).seconds
  const texts = listPapers(db, {}).map((paper) => searchTextOf(paper.id, paper))
  const target = createBareLibrary('index-again.db')
  const index = timed(() => target.transaction(() => indexPapers(target, texts)).immediate()).seconds
  const rowsByHand = copyRowsByHand(db, createBareLibrary('rows-by-hand.db'))
  const handIndex = indexByHand(texts)
  const write = apply - index
  say('write (settle, journal, commit)', write, `${(write / rowsByHand).toFixed(1)} × the same rows by hand`)
  say('  the same rows by hand', rowsByHand)
  say('index (full text)', index, `${(index / handIndex).toFixed(1)} × the same statements by hand`)
  say('  the same statements by hand', handIndex)
  const again = timed(() => perform(db, 'imports:plan', { args: { sources: [{ name: 'generated.txt', bytes }] }, at })).seconds
  say('plan the same list again', again)
  const small = timed(() =>
    perform(db, 'imports:plan', {
      args: { sources: [{ name: 'small.txt', bytes: Buffer.from(formatRecords(generateRecords(10, 4))) }] },
      at,
    }),
  )
  console.log(`plan ten new entries against ${count.toLocaleString('en')} papers: ${Math.round(small.seconds * 1000)} ms`)
  db.close()
}

try {
  run()
} finally {
  rmSync(folder, { recursive: true })
}
// What bibliographies take, beside a peer, and the window's own measurements, which know of the page, follow in processes of their own.
const parts = ['./bench-bibliography.ts', '../e2e/bench-window.ts'].map((path) => fileURLToPath(new URL(path, import.meta.url)))
const failures = parts.filter((part) => spawnSync(process.execPath, [part, String(count)], { stdio: 'inherit' }).status !== 0)
process.exitCode = failures.length === 0 ? 0 : 1
