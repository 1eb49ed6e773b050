import { describe, expect, it } from 'vitest'
import type { Author } from './author.ts'
import { emptyFields, type PaperFields } from './fields.ts'
import { lintPaper } from './lint-paper.ts'

const sound: PaperFields = {
  ...emptyFields,
  entryType: 'article',
  title: 'A Mathematical Theory of Communication',
  authors: [{ family: 'Shannon', given: 'Claude E.' }],
  year: 1948,
  venue: 'Bell System Technical Journal',
  pages: '379–423',
  doi: '10.1002/j.1538-7305.1948.tb01338.x',
}

function problems(fields: Partial<PaperFields>, titleOrigin: 'source' | 'provisional' = 'source') {
  return lintPaper({ ...sound, ...fields, titleOrigin }, 2026).map(({ code, fix }) => [code, fix])
}

function named(...authors: readonly Author[]) {
  return problems({ authors })
}

it('has nothing to say of a paper that is in order', () => {
  expect(problems({})).toEqual([])
  expect(problems({ title: 'Estimating $10^{-3}$ effects at $5 a day', url: 'https://www.nokia.com/bell-labs/' })).toEqual([])
})

describe('what is missing', () => {
  it('is the year, the authors, a title of its own', () => {
    expect(problems({ year: null, authors: [] }, 'provisional')).toEqual([
      ['missing-authors', null],
      ['missing-year', null],
      ['provisional-title', sound.title],
    ])
  })
})

describe('titles and abstracts', () => {
  it.each([
    ['title', 'Programming in the Large.', 'title-full-stop', 'Programming in the Large'],
    ['title', 'GO TO STATEMENT CONSIDERED HARMFUL: A REPLY', 'title-capitals', 'Go to statement considered harmful: A reply'],
    ['abstract', 'Abstract: We prove it.', 'abstract-label', 'We prove it.'],
    ['abstract', 'Abstract We prove it.', 'abstract-label', 'We prove it.'],
    ['title', 'On <i>E. coli</i> &amp; H<sub>2</sub>O', 'markup-left', 'On \\emph{E. coli} & H\\textsubscript{2}O'],
    ['abstract', '<jats:p>We prove it.</jats:p>', 'markup-left', 'We prove it.'],
    ['title', 'A {Mathematical Theory', 'unbalanced-markup', 'A Mathematical Theory'],
    ['title', 'The cost of $n log n', 'unbalanced-markup', null],
    ['abstract', 'M\uFFFDller showed it.', 'broken-characters', null],
  ])('finds in the %s “%s”: %s', (field, text, code, fix) => {
    expect(problems({ [field]: text })).toEqual([[code, fix]])
  })

  it('may end in a word that has a full stop of its own, and speak of abstract things', () => {
    expect(problems({ title: 'A History of Bell Labs Inc.' })).toEqual([])
    expect(problems({ title: 'Reading in the U.S.' })).toEqual([])
    expect(problems({ abstract: 'Abstract interpretation gives bounds.' })).toEqual([])
    expect(problems({ title: 'UNIX' })).toEqual([])
  })
})

describe('names', () => {
  it('are mended where it is sure how', () => {
    expect(named({ family: 'SHANNON', given: 'CLAUDE' })).toEqual([['name-capitals', 'Shannon, Claude']])
    expect(named({ family: "O'BRIEN-SMYTHE", given: 'K. A.' })).toEqual([['name-capitals', "O'Brien-Smythe, K. A."]])
    expect(named({ family: 'Codd1', given: 'Edgar' })).toEqual([['name-digits', 'Codd, Edgar']])
    expect(named({ family: 'E.', given: 'Dijkstra' })).toEqual([['name-initials', 'Dijkstra, E.']])
    expect(named({ family: 'Lamport', given: 'Leslie' }, { literal: 'et al.' })).toEqual([
      ['name-et-al', 'Lamport, Leslie\net al.'],
    ])
  })

  it('are only shown where it is not', () => {
    expect(named({ family: 'Princeton', given: 'University' })).toEqual([['name-affiliation', null]])
    expect(named({ literal: 'Knuth, Donald E., Turing' })).toEqual([['name-comma', null]])
  })

  it('may be short, of a group, or have a suffix', () => {
    expect(
      named({ family: 'LI', given: 'Wei' }, { literal: 'ATLAS Collaboration' }, { family: 'King', given: 'Martin Luther, Jr.' }),
    ).toEqual([])
  })
})

describe('the publication', () => {
  it.each([
    ['year', 20225, 'year-range', null],
    ['pages', 'pp. 12–19', 'pages-words', '12–19'],
    ['pages', '112-9', 'pages-order', '112–119'],
    ['pages', '19–12', 'pages-order', null],
    ['pages', '12-19', 'pages-dash', '12–19'],
    ['venue', 'Proceedings of the 9th Symposium on Principles', 'proceedings-as-journal', 'inproceedings'],
    ['doi', 'doi 10.1145/362384.362685.', 'doi-malformed', '10.1145/362384.362685'],
    ['arxivId', 'arXiv 1207.7214', 'arxiv-malformed', '1207.7214'],
    ['url', 'www.nokia.com/bell-labs', 'url-malformed', 'https://www.nokia.com/bell-labs'],
    ['url', 'https://doi.org/10.1002/j.1538-7305.1948.tb01338.x', 'doi-in-url', ''],
  ])('has in %s “%s”: %s', (field, value, code, fix) => {
    expect(problems({ [field]: value })).toEqual([[code, fix]])
  })

  it('is a journal or not by its name, some of which say Proceedings', () => {
    expect(problems({ entryType: 'inproceedings' })).toEqual([['journal-as-proceedings', 'article']])
    expect(problems({ venue: 'Proceedings of the National Academy of Sciences' })).toEqual([])
    expect(problems({ doi: null, url: 'https://dx.doi.org/10.1145/362384.362685' })).toEqual([
      ['doi-in-url', '10.1145/362384.362685'],
    ])
  })
})

it('ends soon on any text', () => {
  const hostile = '{$<i '.repeat(20_000)
  const start = process.cpuUsage()
  lintPaper(
    {
      ...sound,
      title: hostile,
      abstract: hostile,
      venue: hostile,
      pages: hostile,
      url: hostile,
      doi: hostile,
      titleOrigin: 'source',
    },
    2026,
  )
  expect(process.cpuUsage(start).user).toBeLessThan(2_000_000)
})
