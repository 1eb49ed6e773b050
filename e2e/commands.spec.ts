import { samplePapers } from './fill-library.ts'
import { expect, test } from './fixtures.ts'
import { chooseCommand, messages, paperRow, paperRows } from './pages/library.ts'

const lamport = 'Time, Clocks, and the Ordering of Events'

test.use({ library: samplePapers })

test('runs a command that is found by its words', async ({ octavo: { page } }) => {
  await paperRow(page, lamport).click()
  await chooseCommand(page, 'Mark as reading')
  await expect(page.getByRole('radio', { name: 'Reading' })).toBeChecked()
})

test('shows every shortcut on one sheet', async ({ octavo: { page } }) => {
  await paperRow(page, lamport).waitFor()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet.getByText('Move down in the queue')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
})

test('offers in the context menu what applies to the papers chosen', async ({ octavo: { page } }) => {
  await paperRow(page, lamport).click({ button: 'right' })
  const menu = page.getByRole('menu', { name: 'Papers' })
  await expect(menu.getByRole('menuitem', { name: 'Merge into one paper' })).toBeHidden()
  await menu.getByRole('menuitem', { name: 'Mark as dropped' }).click()
  await expect(page.getByRole('radio', { name: 'Dropped' })).toBeChecked()
})

test('opens the context menu with the keyboard, and gives the focus back', async ({ octavo: { page } }) => {
  await paperRow(page, lamport).click()
  await page.getByRole('grid', { name: 'Papers' }).focus()
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu', { name: 'Papers' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid', { name: 'Papers' })).toBeFocused()
})

test('goes through the list with j and k', async ({ octavo: { page } }) => {
  await paperRows(page).first().click()
  for (const key of ['j', 'j', 'k']) await page.keyboard.press(key)
  await expect(paperRows(page).nth(1)).toHaveAttribute('aria-selected', 'true')
})

test('keeps the theme that was chosen over a restart', async ({ octavo, start }) => {
  await paperRow(octavo.page, lamport).waitFor()
  await chooseCommand(octavo.page, 'Dark theme')
  await expect(octavo.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await octavo.quit()

  const again = await start()
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('follows the theme of the system until one is chosen', async ({ octavo: { page } }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})

test('offers the same commands in the native menu, where Undo is a text’s own while one is typed', async ({ octavo }) => {
  const { page, chooseMenuItem } = octavo
  await paperRow(page, lamport).click()
  await page.keyboard.press('4')
  await chooseMenuItem('Undo')
  await expect(messages(page).getByText('Undone: Mark a paper as read')).toBeVisible()
  await page.keyboard.press('n')
  const note = page.getByRole('textbox', { name: 'Note' })
  await note.pressSequentially('typed')
  await chooseMenuItem('Undo')
  await expect(note).toHaveValue('')
  await page.keyboard.press('Escape')
  await chooseMenuItem('Keyboard shortcuts')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
})
