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

test('shows how the export will look, anew with each choice, and writes that', async ({
  octavo: { page, answerDialog },
  folder,
}) => {
  await paperRow(page, shannon).waitFor()
  await page.keyboard.press('Control+Shift+e')
  const preview = page.getByRole('region', { name: 'Preview' })
  await expect(page.getByRole('heading', { name: 'Export 8 papers' })).toBeVisible()
  await expect(preview).toContainText('@misc{shannonmathematical,')
  await page.getByText('CSL JSON').click()
  await expect(preview).toContainText('"id": "shannonmathematical"')
  await page.getByText('By citation key').click()
  await expect(preview).toContainText(/^\[\s*\{\s*"id": "coddrelational"/)
  await page.getByText('Markdown', { exact: true }).click()
  await page.getByText('A heading for each status').click()
  await expect(preview).toContainText('## New')

  const path = join(folder, 'reading-list.md')
  await answerDialog([path])
  await page.getByRole('button', { name: 'Save to file…' }).click()
  await expect(messages(page).getByText(`Exported 8 papers to ${path}`)).toBeVisible()
  expect(readFileSync(path, 'utf8')).toContain('- [ ] **A Mathematical Theory of Communication**. Claude Elwood Shannon')
})

test('copies a citation of the chosen paper', async ({ octavo: { page } }) => {
  await paperRow(page, 'Computing Machinery and Intelligence').click()
  await page.keyboard.press('Control+Shift+c')
  await expect(messages(page).getByText('Copied \\cite{turingcomputing}')).toBeVisible()
})
