/** What the standards say of records that other programs write; the works are real ones. */
import { expect, it } from 'vitest'
import type { Draft } from '../../db/model/draft.ts'
import { parseBibtex } from './bibtex/parse-bibtex.ts'
import { readCslJson } from './csl/read-csl-json.ts'
import { splitLines } from './decode-text.ts'
import { readEndnoteXml } from './endnote/read-endnote-xml.ts'
import { readRis } from './ris/read-ris.ts'

const bibtex = (text: string): readonly Draft['fields'][] => parseBibtex(splitLines(text)).drafts.map(({ fields }) => fields)
const ris = (text: string) => readRis(splitLines(text)).drafts.map(({ fields }) => fields)

it('reads dates of biblatex that are not certain, not whole or before the common era', () => {
  const dates = ['1723~', '199X', '-0044-03-15', '2004-21', '1988/1992', '2004-10-27/2005-01', '2001/..']
  const entries = dates.map((date) => `@book{${date.replace(/\W/g, '')}, date = {${date}}}`)
  expect(bibtex(entries.join('\n')).map(({ year, extra }) => [year, extra?.date])).toEqual([
    [1723, '1723~'],
    [1990, '199X'],
    [-44, '-0044-03-15'],
    [2004, '2004-21'],
    [1988, '1988/1992'],
    [2004, '2004-10-27/2005-01'],
    [2001, '2001/..'],
  ])
})

it('joins strings, numbers and months with what stands between', () => {
  const text =
    '@string{acm = "ACM" # { Press}}\n@article(knuth74, month = 12 # "~" # dec, year = 1974, publisher = acm, title = "The {"}Art{"}")'
  expect(bibtex(text)).toEqual([
    { entryType: 'article', title: 'The "Art"', year: 1974, extra: { date: '1974-12-12', publisher: 'ACM Press' } },
  ])
})

it('takes names apart as BibTeX does', () => {
  const names = [
    'Ludwig van Beethoven',
    'von Neumann, John',
    'King, Jr., Martin Luther',
    "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
    "{\\'E}mile Zola",
    '{Barnes and Noble, Inc.}',
    'others',
  ]
  expect(bibtex(`@book{a, author = {${names.join(' and ')}}}`)).toEqual([
    {
      entryType: 'book',
      authors: [
        { family: 'van Beethoven', given: 'Ludwig' },
        { family: 'von Neumann', given: 'John' },
        { family: 'King', given: 'Martin Luther, Jr.' },
        { family: 'de la Vallée Poussin', given: 'Charles Louis Xavier Joseph' },
        { family: 'Zola', given: 'Émile' },
        { literal: 'Barnes and Noble, Inc.' },
      ],
      andOthers: true,
    },
  ])
})

it('keeps an entry whose key has spaces, and one without a comma after the key', () => {
  const text = '@book{knuth 1968 art, title = {Fundamental Algorithms}}\n@book{knuth69 title = {Seminumerical Algorithms}}'
  expect(bibtex(text).map(({ title }) => title)).toEqual(['Fundamental Algorithms', 'Seminumerical Algorithms'])
})

it('gives a type that BibTeX lacks back, and one that nobody knows', () => {
  const text =
    '@misc{a, title = {CTAN}, entrysubtype = {online}}\n@mastersthesis{b, entrysubtype = {thesis}, school = {MIT}}\n@standard{c, title = {ISO 690}}'
  expect(bibtex(text)).toEqual([
    { entryType: 'online', title: 'CTAN' },
    { entryType: 'thesis', venue: 'MIT' },
    { entryType: 'standard', title: 'ISO 690' },
  ])
})

it('makes tags without markup', () => {
  const [draft] = parseBibtex(splitLines('@book{a, keywords = {\\emph{hz}-program, {C\\#}, micro-typography}}')).drafts
  expect(draft?.reading?.tags).toEqual(['hz-program', 'C#', 'micro-typography'])
})

it('reads RIS in small letters, and editors under either tag', () => {
  const lower = 'ty  - book\nau  - Knuth, Donald E.\nti  - The Art of Computer Programming\npy  - 1968\ner  - '
  const chapter = 'TY  - CHAP\nTI  - Recursive Functions\nA2  - Barwise, Jon\nED  - Keisler, H. Jerome\nER  - '
  expect(ris(lower)).toEqual([
    {
      entryType: 'book',
      title: 'The Art of Computer Programming',
      authors: [{ family: 'Knuth', given: 'Donald E.' }],
      year: 1968,
    },
  ])
  expect(ris(chapter)).toEqual([
    { entryType: 'incollection', title: 'Recursive Functions', extra: { editor: 'Keisler, H. Jerome and Barwise, Jon' } },
  ])
})

it('reads a raw date of CSL, and a name of EndNote as people say it', () => {
  const item = { id: 'shannon', type: 'article-journal', title: 'Communication', issued: { raw: 'July 1948' } }
  const { drafts } = readCslJson(splitLines(JSON.stringify([item])))
  expect(drafts[0]?.fields).toEqual({ entryType: 'article', title: 'Communication', year: 1948, extra: { date: '1948-07' } })
  const names = ['Claude E. Shannon', 'Weaver, Warren', 'Bell Laboratories,'].map((name) => `<author>${name}</author>`).join('')
  const xml = `<xml><records><record><contributors><authors>${names}</authors></contributors></record></records></xml>`
  expect(readEndnoteXml(splitLines(xml)).drafts[0]?.fields.authors).toEqual([
    { family: 'Shannon', given: 'Claude E.' },
    { family: 'Weaver', given: 'Warren' },
    { literal: 'Bell Laboratories' },
  ])
})
