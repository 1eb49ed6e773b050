import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { countOf, printImport } from '../electron/cli/print.ts'
import { readInputs } from '../electron/cli/read-inputs.ts'
import type { FailedSource, ImportPlan, SourceInput } from '../electron/import/import-plan.ts'
import { reportImport } from '../electron/import/import-report.ts'
import type { Answer, Bridge } from '../electron/ipc/contract.ts'
import { launchStandIn } from './electron-stand-in/launch-stand-in.ts'
import type { Browser } from './find-browser.ts'

export type HeadlessRun = {
  readonly browser: Browser
  readonly application: string
  readonly lists: readonly string[]
  readonly libraryPath: string | null
}

const sampleList = fileURLToPath(new URL('sample-list.txt', import.meta.url))

/**
 * The main job where there is nothing to show a window on: the same window opens, imports the lists without asking, and leaves a
 * library and a picture of itself. Answers the exit code.
 */
export async function runHeadless({ browser, application, lists, libraryPath }: HeadlessRun): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-'))
  const [library, picture, userData] = [
    resolve(libraryPath ?? join(folder, 'library.db')),
    join(folder, 'window.png'),
    join(folder, 'user-data'),
  ]
  const sources =
    lists.length === 0 ? readInputs([sampleList]).map((list) => ({ ...list, name: 'sample-list.txt' })) : readInputs(lists)
  const standIn = launchStandIn({
    browser,
    isHeadless: true,
    args: [application, `--user-data-dir=${userData}`, '--library', library],
  })
  const connection = await chromium.connectOverCDP(await standIn.endpoint)
  const page = connection.contexts()[0]?.pages()[0]
  if (page === undefined) throw new Error('The window has no page.')
  await page.waitForURL(/index\.html/)
  const errors = await importLists(page, sources)
  await showPapers(page)
  await page.screenshot({ path: picture })
  standIn.send({ kind: 'quit' })
  await standIn.ended
  rmSync(userData, { recursive: true, force: true })
  for (const error of [...errors, ...standIn.complaints]) console.error(error)
  console.log(`Library: ${library}\nPicture: ${picture}`)
  return Number(errors.length + standIn.complaints.length > 0)
}

async function importLists(page: Page, sources: readonly (SourceInput | FailedSource)[]): Promise<readonly string[]> {
  const plain = sources.map((source) => ('bytes' in source ? { ...source, bytes: new Uint8Array(source.bytes) } : source))
  const files = reportImport(await page.evaluate(importInPage, plain))
  const errors = files.flatMap(({ error }) => (error === undefined ? [] : [error.message]))
  const papers = await page.evaluate(countInPage)
  process.stdout.write(`${printImport(files, false)}The library has ${countOf(papers, 'paper')}.\n`)
  return errors
}

/** The same calls that the window's own review makes. */
async function importInPage(sources: (SourceInput | FailedSource)[]): Promise<ImportPlan> {
  const { bridge } = globalThis as unknown as { bridge: Bridge }
  const call = async (name: 'imports:plan' | 'imports:apply', args: unknown) => {
    const answer = (await bridge.call(name, args)) as Answer<ImportPlan>
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value
  }
  const plan = await call('imports:plan', { sources })
  return plan.sources.some((source) => !('error' in source)) ? call('imports:apply', { plan }) : plan
}

async function countInPage(): Promise<number> {
  const { bridge } = globalThis as unknown as { bridge: Bridge }
  const answer = (await bridge.call('views:count', undefined)) as Answer<{ readonly all: number }>
  return answer.ok ? answer.value.all : 0
}

/** The papers come by an event after the import; a picture without them would still be a picture. */
async function showPapers(page: Page): Promise<void> {
  const rows = page.getByRole('grid').getByRole('row').first()
  await rows.waitFor({ timeout: 10_000 }).catch(() => undefined)
  await page.evaluate(
    'document.fonts.ready.then(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))))',
  )
}
