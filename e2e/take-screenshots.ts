/** `npm run screenshots`: the README's pictures, of a real run on a library in use. They differ by browser: take them on Chromium. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from '@playwright/test'
import { checkout, findEngine } from './engine.ts'
import { fillLibrary } from './fill-library.ts'
import { openPaper, paperRow, sidebarLine } from './pages/library.ts'
import { dropFiles } from './pages/lists.ts'
import { chosenTitle, listsToReview, showcase } from './showcase.ts'

const pictures = fileURLToPath(new URL('../build/screenshots', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'octavo-screenshots-'))
const libraryPath = join(folder, 'library.db')
fillLibrary(libraryPath, showcase)
const engine = await findEngine()
if (engine === null) throw new Error('There is no browser to take pictures with: run npm ci again, or install Chromium.')
const { page, quit } = await engine.launch({
  application: checkout,
  args: [`--user-data-dir=${join(folder, 'user-data')}`, '--library', libraryPath],
})
try {
  await takePictures(page)
  console.log(`The pictures are in ${pictures}.`)
} finally {
  await quit()
  rmSync(folder, { recursive: true, force: true })
}

async function takePictures(page: Page): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await paperRow(page, chosenTitle).click()
  await openPaper(page).getByText('cite for the screening step').waitFor()
  await take(page, 'library-light')
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await take(page, 'library-dark')
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await openPaper(page)
    .getByRole('region', { name: 'Notes' })
    .evaluate((notes) => notes.scrollIntoView({ block: 'center' }))
  await take(page, 'paper-with-note', page.getByRole('main'))
  await page.setViewportSize({ width: 900, height: 600 })
  await sidebarLine(page, 'To read').click()
  await paperRow(page, 'Causal Diagrams').click()
  await take(page, 'queue-900x600')
  await page.setViewportSize({ width: 1440, height: 900 })
  await dropFiles(page, listsToReview())
  await page.getByRole('button', { name: /^Add \d+ papers$/ }).waitFor()
  await take(page, 'import-review')
}

/** When nothing moves any more: fonts are there, and what they changed is painted. The pointer rests where nothing is. */
async function take(page: Page, name: string, shown: Page | Locator = page): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
  })
  await shown.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled', caret: 'hide', scale: 'css' })
}
