import type { Page } from '@playwright/test'
import { perform } from '../electron/ipc/perform.ts'
import { addPaper, type Filling, now } from './fill-library.ts'
import { expect, test } from './fixtures.ts'
import { hugeTexts, invisibleTexts, markupTexts, mathTexts, noteTexts } from './hostile-texts.ts'
import { openPaper, paperRow, paperRows } from './pages/library.ts'
import { dropFiles } from './pages/lists.ts'

// The fixture fails a test whose page asks for anything but its own files, or breaks its content security policy.

/** Each text as a title and as an abstract, beside a harmless paper. */
function papersOf(texts: readonly string[]): Filling {
  return {
    fill(db) {
      for (const text of texts) addPaper(db, { title: text.slice(0, 20_000), authors: text.slice(0, 200), abstract: text })
      addPaper(db, { title: 'A Harmless Paper' })
    },
  }
}

/** Opens one paper after the other, each to its end. */
async function readAll(page: Page, papers: number): Promise<void> {
  await paperRows(page).first().click()
  for (let read = 0; read < papers; read += 1) {
    await openPaper(page).press('End')
    await page.keyboard.press('j')
  }
  await expect(openPaper(page).getByRole('heading', { name: 'A Harmless Paper' })).toBeVisible()
}

async function expectNothingRan(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'octavoRan' in globalThis)).toBe(false)
  expect(await page.title()).toBe('Octavo')
  expect(await page.locator('img, iframe, object, embed, form, [onerror], [onload], [onclick]').count()).toBe(0)
}

async function expectUsable(page: Page): Promise<void> {
  await page.keyboard.press('4')
  await expect(page.getByRole('radio', { name: 'Read', exact: true })).toBeChecked()
  await page.keyboard.press('/')
  await page.keyboard.type('harmless')
  await expect(paperRows(page)).toContainText(['A Harmless Paper'])
  const { width, height } = page.viewportSize() ?? (await page.evaluate(() => ({ width: innerWidth, height: innerHeight })))
  const size = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    height: document.documentElement.scrollHeight,
  }))
  expect(size).toEqual({ width, height })
}

const families = [
  ['markup', markupTexts],
  ['invisible characters', invisibleTexts],
  ['mathematics', mathTexts],
  ['size', hugeTexts],
] as const

for (const [family, texts] of families) {
  test.describe(family, () => {
    test.use({ library: papersOf(texts) })
    test('of a paper is shown as text, and the window stays usable', async ({ octavo: { page } }) => {
      await readAll(page, texts.length)
      await expectNothingRan(page)
      await expectUsable(page)
    })
  })
}

test('a hostile list is shown in the review, and can be added', async ({ octavo: { page } }) => {
  const records = [...markupTexts, ...invisibleTexts].map(
    (text, place) =>
      `Title ${place} of ${text}\nFamily, Given\n${text} is the abstract, in a sentence of a few words more. It has a second one.`,
  )
  await dropFiles(page, [{ name: '<img src=x onerror=globalThis.octavoRan=1>.txt', text: records.join('\n\n') }])
  await page.getByRole('heading', { name: 'Review the list' }).waitFor()
  await expectNothingRan(page)
  await page.getByRole('button', { name: /^Add \d+ papers$/ }).click()
  await paperRow(page, 'Title 0').click()
  await expectNothingRan(page)
})

const hostileNotes: Filling = {
  fill(db) {
    const paperId = addPaper(db, { title: 'A Harmless Paper' })
    for (const text of noteTexts) perform(db, 'notes:add', { args: { paperId, text }, at: now() })
  },
}

test.describe('a note', () => {
  test.use({ library: hostileNotes })
  test('follows no link but to the web, and shows no picture', async ({ octavo: { page } }) => {
    await paperRow(page, 'A Harmless Paper').click()
    const notes = openPaper(page).getByRole('region', { name: 'Notes' })
    await expect(notes.getByText('the last note')).toBeVisible()
    for (const link of await notes.locator('a').all()) await link.click({ force: true })
    await expectNothingRan(page)
    expect(new URL(page.url()).pathname).toBe('/index.html')
    await expectUsable(page)
  })
})
