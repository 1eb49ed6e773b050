import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BibtexItem, scanBibtex } from './scan-bibtex.ts'

/** Items as short text: `article/key title=… year=…`. */
function outline(text: string): readonly string[] {
  return [...scanBibtex(text)]
    .filter((item) => item.kind !== 'junk' || text.slice(item.start, item.end).trim() !== '')
    .map(describeItem)
}

function describeItem(item: BibtexItem): string {
  if (item.kind === 'junk' || item.kind === 'comment') return item.kind
  if (item.kind === 'preamble') return `preamble ${item.pieces.map(({ text }) => text).join('#')}`
  const fields = item.fields.map(
    ({ name, pieces }) => `${name}=${pieces.map(({ kind, text }) => (kind === 'name' ? `<${text}>` : text)).join('#')}`,
  )
  if (item.kind === 'string') return `string ${fields.join(' ')}`
  const state = item.brokenAt !== null ? ' BROKEN' : item.isClosed ? '' : ' OPEN'
  return `${item.type}/${item.key} ${fields.join(' ')}${state}`
}

describe('the structure of a .bib', () => {
  it.each([
    ['braces in braces and in quotes', '@Book{k, title = {A {B} C}, note = "D {"} E"}', ['book/k title=A {B} C note=D {"} E']],
    ['numbers, names and concatenation', '@misc{k, month = "10~" # jan, year = 1999}', ['misc/k month=10~#<jan> year=1999']],
    ['parentheses around an entry', '@article(k, title = {A (B)})', ['article/k title=A (B)']],
    [
      'strings, preambles and comments',
      '@string{a = {B}}@preamble{"x" # y}@comment{z {@book{k,}}}',
      ['string a=B', 'preamble x#y', 'comment'],
    ],
    ['text between entries', 'see me@example.org\n@misc{k,}\nmore', ['junk', 'misc/k ', 'junk']],
    ['an entry after a percent sign', '% @misc{a,}\n@misc{b,}', ['junk', 'misc/b ']],
    ['comments between fields', '@misc{a,\n % year = 1\n title = {T}, % why\n}', ['misc/a title=T']],
    ['no key', '@misc{title = {T}}', ['misc/ title=T']],
    ['missing and doubled commas', '@misc{a, title = {T} year = 1,, note = {N}}', ['misc/a title=T year=1 note=N']],
    ['a brace too many', '@misc{a, title = {T}}, year = 1}', ['misc/a title=T year=1']],
  ])('reads %s', (_what, text, expected) => {
    expect(outline(text)).toEqual(expected)
  })

  it('goes on at the next entry after one that is not closed', () => {
    const broken =
      '@misc{a, title = {T}, note = {N}\n\n@misc{b, note = {N,\n}\n@misc{c, title = "x\n@misc{d, year = 2,\n note = {N,\n  url = {U}\n}\n'
    expect(outline(`${broken}@misc{e, year = 2}`)).toEqual([
      'misc/a title=T note=N OPEN',
      'misc/b note=N,\n OPEN',
      'misc/c  BROKEN',
      'misc/d year=2 BROKEN',
      'misc/e year=2',
    ])
  })

  it('takes a comment that is not closed for text', () => {
    expect(outline('@comment{ x\n@misc{a, year = 1}')).toEqual(['junk', 'misc/a year=1'])
  })
})

const pieces = [
  '@',
  '@misc{',
  '@comment{',
  '@string{',
  '@preamble{',
  '{',
  '}',
  '"',
  '#',
  ',',
  '=',
  '%',
  '(',
  ')',
  '\n',
  '\n@misc{k,',
  ' ',
  'title',
  '1',
  '\\',
  'é',
]
const anyBibtex = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
)

describe('any text', () => {
  it('is covered by items without gap or overlap', () => {
    fc.assert(
      fc.property(anyBibtex, (text) => {
        let end = 0
        for (const item of scanBibtex(text)) {
          expect(item.start).toBe(end)
          expect(item.end).toBeGreaterThan(item.start)
          end = item.end
        }
        expect(end).toBe(text.length)
      }),
      { numRuns: 3_000 },
    )
  })

  it('is read in linear time however it nests', () => {
    const started = process.cpuUsage()
    for (const part of [
      '@',
      '@a{',
      '\n@a{',
      '@comment{',
      '@a{b,c={',
      '\n@a{b,c={',
      '\n@a{b,c="',
      '\n@a\n',
      '%@',
      '{',
      '@string{a=',
      '@a{b,c=1}, d=',
      '@a{b,c#',
    ]) {
      for (const _ of scanBibtex(part.repeat(100_000)));
    }
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000)
  })
})
