import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { formatAuthor } from '../../../db/model/author-names.ts'
import type { ParsedSource } from '../../../db/model/draft.ts'
import { decodeText, splitLines } from '../decode-text.ts'
import { parseList } from './parse-list.ts'

/** Each `NAME.txt` is a list as someone may paste it, `NAME.json` what must come of it. The works are real, typed for this project. */
const folder = fileURLToPath(new URL('../fixtures/lists/', import.meta.url))
const names = readdirSync(folder)
  .filter((name) => !name.endsWith('.json'))
  .sort()

function describeReading({ layout, drafts, leftovers }: ParsedSource): unknown {
  return {
    layout,
    entries: drafts.map(({ lineStart, lineEnd, fields: { authors, ...fields }, marks, reading }) => ({
      lines: lineStart === lineEnd ? `${lineStart}` : `${lineStart}-${lineEnd}`,
      ...fields,
      ...(authors === undefined ? {} : { authors: authors.map(formatAuthor) }),
      ...(marks.length === 0 ? {} : { marks }),
      ...(reading === undefined ? {} : { status: reading.status, tags: reading.tags, notes: reading.notes }),
    })),
    leftovers: leftovers.map(({ line, reason }) => `${line} ${reason}`),
  }
}

it.each(names)('reads %s', (name) => {
  const reading = parseList(splitLines(decodeText(readFileSync(`${folder}${name}`)).text))
  const expected: unknown = JSON.parse(readFileSync(`${folder}${name.replace(/\.[^.]+$/, '.json')}`, 'utf8'))
  expect(describeReading(reading)).toEqual(expected)
})
