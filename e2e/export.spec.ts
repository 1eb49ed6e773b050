import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { samplePapers } from './fill-library.ts'
import { expect, test } from './fixtures.ts'
import { messages, paperRow } from './pages/library.ts'

const shannon = 'A Mathematical Theory of Communication'
const lamport = 'Time, Clocks, and the Ordering of Events'

test.use({ library: samplePapers })

test('exports a bibliography to a file', async ({ octavo: { page, answerDialog }, folder }) => {
  const path = join(folder, 'references.bib')
  await answerDialog([path])
  await paperRow(page, lamport).click()
  await page.keyboard.press('Control+e')
  await page.getByRole('button', { name: 'Save to file…' }).click()
  await expect(messages(page).getByText(`Exported one paper to ${path}`)).toBeVisible()
  expect(readFileSync(path, 'utf8')).toContain('Lamport, Leslie')
})

test('copies a bibliography, which can then be pasted', async ({ octavo: { page } }) => {
  await paperRow(page, shannon).click()
  await paperRow(page, lamport).click({ modifiers: ['Control'] })
  await page.keyboard.press('Control+e')
  await page.getByRole('button', { name: 'Copy' }).click()
  await expect(messages(page).getByText('Copied 2 papers to the clipboard')).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.press('Control+v')
  await expect(page.getByRole('textbox', { name: 'Search papers' })).toHaveValue(
    /author = \{Shannon, Claude Elwood\}.*author = \{Lamport, Leslie\}/,
  )
})
