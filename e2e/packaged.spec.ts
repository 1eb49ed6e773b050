import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll } from '@electron/asar'
import { packOnStub } from '../build/package/pack-on-stub.ts'
import { test as base } from './fixtures.ts'
import { reviewSampleList } from './pages/lists.ts'

/** The files as they are packed for this system, away from the checkout: nothing that was left out can be found there. */
const test = base.extend<object, { readonly packed: string }>({
  packed: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'octavo-packaged-'))
      const { linux, mac } = await packOnStub(folder)
      const application = join(folder, 'application')
      extractAll(process.platform === 'darwin' ? mac.asar : linux.asar, application)
      await use(application)
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  application: async ({ packed }, use) => {
    base.skip(process.platform === 'win32', 'A package for Windows needs a program of Windows to write into.')
    await use(packed)
  },
})

test('shows what was read of a dropped list, run from the files that are packed', async ({ octavo: { page } }) => {
  await reviewSampleList(page)
})
