/**
 * `npm run bench` ends with the window: the time from page load to 50 painted rows, and from a key in the search box to the frame
 * that paints what it found. Each figure is the median of several, beside the limit that people feel: one second for a page, a
 * tenth for a key. On the stand-in each call of the library costs about 2.5 ms that Electron does not.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { formatRecords, generateRecords } from '../build/generate-records.ts'
import { seedLists } from '../build/seed-lists.ts'
import { openLibrary } from '../db/open-database.ts'
import { readInputs } from '../electron/cli/read-inputs.ts'
import type { FailedSource, SourceInput } from '../electron/import/import-plan.ts'
import { lastValue } from '../electron/import/last-value.ts'
import { planImport } from '../electron/import/plan-import.ts'
import { perform } from '../electron/ipc/perform.ts'
import { checkout, findEngine } from './engine.ts'

const paintedRows = 50
const runs = 7
const limits = { load: 1000, key: 100 } as const

/** Runs in the page before anything of it: notes the frame after the one in which the rows are all there. */
function watchFirstRows(count: number): void {
  const look = () => {
    if (document.querySelectorAll('#paper-grid [role=row] [role=gridcell]:not(:empty)').length < count) requestAnimationFrame(look)
    else requestAnimationFrame(() => performance.mark('rows-painted'))
  }
  requestAnimationFrame(look)
}

async function measureLoads(page: Page): Promise<number> {
  await page.addInitScript(watchFirstRows, paintedRows)
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    await page.reload()
    times.push(await until(page, () => performance.getEntriesByName('rows-painted')[0]?.startTime))
  }
  return median(times)
}

/** Asked again and again from outside: the page's policy forbids it to evaluate text. */
async function until<Value>(page: Page, look: () => Value | undefined): Promise<Value> {
  for (;;) {
    const value = await page.evaluate(look)
    if (value !== undefined) return value
  }
}

/** What the list shows: the text of its rows. */
function shownRows(): string {
  return [...document.querySelectorAll('#paper-grid [role=row]')].map((row) => row.textContent).join('\n')
}

/** Marks the frame after the one in which the rows are those that the finished search shows, from the next key's own time on. */
function watchSearch(expected: string): void {
  const rows = () => [...document.querySelectorAll('#paper-grid [role=row]')].map((row) => row.textContent).join('\n')
  performance.clearMeasures()
  const onKey = ({ timeStamp }: KeyboardEvent) => {
    const look = () => {
      if (rows() !== expected) requestAnimationFrame(look)
      else requestAnimationFrame(() => performance.measure('search-painted', { start: timeStamp, end: performance.now() }))
    }
    requestAnimationFrame(look)
  }
  document.addEventListener('keydown', onKey, { capture: true, once: true })
}

async function measureKeys(page: Page, word: string): Promise<number> {
  await page.keyboard.press('/')
  const times: number[] = []
  for (const key of word) {
    const before = await settledRows(page)
    await page.keyboard.press(key)
    const found = await settledRows(page)
    if (found === before) continue
    await page.keyboard.press('Backspace')
    await settledRows(page)
    await page.evaluate(watchSearch, found)
    await page.keyboard.press(key)
    times.push(await until(page, () => performance.getEntriesByName('search-painted')[0]?.duration))
  }
  return median(times)
}

/** The rows once they have stayed the same for a quarter of a second. */
async function settledRows(page: Page): Promise<string> {
  for (let last = ''; ; ) {
    await page.waitForTimeout(250)
    const now = await page.evaluate(shownRows)
    if (now === last) return now
    last = now
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function say(what: string, milliseconds: number, limit: number): void {
  console.log(
    `  ${what.padEnd(34)} ${Math.round(milliseconds).toString().padStart(6)} ms   ${(milliseconds / limit).toFixed(2)} × the limit of ${limit} ms`,
  )
}

async function measureLibrary(
  name: string,
  { sources, word }: { readonly sources: readonly (SourceInput | FailedSource)[]; readonly word: string },
) {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-bench-'))
  const libraryPath = join(folder, 'library.db')
  const db = openLibrary(libraryPath)
  perform(db, 'imports:apply', { args: { plan: lastValue(planImport(db, sources)) }, at: new Date().toISOString() })
  db.close()
  const engine = await findEngine()
  if (engine === null) throw new Error('There is no Electron and no browser to measure the window with.')
  const running = await engine.launch({
    application: checkout,
    args: [`--user-data-dir=${join(folder, 'user-data')}`, '--library', libraryPath],
  })
  try {
    console.log(`${name}, on ${engine.name}`)
    await running.page.setViewportSize({ width: 1440, height: 4800 })
    say(`page load to ${paintedRows} painted rows`, await measureLoads(running.page), limits.load)
    say('key in the search box to rows', await measureKeys(running.page, word), limits.key)
  } finally {
    await running.kill()
    rmSync(folder, { recursive: true, maxRetries: 5 })
  }
}

const count = Number(process.argv[2] ?? 10_000)
const generated = generateRecords(count, 3)
const lists = seedLists()
if (lists.length > 0) await measureLibrary('The five real lists', { sources: [...readInputs(lists)], word: 'segmentation' })
else console.log('../shared/seeds is absent: the window was not measured with the five real lists.')
await measureLibrary(`${count.toLocaleString('en')} generated papers`, {
  sources: [{ name: 'generated.txt', bytes: Buffer.from(formatRecords(generated)) }],
  word: generated[7]?.title.split(' ')[0]?.toLowerCase() ?? '',
})
