import { expect, type Locator, type Page } from '@playwright/test'

/** The window's parts, by what they are called there. */
export function paperRows(page: Page): Locator {
  return page.getByRole('grid', { name: 'Papers' }).getByRole('row')
}

export function paperRow(page: Page, title: string): Locator {
  return page.getByRole('grid', { name: 'Papers' }).getByRole('row', { name: title })
}

export function openPaper(page: Page): Locator {
  return page.getByRole('article', { name: 'Paper' })
}

export function messages(page: Page): Locator {
  return page.getByRole('region', { name: 'Messages' })
}

/** Views, tags and sources: each line is its name and how many papers it has. */
export function sidebarLine(page: Page, name: string): Locator {
  return page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name })
}

/** A key of the window's goes to a dialog while one is open, and one that saves is open until it has saved. */
async function pressInWindow(page: Page, key: string): Promise<void> {
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press(key)
}

export async function chooseCommand(page: Page, label: string): Promise<void> {
  await pressInWindow(page, 'Control+k')
  await page.getByRole('combobox', { name: 'Find a command' }).fill(label)
  await page.getByRole('option', { name: label }).first().waitFor()
  await page.keyboard.press('Enter')
}

export async function openSettings(page: Page, tab: 'Library' | 'Citation keys' | 'Citing' | 'Kept files'): Promise<void> {
  await pressInWindow(page, 'Control+,')
  await page.getByRole('dialog', { name: 'Settings' }).getByRole('tab', { name: tab }).click()
}
