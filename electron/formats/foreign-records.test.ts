/** What the standards say of records that other programs write; the works are real ones. */
import { expect, it } from 'vitest'
import type { Draft } from '../../db/model/draft.ts'
import { emptyFields } from '../../db/model/fields.ts'
import { parseBibtex } from './bibtex/parse-bibtex.ts'
import { formatCslJson } from './csl/format-csl-json.ts'
import { readCslJson } from './csl/read-csl-json.ts'
import { splitLines } from './decode-text.ts'
import { readEndnoteXml } from './endnote/read-endnote-xml.ts'
import { exportedPaper } from './fixtures/exported-papers.ts'
import { formatBibtex } from './format-bibtex.ts'
import { readNbib } from './medline/read-nbib.ts'
import { formatRis } from './ris/format-ris.ts'
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

it('reads the records that Crossref gives out as CSL JSON, without what they say of the deposit', () => {
  const item = {
    indexed: { 'date-parts': [[2024, 1, 1]] },
    type: 'journal-article',
    title: ['Nanometre-scale <i>thermometry</i>'],
    'short-container-title': ['Nature'],
    'container-title': ['Nature &amp; more'],
    ISSN: ['0028-0836', '1476-4687'],
    issued: { 'date-parts': [[null]] },
    DOI: '10.1038/nature12373',
    author: [{ name: 'ATLAS Collaboration', sequence: 'first' }],
    abstract: '<jats:title>Abstract</jats:title><jats:p>One.</jats:p><jats:p>Two.</jats:p>',
    prefix: '10.1038',
    member: '297',
    reference: [{ key: 'a' }],
    subtitle: [],
  }
  const { drafts } = readCslJson(splitLines(JSON.stringify([item])))
  expect(drafts[0]?.fields).toEqual({
    entryType: 'article',
    title: String.raw`Nanometre-scale \emph{thermometry}`,
    authors: [{ literal: 'ATLAS Collaboration' }],
    venue: 'Nature & more',
    doi: '10.1038/nature12373',
    abstract: 'One. Two.',
    extra: { issn: '0028-0836, 1476-4687', shortjournal: 'Nature' },
  })
})

it('reads RIS of IEEE and Mendeley: names with initials first, a DOI in M3, an address that names it, no space behind the dash', () => {
  const ieee = 'TY  - CONF\nTI  - Going Deeper\nAU  - C. Szegedy\nAU  - World Health Organization\nT2  - CVPR\nJA  - CVPR\nER  - '
  const mendeley = 'TY  - JOUR\nTI  - Coding\nM3  - 10.1002/J.1538\nER  - '
  const tight = 'TY  -JOUR\nTI  -Noise\nAB  -CO-worker\nUR  -https://doi.org/10.1002/x\nER  -'
  expect(ris([ieee, mendeley, tight].join('\n'))).toEqual([
    {
      entryType: 'inproceedings',
      title: 'Going Deeper',
      authors: [{ family: 'Szegedy', given: 'C.' }, { literal: 'World Health Organization' }],
      venue: 'CVPR',
    },
    { entryType: 'article', title: 'Coding', doi: '10.1002/j.1538' },
    { entryType: 'article', title: 'Noise', abstract: 'CO-worker', doi: '10.1002/x', url: 'https://doi.org/10.1002/x' },
  ])
})

it('says of lines before the first record of RIS that they are its header', () => {
  const { leftovers } = readRis(splitLines('Provider: Elsevier\n\nTY  - JOUR\nTI  - Coding\nER  - \nthe end'))
  expect(leftovers.map(({ line, reason }) => [line, reason])).toEqual([
    [1, 'header'],
    [6, 'broken-record'],
  ])
})

it('writes out the last page that NLM shortens, and reads suffixes behind initials', () => {
  const text = 'PMID- 1\nTI  - A title.\nPG  - 1175-81\nAU  - Smith JA 3rd\nAU  - Crick FH'
  expect(readNbib(splitLines(text)).drafts[0]?.fields).toMatchObject({
    pages: '1175–1181',
    authors: [
      { family: 'Smith', given: 'JA, 3rd' },
      { family: 'Crick', given: 'FH' },
    ],
  })
})

it('keeps the days of a conference on the way from RIS through BibTeX', () => {
  const dates = ['27-30 June 2016', '2000 Nov 29-Dec 5'].map((text) => {
    const [fields = {}] = ris(`TY  - CONF\nTI  - You Only Look Once\nY1  - ${text}\nER  - `)
    const written = formatBibtex([exportedPaper(fields)], { dialect: 'bibtex', abstracts: true, keywords: true })
    return [/month = (.*),/.exec(written)?.[1], bibtex(written)[0]?.extra?.date]
  })
  expect(dates).toEqual([
    ['jun # "~27--30"', '2016-06-27/2016-06-30'],
    ['nov # "~29--" # dec # "~5"', '2000-11-29/2000-12-05'],
  ])
})

it('reads short titles, two numbers of a journal and that of PubMed Central from EndNote', () => {
  const xml = `<xml><records><record><titles><title>Coding</title><short-title>C</short-title></titles>
<isbn>0028-0836 (Print)&#xD;1476-4687 (Electronic)</isbn><custom2>PMC4221854</custom2><custom1>x</custom1></record></records></xml>`
  expect(readEndnoteXml(splitLines(xml)).drafts[0]?.fields.extra).toEqual({
    'endnote-custom1': 'x',
    issn: '0028-0836, 1476-4687',
    pmcid: 'PMC4221854',
    shorttitle: 'C',
  })
})

it('says once what RIS says twice, keeps every number of a book, and how many pages it has', () => {
  const twice =
    'TY  - JOUR\nTI  - Coding\nDO  - 10.1/x\nM3  - doi: 10.1/x\nN1  - doi: 10.1/x\nJF  - Things\nT2  - Things\nJO  - Things\nER  - '
  const book =
    'TY  - BOOK\nTI  - Noise\nAU  - {IEEE}\nSP  - xx, 650 pages\nSN  - 9780201896831\nSN  - 0201896834\nUR  - <http://x.org>\nER  - '
  expect(ris(`${twice}\n${book}`)).toEqual([
    { entryType: 'article', title: 'Coding', venue: 'Things', doi: '10.1/x' },
    {
      entryType: 'book',
      title: 'Noise',
      authors: [{ literal: 'IEEE' }],
      url: 'http://x.org',
      extra: { isbn: '9780201896831, 0201896834', pagetotal: 'xx, 650 pages' },
    },
  ])
})

it('takes a number of arXiv for one where arXiv publishes it', () => {
  const item = { id: 'a', type: 'article', title: 'Attention', publisher: 'arXiv', number: '1706.03762' }
  expect(readCslJson(splitLines(JSON.stringify([item]))).drafts[0]?.fields).toMatchObject({ arxivId: '1706.03762' })
})

it('keeps what stands in the place of a year, in press or without date, on the way through every format', () => {
  const [{ fields = {} } = {}] = parseBibtex(splitLines('@article{a, title = {Coding}, year = {in press}}')).drafts
  const paper = {
    ...{ ...emptyFields, citationKey: 'a', titleOrigin: 'source' as const, tags: [], notes: [], status: 'new' as const },
    ...fields,
  }
  const options = { abstracts: true, notes: true, keywords: true, byStatus: false }
  const back = [readCslJson(splitLines(formatCslJson([paper], options))), readRis(splitLines(formatRis([paper], options)))]
  expect(back.map(({ drafts }) => drafts[0]?.fields)).toEqual([fields, fields])
})
