import type { BrokenWorld } from './broken-worlds.ts'
import { expect, test } from './fixtures.ts'

const sentences: readonly (readonly [world: BrokenWorld, sentence: RegExp])[] = [
  ['library-from-newer-version', /Update Octavo to open it/],
  ['damaged-library', /library\.db is (damaged|not an Octavo library)/],
  ['data-folder-unwritable', /could not be made|cannot be written/],
]

for (const [world, sentence] of sentences) {
  test.describe(world, () => {
    test.use({ brokenWorld: world })
    test('is told in a sentence, and the file stays as it is', async ({ octavo }) => {
      await expect(octavo.page.getByRole('alert')).toContainText(sentence)
      expect(await octavo.libraryDigest()).toBe(octavo.digestAtStart)
    })
  })
}

test.describe('library-busy', () => {
  test.use({ brokenWorld: 'library-busy' })
  test('is told when something is to be written, and the paper stays as it is', async ({ octavo: { page } }) => {
    await page.getByRole('row', { name: 'A Paper From Before' }).click()
    await page.keyboard.press('4')
    await expect(page.getByRole('alert')).toContainText('is in use by another program')
    await expect(page.getByRole('radio', { name: 'New' })).toBeChecked()
  })
})
