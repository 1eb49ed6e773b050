import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ParsedSource } from '../../../db/model/draft.ts'
import { decodeText, splitLines } from '../decode-text.ts'
import { parseList } from './parse-list.ts'

/** Lines of all golden lists, to be mixed at random. */
const folder = fileURLToPath(new URL('../fixtures/lists/', import.meta.url))
const lists = readdirSync(folder)
  .filter((name) => !/\.(?:json|html)$/.test(name))
  .map((name) => splitLines(decodeText(readFileSync(`${folder}${name}`)).text).map(({ text }) => text))
const anyLine = fc.oneof(
  fc.constantFrom(...lists.flat()),
  fc.constantFrom(
    '',
    '',
    '\t',
    '"',
    '""',
    '\\\\',
    '|---|',
    '- [ ] ',
    '[1]',
    '1.',
    '(2)',
    'Title:',
    'Abstract:',
    '10.1/',
    'arXiv:',
    '— —',
    '王伟',
  ),
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replace(/[\r\n]/g, ' ')),
)
const anyText = fc.oneof(
  fc.array(anyLine, { maxLength: 40 }),
  fc
    .tuple(fc.constantFrom(...lists), fc.nat(), fc.array(anyLine, { maxLength: 5 }))
    .map(([list, at, lines]) => list.toSpliced(at % list.length, 2, ...lines)),
)

function parse(lines: readonly string[]): ParsedSource {
  return parseList(lines.map((text, index) => ({ number: index + 1, text })))
}

/** How often each line that is not blank is in an entry or left over; a line of several identifiers is in several entries. */
function countPlaces(lines: readonly string[], { drafts, leftovers }: ParsedSource): readonly (readonly [number, number])[] {
  return lines.flatMap((text, index) => {
    const line = index + 1
    const inEntries = new Set(
      drafts
        .filter(({ lineStart, lineEnd }) => lineStart <= line && line <= lineEnd)
        .map(({ lineStart, lineEnd }) => `${lineStart}-${lineEnd}`),
    )
    return text.trim() === ''
      ? []
      : [[line, inEntries.size + leftovers.filter((leftover) => leftover.line === line).length] as const]
  })
}

describe('any text', () => {
  it('has each line that is not blank in one entry, or left over once', () => {
    fc.assert(
      fc.property(anyText, (lines) => {
        expect(countPlaces(lines, parse(lines)).filter(([, places]) => places !== 1)).toEqual([])
      }),
      { numRuns: 400, seed: 1 },
    )
  })

  it('keeps the order of its entries and gives the same reading again', () => {
    fc.assert(
      fc.property(anyText, (lines) => {
        const reading = parse(lines)
        expect(reading.drafts.map(({ lineStart }) => lineStart)).toEqual(
          reading.drafts.map(({ lineStart }) => lineStart).toSorted((a, b) => a - b),
        )
        expect(parse(lines)).toEqual(reading)
      }),
      { numRuns: 150, seed: 1 },
    )
  })

  it('has each value in the lines that the entry names for it', () => {
    const fold = (text: string) =>
      text
        .normalize('NFKC')
        .replace(/[^\p{L}\p{N}]+/gu, '')
        .toLowerCase()
    fc.assert(
      fc.property(anyText, (lines) => {
        for (const { fields, spans } of parse(lines).drafts) {
          for (const name of ['title', 'abstract', 'venue', 'volume', 'issue', 'year', 'doi', 'arxivId'] as const) {
            const span = spans[name]
            if (fields[name] === undefined) continue
            expect(span).toBeDefined()
            const from = lines.slice((span?.lineStart ?? 1) - 1, span?.lineEnd)
            // The number of a printed page stands between two lines of a text, and is no part of it.
            const printed = from.filter((line) => !/^\s*\d{1,4}\s*$/.test(line))
            const said = `${fold(from.join(' '))} ${fold(printed.join(' '))}`
            for (const paragraph of String(fields[name]).split('\n\n')) expect(said).toContain(fold(paragraph))
          }
        }
      }),
      { numRuns: 150, seed: 1 },
    )
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        parseList(splitLines(text))
      }),
      { numRuns: 300, seed: 1 },
    )
  })
})

describe('hostile text', () => {
  const million = 1_000_000
  it.each([
    ['one long line of words', `${'lorem ipsum dolor '.repeat(million / 18)}`],
    ['one long line of capitals and stops', 'A. B. '.repeat(million / 6)],
    ['one long line of digits', '12(3), '.repeat(million / 7)],
    ['one long line of brackets', '[('.repeat(million / 2)],
    ['one long line of quotes', '"a '.repeat(million / 3)],
    ['one long line of spaces', `x${' '.repeat(million)}y`],
    ['one long line of commas', 'Ab, '.repeat(million / 4)],
    ['links that never close', '- [a]('.repeat(million / 20)],
    ['a page whose tags never close', `<html>${'<a "'.repeat(million / 20)}`],
    ['a table whose quote never closes', `Title,DOI\n${'"x,10.1000/1\n'.repeat(20_000)}`],
    ['many short lines', 'a\n'.repeat(50_000)],
    ['many numbered lines', Array.from({ length: 100_000 }, (_, index) => `${index + 1}. Some words here`).join('\n')],
    ['many identifiers', '10.1000/182\n'.repeat(100_000)],
  ])('reads %s without hanging', (_, text) => {
    const started = process.cpuUsage()
    parseList(splitLines(text))
    expect(process.cpuUsage(started).user).toBeLessThan(45_000_000)
  })
})
