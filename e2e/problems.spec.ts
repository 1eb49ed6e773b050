import { addPaper, type Filling } from './fill-library.ts'
import { expect, test } from './fixtures.ts'
import { messages, paperRow, sidebarLine } from './pages/library.ts'

const untidy: Filling = {
  fill(db) {
    addPaper(db, { title: 'Go To Statement Considered Harmful.', authors: 'DIJKSTRA, Edsger W.', year: '1968', pages: '147-148' })
    addPaper(db, { title: 'Structured Programming with go to Statements.', authors: 'Knuth, Donald E.', year: '1974' })
    addPaper(db, { title: 'Notes on Structured Programming.', authors: 'Dijkstra, Edsger W.' })
  },
}

test.use({ library: untidy })

test('fixes all problems of a kind in one step, and takes that back', async ({ octavo: { page } }) => {
  await sidebarLine(page, 'Problems…').click()
  const dialog = page.getByRole('dialog', { name: 'Problems' })
  await dialog.getByRole('button', { name: 'Title ends in a full stop 3' }).click()
  await dialog.getByRole('button', { name: 'Fix all 3…' }).click()
  await expect(dialog.getByRole('list', { name: 'Fixes' })).toContainText('Go To Statement Considered Harmful')
  await dialog.getByText('Notes on Structured Programming. ·').click()
  await dialog.getByRole('button', { name: 'Fix 2 papers' }).click()
  await expect(dialog.getByRole('button', { name: 'Title ends in a full stop 1' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(paperRow(page, 'Structured Programming with go to Statements')).not.toContainText('Statements.')
  await expect(messages(page).getByText('Fixed “Title ends in a full stop” in 2 papers')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(paperRow(page, 'Structured Programming with go to Statements')).toContainText('Statements.')
})

test('goes through problems from the keyboard: fixes, types, ignores and takes back', async ({ octavo: { page } }) => {
  await paperRow(page, 'Notes on Structured Programming').waitFor()
  await page.keyboard.press('Control+Shift+l')
  const dialog = page.getByRole('dialog', { name: 'Problems' })
  await expect(dialog.getByRole('option', { name: 'Notes on Structured Programming' })).toBeVisible()
  await page.keyboard.press('e')
  await dialog.getByRole('textbox', { name: 'Year' }).fill('1970')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: /^No year/ })).toBeHidden()

  const titles = dialog.getByRole('button', { name: /^Title ends in a full stop/ })
  await titles.click()
  await expect(dialog.getByRole('region', { name: 'Problem' })).toContainText('The title ends in a full stop.')
  await page.keyboard.press('j')
  await page.keyboard.press('f')
  await expect(titles).toContainText('2')
  await page.keyboard.press('x')
  await expect(titles).toContainText('1')
  await page.keyboard.press('Control+z')
  await expect(titles).toContainText('2')
})

test('says why a typed value cannot be', async ({ octavo: { page } }) => {
  await sidebarLine(page, 'Problems…').click()
  const dialog = page.getByRole('dialog', { name: 'Problems' })
  await dialog.getByRole('button', { name: 'Type it' }).click()
  await dialog.getByRole('textbox', { name: 'Year' }).fill('soon')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('“soon” is not a year')
})
