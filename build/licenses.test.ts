import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

/** LICENSES.md beside what is packed: a part that nobody names there would be somebody's work without their name. */
const root = fileURLToPath(new URL('..', import.meta.url))
const text = readFileSync(`${root}/LICENSES.md`, 'utf8')
const styles = `${root}/electron/formats/styles`

function rowOf(file: string): string {
  return text.split('\n').find((line) => line.includes(`\`${file}\``)) ?? ''
}

it.each(readdirSync(styles))('names everybody who made %s, which says that it is under CC BY-SA 3.0', (file) => {
  const [info = ''] = readFileSync(`${styles}/${file}`, 'utf8').split('</info>')
  const people = [...info.matchAll(/<(?:author|contributor|translator)>\s*<name>([^<]+)/g)].map(([, name]) => name)
  expect(people.length).toBeGreaterThan(0)
  expect(people.filter((name) => !rowOf(file).includes(name ?? ''))).toEqual([])
  expect(info).toContain('http://creativecommons.org/licenses/by-sa/3.0/')
})

it('names every dependency that is packed', () => {
  const { dependencies } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { dependencies: Record<string, string> }
  expect(Object.keys(dependencies).filter((name) => rowOf(name) === '')).toEqual([])
})

it('has the words that citeproc-js asks for', () => {
  expect(text).toMatch(/Citations by CSL \(citeproc-js\)\\\n> <http:\/\/citationstyles\.org\/>/)
})
