/**
 * `npm run bench [COUNT]`: how fast a list comes in, stage by stage, and beside it, in the same run, the same rows by hand: every
 * row that the import added to any table, the journal and the full text among them, inserted from prepared arrays in one transaction
 * into an empty library without triggers. Figures are entries a second. One time to the next, writing the same rows takes up to twice
 * as long: both are done in turns, three times, and the middle one of each counts. With 100,000 entries, which take longer than that,
 * it is once, and the window's own figures are left out.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { WritableDatabase } from '../db/database.ts'
import { openLibrary } from '../db/open-database.ts'
import { findPapers } from '../db/queries/find-papers.ts'
import { listPapers } from '../db/queries/papers.ts'
import { searchTextOf } from '../db/settled-rows.ts'
import { decodeText, splitLines } from '../electron/formats/decode-text.ts'
import { parseList } from '../electron/formats/list/parse-list.ts'
import type { ImportPlan } from '../electron/import/import-plan.ts'
import { lastValue } from '../electron/import/last-value.ts'
import { planAgain } from '../electron/import/plan-import.ts'
import { perform } from '../electron/ipc/perform.ts'
import { formatRecords, generateRecords } from './generate-records.ts'

const count = Number(process.argv[2] ?? 10_000)
const mostInWindow = 20_000
const rounds = count <= mostInWindow ? 3 : 1
const at = new Date().toISOString()
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

function open(name: string): WritableDatabase {
  return openLibrary(join(folder, name))
}

/** Reading and parsing are part of the plan; they are timed once more alone, so that what is left of it is the recognising. */
function measureReading(bytes: Uint8Array): void {
  const read = timed(() => splitLines(decodeText(bytes).text))
  say('read (decode, split)', read.seconds)
  say('parse', timed(() => parseList(read.value)).seconds)
}

function measurePlan(db: WritableDatabase, bytes: Uint8Array): { readonly plan: ImportPlan; readonly seconds: number } {
  let [longestStep, lastLook] = [0, performance.now()]
  const onProgress = () => {
    longestStep = Math.max(longestStep, performance.now() - lastLook)
    lastLook = performance.now()
  }
  const { value, seconds } = timed(() =>
    perform(db, 'imports:plan', { args: { sources: [{ name: 'generated.txt', bytes }] }, at, onProgress }),
  )
  say('plan (all of the above, recognise)', seconds, `longest step ${Math.round(longestStep)} ms`)
  const plan: ImportPlan = value.value
  say('recognise', timed(() => lastValue(planAgain(db, plan))).seconds)
  return { plan, seconds }
}

function applyTo(db: WritableDatabase, plan: ImportPlan): number {
  return timed(() => perform(db, 'imports:apply', { args: { plan }, at })).seconds
}

function measureApply(db: WritableDatabase, { plan, seconds }: ReturnType<typeof measurePlan>): void {
  const apply = [applyTo(db, plan)]
  say('apply (write, settle, index)', apply[0] ?? 0)
  const search = timed(() => findPapers(db, { query: 'the' }))
  const found = `${search.value.length.toLocaleString('en')} papers found in ${Math.round(search.seconds * 1000)} ms`
  console.log(`searchable after ${(seconds + (apply[0] ?? 0)).toFixed(1)} s: ${found}`)
  console.log(`most memory so far: ${Math.round(process.resourceUsage().maxRSS / 1000).toLocaleString('en')} MB`)
  const byHand = [copyByHand(db, open('by-hand 1.db'))]
  for (let round = 2; round <= rounds; round++) {
    apply.push(applyTo(open(`library ${round}.db`), plan))
    byHand.push(copyByHand(db, open(`by-hand ${round}.db`)))
  }
  if (rounds > 1) say(`  the middle of ${rounds} times`, middleOf(apply))
  say('  the same rows by hand', middleOf(byHand), `apply has ${(middleOf(byHand) / middleOf(apply)).toFixed(2)} × their rate`)
}

function middleOf(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN
}

/** In the order of their making, each row's parents come first; the index of words is filled from what it indexes. */
function copyByHand(from: WritableDatabase, to: WritableDatabase): number {
  for (const name of to.prepare("SELECT name FROM temp.sqlite_schema WHERE type = 'trigger'").pluck().all())
    to.exec(`DROP TRIGGER temp.${String(name)}`)
  const tables = from
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND name NOT GLOB '*Search_*' AND name NOT IN ('library', 'sqlite_sequence') ORDER BY name = 'changes', rowid",
    )
    .pluck()
    .all() as readonly string[]
  const work = tables.map((table) => {
    const rows = from.prepare(`SELECT * FROM ${table}`).raw().all() as unknown[][]
    return { sql: `INSERT INTO ${table} VALUES (${(rows[0] ?? []).map(() => '?').join(', ')})`, rows }
  })
  const texts = listPapers(from, {})
    .map((paper) => searchTextOf(paper.id, paper))
    .map(({ paperId, title, authors, abstract, venue }): unknown[] => [paperId, title, authors, abstract, venue])
  work.push({ sql: 'INSERT INTO paperSearch (rowid, title, authors, abstract, venue) VALUES (?, ?, ?, ?, ?)', rows: texts })
  const inserts = work.filter(({ rows }) => rows.length > 0).map(({ sql, rows }) => ({ insert: to.prepare(sql), rows }))
  const write = to.transaction(() => {
    for (const { insert, rows } of inserts) for (const row of rows) insert.run(row)
  })
  return timed(() => write.immediate()).seconds
}

function measureSmallImport(db: WritableDatabase): void {
  const bytes = Buffer.from(formatRecords(generateRecords(10, 4)))
  const small = timed(() => perform(db, 'imports:plan', { args: { sources: [{ name: 'small.txt', bytes }] }, at }))
  console.log(`plan ten new entries against ${count.toLocaleString('en')} papers: ${Math.round(small.seconds * 1000)} ms`)
}

function run(): void {
  const bytes = Buffer.from(formatRecords(generateRecords(count, 3)))
  console.log(`${count.toLocaleString('en')} generated entries, ${(bytes.length / 1e6).toFixed(1)} MB`)
  measureReading(bytes)
  const db = open('library.db')
  measureApply(db, measurePlan(db, bytes))
  const again = timed(() => perform(db, 'imports:plan', { args: { sources: [{ name: 'generated.txt', bytes }] }, at }))
  say('plan the same list again', again.seconds)
  measureSmallImport(db)
  db.close()
}

try {
  run()
} finally {
  rmSync(folder, { recursive: true })
}
// What bibliographies take, beside a peer, and the window's own measurements, which know of the page, follow in processes of their own.
const parts = ['./bench-bibliography.ts', ...(count <= mostInWindow ? ['../e2e/bench-window.ts'] : [])]
const failures = parts
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .filter((part) => spawnSync(process.execPath, [part, String(count)], { stdio: 'inherit' }).status !== 0)
process.exitCode = failures.length === 0 ? 0 : 1
