import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ExportOptions } from '../../../db/model/export-formats.ts'
import { lastValue } from '../../import/last-value.ts'
import type { ExportedPaper } from '../exported-paper.ts'
import { type ExportProblem, findLosses, type ReadBack } from '../find-losses.ts'
import { exportedPaper } from '../fixtures/exported-papers.ts'
import { anyExportedPaper } from '../fixtures/random-papers.ts'
import { formatBibtex } from '../format-bibtex.ts'
import { readBackBibtex } from './parse-bibtex.ts'

const options: ExportOptions = { abstracts: true, notes: false, keywords: true, byStatus: false }

function write(papers: readonly ExportedPaper[], dialect: 'bibtex' | 'biblatex' = 'bibtex'): string {
  return formatBibtex(papers, { ...options, dialect })
}

function losses(papers: readonly ExportedPaper[], read: ReadBack): readonly ExportProblem[] {
  const keys = papers.map(({ citationKey }) => citationKey)
  return lastValue(findLosses({ keys, read: (from, to) => papers.slice(from, to) }, read, options))
}

/** As the records are read in full, whatever the shorter look says. */
function* inFull(read: ReadBack): ReadBack {
  for (const [place, record] of read) yield [place, { ...record, says: () => false }]
}

const completePaper = exportedPaper({
  citationKey: 'knuth1984',
  entryType: 'article',
  title: 'Literate Programming with {WEB}',
  authors: [{ family: 'Knuth', given: 'Donald E.' }],
  abstract: 'The author and his associates have been experimenting. Documents are 50% better & more.',
  year: 1984,
  venue: 'The Computer Journal',
  volume: '27',
  issue: '2',
  pages: '97–111',
  doi: '10.1093/comjnl/27.2.97',
  arxivId: '1706.03762',
  url: 'https://example.org/web',
  extra: { date: '1984-05', publisher: 'Oxford University Press' },
  tags: ['programming', 'style'],
})

it('says of a record to the letter that it is as it was meant, without reading all of it', () => {
  const [[, record] = []] = readBackBibtex(write([completePaper]))
  expect(record?.says(completePaper, options)).toBe(true)
})

it('finds each fault of a printer, in every field', () => {
  const faults: readonly (readonly [wrong: Partial<ExportedPaper>, field: string])[] = [
    [{ title: 'Literate Programming with WEBS' }, 'title'],
    [{ authors: [{ family: 'Donald', given: 'Knuth E.' }] }, 'authors'],
    [{ authors: [...completePaper.authors, { family: 'Bibby', given: 'Duane' }] }, 'authors'],
    [{ andOthers: true }, 'authors'],
    [{ abstract: completePaper.abstract?.slice(0, -1) ?? null }, 'abstract'],
    [{ year: 1985, extra: { publisher: 'Oxford University Press' } }, 'date'],
    [{ extra: { date: '1984-06', publisher: 'Oxford University Press' } }, 'date'],
    [{ venue: 'Computer Journal' }, 'venue'],
    [{ volume: null }, 'volume'],
    [{ issue: '3' }, 'issue'],
    [{ pages: '97–112' }, 'pages'],
    [{ doi: '10.1093/comjnl/27.2.98' }, 'doi'],
    [{ arxivId: '1706.03763' }, 'arxivId'],
    [{ url: null }, 'url'],
    [{ extra: { date: '1984-05', publisher: 'Cambridge University Press' } }, 'publisher'],
    [{ tags: ['programming'] }, 'keywords'],
  ]
  const found = faults.map(([wrong]) => losses([completePaper], readBackBibtex(write([{ ...completePaper, ...wrong }]))))
  expect(found).toEqual(faults.map(([, field]) => [{ citationKey: 'knuth1984', message: `Not everything is there of: ${field}.` }]))
})

it('tells two people from one whose family name holds what parts them', () => {
  const two = [
    { family: 'Knuth', given: 'Donald' },
    { family: 'Bibby', given: 'Duane' },
  ]
  const one = [{ family: 'Knuth, Donald and Bibby', given: 'Duane' }]
  const found = losses([{ ...completePaper, authors: one }], readBackBibtex(write([{ ...completePaper, authors: two }])))
  expect(found).toEqual([{ citationKey: 'knuth1984', message: 'Not everything is there of: authors.' }])
})

it('never says so of a record that reads as something else, whatever happens to the file', () => {
  const damage = fc.record({
    at: fc.nat(),
    length: fc.nat({ max: 3 }),
    put: fc.constantFrom('', ' ', 'x', '1', '{', '}', '\\', '$', ',', '-', ' and ', '~'),
  })
  fc.assert(
    fc.property(
      fc.array(anyExportedPaper, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('bibtex', 'biblatex'),
      damage,
      (papers, dialect, { at, length, put }) => {
        const keyed = papers.map((paper, index) => ({ ...paper, citationKey: `key${index}` }))
        const text = write(keyed, dialect)
        const place = at % text.length
        const damaged = text.slice(0, place) + put + text.slice(place + length)
        expect(losses(keyed, readBackBibtex(damaged))).toEqual(losses(keyed, inFull(readBackBibtex(damaged))))
      },
    ),
    { numRuns: 2000 },
  )
})
