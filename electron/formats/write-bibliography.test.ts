import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exportFormatIds } from '../../db/model/export-formats.ts'
import { exportedPaper } from './fixtures/exported-papers.ts'
import { anyExportedPaper } from './fixtures/random-papers.ts'
import { type BibliographyRequest, writeBibliography } from './write-bibliography.ts'

const request: BibliographyRequest = { format: 'ris', order: 'list', abstracts: true, notes: true, keywords: true, byStatus: false }

it('writes papers in the order of the list, or of their keys', () => {
  const papers = ['b', 'A', 'c'].map((citationKey) => exportedPaper({ citationKey }))
  const keysIn = (order: BibliographyRequest['order']) =>
    writeBibliography(papers, { ...request, order }).text.match(/(?<=ID {2}- ).*(?=\r)/g)
  expect([keysIn('list'), keysIn('key')]).toEqual([
    ['b', 'A', 'c'],
    ['A', 'b', 'c'],
  ])
})

it('gives the same bytes for the same papers, in every format', () => {
  fc.assert(
    fc.property(fc.array(anyExportedPaper, { maxLength: 3 }), (papers) => {
      for (const format of exportFormatIds)
        expect(writeBibliography(papers, { ...request, format })).toEqual(
          writeBibliography(structuredClone(papers), { ...request, format }),
        )
    }),
    { numRuns: 30 },
  )
})

it('names the paper and the fields that a format has no place for, and writes all papers', () => {
  const papers = [
    exportedPaper({ citationKey: 'a', title: 'First', extra: { eventtitleaddon: 'Zürich', publisher: 'ACM' } }),
    exportedPaper({ citationKey: 'b', title: 'Second', authors: [{ literal: 'Smith, Jones and Co.' }], tags: ['one; two'] }),
    exportedPaper({ citationKey: 'c', title: 'Third $x^2$ \\emph{and} more', pages: '1 -- 2', abstract: 'A -- \\& B.' }),
  ]
  const { text, problems } = writeBibliography(papers, request)
  expect(text.match(/^TI {2}- .*(?=\r)/gm)).toEqual(['TI  - First', 'TI  - Second', 'TI  - Third x² and more'])
  expect(problems).toEqual([
    { citationKey: 'a', message: 'Not everything is there of: eventtitleaddon.' },
    { citationKey: 'b', message: 'Not everything is there of: authors, keywords.' },
  ])
  expect(writeBibliography(papers, { ...request, format: 'csl-json' }).problems).toEqual([
    { citationKey: 'b', message: 'Not everything is there of: keywords.' },
  ])
})
