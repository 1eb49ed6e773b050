import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { samplePapers } from './fill-library.ts'
import { expect, type Octavo, test } from './fixtures.ts'
import { messages, openSettings, paperRow, paperRows } from './pages/library.ts'

const lamport = 'Time, Clocks, and the Ordering of Events'

test.use({ library: samplePapers })

async function keepFile({ page, answerDialog }: Octavo, path: string): Promise<void> {
  await answerDialog([path])
  await paperRow(page, lamport).click()
  await page.keyboard.press('Control+Shift+e')
  await page.getByText('Keep the file up to date').click()
  await page.getByRole('button', { name: 'Save to file…' }).click()
  await expect(messages(page).getByText(`${path} is written, and from now on after each change`)).toBeVisible()
}

async function typeTitle(page: Page, title: string): Promise<void> {
  await paperRow(page, lamport).click()
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Title' }).fill(title)
  await page.keyboard.press('Enter')
  await expect(paperRow(page, title)).toBeVisible()
}

function notices(page: Page) {
  return page.getByRole('region', { name: 'Files that are not up to date' })
}

test('rewrites a kept file within two seconds of an edit', async ({ octavo, folder }) => {
  const path = join(folder, 'references.bib')
  await keepFile(octavo, path)
  expect(readFileSync(path, 'utf8')).toContain('{lamporttime,')
  await typeTitle(octavo.page, `${lamport} in Time`)
  await expect.poll(() => readFileSync(path, 'utf8'), { timeout: 2000 }).toContain(`${lamport} in Time`)
  await expect(notices(octavo.page)).toBeHidden()
})

test('leaves a file alone that somebody else changed, until the user says to overwrite it', async ({ octavo, folder }) => {
  const { page } = octavo
  const path = join(folder, 'references.bib')
  await keepFile(octavo, path)
  writeFileSync(path, 'mine')
  await typeTitle(page, `${lamport} in Time`)
  const sentence = `${path} was changed by another program since Octavo wrote it, and was left as it is.`
  await expect(notices(page).getByRole('alert')).toContainText(sentence)
  expect(readFileSync(path, 'utf8')).toBe('mine')

  await notices(page).getByRole('button', { name: 'Show differences' }).click()
  const difference = page.getByRole('dialog', { name: 'What differs in references.bib' })
  await expect(difference).toContainText('Overwriting it takes out 1 line (−) and puts in')
  await expect(difference.getByRole('listitem').first()).toContainText('mine')
  await expect(difference).toContainText(`title = {${lamport} in Time}`)
  await page.keyboard.press('Escape')
  await expect(difference).toBeHidden()

  await notices(page).getByRole('button', { name: 'Save ours beside it' }).click()
  const beside = join(folder, 'references (from Octavo).bib')
  await expect(messages(page).getByText(`Octavo’s version is in ${beside}`)).toBeVisible()
  expect(readFileSync(beside, 'utf8')).toContain(`${lamport} in Time`)
  await expect(notices(page)).toBeVisible()

  await notices(page).getByRole('button', { name: 'Overwrite' }).click()
  await expect(notices(page)).toBeHidden()
  expect(readFileSync(path, 'utf8')).toContain(`${lamport} in Time`)
})

test('leaves a file to whoever changed it, also while Octavo was closed', async ({ start, folder }) => {
  const path = join(folder, 'references.bib')
  const first = await start()
  await keepFile(first, path)
  await first.quit()
  writeFileSync(path, 'mine')
  const { page } = await start()
  await notices(page).getByRole('button', { name: 'Keep theirs' }).click()
  await expect(notices(page)).toBeHidden()
  await typeTitle(page, `${lamport} in Time`)
  await openSettings(page, 'Kept files')
  await expect(page.getByRole('region', { name: 'Files kept up to date' })).toContainText('None.')
  expect(readFileSync(path, 'utf8')).toBe('mine')
})

test('lists kept files in the settings, each with what it holds', async ({ octavo, folder }) => {
  const { page } = octavo
  const path = join(folder, 'references.bib')
  await page.getByRole('textbox', { name: 'Search papers' }).fill('relational')
  await expect(paperRows(page)).toHaveCount(1)
  await octavo.answerDialog([path])
  await page.keyboard.press('Control+Shift+e')
  await page.getByText('Keep the file up to date').click()
  await page.getByRole('button', { name: 'Save to file…' }).click()
  await expect.poll(() => existsSync(path)).toBe(true)
  await openSettings(page, 'Kept files')
  const files = page.getByRole('region', { name: 'Files kept up to date' })
  await expect(files).toContainText(path)
  await expect(files).toContainText('BibTeX · relational* in All papers')
  await files.getByRole('button', { name: 'Stop' }).click()
  await expect(files).toContainText('None.')
})
