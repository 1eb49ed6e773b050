import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { perform } from '../electron/ipc/perform.ts'
import { addPaper, type Filling, now } from './fill-library.ts'
import { expect, test } from './fixtures.ts'
import { chooseCommand, messages, openPaper, paperRow } from './pages/library.ts'

/** Both keys have left the program; the pattern was changed since. */
const issued: Filling = {
  fill(db) {
    const paperIds = [
      addPaper(db, { title: 'Go To Statement Considered Harmful', authors: 'Dijkstra, Edsger W.', year: '1968' }),
      addPaper(db, { title: 'Structured Programming with go to Statements', authors: 'Knuth, Donald E.', year: '1974' }),
    ]
    perform(db, 'bibliography:cite', { args: { paperIds, style: 'latex' }, at: now() })
    perform(db, 'keys:setPattern', { args: { pattern: '[auth][yy]' }, at: now() })
  },
}

test.use({ library: issued })

test('makes keys again, keeps those that documents cite, and takes that back', async ({
  octavo: { page, answerDialog },
  folder,
}) => {
  const documents = join(folder, 'thesis')
  mkdirSync(documents)
  writeFileSync(join(documents, 'one.tex'), 'As \\textcite[12]{knuth1974structured} says.')
  await paperRow(page, 'Go To Statement Considered').click()
  await chooseCommand(page, 'Make citation keys again')
  const dialog = page.getByRole('dialog', { name: 'Make citation keys again' })
  await expect(dialog.getByRole('button', { name: 'Make 2 keys again' })).toBeVisible()
  await answerDialog([documents])
  await dialog.getByRole('button', { name: 'Choose a folder' }).click()
  await expect(dialog.getByText('Cited in one.tex:1. Stays as it is.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Make 1 key again' }).click()
  await expect(messages(page).getByText('Made 1 key again')).toBeVisible()
  await expect(openPaper(page).getByText('dijkstra68', { exact: true }).first()).toBeVisible()

  await openPaper(page).getByRole('button', { name: 'History of the citation key' }).click()
  const history = page.getByRole('dialog', { name: 'History of the citation key' })
  await expect(history.getByRole('listitem')).toContainText([
    /dijkstra68The key now\. Chosen by you/,
    /dijkstra1968goAn alias\. Issued/,
  ])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(openPaper(page).getByText('dijkstra1968go', { exact: true }).first()).toBeVisible()
})
