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

it('writes letters as commands of LaTeX where that is asked for, and reads them back', () => {
  const papers = [
    exportedPaper({
      citationKey: 'a',
      title: 'Über die Grundlagen – “Straße” $\\alpha$ and 王',
      authors: [
        { family: 'Gödel', given: 'Kurt' },
        { family: 'Łukasiewicz', given: 'Jan' },
      ],
    }),
  ]
  const { text, problems } = writeBibliography(papers, { ...request, format: 'bibtex', escapes: true })
  expect(problems).toEqual([])
  expect(text).toContain('{G{\\"o}del, Kurt and {\\L}ukasiewicz, Jan}')
  expect(text.match(/[^\0-\x7f]/g)).toEqual(['王'])
})

it('keeps every letter that it writes as a command', () => {
  fc.assert(
    fc.property(fc.array(anyExportedPaper, { maxLength: 2 }), (papers) => {
      const plain = writeBibliography(papers, { ...request, format: 'biblatex' })
      expect(writeBibliography(papers, { ...request, format: 'biblatex', escapes: true }).problems).toEqual(plain.problems)
    }),
    { numRuns: 30 },
  )
})

it('leaves out where the files of a paper are, if that is asked for', () => {
  const papers = [exportedPaper({ citationKey: 'a', title: 'First', extra: { file: 'first.pdf:PDF' } })]
  const written = (files?: boolean) => writeBibliography(papers, { ...request, format: 'bibtex', files })
  expect([written().text, written(true).text, written(false).text].map((text) => text.includes('first.pdf'))).toEqual([
    true,
    true,
    false,
  ])
  expect(written(false).problems).toEqual([])
})
