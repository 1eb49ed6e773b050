import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

/** README's table of Electron's security checklist: a line of code and a test for each item, which must be where it says. */
const [, section = ''] = read('README.md').split("### Electron's security checklist\n")
const rows = section.match(/^\| \d.*$/gm)?.map((row) => row.slice(2, -2).split(' | ')) ?? []
const items = rows.map(([number = '', item = '', code = '', proof = '']) => ({
  title: `${number}. ${item}`,
  code: /`([^`]+)` in \[[^\]]+\]\(([^)]+)\)$/.exec(code),
  proof: /^\[“([^”]+)”\]\(([^)]+)\)$/.exec(proof),
}))
const proven = items.filter(({ proof }) => proof !== null)

function read(file: string): string {
  return readFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), 'utf8')
}

it('has the twenty items, each but the version of Electron with a test', () => {
  expect(items.map(({ title }) => Number.parseInt(title, 10))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  expect(items.filter(({ proof }) => proof === null).map(({ title }) => title)).toEqual(['16. Use a current version of Electron'])
})

it.each(items)('names a line of code that is there: $title', ({ code }) => {
  const [, text = '', file = ''] = code ?? []
  expect(read(file)).toContain(text)
})

it.each(proven)('names a test that is there: $title', ({ proof }) => {
  const [, title = '', file = ''] = proof ?? []
  expect(read(file)).toContain(`it('${title}'`)
})
