import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BibliographyPaper } from '../../db/model/bibliography-paper.ts'
import { emptyFields } from '../../db/model/fields.ts'
import { formatBibtex } from './format-bibtex.ts'

const emptyPaper: BibliographyPaper = { ...emptyFields, citationKey: 'paper', titleOrigin: null, tags: [] }

function format(fields: Partial<BibliographyPaper>, dialect: 'bibtex' | 'biblatex' = 'bibtex'): string {
  return formatBibtex([{ ...emptyPaper, ...fields }], { dialect, abstracts: true, keywords: true })
}

const completePaper: Partial<BibliographyPaper> = {
  citationKey: 'pan2025medvlm',
  title: 'MedVLM-R1: Incentivizing Medical Reasoning',
  titleOrigin: 'source',
  authors: [
    { family: 'Pan', given: 'Jiazhen' },
    { family: 'Müller', given: 'Ünal' },
  ],
  andOthers: true,
  abstract: 'Up to 90% of \\textbf{R}easoning & more.',
  year: 2025,
  venue: 'Journal of X & Y',
  volume: '3',
  issue: '1-2',
  pages: '10-19, 25–26',
  doi: '10.1007/978-3_28',
  arxivId: '2502.19634',
  url: 'https://example.org/a_b?c=1%20#d{}',
  tags: ['to cite', 'a, b', 'R&D/x_y'],
}

describe('formatBibtex', () => {
  it('writes all fields in a fixed order', () => {
    expect(format(completePaper)).toBe(`@article{pan2025medvlm,
  author = {Pan, Jiazhen and M{\\"u}ller, {\\"U}nal and others},
  title = {{MedVLM-R1}: Incentivizing Medical Reasoning},
  journal = {Journal of X \\& Y},
  volume = {3},
  number = {1-2},
  pages = {10--19, 25--26},
  year = {2025},
  doi = {10.1007/978-3_28},
  eprint = {2502.19634},
  archivePrefix = {arXiv},
  url = {https://example.org/a_b?c=1%20#d%7B%7D},
  keywords = {to cite, {a, b}, R\\&D/x\\_y},
  abstract = {Up to 90\\% of \\textbf{R}easoning \\& more.},
}
`)
  })

  it('uses the names of biblatex', () => {
    const entry = format({ ...completePaper, abstract: null, tags: [], pages: null, url: null }, 'biblatex')
    expect(entry).toBe(`@article{pan2025medvlm,
  author = {Pan, Jiazhen and Müller, Ünal and others},
  title = {{MedVLM-R1}: Incentivizing Medical Reasoning},
  journaltitle = {Journal of X \\& Y},
  volume = {3},
  number = {1-2},
  date = {2025},
  doi = {10.1007/978-3_28},
  eprint = {2502.19634},
  eprinttype = {arxiv},
}
`)
  })

  it('parts entries by a blank line and keeps their order', () => {
    const papers = ['b', 'a'].map((citationKey) => ({ ...emptyPaper, citationKey }))
    expect(formatBibtex(papers, { dialect: 'bibtex', abstracts: true, keywords: true })).toBe('@misc{b,\n}\n\n@misc{a,\n}\n')
  })

  it('leaves abstracts and keywords out when they are not wanted', () => {
    const paper = { ...emptyPaper, title: 'One thing', abstract: 'Text.', tags: ['tag'] }
    expect(formatBibtex([paper], { dialect: 'bibtex', abstracts: false, keywords: false })).toBe(
      '@misc{paper,\n  title = {One thing},\n}\n',
    )
  })

  it('marks a provisional title with square brackets', () => {
    expect(format({ title: 'AlphaMed: a framework', titleOrigin: 'provisional' })).toContain('title = {[{AlphaMed}: a framework]},')
  })

  it('puts the venue where the type has it, says what a type was that BibTeX lacks, and keeps one of a style’s own', () => {
    const types = ['inproceedings', 'Book', 'phdthesis', 'misc', 'online', 'ieeetranbstctl', 'two words']
    expect(types.map((entryType) => format({ entryType, venue: 'V' }).replaceAll('\n', ''))).toEqual([
      '@inproceedings{paper,  booktitle = {V},}',
      '@book{paper,  series = {V},}',
      '@phdthesis{paper,  school = {V},}',
      '@misc{paper,  howpublished = {V},}',
      '@misc{paper,  howpublished = {V},  entrysubtype = {online},}',
      '@ieeetranbstctl{paper,  howpublished = {V},}',
      '@misc{paper,  howpublished = {V},}',
    ])
  })

  it('takes a venue with volume or issue for a journal, and a bare arXiv number for misc', () => {
    expect(format({ venue: 'V', issue: '2' })).toContain('@article{')
    expect(format({ arxivId: '2502.19634' })).toBe('@misc{paper,\n  eprint = {2502.19634},\n  archivePrefix = {arXiv},\n}\n')
  })

  it('leaves page numbers with dashes of their own alone', () => {
    const pages = ['iv–x', 'S1 - S10', 'A-1-A-10', 'e1234', '5--9'].map((range) => format({ pages: range }).split('\n')[1])
    expect(pages).toEqual(['iv--x', 'S1--S10', 'A-1-A-10', 'e1234', '5--9'].map((range) => `  pages = {${range}},`))
  })

  it('writes seasons as BibTeX can say them', () => {
    const paper = { year: 2001, extra: { date: '2001-23' } }
    expect(format(paper, 'bibtex').split('\n').slice(1, 3)).toEqual(['  year = {2001},', '  month = {Autumn},'])
    expect(format(paper, 'biblatex').split('\n')[1]).toBe('  date = {2001-23},')
  })

  it('writes years that biblatex can read as dates', () => {
    expect([790, -44].map((year) => format({ year }, 'biblatex').split('\n')[1])).toEqual(['  date = {0790},', '  date = {-0044},'])
  })

  it('puts text on one line, without characters that nobody sees', () => {
    expect(format({ title: ' Tab\tbell\u0007 line\r\nbreak\u2028sep\u200barator ' })).toContain(
      'title = {Tab bell line break separator},',
    )
  })

  it('writes a brace without partner so that BibTeX does not count it', () => {
    expect(format({ abstract: 'a } b' })).toContain('abstract = {a \\ensuremath{\\rbrace')
    expect(format({ abstract: 'a {b}' })).toContain('abstract = {a \\{b\\}},')
  })

  it('writes as many balanced entries as there are papers, whatever their fields hold', () => {
    fc.assert(
      fc.property(
        fc.array(anyPaper, { maxLength: 4 }),
        fc.constantFrom('bibtex' as const, 'biblatex' as const),
        (papers, dialect) => {
          const text = formatBibtex(papers, { dialect, abstracts: true, keywords: true })
          expect(countEntries(text)).toBe(papers.length)
        },
      ),
      { numRuns: 500 },
    )
  })
})

const nastyPieces = [
  '{',
  '}',
  '\\',
  '$',
  '%',
  '@',
  '@misc{x,',
  '"',
  '#',
  '~',
  '*',
  ',',
  ' and ',
  '\n',
  '\u2028',
  '\ud800',
  '\\(',
  '\\{',
  '\\textbf{',
  'é',
  'é',
  'Đ',
  '王',
  'aB',
  '-',
]
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...nastyPieces), { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
)
const maybeText = fc.option(anyText)
const anyPaper: fc.Arbitrary<BibliographyPaper> = fc.record({
  citationKey: anyText,
  entryType: fc.oneof(maybeText, fc.constantFrom('article', 'book')),
  title: maybeText,
  titleOrigin: fc.constantFrom('source', 'provisional', null),
  authors: fc.array(fc.oneof(fc.record({ literal: anyText }), fc.record({ family: anyText, given: maybeText })), { maxLength: 3 }),
  andOthers: fc.boolean(),
  abstract: maybeText,
  year: fc.option(fc.double()),
  venue: maybeText,
  volume: maybeText,
  issue: maybeText,
  pages: maybeText,
  doi: maybeText,
  arxivId: maybeText,
  url: maybeText,
  extra: fc.dictionary(fc.constantFrom('publisher', 'editor', 'file', 'note', 'subtitle', 'date', 'crossref'), anyText),
  tags: fc.array(anyText, { maxLength: 3 }),
})

/** Counts entries as BibTeX finds them: `@type{key,`, lines `name = {…},` with balanced braces, `}`; anything else is an error. */
function countEntries(text: string): number {
  const lines = text.split('\n')
  let count = 0
  for (let index = 0; index < lines.length - 1; index += 2) {
    expect(lines[index]).toMatch(/^@[a-z]+\{[\p{L}\p{M}\p{N}_:.+/-]+,$/u)
    for (index++; lines[index] !== '}'; index++) {
      const [, value = '}'] = /^ {2}[A-Za-z]+ = \{(.*)\},$/s.exec(lines[index] ?? '') ?? []
      expect(lowestDepth(value)).toEqual({ lowest: 0, last: 0 })
    }
    count++
  }
  return count
}

function lowestDepth(value: string): { lowest: number; last: number } {
  let last = 0
  let lowest = 0
  for (const character of value) {
    if (character === '{') last++
    if (character === '}') last--
    lowest = Math.min(lowest, last)
  }
  return { lowest, last }
}
