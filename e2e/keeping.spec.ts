import { samplePapers } from './fill-library.ts'
import { expect, test } from './fixtures.ts'
import { openPaper, paperRow } from './pages/library.ts'
import { readNotes, typeSteadily } from './pages/notes.ts'

const shannon = 'A Mathematical Theory of Communication'
const lamport = 'Time, Clocks, and the Ordering of Events'

test.use({ library: samplePapers })

test('keeps a tag, a note and an edited title over a restart', async ({ octavo, start }) => {
  const { page } = octavo
  await paperRow(page, lamport).click()
  await page.keyboard.press('t')
  await page.getByRole('combobox', { name: 'Add a tag' }).fill('systems/time')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Note' }).fill('Read beside the paper on snapshots.')
  await page.keyboard.press('Escape')
  await paperRow(page, shannon).click()
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Title' }).fill('The Mathematical Theory of Communication')
  await page.keyboard.press('Enter')
  await expect(paperRow(page, 'The Mathematical Theory of Communication')).toBeVisible()
  await octavo.quit()

  const again = await start()
  await expect(paperRow(again.page, 'The Mathematical Theory of Communication')).toBeVisible()
  await paperRow(again.page, lamport).click()
  await expect(openPaper(again.page).getByText('systems/time')).toBeVisible()
  await expect(openPaper(again.page).getByText('Read beside the paper on snapshots.')).toBeVisible()
})

test('has what was typed within a second in the library, where a kill leaves it', async ({ octavo, start }) => {
  await paperRow(octavo.page, lamport).click()
  await octavo.page.keyboard.press('n')
  await octavo.page.getByRole('textbox', { name: 'Note' }).pressSequentially('Written a second before the end.')
  await expect
    .poll(() => readNotes(octavo.libraryPath), { timeout: 1000, intervals: [50] })
    .toEqual(['Written a second before the end.'])
  await octavo.kill()

  const again = await start()
  await paperRow(again.page, lamport).click()
  await expect(openPaper(again.page).getByText('Written a second before the end.')).toBeVisible()
})

test('loses nothing older than a second when it is killed in the middle of a word', async ({ octavo }) => {
  await paperRow(octavo.page, lamport).click()
  await octavo.page.keyboard.press('n')
  const keys = await typeSteadily(octavo.page.getByRole('textbox', { name: 'Note' }), { keys: 40, pause: 60 })
  const killedAt = Date.now()
  await octavo.kill()
  const [kept = ''] = readNotes(octavo.libraryPath)
  const promised = keys.filter(({ at }) => at <= killedAt - 1000).map(({ key }) => key)
  expect(promised.length).toBeGreaterThan(10)
  expect(kept).toContain(promised.join(''))
})
