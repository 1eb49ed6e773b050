import { expect, it } from 'vitest'
import { splitLines } from '../decode-text.ts'
import { looksLikeNbib, readNbib } from './read-nbib.ts'

const doubleHelix = `PMID- 13054692
OWN - NLM
DP  - 1953 Apr 25
TI  - Molecular structure of nucleic acids; a structure for deoxyribose nucleic
      acid.
PG  - 737-8
LID - 10.1038/171737a0 [doi]
FAU - WATSON, J D
AU  - WATSON JD
FAU - CRICK, F H
AU  - CRICK FH
LA  - eng
PT  - Journal Article
TA  - Nature
JT  - Nature
IS  - 0028-0836 (Print)
VI  - 171
IP  - 4356
MH  - *DNA/chemistry
`

it('knows the format by its first tag', () => {
  expect([looksLikeNbib(`\n${doubleHelix}`), looksLikeNbib('TY  - JOUR'), looksLikeNbib('PMID is a number')]).toEqual([
    true,
    false,
    false,
  ])
})

it('reads each field with the lines it stands on', () => {
  const { drafts, leftovers } = readNbib(splitLines(`\n${doubleHelix}`))
  expect(leftovers).toEqual([])
  expect(drafts).toHaveLength(1)
  expect(drafts[0]).toMatchObject({
    lineStart: 2,
    lineEnd: 20,
    fields: {
      entryType: 'article',
      title: 'Molecular structure of nucleic acids; a structure for deoxyribose nucleic acid',
      authors: [
        { family: 'WATSON', given: 'J D' },
        { family: 'CRICK', given: 'F H' },
      ],
      year: 1953,
      venue: 'Nature',
      volume: '171',
      issue: '4356',
      pages: '737–738',
      doi: '10.1038/171737a0',
      extra: {
        date: '1953-04-25',
        issn: '0028-0836',
        langid: 'english',
        'medline-own': 'NLM',
        pmid: '13054692',
        shortjournal: 'Nature',
      },
    },
    spans: { title: { lineStart: 5, lineEnd: 6 }, authors: { lineStart: 9, lineEnd: 11 }, doi: { lineStart: 8, lineEnd: 8 } },
    reading: { status: null, tags: ['DNA/chemistry'], notes: [] },
  })
})

it('parts records at their PMID, keeps groups among the authors, and takes initials where there is no full name', () => {
  const { drafts, leftovers } = readNbib(
    splitLines('PMID- 1\nTI  - [A title].\nTT  - Ein Titel.\nAU  - King ML\nCN  - A Study Group\n\nPMID- 2\nBTI - A book\n'),
  )
  expect(leftovers).toEqual([])
  expect(drafts.map(({ fields }) => [fields.entryType, fields.title, fields.authors])).toEqual([
    ['article', 'A title', [{ family: 'King', given: 'ML' }, { literal: 'A Study Group' }]],
    ['book', 'A book', undefined],
  ])
})

it('writes out last pages with letters around their numbers, and takes what kind a number is from it', () => {
  const pages = ['S12-5; discussion S15-8', '257R-64R', '1123-31', '99-104, 110', 'S12-S15'].map(
    (text) => readNbib(splitLines(`PMID- 8000002\nPG  - ${text}`)).drafts[0]?.fields.pages,
  )
  expect(pages).toEqual(['S12–S15; discussion S15–S18', '257R–264R', '1123–1131', '99–104, 110', 'S12–S15'])
  expect(readNbib(splitLines('PMID- 20301295\nISBN- 9780309164252 (electronic)')).drafts[0]?.fields.extra?.isbn).toBe(
    '9780309164252',
  )
})
