import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { perform } from '../electron/ipc/perform.ts'
import { addPaper, type Filling, now } from './fill-library.ts'
import { expect, test } from './fixtures.ts'
import { chooseCommand, messages, openPaper, openSettings, paperRow, paperRows, sidebarLine } from './pages/library.ts'
import { dropFiles, sampleList } from './pages/lists.ts'
import { expectNothingCutOff, layoutShifts, stopsWithoutRing } from './pages/screen.ts'
import { chosenTitle, listsToReview, showcase } from './showcase.ts'

/** What axe finds in the window as it stands, in the light theme and in the dark one: WCAG 2.2 A and AA, and good practice. */
async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    // Without the legacy mode axe opens a second page, which Octavo refuses.
    const axe = new AxeBuilder({ page }).setLegacyMode(true)
    const { violations, passes } = await axe.analyze()
    expect(passes.map(({ id }) => id)).toContain('color-contrast')
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })))
    expect(found, colorScheme).toEqual([])
  }
}

async function expectReadable(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNothingCutOff(page)
}

async function expectRings(page: Page): Promise<void> {
  const { stops, bare } = await stopsWithoutRing(page)
  expect(stops).toBeGreaterThan(0)
  expect(bare).toEqual([])
}

test('can be read while the library is empty', async ({ octavo: { page } }) => {
  await page.getByRole('button', { name: 'Choose files…' }).waitFor()
  await expectReadable(page)
  await expectRings(page)
})

test('lets read in the review of a list beside a file that is none', async ({ octavo: { page } }) => {
  await dropFiles(page, [
    { name: 'classics.txt', text: `Papers of the week\n${sampleList}` },
    { name: 'empty.txt', text: '' },
  ])
  await page.getByRole('button', { name: 'Add 8 papers' }).waitFor()
  await expectReadable(page)
})

/** A kept file that somebody else changed: more than is seen at once, and a long line. */
const withConflict: Filling = {
  fill(db, folder) {
    showcase.fill(db, folder)
    const written = { format: 'bibtex', order: 'key', abstracts: false, notes: false, keywords: true, byStatus: false } as const
    const path = join(folder, 'references.bib')
    writeFileSync(path, `${'@comment{what somebody else wrote}\n'.repeat(40)}@misc{long, title = {${longTitle.repeat(3)}}}\n`)
    const request = { ...written, search: { view: 'all', query: '' } } as const
    const { value: id } = perform(db, 'keptExports:keep', { args: { path, request }, at: now() })
    perform(db, 'keptExports:record', { args: { id, trouble: null, message: null, sha256: 'of other bytes' }, at: now() })
  },
}

test.describe('with a kept file that somebody else changed', () => {
  test.use({ library: withConflict })

  test('lets read with its notice, and in the settings', async ({ octavo: { page } }) => {
    await page.getByRole('button', { name: 'Keep theirs' }).waitFor()
    await expectReadable(page)
    await openSettings(page, 'Kept files')
    await page.getByRole('region', { name: 'Files kept up to date' }).waitFor()
    await expectReadable(page)
    await expectRings(page)
  })

  test('lets read what differs in it, also while there is a message', async ({ octavo: { page } }) => {
    await paperRow(page, chosenTitle).click()
    await page.keyboard.press('Delete')
    await messages(page).getByText('Moved one paper to the trash').waitFor()
    await page.getByRole('button', { name: 'Show differences' }).click()
    const dialog = page.getByRole('dialog', { name: 'What differs in references.bib' })
    await dialog.getByText('@misc{long').waitFor()
    await holdMessage(page)
    await expectReadable(page)
    await expect(dialog.getByText('Moved one paper to the trash')).toBeVisible()
    await expectRings(page)
  })
})

const longTitle = `On the ${'Incremental Verification of Concurrent and Probabilistic Programs, '.repeat(4)}with Case Studies`
const authors = Array.from({ length: 30 }, (_, place) => `Author${String.fromCharCode(97 + (place % 26)).repeat(3)}, Given`).join(
  '; ',
)
const ideographs = '深層学習による医用画像の自動分割に関する包括的調査と評価手法の比較'
const longWord = `Donaudampf${'schifffahrtsgesellschafts'.repeat(8)}kapitän`

/** A library in use, and in it what strains a layout. */
const ugly: Filling = {
  fill(db, folder) {
    showcase.fill(db, folder)
    const abstract = 'The abstract of an ugly paper says $\\sum_{i=1}^{n} x_i^2$ and more. '.repeat(20)
    addPaper(db, { title: longTitle, authors, abstract, year: '2024', venue: `Proceedings of ${longTitle}`, doi: '10.1000/ugly' })
    addPaper(db, { title: ideographs, authors: '山田, 太郎; 李, 娜; 김, 민수', abstract: '本論文では手法を比較する。'.repeat(60) })
    addPaper(db, { title: longWord, authors: 'ʻAbd al-Raḥmān, Muḥammad; García Márquez, Gabriel José de la Concordia' })
    addPaper(db, { title: 'Nothing But a Title' })
  },
}

type Show = (page: Page) => Promise<unknown>
type Screens = readonly (readonly [name: string, show: Show])[]

const papers: Screens = [
  ['thirty authors', (page) => findPaper(page, 'On the Incremental Verification')],
  ['ideographs', (page) => findPaper(page, ideographs)],
  ['one long word', (page) => findPaper(page, longWord)],
  ['a title alone', (page) => findPaper(page, 'Nothing But a Title')],
  ['notes, tags and mathematics', (page) => findPaper(page, chosenTitle)],
]

const edits: Screens = [
  ['a note that is written', (page) => page.keyboard.press('n')],
  ['a field that is edited', (page) => page.keyboard.press('e')],
  ['a tag that is typed', (page) => page.keyboard.press('t')],
]

const states: Screens = [
  ['the context menu', (page) => paperRow(page, chosenTitle).click({ button: 'right' })],
  ['several papers chosen', (page) => paperRow(page, 'Regression Shrinkage').click({ modifiers: ['Control'] })],
  ['a message', (page) => page.keyboard.press('Delete').then(() => holdMessage(page))],
  ['the trash', showTrash],
  ['a paper that needs a look', showUntitled],
  ['nothing found', (page) => page.getByRole('textbox', { name: 'Search papers' }).fill('nothing has these words')],
]

const tools: Screens = [
  ['the palette', (page) => openDialog(page, 'Control+k')],
  ['the shortcut sheet', (page) => openDialog(page, '?')],
  ['the settings', (page) => openSettings(page, 'Library')],
  ['the settings of keys', (page) => openSettings(page, 'Citation keys')],
  ['the settings of citations', (page) => openSettings(page, 'Citing')],
]

const dialogs: Screens = [
  ['a paper to add', (page) => openDialog(page, 'Control+n')],
  ['a text to add', (page) => openDialog(page, 'Control+Shift+v')],
  ['an export', (page) => openDialog(page, 'Control+Shift+e').then((opened) => opened.getByText('@').first().waitFor())],
  ['problems', (page) => openDialog(page, 'Control+Shift+l').then((opened) => opened.getByText('No authors are given').waitFor())],
]

/** A message goes by itself, but not from under the focus. */
function holdMessage(page: Page): Promise<void> {
  return messages(page).getByRole('button', { name: 'Dismiss' }).focus()
}

async function openDialog(page: Page, keys: string): Promise<Locator> {
  await page.keyboard.press(keys)
  await page.getByRole('dialog').waitFor()
  return page.getByRole('dialog')
}

test.describe('with a library in use and ugly papers', () => {
  test.use({ library: ugly })
  test.beforeEach(async ({ octavo: { page } }) => {
    await paperRow(page, chosenTitle).click()
    await openPaper(page).getByRole('heading', { name: chosenTitle }).waitFor()
  })

  for (const [what, screens] of [
    ['what is being typed', edits],
    ['what happens in the list', states],
    ['tools', tools],
    ['dialogs', dialogs],
  ] as const) {
    test(`lets read ${what}`, async ({ octavo: { page } }) => {
      // Five screens, each in two themes and three sizes.
      test.slow()
      for (const [name, show] of screens) {
        await test.step(name, async () => {
          await show(page)
          await expectReadable(page)
          await close(page)
        })
      }
    })
  }

  test('lets read papers of all kinds', async ({ octavo: { page } }) => {
    for (const [name, show] of papers) {
      await test.step(name, async () => {
        await show(page)
        await expectNothingCutOff(page)
      })
    }
    await expectAccessible(page)
  })

  test('lets read a review', async ({ octavo: { page } }) => {
    await showReview(page)
    await expectReadable(page)
  })

  test('lets read what would become of keys, and shows the focus there', async ({ octavo: { page } }) => {
    await chooseCommand(page, 'Make citation keys again…')
    await page.getByRole('list', { name: 'Keys' }).or(page.getByText('All keys follow')).waitFor()
    await expectReadable(page)
    await expectRings(page)
  })

  test('shows the focus in every dialog', async ({ octavo: { page } }) => {
    test.slow()
    for (const [name, show] of [...tools, ...dialogs]) {
      await test.step(name, async () => {
        await show(page)
        await expectRings(page)
        await close(page)
      })
    }
  })

  test('shows the focus wherever the keyboard is', async ({ octavo: { page } }) => {
    // Some sixty stops, each of which is looked at twice.
    test.slow()
    await expectRings(page)
  })

  test('moves nothing while it loads', async ({ octavo: { page } }) => {
    let since = 0
    const review = ['a review', showReview] as const
    for (const [name, show] of [...papers, ...tools, ...dialogs, ['needs a look', showUntitled] as const, review]) {
      await show(page)
      const { at, shifts } = await layoutShifts(page, since)
      expect(shifts, name).toEqual([])
      await close(page)
      since = at
    }
  })
})

/** Opens a paper wherever in the list it is. */
async function findPaper(page: Page, title: string): Promise<void> {
  const search = page.getByRole('textbox', { name: 'Search papers' })
  await search.fill(`"${title}"`)
  await paperRow(page, title).click()
  await openPaper(page).getByRole('heading', { name: title }).waitFor()
  await search.fill('')
}

/** A tooltip takes the first Escape. */
async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape')
}

async function showTrash(page: Page): Promise<void> {
  await page.keyboard.press('Delete')
  await sidebarLine(page, 'Trash').click()
  await paperRow(page, chosenTitle).click()
  await openPaper(page).waitFor()
}

async function showUntitled(page: Page): Promise<void> {
  await sidebarLine(page, 'Needs a look').click()
  await paperRows(page).first().click()
  await openPaper(page).getByRole('button', { name: 'Keep it' }).waitFor()
}

async function showReview(page: Page): Promise<void> {
  await dropFiles(page, listsToReview())
  await page.getByRole('heading', { name: 'Review' }).waitFor()
}

test.describe('with a library that cannot be opened', () => {
  test.use({ brokenWorld: 'damaged-library' })
  test('lets read while it says so', async ({ octavo: { page } }) => {
    await page.getByRole('alert').waitFor()
    await expectReadable(page)
  })
})
