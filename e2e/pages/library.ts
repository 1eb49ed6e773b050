import type { Locator, Page } from '@playwright/test'

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

export async function chooseCommand(page: Page, label: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find a command' }).fill(label)
  await page.getByRole('option', { name: label }).first().waitFor()
  await page.keyboard.press('Enter')
}

export async function openSettings(page: Page, tab: 'Library' | 'Citation keys' | 'Citing' | 'Kept files'): Promise<void> {
  await page.keyboard.press('Control+,')
  await page.getByRole('dialog', { name: 'Settings' }).getByRole('tab', { name: tab }).click()
}
