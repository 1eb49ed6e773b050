import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base, expect } from '@playwright/test'
import { type BrokenWorld, breakWorld } from './broken-worlds.ts'
import { findEngine, type Running } from './engine.ts'

export type Octavo = Omit<Running, 'complaints'> & {
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
  /** Files that the program is started with. */
  readonly lists: readonly string[]
  /** A folder of the test's own, in which the library is. */
  readonly folder: string
  /** Starts the program on the test's library: the first time, and again after `quit` or `kill`. */
  readonly start: (lists?: readonly string[]) => Promise<Octavo>
  readonly octavo: Octavo
}

export const test = base.extend<Fixtures>({
  application: [fileURLToPath(new URL('..', import.meta.url)), { option: true }],
  brokenWorld: [null, { option: true }],
  lists: [[], { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'octavo-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  start: async ({ application, folder, brokenWorld }, use) => {
    const engine = await findEngine()
    base.skip(engine === null, 'There is no Electron and no browser.')
    const libraryPath = join(folder, 'data', 'library.db')
    const mend = brokenWorld === null ? () => undefined : await breakWorld(brokenWorld, libraryPath)
    const runs: Running[] = []
    await use(async (lists = []) => {
      const digestAtStart = digestOf(libraryPath)
      const args = [`--user-data-dir=${join(folder, 'user-data')}`, '--library', libraryPath, ...lists]
      const running = await engine?.launch({ application, args })
      if (running === undefined) throw new Error('There is no engine.')
      runs.push(running)
      return { ...running, libraryPath, libraryDigest: async () => digestOf(libraryPath), digestAtStart }
    })
    await Promise.all(runs.map((running) => running.kill()))
    mend()
    expect(runs.flatMap((running) => running.complaints())).toEqual([])
  },
  octavo: async ({ start, lists }, use) => use(await start(lists)),
})

export { expect }

function digestOf(path: string): string | null {
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : null
}
