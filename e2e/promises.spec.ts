import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openLibrary } from '../db/open-database.ts'
import { expect, test } from './fixtures.ts'
import { openSettings } from './pages/library.ts'
import { addSampleList } from './pages/lists.ts'

function row(page: Page, title: string) {
  return page.getByRole('grid', { name: 'Papers' }).getByRole('row', { name: title })
}

const lamport = 'Time, Clocks, and the Ordering of Events'

test('keeps what is typed while another program holds the library, over a kill', async ({ octavo, start }) => {
  const { page } = octavo
  await addSampleList(page)
  await row(page, lamport).click()
  const other = openLibrary(octavo.libraryPath)
  other.exec('BEGIN IMMEDIATE')
  await page.keyboard.press('n')
  const note = page.getByRole('textbox', { name: 'Note' })
  await note.pressSequentially('Begun while the library was busy,')
  await page.waitForTimeout(400)
  await note.pressSequentially(' and gone on with.')
  await page.waitForTimeout(400)
  await octavo.kill()
  other.exec('ROLLBACK')
  other.close()

  const again = await start()
  await row(again.page, lamport).click()
  const paper = again.page.getByRole('article', { name: 'Paper' })
  await expect(paper.getByText('Begun while the library was busy, and gone on with.')).toHaveCount(1)
})

test('proposes keys by a pattern of the user’s own, and leaves those that are there', async ({ octavo: { page } }) => {
  await addSampleList(page)
  await row(page, lamport).click()
  const paper = page.getByRole('article', { name: 'Paper' })
  const key = paper.getByRole('code').first()
  await expect(key).toHaveText('lamporttime')
  await openSettings(page, 'Citation keys')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  const pattern = settings.getByRole('textbox', { name: 'Citation keys of new papers' })
  await pattern.fill('[auth')
  await expect(settings.getByRole('alert')).toHaveText('A bracket is open: close it with ].')
  await pattern.fill('[auth:capitalize]_[yy]')
  await expect(settings.getByRole('list', { name: 'What the pattern makes' }).getByRole('listitem')).toHaveCount(5)
  await pattern.press('Enter')
  await expect(page.getByRole('region', { name: 'Messages' }).getByText('New papers get their keys by this pattern')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(key).toHaveText('lamporttime')
  await page.keyboard.press('Control+n')
  await page.getByRole('textbox', { name: 'Title' }).fill('Can Programming Be Liberated')
  await page.getByRole('textbox', { name: 'Authors' }).fill('Backus, John')
  await page.getByRole('textbox', { name: 'Year' }).fill('1978')
  await page.getByRole('button', { name: 'Add paper', exact: true }).click()
  await expect(key).toHaveText('Backus_78')
})

test('shows a new library in place of the present one, and goes back to that', async ({ octavo, folder }) => {
  const { page, answerDialog } = octavo
  await addSampleList(page)
  await openSettings(page, 'Library')
  const other = join(folder, 'other.db')
  await answerDialog([other])
  await page.getByRole('button', { name: 'New library…' }).click()
  await expect(page.getByRole('heading', { name: 'Start with the lists you have' })).toBeVisible()
  await openSettings(page, 'Library')
  await expect(page.getByText(other)).toBeVisible()
  await answerDialog([octavo.libraryPath])
  await page.getByRole('button', { name: 'Open another library…' }).click()
  await expect(row(page, lamport)).toBeVisible()
})

test('stays with its library when another file is none', async ({ octavo: { page, answerDialog }, folder }) => {
  await addSampleList(page)
  const other = join(folder, 'thesis.txt')
  writeFileSync(other, 'Chapter one of a thesis, which is no library.')
  await openSettings(page, 'Library')
  await answerDialog([other])
  await page.getByRole('button', { name: 'Open another library…' }).click()
  await expect(page.getByRole('alert')).toContainText('is not an Octavo library')
  await page.keyboard.press('Escape')
  await expect(row(page, lamport)).toBeVisible()
})

test('takes the sample list through the review', async ({ octavo: { page } }) => {
  await page.getByRole('button', { name: 'Try it with a sample list' }).click()
  await page.getByRole('button', { name: 'Add 8 papers' }).click()
  await expect(row(page, lamport)).toBeVisible()
})

test('puts what is typed right after T into the field', async ({ octavo: { page } }) => {
  await addSampleList(page)
  await row(page, lamport).click()
  await page.keyboard.type('kjt4f o', { delay: 0 })
  await expect(page.getByRole('combobox', { name: 'Add a tag' })).toHaveValue('4f o')
  await expect(page.getByRole('radio', { name: 'New' })).toBeChecked()
})

test('says in a sentence that a paper cannot be shown, and shows the next one', async ({ octavo: { page } }) => {
  await addSampleList(page)
  await page.evaluate(() => {
    Date.prototype.toLocaleDateString = () => {
      throw new Error('There are no dates today.')
    }
  })
  await row(page, lamport).click()
  const trouble = page.getByRole('alert').filter({ hasText: 'Something went wrong here' })
  await expect(trouble.getByRole('button', { name: 'Copy details' })).toBeVisible()
  await expect(row(page, lamport)).toBeVisible()
  await trouble.getByRole('button', { name: 'Reload' }).click()
  await row(page, lamport).click()
  await expect(page.getByRole('article', { name: 'Paper' }).getByRole('heading', { name: lamport })).toBeVisible()
})

test('keeps a title that was being typed over a kill, and forgets one that was given up', async ({ octavo, start }) => {
  const { page } = octavo
  await addSampleList(page)
  await row(page, lamport).click()
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Title' }).pressSequentially('Given up')
  await page.waitForTimeout(400)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeHidden()
  await row(page, 'A Mathematical Theory of Communication').click()
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Title' }).pressSequentially('The Mathematical Theory')
  await page.waitForTimeout(400)
  await octavo.kill()

  const again = await start()
  await expect(row(again.page, 'The Mathematical Theory')).toBeVisible()
  await expect(row(again.page, lamport)).toBeVisible()
})
