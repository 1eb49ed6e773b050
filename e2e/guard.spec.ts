import { samplePapers } from './fill-library.ts'
import { expect, test } from './fixtures.ts'
import { paperRow } from './pages/library.ts'

test.use({ library: samplePapers })

/** What the other specs rely on: that no fault of the page passes unseen. Each is provoked, and must be the test's one complaint. */
const faults = [
  {
    what: 'a picture that is not the program’s own',
    complaint: /Content Security Policy directive.*img-src/,
    provoke: () => document.body.append(Object.assign(new Image(), { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' })),
  },
  {
    what: 'a script in the text of the page',
    complaint: /Content Security Policy directive.*script-src/,
    provoke: () => document.body.append(Object.assign(document.createElement('script'), { text: 'document.title = "run"' })),
  },
  {
    what: 'an error that nothing caught',
    complaint: /Nobody caught this/,
    provoke: () => void setTimeout(() => Promise.reject(new Error('Nobody caught this'))),
  },
] as const

for (const { what, complaint, provoke } of faults) {
  test.describe(what, () => {
    test.use({ complaint })
    test('does not pass unseen', async ({ octavo: { page, complaints } }) => {
      await paperRow(page, 'The UNIX Time-Sharing System').waitFor()
      await page.evaluate(provoke)
      await expect.poll(complaints).toEqual([expect.stringMatching(complaint)])
      expect(await page.title()).toBe('Octavo')
    })
  })
}
