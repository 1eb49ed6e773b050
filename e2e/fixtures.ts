import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { type BrokenWorld, breakWorld } from './broken-worlds.ts'
import { checkout, findEngine, type Running } from './engine.ts'
import { type Filling, fillLibrary } from './fill-library.ts'

export type Octavo = Running & {
  readonly libraryPath: string
  /** SHA-256 of the library's file, null where there is none. */
  readonly libraryDigest: () => Promise<string | null>
  readonly digestAtStart: string | null
}

type Fixtures = {
  /** The folder of the program that is started. */
  readonly application: string
  /** What is wrong with the world before the program starts. */
  readonly brokenWorld: BrokenWorld | null
  /** What is in the library before the program starts; null: there is none yet. */
  readonly library: Filling | null
  /** What the page is to complain of; null: of nothing, and any complaint fails the test. */
  readonly complaint: RegExp | null
  /** Files that the program is started with. */
  readonly lists: readonly string[]
  /** A folder of the test's own, in which the library is. */
  readonly folder: string
  /** Starts the program on the test's library: the first time, and again after `quit` or `kill`. */
  readonly start: (lists?: readonly string[]) => Promise<Octavo>
  readonly octavo: Octavo
}

export const test = base.extend<Fixtures>({
  application: [checkout, { option: true }],
  brokenWorld: [null, { option: true }],
  library: [null, { option: true }],
  complaint: [null, { option: true }],
  lists: [[], { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'octavo-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  start: async ({ application, folder, brokenWorld, library, complaint }, use, testInfo) => {
    const engine = await findEngine()
    base.skip(engine === null, 'There is no Electron and no browser.')
    const libraryPath = join(folder, 'data', 'library.db')
    if (library !== null) fillLibrary(libraryPath, library)
    const mend = brokenWorld === null ? () => undefined : await breakWorld(brokenWorld, libraryPath)
    const runs: Running[] = []
    await use(async (lists = []) => {
      const digestAtStart = digestOf(libraryPath)
      const args = [`--user-data-dir=${join(folder, 'user-data')}`, '--library', libraryPath, ...lists]
      const running = await engine?.launch({ application, args })
      if (running === undefined) throw new Error('There is no engine.')
      runs.push(running)
      // Nobody types into a window that shows nothing yet.
      await running.page.locator('#root > *').first().waitFor({ state: 'attached' })
      return { ...running, libraryPath, libraryDigest: async () => digestOf(libraryPath), digestAtStart }
    })
    if (testInfo.errors.length > 0) await pictureLast(runs, testInfo.outputPath('window.png'))
    await Promise.all(runs.map((running) => running.kill()))
    mend()
    expect(runs.flatMap((running) => running.complaints())).toEqual(complaint === null ? [] : [expect.stringMatching(complaint)])
  },
  octavo: async ({ start, lists }, use) => use(await start(lists)),
})

export { expect }

function digestOf(path: string): string | null {
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : null
}

/** What the window showed when a test failed; a window that is gone shows nothing. */
async function pictureLast(runs: readonly Running[], path: string): Promise<void> {
  await runs
    .at(-1)
    ?.page.screenshot({ path, timeout: 5000 })
    .catch(() => undefined)
}
