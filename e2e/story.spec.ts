import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { addSampleList, dropFiles, reviewSampleList, sampleList, sampleListPath } from './pages/lists.ts'

function row(page: Page, title: string) {
  return page.getByRole('grid', { name: 'Papers' }).getByRole('row', { name: title })
}

const shannon = 'A Mathematical Theory of Communication'
const lamport = 'Time, Clocks, and the Ordering of Events'

test('shows what was read of a dropped list before it adds the papers', async ({ octavo: { page } }) => {
  await reviewSampleList(page)
})

test('adds nothing when the review is left', async ({ octavo: { page } }) => {
  await dropFiles(page, [{ name: 'classics.txt', text: sampleList }])
  await expect(page.getByRole('heading', { name: 'Review the list' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { name: 'Start with the lists you have' })).toBeVisible()
})

test('reads a list that is chosen in a dialog', async ({ octavo: { page, answerDialog } }) => {
  await answerDialog([sampleListPath])
  await page.getByRole('button', { name: 'Choose files…' }).click()
  await expect(page.getByRole('button', { name: 'Add 8 papers' })).toBeVisible()
})

test('reads a list that is pasted', async ({ octavo: { page } }) => {
  await page.getByRole('button', { name: 'Paste text…' }).click()
  await page.getByRole('textbox', { name: 'Text of the list' }).fill(sampleList)
  await page.getByRole('button', { name: 'Review' }).click()
  await expect(page.getByRole('button', { name: 'Add 8 papers' })).toBeVisible()
})

test.describe('started with a file', () => {
  test.use({ lists: [sampleListPath] })
  test('shows what was read of it', async ({ octavo: { page } }) => {
    await expect(page.getByRole('button', { name: 'Add 8 papers' })).toBeVisible()
  })
})

test('takes a good list and tells what is wrong with a bad one beside it', async ({ octavo: { page } }) => {
  await dropFiles(page, [
    { name: 'classics.txt', text: sampleList },
    { name: 'empty.txt', text: '' },
  ])
  await expect(page.getByText('1 list could not be read.')).toBeVisible()
  await page.getByRole('button', { name: 'Add 8 papers' }).click()
  await expect(row(page, shannon)).toBeVisible()
})

test('finds papers by words and opens one', async ({ octavo: { page } }) => {
  await addSampleList(page)
  await page.keyboard.press('/')
  await page.keyboard.type('distributed clock')
  await expect(page.getByRole('grid', { name: 'Papers' })).toHaveAttribute('aria-rowcount', '1')
  await row(page, lamport).click()
  const paper = page.getByRole('article', { name: 'Paper' })
  await expect(paper.getByRole('heading', { name: lamport })).toBeVisible()
  await expect(paper.getByText('Leslie Lamport')).toBeVisible()
})

test('sets the status by one key, and takes it back', async ({ octavo: { page } }) => {
  await addSampleList(page)
  await row(page, lamport).click()
  await page.keyboard.press('4')
  await expect(page.getByRole('radio', { name: 'Read', exact: true })).toBeChecked()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('region', { name: 'Messages' }).getByText('Undone: Mark a paper as read')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'New' })).toBeChecked()
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByRole('radio', { name: 'Read', exact: true })).toBeChecked()
})

test('keeps a tag, a note and an edited title over a restart', async ({ octavo, start }) => {
  const { page } = octavo
  await addSampleList(page)
  await row(page, lamport).click()
  await page.keyboard.press('t')
  await page.getByRole('combobox', { name: 'Add a tag' }).fill('systems/time')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Note' }).fill('Read beside the paper on snapshots.')
  await page.keyboard.press('Escape')
  await row(page, shannon).click()
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Title' }).fill('The Mathematical Theory of Communication')
  await page.keyboard.press('Enter')
  await expect(row(page, 'The Mathematical Theory of Communication')).toBeVisible()
  await octavo.quit()

  const again = await start()
  await expect(row(again.page, 'The Mathematical Theory of Communication')).toBeVisible()
  await row(again.page, lamport).click()
  const paper = again.page.getByRole('article', { name: 'Paper' })
  await expect(paper.getByText('systems/time')).toBeVisible()
  await expect(paper.getByText('Read beside the paper on snapshots.')).toBeVisible()
})

test('exports a bibliography to a file', async ({ octavo: { page, answerDialog }, folder }) => {
  await addSampleList(page)
  const path = join(folder, 'references.bib')
  await answerDialog([path])
  await row(page, lamport).click()
  await page.keyboard.press('Control+e')
  await page.getByRole('button', { name: 'Save to file…' }).click()
  await expect(page.getByRole('region', { name: 'Messages' }).getByText(`Exported one paper to ${path}`)).toBeVisible()
  expect(readFileSync(path, 'utf8')).toContain('Lamport, Leslie')
})

test('loses nothing older than a second when it is killed while a note is written', async ({ octavo, start }) => {
  await addSampleList(octavo.page)
  await row(octavo.page, lamport).click()
  await octavo.page.keyboard.press('n')
  await octavo.page.getByRole('textbox', { name: 'Note' }).pressSequentially('Written a second before the end.')
  await octavo.page.waitForTimeout(1000)
  await octavo.kill()

  const again = await start()
  await row(again.page, lamport).click()
  await expect(again.page.getByRole('article', { name: 'Paper' }).getByText('Written a second before the end.')).toBeVisible()
})
