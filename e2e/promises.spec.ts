import type { Page } from '@playwright/test'
import { openLibrary } from '../db/open-database.ts'
import { expect, test } from './fixtures.ts'
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
