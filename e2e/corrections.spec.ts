import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { dropFiles } from './pages/lists.ts'

/** Plainly made up; the first title is broken over two lines, which are read as a heading and a title. */
const rivers =
  'We measure fine sand on wide deltas. Samples from nine banks were dried, sieved and weighed twice. Most grains are quartz, rounded by long transport, and coarse layers mark winter storms of the last century.'
const birds = `Counting migrating birds with cheap microphones
We record night calls above an island for two autumns. A small classifier sorts clips into forty species. Its counts agree with radar within a tenth, at a hundredth of the price.`
const knitting = `A compiler for knitting machines with proofs
We describe a typed language whose programs knit. Loops that would fall off the needle are rejected before any yarn moves. Twelve garments were made, none of them unravelled later.`
const glass = `Glass that mends itself in the dark
We heat cracked panes below their melting point. Edges close within an hour, and strength returns to nine tenths. The effect needs no light and no pressure, only time and clean surfaces.`
const list = `Sediments of slow rivers\nDeltas of the warm south\n${rivers}\n${birds}\n${knitting}\n`

function papers(page: Page) {
  return page.getByRole('grid', { name: 'Papers' })
}

async function giveRole(page: Page, line: number, role: string): Promise<void> {
  await page.getByRole('button', { name: `Use as… line ${line}`, exact: true }).click()
  await page.getByRole('menuitem', { name: role, exact: true }).first().click()
}

async function paste(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+Shift+v')
  await page.getByRole('textbox', { name: 'Text of the list' }).fill(text)
  await page.getByRole('button', { name: 'Review' }).click()
}

/** The list pasted, its first title put together from both lines, and in the library. */
async function importCorrected(page: Page): Promise<void> {
  await paste(page, list)
  await expect(page.getByRole('definition').filter({ hasText: /^Deltas of the warm south$/ })).toBeVisible()
  await giveRole(page, 1, 'Title')
  await expect(page.getByRole('definition').filter({ hasText: 'Sediments of slow rivers Deltas of the warm south' })).toBeVisible()
  await page.getByRole('button', { name: 'Add 3 papers' }).click()
  await expect(papers(page).getByRole('row', { name: 'Sediments of slow rivers Deltas of the warm south' })).toBeVisible()
}

test('imports a list as it was corrected, takes it back, and keeps the correction when an edited list comes', async ({
  octavo: { page },
}) => {
  await importCorrected(page)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { name: 'Start with the lists you have' })).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(papers(page)).toHaveAttribute('aria-rowcount', '3')

  await paste(page, `${list}${glass}\n`)
  await expect(page.getByText('A new version of a list that you have.')).toBeVisible()
  await expect(page.getByText('4 entries: 1 new, 3 as before.')).toBeVisible()
  await page.getByRole('button', { name: 'Add 1 paper' }).click()
  await expect(papers(page)).toHaveAttribute('aria-rowcount', '4')
  await expect(papers(page).getByRole('row', { name: 'Sediments of slow rivers Deltas of the warm south' })).toBeVisible()
})

test('steps back through the corrections of a review', async ({ octavo: { page } }) => {
  await paste(page, list)
  await giveRole(page, 1, 'Title')
  await expect(page.getByText('1 line set aside.')).toBeHidden()
  await page.getByRole('region', { name: 'Pasted text' }).focus()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByText('1 entry left out.')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('1 entry left out.')).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('1 line set aside.')).toBeVisible()
})

test('takes a merge apart, and removes a list', async ({ octavo: { page } }) => {
  await importCorrected(page)
  await dropFiles(page, [{ name: 'abstracts.txt', text: `Abstract: ${rivers}\nAbstract: ${glass.split('\n')[1]}\n` }])
  await expect(page.getByText('Same as “Sediments of slow rivers Deltas of the warm south”')).toBeVisible()
  await page.getByRole('button', { name: 'Add 1 paper' }).click()
  await papers(page).getByRole('row', { name: 'Sediments of slow rivers' }).click()
  await page.getByRole('button', { name: /^Origin of Title/ }).click()
  await expect(page.getByRole('dialog', { name: 'Origin of Title' })).toContainText('Sediments of slow rivers')
  await page.keyboard.press('Escape')

  await page.getByRole('listitem').filter({ hasText: 'abstracts.txt' }).getByRole('button', { name: 'Take apart' }).click()
  await expect(papers(page)).toHaveAttribute('aria-rowcount', '5')

  await page.getByRole('button', { name: /^abstracts\.txt/ }).click()
  await expect(papers(page)).toHaveAttribute('aria-rowcount', '2')
  await page.getByRole('button', { name: /^abstracts\.txt/ }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Remove this list' }).click()
  await page.getByRole('button', { name: /^All papers/ }).click()
  await expect(papers(page)).toHaveAttribute('aria-rowcount', '3')
})

test('works through what needs a look from the keyboard', async ({ octavo: { page } }) => {
  await dropFiles(page, [{ name: 'abstracts.txt', text: `Abstract: ${rivers}\nAbstract: ${glass.split('\n')[1]}\n` }])
  await page.getByRole('button', { name: 'Add 2 papers' }).click()
  await page.getByRole('button', { name: /^Needs a look/ }).click()
  await page.keyboard.press('j')
  await page.keyboard.press('y')
  await expect(page.getByText('No title of their own · 1')).toBeVisible()
  await expect(page.getByText('No authors · 1')).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('x')
  await expect(papers(page)).toHaveAttribute('aria-rowcount', '1')
  await page.keyboard.press('y')
  await expect(page.getByRole('heading', { name: 'Nothing needs a look' })).toBeVisible()
})
