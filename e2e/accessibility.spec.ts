import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { perform } from '../electron/ipc/perform.ts'
import { type Filling, now } from './fill-library.ts'
import { expect, test } from './fixtures.ts'
import { openPaper, paperRow, paperRows, sidebarLine } from './pages/library.ts'
import { dropFiles, sampleList } from './pages/lists.ts'
import { chosenTitle, showcase } from './showcase.ts'

/** What axe finds in the window as it stands, in the light theme and in the dark one: WCAG 2.2 A and AA, and good practice. */
async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    // Without the legacy mode axe opens a second page, which Octavo refuses.
    const axe = new AxeBuilder({ page }).setLegacyMode(true)
    const { violations, passes } = await axe.analyze()
    expect(passes.map(({ id }) => id)).toContain('color-contrast')
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })))
    expect(found, colorScheme).toEqual([])
  }
}

test('is accessible while the library is empty', async ({ octavo: { page } }) => {
  await page.getByRole('button', { name: 'Choose files…' }).waitFor()
  await expectAccessible(page)
})

test('is accessible in the review of a list', async ({ octavo: { page } }) => {
  await dropFiles(page, [
    { name: 'classics.txt', text: `Papers of the week\n${sampleList}` },
    { name: 'empty.txt', text: '' },
  ])
  await page.getByRole('button', { name: 'Add 8 papers' }).waitFor()
  await expectAccessible(page)
})

/** A kept file that somebody else changed. */
const withConflict: Filling = {
  fill(db) {
    showcase.fill(db)
    const written = { format: 'bibtex', order: 'key', abstracts: false, notes: false, keywords: true, byStatus: false } as const
    const path = join(tmpdir(), 'octavo-nobody-wrote-this.bib')
    const request = { ...written, search: { view: 'all', query: '' } } as const
    const { value: id } = perform(db, 'keptExports:keep', { args: { path, request }, at: now() })
    perform(db, 'keptExports:record', { args: { id, trouble: null, message: null, sha256: 'of other bytes' }, at: now() })
  },
}

test.describe('with a kept file that somebody else changed', () => {
  test.use({ library: withConflict })

  test('is accessible with its notice, and in the settings', async ({ octavo: { page } }) => {
    await page.getByRole('button', { name: 'Keep theirs' }).waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Control+,')
    await page.getByRole('region', { name: 'Files kept up to date' }).waitFor()
    await expectAccessible(page)
  })
})

test.describe('with a library in use', () => {
  test.use({ library: showcase })

  const views: readonly (readonly [name: string, show: (page: Page) => Promise<void>])[] = [
    ['with an open paper', async () => undefined],
    ['with a note that is written', (page) => page.keyboard.press('n')],
    ['with a field that is edited', (page) => page.keyboard.press('e')],
    ['with a tag that is typed', (page) => page.keyboard.press('t')],
    ['in the export dialog', (page) => page.keyboard.press('Control+e')],
    ['in the settings', (page) => page.keyboard.press('Control+,')],
    ['in the palette', (page) => page.keyboard.press('Control+k')],
    ['in the shortcut sheet', (page) => page.keyboard.press('?')],
    ['in the dialog that adds a paper', (page) => page.keyboard.press('Control+n')],
    ['in the context menu', (page) => paperRow(page, chosenTitle).click({ button: 'right' })],
    ['with a message', (page) => page.keyboard.press('Delete')],
    ['with several papers chosen', (page) => paperRow(page, 'Random Forests').click({ modifiers: ['Control'] })],
    ['in the trash', showTrash],
    ['with a paper that needs a look', showUntitled],
    ['where nothing is found', (page) => page.getByRole('textbox', { name: 'Search papers' }).fill('nothing has these words')],
  ]
  for (const [name, show] of views) {
    test(`is accessible ${name}`, async ({ octavo: { page } }) => {
      await paperRow(page, chosenTitle).click()
      await openPaper(page).getByRole('heading', { name: chosenTitle }).waitFor()
      await show(page)
      await expectAccessible(page)
    })
  }
})

async function showTrash(page: Page): Promise<void> {
  await page.keyboard.press('Delete')
  await sidebarLine(page, 'Trash').click()
  await paperRow(page, chosenTitle).click()
  await openPaper(page).waitFor()
}

async function showUntitled(page: Page): Promise<void> {
  await sidebarLine(page, 'Needs a look').click()
  await paperRows(page).first().click()
  await openPaper(page).getByRole('button', { name: 'Keep it' }).waitFor()
}

test.describe('with a library that cannot be opened', () => {
  test.use({ brokenWorld: 'damaged-library' })
  test('is accessible while it says so', async ({ octavo: { page } }) => {
    await page.getByRole('alert').waitFor()
    await expectAccessible(page)
  })
})
