import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../../db/model/draft.ts'
import { splitLines } from '../decode-text.ts'
import { parseBibtex } from './parse-bibtex.ts'

const parse = (text: string) => parseBibtex(splitLines(text))

function only(text: string): Draft {
  const { drafts } = parse(text)
  expect(drafts.length).toBe(1)
  return drafts[0] as Draft
}

const turing = `@article{Turing:1936,
  author  = {Turing, Alan M.},
  title   = {On Computable Numbers, with an Application to the {Entscheidungsproblem}},
  journal = "Proceedings of the {London} Mathematical Society",
  volume  = 42,
  number  = {1},
  pages   = {230--265},
  year    = 1936,
  month   = nov,
  doi     = {https://doi.org/10.1112/PLMS/S2-42.1.230},
  address = {London},
  issn    = {0024-6115},
}`

describe('a record', () => {
  it('gives its fields, the rest under the names of biblatex, and the lines of each', () => {
    expect(parse(turing)).toEqual({
      format: 'bibtex',
      layout: 'records',
      drafts: [
        {
          lineStart: 1,
          lineEnd: 13,
          fields: {
            entryType: 'article',
            authors: [{ family: 'Turing', given: 'Alan M.' }],
            title: 'On Computable Numbers, with an Application to the Entscheidungsproblem',
            venue: 'Proceedings of the London Mathematical Society',
            volume: '42',
            issue: '1',
            pages: '230–265',
            year: 1936,
            doi: '10.1112/plms/s2-42.1.230',
            extra: { date: '1936-11', issn: '0024-6115', location: 'London', protected: 'Entscheidungsproblem' },
          },
          spans: expect.objectContaining({
            title: { lineStart: 3, lineEnd: 3 },
            venue: { lineStart: 4, lineEnd: 4 },
            'extra.location': { lineStart: 11, lineEnd: 11 },
          }),
          marks: [],
          citationKey: 'Turing:1936',
        },
      ],
      leftovers: [],
    })
  })

  it.each([
    [
      'the booktitle of a paper in proceedings',
      '@inproceedings{a, booktitle={B}, series={S}, number={3}}',
      { venue: 'B', extra: { number: '3', series: 'S' } },
    ],
    [
      'the series of a book',
      '@book{a, series={S}, number={3}, publisher={P {and} Q and R}}',
      { venue: 'S', extra: { number: '3', publisher: '{P and Q} and R' } },
    ],
    ['the school of a thesis', '@phdthesis{a, school={S}}', { venue: 'S' }],
    ['an address instead of a place', '@misc{a, howpublished={\\url{http://x.org/a_b}}}', { url: 'http://x.org/a_b' }],
    [
      'an identifier of arXiv and its version',
      '@misc{a, eprint={1706.03762v5}, archivePrefix={arXiv}}',
      { arxivId: '1706.03762', extra: { eprint: '1706.03762v5' } },
    ],
    [
      'another archive',
      '@misc{a, eprint={4HIW}, eprinttype={googlebooks}}',
      { extra: { eprint: '4HIW', eprinttype: 'googlebooks' } },
    ],
    [
      'an identifier of arXiv in a journal',
      '@article{a, journal={arXiv preprint arXiv:1706.03762}}',
      { venue: 'arXiv preprint arXiv:1706.03762', arxivId: '1706.03762' },
    ],
    ['what is no DOI', '@misc{a, doi={none}}', { extra: { doi: 'none' } }],
    ['editors', '@book{a, editor={Hopper, Grace and {ACM}}}', { extra: { editor: 'Hopper, Grace and {ACM}' } }],
    ['an address with escapes', '@misc{a, url={http://x.org/\\%7Ea\\_b}}', { url: 'http://x.org/%7Ea_b' }],
  ])('keeps %s', (_what, text, fields) => {
    const { entryType: _, ...rest } = only(text).fields
    expect(rest).toEqual(fields)
  })

  it.each([
    ['date = {2004-10-27}', { year: 2004, extra: { date: '2004-10-27' } }],
    ['date = {1984/1986}', { year: 1984, extra: { date: '1984/1986' } }],
    ['date = 1998', { year: 1998 }],
    ['year = 1986, month = "10~" # jan', { year: 1986, extra: { date: '1986-01-10' } }],
    ['year = 1986, month = apr # "-" # may', { year: 1986, extra: { date: '1986-04/1986-05' } }],
    ['year = 1986, month = {Spring}', { year: 1986, extra: { date: '1986-21' } }],
    ['year = {1968--90}', { year: 1968, extra: { year: '1968-90' } }],
    ['year = {in press}', { extra: { year: 'in press' } }],
    ['year = {c. 1490}', { year: 1490, extra: { year: 'c. 1490' } }],
  ])('reads %s', (dates, fields) => {
    const { entryType: _, ...rest } = only(`@misc{a, ${dates}}`).fields
    expect(rest).toEqual(fields)
  })
})

describe('strings, commands and inheritance', () => {
  it('writes strings out, those of the file and those of every style', () => {
    expect(
      only('@string{acm = "ACM"}\n@string{tr = acm # { Tr.}}\n@article{a, journal = TR # " x", note = nothere}').fields,
    ).toEqual({
      entryType: 'article',
      venue: 'ACM Tr. x',
      extra: { note: 'nothere' },
    })
  })

  it('writes the commands out that a preamble defines', () => {
    const text =
      '@preamble{"\\newcommand{\\noopsort}[1]{} \\newcommand{\\swap}[2]{#2#1}"}\n@book{a, year = "{\\noopsort{b}}1973", note = {\\swap{x}{{y}}}}'
    expect(only(text).fields).toEqual({ entryType: 'book', year: 1973, extra: { note: 'yx' } })
  })

  it('takes over what a book says for its parts', () => {
    const text =
      '@incollection{part, title={P}, crossref={whole}}\n@collection{whole, title={W}, subtitle={S}, editor={Hopper, Grace}, date=1999, keywords={x}, publisher={U}}'
    const [part] = parse(text).drafts
    expect(part?.fields).toEqual({
      entryType: 'incollection',
      title: 'P',
      venue: 'W',
      year: 1999,
      extra: { booksubtitle: 'S', crossref: 'whole', editor: 'Hopper, Grace', publisher: 'U' },
    })
    expect(part?.spans).not.toHaveProperty('venue')
    expect(part?.reading).toBe(undefined)
  })

  it('lets an empty field keep the inherited one away, and xdata be no paper', () => {
    const { drafts, leftovers } = parse(
      '@xdata{x, publisher={U},\n location={L}}\n@book{b, xdata={x}, title={T}}\n@inbook{c, crossref={b}, location={}}',
    )
    expect(drafts.map(({ fields }) => fields.extra)).toEqual([
      { location: 'L', publisher: 'U' },
      { crossref: 'b', location: '', publisher: 'U' },
    ])
    expect(leftovers.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'xdata'],
      [2, 'xdata'],
    ])
  })
})

describe('what someone read', () => {
  it('becomes tags, a status and notes', () => {
    const text = String.raw`@article{a, title={T}, keywords={logic, R{\&}D, {a, b}}, groups={To cite}, readstatus={read}, ranking={rank4}, relevance={relevant},
      comment={First line.

      Second \emph{line}.}, annote={N}}
@comment{jabref-meta: groupstree:
0 AllEntriesGroup:;
1 ExplicitGroup:Thesis\;0\;a\;b\;;
2 ExplicitGroup:Chapter 1\;0\;A\;;
}`
    expect(only(text)).toMatchObject({
      reading: {
        status: 'read',
        tags: ['logic', 'R&D', 'a, b', 'To cite', 'rank/4', 'relevant', 'Thesis', 'Thesis/Chapter 1'],
        notes: ['First line.\n\nSecond \\emph{line}.', 'N'],
      },
      fields: { extra: { annotation: 'N', comment: 'First line. Second \\emph{line}.' } },
    })
  })
})

describe('what is broken', () => {
  const record = (key: string, broken = '') => `@article{${key},\n  title = {About ${key}},\n  ${broken}year = 1999,\n}\n\n`

  it('loses one record of nine at most to an unclosed brace, and names its line', () => {
    for (let broken = 0; broken < 9; broken++) {
      const text = [...'abcdefghi'].map((key, index) => record(key, index === broken ? 'note = {never closed,\n  ' : '')).join('')
      const { drafts, leftovers } = parse(text)
      expect(drafts.map(({ fields }) => fields.title)).toEqual([...'abcdefghi'].map((key) => `About ${key}`))
      expect(drafts[broken]?.marks).toEqual(['broken-record'])
      expect(leftovers[0]).toEqual({ line: broken * 5 + 3, text: '  note = {never closed,', reason: 'broken-record' })
    }
  })

  it('ends a title that is not closed with its line', () => {
    const { drafts, leftovers } = parse(
      '@article{a,\n  author = {Hopper, Grace},\n  title = {The Education,\n  year = 1952\n}\n@misc{b, title={B}}',
    )
    expect(drafts.map(({ fields }) => fields.title)).toEqual(['The Education', 'B'])
    expect(leftovers.map(({ line }) => line)).toEqual([4, 5])
  })

  it('keeps a key for the first of two records', () => {
    const { drafts } = parse('@misc{a, title={One}}\n@misc{A, title={Two}}\n@misc{&, title={Three}}')
    expect(drafts.map(({ citationKey, marks }) => [citationKey, marks])).toEqual([
      ['a', []],
      [undefined, ['repeated-key']],
      [undefined, []],
    ])
  })

  it('names what is between the records', () => {
    const { leftovers } = parse('% a comment\n\n@string{a = {B}}\n@preamble{"\\x"}\nsome text\n@misc{b, title={B}}\n@comment{c\nd}')
    expect(leftovers.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '1 comment',
      '3 string',
      '4 preamble',
      '5 comment',
      '7 comment',
      '8 comment',
    ])
  })
})

const pieces = [
  '@misc{k,',
  '@article{',
  '@comment{',
  '@string{s=',
  '@xdata{x,',
  '{',
  '}',
  '"',
  '#',
  ',',
  '=',
  ' = {',
  '},\n',
  '%',
  '\n',
  ' ',
  'title',
  'author',
  'a and b',
  'crossref',
  'xdata',
  'k',
  's',
  '1',
  '\\"',
  'date',
  'é',
]

describe('any text', () => {
  it('has each line that is not blank in one draft or one leftover', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        const { drafts, leftovers } = parse(text)
        const places = [
          ...drafts.flatMap(({ lineStart, lineEnd }) =>
            Array.from({ length: lineEnd - lineStart + 1 }, (_, index) => lineStart + index),
          ),
          ...leftovers.map(({ line }) => line),
        ]
        for (const { number, text: line } of splitLines(text)) if (line.trim() !== '') expect(places).toContain(number)
        for (const { line } of leftovers) expect(places.filter((place) => place === line)).toEqual([line])
      }),
      { numRuns: 2_000 },
    )
  })
})
