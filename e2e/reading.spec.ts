import { samplePapers, sampleQueue } from './fill-library.ts'
import { expect, test } from './fixtures.ts'
import { messages, openPaper, paperRow, paperRows, sidebarLine } from './pages/library.ts'

const shannon = 'A Mathematical Theory of Communication'
const turing = 'Computing Machinery and Intelligence'
const mccarthy = 'Recursive Functions of Symbolic Expressions'
const lamport = 'Time, Clocks, and the Ordering of Events'

test.use({ library: samplePapers })

test('finds papers by words and opens one', async ({ octavo: { page } }) => {
  await paperRow(page, shannon).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('distributed clock')
  await expect(page.getByRole('grid', { name: 'Papers' })).toHaveAttribute('aria-rowcount', '1')
  await paperRow(page, lamport).click()
  await expect(openPaper(page).getByRole('heading', { name: lamport })).toBeVisible()
  await expect(openPaper(page).getByText('Leslie Lamport')).toBeVisible()
})

test('sets the status by one key, and takes it back', async ({ octavo: { page } }) => {
  await paperRow(page, lamport).click()
  await page.keyboard.press('4')
  await expect(page.getByRole('radio', { name: 'Read', exact: true })).toBeChecked()
  await page.keyboard.press('Control+z')
  await expect(messages(page).getByText('Undone: Mark a paper as read')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'New' })).toBeChecked()
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByRole('radio', { name: 'Read', exact: true })).toBeChecked()
})

test('deletes papers to the trash and takes one out again', async ({ octavo: { page } }) => {
  await paperRow(page, shannon).click()
  await paperRow(page, turing).click({ modifiers: ['Control'] })
  await page.keyboard.press('Delete')
  await expect(messages(page).getByText('Moved 2 papers to the trash')).toBeVisible()
  await expect(paperRows(page)).toHaveCount(6)
  await sidebarLine(page, 'Trash').click()
  await expect(paperRows(page)).toContainText([shannon, turing])
  await paperRow(page, turing).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Take out of the trash' }).click()
  await expect(paperRows(page)).toContainText([shannon])
  await sidebarLine(page, 'All papers').click()
  await expect(paperRow(page, turing)).toBeVisible()
})

test('adds a paper by hand and opens it', async ({ octavo: { page } }) => {
  await paperRow(page, shannon).waitFor()
  await page.keyboard.press('Control+n')
  const dialog = page.getByRole('dialog', { name: 'Add one paper' })
  await dialog.getByRole('textbox', { name: 'Title' }).fill('The Emperor’s Old Clothes')
  await dialog.getByRole('textbox', { name: 'Authors' }).fill('Hoare, Charles Antony Richard')
  await dialog.getByRole('textbox', { name: 'Year' }).fill('1981')
  await dialog.getByRole('button', { name: 'Add paper' }).click()
  await expect(openPaper(page).getByRole('heading', { name: 'The Emperor’s Old Clothes' })).toBeVisible()
  await expect(openPaper(page).getByRole('code')).toHaveText('hoare1981emperors')
  await expect(paperRow(page, 'The Emperor’s Old Clothes')).toContainText('Hoare · 1981')
})

test.describe('with papers that wait to be read', () => {
  test.use({ library: sampleQueue })

  test('changes the order of the queue by keyboard, and takes that back', async ({ octavo: { page } }) => {
    await sidebarLine(page, 'To read').click()
    await paperRow(page, mccarthy).click()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(paperRows(page)).toContainText([shannon, mccarthy, turing])
    await page.keyboard.press('Control+z')
    await expect(messages(page).getByText('Undone: Move a paper in the queue')).toBeVisible()
    await expect(paperRows(page)).toContainText([shannon, turing, mccarthy])
  })

  test('changes the order of the queue by dragging', async ({ octavo: { page } }) => {
    await sidebarLine(page, 'To read').click()
    await paperRow(page, mccarthy).dragTo(paperRow(page, shannon), { targetPosition: { x: 100, y: 8 } })
    await expect(paperRows(page)).toContainText([mccarthy, shannon, turing])
    await paperRow(page, mccarthy).dragTo(paperRow(page, turing), { targetPosition: { x: 100, y: 70 } })
    await expect(paperRows(page)).toContainText([shannon, turing, mccarthy])
  })
})
