import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { withoutExportedKey } from '../db/citation-keys.ts'
import { openLibraryForReading } from '../db/open-database.ts'
import { listPapers } from '../db/queries/papers.ts'
import { samplePapers } from './fill-library.ts'
import { expect, test } from './fixtures.ts'
import { chooseCommand, messages, openSettings, paperRow } from './pages/library.ts'

const shannon = 'A Mathematical Theory of Communication'
const turing = 'Computing Machinery and Intelligence'

test.use({ library: samplePapers })

function searchBox(page: Page) {
  return page.getByRole('textbox', { name: 'Search papers' })
}

/** What a program that takes the drag would be given. */
async function dragText(page: Page, title: string): Promise<string> {
  const dataTransfer = await page.evaluateHandle(() => new DataTransfer())
  await paperRow(page, title).dispatchEvent('dragstart', { dataTransfer })
  return dataTransfer.evaluate((transfer) => transfer.getData('text/plain'))
}

async function setDragged(page: Page, syntax: string): Promise<void> {
  await openSettings(page, 'Citing')
  await page.getByRole('radiogroup', { name: 'Citations that are copied' }).getByText(syntax).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}

function keysNotIssued(libraryPath: string): readonly string[] {
  const db = openLibraryForReading(libraryPath)
  const keys = withoutExportedKey(db, listPapers(db, {})).map(({ citationKey }) => citationKey)
  db.close()
  return keys
}

test('copies a formatted reference, which is pasted with its emphasis where that is taken', async ({ octavo: { page } }) => {
  await paperRow(page, turing).click()
  await chooseCommand(page, 'Copy as a formatted reference')
  const reference = 'Turing, A. M. (n.d.). Computing Machinery and Intelligence.'
  await expect(messages(page).getByText(`Copied ${reference}`)).toBeVisible()
  const pasted = page.evaluate(
    () =>
      new Promise<string>((resolve) =>
        window.addEventListener('paste', (event) => resolve(event.clipboardData?.getData('text/html') ?? ''), { once: true }),
      ),
  )
  await searchBox(page).focus()
  await page.keyboard.press('Control+v')
  await expect(searchBox(page)).toHaveValue(reference)
  expect(await pasted).toContain('<i>Computing Machinery and Intelligence</i>')
})

test('copies a citation in the style of the settings', async ({ octavo: { page } }) => {
  await openSettings(page, 'Citing')
  await page.getByRole('radiogroup', { name: 'Style of formatted references' }).getByText('IEEE').click()
  await page.keyboard.press('Escape')
  await paperRow(page, shannon).click()
  await paperRow(page, turing).click({ modifiers: ['Control'] })
  await chooseCommand(page, 'Copy as a formatted citation')
  await expect(messages(page).getByText('Copied citations of 2 papers')).toBeVisible()
  await searchBox(page).focus()
  await page.keyboard.press('Control+v')
  await expect(searchBox(page)).toHaveValue('[1], [2]')
})

test('exports references in a style, seen before they are written', async ({ octavo: { page, answerDialog }, folder }) => {
  const path = join(folder, 'references.html')
  await answerDialog([path])
  await paperRow(page, turing).click()
  await page.keyboard.press('Control+e')
  await page.getByText('Formatted', { exact: true }).click()
  const preview = page.getByRole('region', { name: 'Preview' })
  await expect(preview).toContainText('Turing, A. M. (n.d.). Computing Machinery and Intelligence.')
  await page.getByText('IEEE').click()
  await expect(preview).toContainText('[1] A. M. Turing, “Computing Machinery and Intelligence.”')
  await page.getByRole('button', { name: 'Save to file…' }).click()
  await expect(messages(page).getByText(`Exported one paper to ${path}`)).toBeVisible()
  expect(readFileSync(path, 'utf8')).toContain('<p>[1] A. M. Turing, “Computing Machinery and Intelligence.”')
})

test('gives a paper that is dragged into a text as a citation, and issues its key', async ({ octavo }) => {
  const { page, libraryPath } = octavo
  expect(keysNotIssued(libraryPath)).toContain('turingcomputing')
  await paperRow(page, turing).dragTo(searchBox(page))
  await expect(searchBox(page)).toHaveValue('\\cite{turingcomputing}')
  await expect.poll(() => keysNotIssued(libraryPath)).not.toContain('turingcomputing')
})

test('cites all chosen papers in the syntax of the settings when they are dragged', async ({ octavo: { page } }) => {
  await setDragged(page, 'Pandoc')
  await paperRow(page, turing).click()
  await paperRow(page, shannon).click({ modifiers: ['Control'] })
  await expect.poll(() => dragText(page, turing)).toBe('[@shannonmathematical; @turingcomputing]')
  await setDragged(page, 'Typst')
  await expect.poll(() => dragText(page, 'Time, Clocks, and the Ordering of Events')).toBe('@lamporttime')
})

test('brings what readers see where the settings say so, copied by its key or dragged', async ({ octavo: { page } }) => {
  await setDragged(page, 'Formatted')
  await paperRow(page, turing).click()
  await expect.poll(() => dragText(page, turing)).toBe('(Turing, n.d.)')
  await page.keyboard.press('Control+Shift+c')
  await expect(messages(page).getByText('Copied (Turing, n.d.)')).toBeVisible()
})
