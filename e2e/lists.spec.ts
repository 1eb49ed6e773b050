import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatRecords, generateRecords } from '../build/generate-records.ts'
import { samplePapers } from './fill-library.ts'
import { expect, test } from './fixtures.ts'
import { messages, paperRow, paperRows, sidebarLine } from './pages/library.ts'
import { dropFiles, reviewSampleList, sampleList, sampleListPath } from './pages/lists.ts'

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
  await expect(paperRow(page, shannon)).toBeVisible()
})

test.describe('with a list in the library', () => {
  test.use({ library: samplePapers })

  test('finds nothing new in the same list', async ({ octavo: { page } }) => {
    await dropFiles(page, [{ name: 'again.txt', text: sampleList }])
    await expect(page.getByText('8 entries: 8 as before.')).toBeVisible()
  })

  test('tells what it does with a long list, and leaves nothing of it when that is cancelled', async ({ octavo, folder }) => {
    const { page } = octavo
    const path = join(folder, 'long.txt')
    writeFileSync(path, formatRecords(generateRecords(10_000, 5)))
    await octavo.answerDialog([path])
    await page.keyboard.press('Control+o')
    const work = page.getByRole('alertdialog')
    await expect(work.getByRole('progressbar')).toContainText('Reading long.txt', { timeout: 30_000 })
    await work.getByRole('button', { name: 'Cancel' }).click()
    await expect(work).toBeHidden()
    await expect(page.getByRole('heading', { name: 'Review the list' })).toBeHidden()
    await expect(paperRows(page)).toHaveCount(8)
    expect(await octavo.libraryDigest()).toBe(octavo.digestAtStart)
  })

  test('removes a list but for a paper with a note, and takes that back', async ({ octavo: { page } }) => {
    await paperRow(page, lamport).click()
    await page.keyboard.press('n')
    await page.getByRole('textbox', { name: 'Note' }).fill('Compare with vector clocks.')
    await page.keyboard.press('Escape')
    await sidebarLine(page, 'classics.txt').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Remove this list' }).click()
    await expect(messages(page).getByText('Removed the list classics.txt')).toBeVisible()
    await expect(paperRows(page)).toContainText([lamport])
    await messages(page).getByRole('button', { name: 'Undo' }).click()
    await expect(messages(page).getByText('Undone: Remove list classics.txt')).toBeVisible()
    await expect(paperRows(page)).toHaveCount(8)
  })
})
