/**
 * `npm run faults`: an import is killed twenty times at random moments, at least ten of them inside its transaction. After each death
 * the library must open, be in order, hold what it held before, and all of the import or nothing.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openLibrary } from '../db/open-database.ts'
import { perform } from '../electron/ipc/perform.ts'
import { randomNumbers } from './generate-records.ts'

const records = 3000
const fewestDeaths = 20
const fewestInTransaction = 10
const mostDeaths = 40
const note = 'A note that must outlive every death.'
const at = new Date().toISOString()
const child = fileURLToPath(new URL('faults/import-list.ts', import.meta.url))

/** Milliseconds after its start at which each stage was reached. */
type Run = {
  readonly stages: Map<string, number>
  readonly ended: Promise<void>
  readonly reach: (stage: string) => Promise<void>
  readonly kill: () => void
}

function startImport(path: string): Run {
  const started = performance.now()
  const stages = new Map<string, number>()
  const waiting = new Map<string, () => void>()
  const importing = spawn(process.execPath, [child, path, String(records)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => importing.on('close', () => resolve()))
  importing.stdout.setEncoding('utf8').on('data', (text: string) => {
    for (const stage of text.trim().split('\n')) {
      stages.set(stage, performance.now() - started)
      waiting.get(stage)?.()
    }
  })
  const reach = (stage: string) => new Promise<void>((resolve) => (stages.has(stage) ? resolve() : waiting.set(stage, resolve)))
  return { stages, ended, reach, kill: () => importing.kill('SIGKILL') }
}

function createLibrary(path: string): void {
  const db = openLibrary(path)
  const paperId = perform(db, 'papers:add', { args: { fields: { title: 'A paper from before' } }, at }).value
  perform(db, 'notes:add', { args: { paperId, text: note }, at })
  db.close()
}

/** What is wrong with the library, in words; null when nothing is. */
function inspect(path: string): { readonly imported: number; readonly problem: string | null } {
  const db = openLibrary(path)
  try {
    const problems = perform(db, 'library:check', { args: undefined, at }).value
    const papers = perform(db, 'papers:list', { args: {}, at }).value
    const imported = papers.filter(({ sources }) => sources.length > 0).length
    const hasNote = papers.some(({ notes }) => notes.some(({ text }) => text === note))
    if (problems.length > 0) return { imported, problem: problems.map(({ message }) => message).join(' ') }
    if (!hasNote) return { imported, problem: 'the note from before is gone' }
    return { imported, problem: imported === 0 || imported === records ? null : 'a part of the import is there' }
  } finally {
    db.close()
  }
}

async function measure(folder: string): Promise<{ whole: number; transaction: number }> {
  const path = join(folder, 'measure.db')
  createLibrary(path)
  const { stages, ended } = startImport(path)
  await ended
  const committed = stages.get('committed') ?? 0
  return { whole: committed, transaction: committed - (stages.get('transaction') ?? 0) }
}

const folder = mkdtempSync(join(tmpdir(), 'octavo-faults-'))
const random = randomNumbers(Date.now())
const lasts = await measure(folder)
console.log(
  `An import of ${records} entries takes ${Math.round(lasts.whole)} ms, ${Math.round(lasts.transaction)} ms of it in the transaction.`,
)
let failures = 0
let inside = 0
let deaths = 0
while (deaths < fewestDeaths || (inside < fewestInTransaction && deaths < mostDeaths)) {
  const path = join(folder, `death-${deaths}.db`)
  createLibrary(path)
  const run = startImport(path)
  // Every fourth dies anywhere, the others once the transaction has begun.
  if (deaths % 4 === 0) await setTimeout(random() * lasts.whole)
  else {
    await run.reach('transaction')
    await setTimeout(random() * 0.8 * lasts.transaction)
  }
  run.kill()
  await run.ended
  deaths += 1
  const stage = [...run.stages.keys()].at(-1) ?? 'start'
  if (stage === 'transaction') inside += 1
  const { imported, problem } = inspect(path)
  if (problem !== null) failures += 1
  console.log(
    `  ${String(deaths).padStart(2)}  killed in ${stage.padEnd(11)}  ${imported === 0 ? 'nothing' : 'all'} of the import  ${problem ?? 'in order'}`,
  )
}
rmSync(folder, { recursive: true })
console.log(`${deaths} deaths, ${inside} of them inside the transaction, ${failures} libraries harmed.`)
process.exitCode = failures === 0 && inside >= fewestInTransaction ? 0 : 1
