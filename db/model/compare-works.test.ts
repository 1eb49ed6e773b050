import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generateRecords } from '../../build/generate-records.ts'
import { compareWorks } from './compare-works.ts'
import type { EntryFields } from './fields.ts'
import { workText } from './work-text.ts'

const [one, other] = generateRecords(2, 5)
const abstract = one?.abstract ?? ''
const authors = [{ family: 'Rivest', given: 'Ronald' }]
const others = [{ family: 'Diffie', given: 'Whitfield' }]
const longTitle = 'A Method for Obtaining Digital Signatures and Public-Key Cryptosystems'

const shorterTitle = longTitle.replace('Digital ', '')
const siblingTitle = longTitle.replace('Signatures', 'Keys')
const three = [...authors, ...others, { family: 'Shamir', given: 'Adi' }]
const siblings: readonly [EntryFields, EntryFields] = [
  { title: longTitle, authors: three, abstract },
  { title: siblingTitle, authors: three, abstract: other?.abstract ?? '' },
]

function verdict(a: EntryFields, b: EntryFields): string {
  return compareWorks(workText(a), workText(b)).kind
}

describe('comparing two records', () => {
  it.each<[string, EntryFields, EntryFields, string]>([
    ['the same DOI', { doi: '10.1145/359340.359342' }, { doi: '10.1145/359340.359342' }, 'same'],
    ['the same arXiv id', { arxivId: '1706.03762' }, { arxivId: '1706.03762' }, 'same'],
    ['an abstract with a sentence more', { abstract }, { abstract: `${abstract} Code is available.` }, 'same'],
    ['an abstract with other markup', { abstract }, { abstract: abstract.replace(/^\w+/, (word) => `\\textbf{${word}}`) }, 'same'],
    ['abstracts of different works', { abstract }, { abstract: other?.abstract ?? '' }, 'different'],
    ['the same title of six words', { title: longTitle }, { title: longTitle.toUpperCase() }, 'same'],
    ['the same title, years apart', { title: longTitle, year: 1978 }, { title: longTitle, year: 2001 }, 'maybe'],
    ['the same title of other authors', { title: longTitle, authors }, { title: longTitle, authors: others }, 'maybe'],
    [
      'the same title as preprint and article',
      { title: longTitle, doi: '10.48550/arxiv.1' },
      { title: longTitle, doi: '10.1145/1' },
      'same',
    ],
    ['the same title under two DOIs', { title: longTitle, doi: '10.1000/2' }, { title: longTitle, doi: '10.1145/1' }, 'maybe'],
    ['the same short title', { title: 'Deep Learning' }, { title: 'Deep learning' }, 'maybe'],
    ['the same short title and an author', { title: 'Deep Learning', authors }, { title: 'Deep Learning', authors }, 'same'],
    [
      'the same short title of other authors',
      { title: 'Deep Learning', authors },
      { title: 'Deep Learning', authors: others },
      'different',
    ],
    ['a generic title', { title: 'Editorial', authors }, { title: 'Editorial', authors }, 'different'],
    ['a title with a word less and the same authors', { title: longTitle, authors }, { title: shorterTitle, authors }, 'same'],
    ['a long title with a word less', { title: longTitle }, { title: shorterTitle }, 'same'],
    ['a title with a word less, by others', { title: longTitle, authors }, { title: shorterTitle, authors: others }, 'different'],
    [
      'a word spelled another way',
      { title: longTitle, authors },
      { title: longTitle.replace('Method', 'Methods'), authors },
      'same',
    ],
    [
      'another word and all of three authors',
      { title: longTitle, authors: three },
      { title: siblingTitle, authors: three },
      'same',
    ],
    ['another word and one author', { title: longTitle, authors }, { title: siblingTitle, authors }, 'maybe'],
    ['another word and abstracts of their own', ...siblings, 'different'],
    ['a title without its subtitle', { title: `${longTitle}: A Survey`, authors }, { title: longTitle, authors }, 'same'],
    ['a second part', { title: longTitle, authors: three }, { title: `${longTitle}, Part II`, authors: three }, 'different'],
    ['an erratum', { title: longTitle, authors: three }, { title: `Erratum to: ${longTitle}`, authors: three }, 'different'],
    ['nothing in common', { title: longTitle }, { title: 'New Directions in Cryptography' }, 'different'],
  ])('calls %s as it should', (_, a, b, expected) => {
    expect(verdict(a, b)).toBe(expected)
  })

  it('is symmetric', () => {
    const fields = fc.record(
      {
        title: fc.constantFrom(
          longTitle,
          shorterTitle,
          siblingTitle,
          `${longTitle}: A Survey`,
          'Deep Learning',
          'Editorial',
          'New Directions in Cryptography',
        ),
        abstract: fc.constantFrom(abstract, abstract.slice(0, 150), abstract.slice(40), other?.abstract ?? ''),
        authors: fc.constantFrom(authors, others, [...authors, ...others]),
        year: fc.constantFrom(1978, 2001),
        doi: fc.constantFrom('10.1145/1', '10.48550/2'),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fields, fields, (a, b) => {
        expect(compareWorks(workText(a), workText(b))).toEqual(compareWorks(workText(b), workText(a)))
      }),
    )
  })
})
