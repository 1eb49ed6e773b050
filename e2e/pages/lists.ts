import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'

/** The list of eight papers that ships with the program. */
export const sampleListPath = fileURLToPath(new URL('../../build/sample-list.txt', import.meta.url))
export const sampleList = readFileSync(sampleListPath, 'utf8')

/** Drops files on the window: the page sees what it would from a file manager. */
export async function dropFiles(page: Page, files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer()
    for (const { name, text } of files) transfer.items.add(new File([text], name, { type: 'text/plain' }))
    return transfer
  }, files)
  for (const name of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('body', name, { dataTransfer: transfer })
}

/** The sample list in the library, and its first paper chosen. */
export async function addSampleList(page: Page): Promise<void> {
  await dropFiles(page, [{ name: 'classics.txt', text: sampleList }])
  await page.getByRole('button', { name: 'Add 8 papers' }).click()
  await page.getByRole('grid', { name: 'Papers' }).getByRole('row').first().waitFor()
}

/** The sample list dropped, its review looked at, and its papers in the library. */
export async function reviewSampleList(page: Page): Promise<void> {
  await dropFiles(page, [{ name: 'classics.txt', text: sampleList }])
  await expect(page.getByRole('heading', { name: 'Review the list' })).toBeVisible()
  await expect(page.getByText('8 entries: 8 new.')).toBeVisible()
  await page.getByRole('button', { name: 'Add 8 papers' }).click()
  const papers = page.getByRole('grid', { name: 'Papers' })
  await expect(papers).toHaveAttribute('aria-rowcount', '8')
  await expect(papers.getByRole('row', { name: 'A Mathematical Theory of Communication' })).toBeVisible()
}
