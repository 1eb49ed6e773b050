import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../../db/model/draft.ts'
import { splitLines } from '../decode-text.ts'
import type { ExportedPaper } from '../exported-paper.ts'
import { exportedPaper } from '../fixtures/exported-papers.ts'
import { anyExportedPaper, comparableFields } from '../fixtures/random-papers.ts'
import { formatRis } from './format-ris.ts'
import { looksLikeRis, readRis } from './read-ris.ts'

const everything = { abstracts: true, notes: true, keywords: true, byStatus: false }

function linesOf(paper: Partial<ExportedPaper>): readonly string[] {
  return formatRis([exportedPaper(paper)], everything).split('\r\n')
}

function read(text: string): readonly Draft[] {
  return readRis(splitLines(text)).drafts
}

function fieldsOf(...tags: readonly string[]): Draft['fields'] | undefined {
  return read([...tags, 'ER  - '].join('\r\n'))[0]?.fields
}

describe('writing RIS', () => {
  it('gives each thing its tag, and each line CR LF', () => {
    const paper = exportedPaper({
      citationKey: 'shannon1948mathematical',
      entryType: 'article',
      title: 'A Mathematical Theory of Communication',
      authors: [{ family: 'Shannon', given: 'Claude Elwood' }],
      venue: 'Bell System Technical Journal',
      volume: '27',
      issue: '3',
      pages: '379–423',
      year: 1948,
      tags: ['information', 'theory/entropy'],
      notes: [{ text: 'Where the bit comes from.' }],
      extra: { date: '1948-07', 'ris-c1': 'first\nsecond' },
    })
    expect(formatRis([paper, exportedPaper({ citationKey: 'b' })], everything)).toBe(
      [
        'TY  - JOUR',
        'ID  - shannon1948mathematical',
        'AU  - Shannon, Claude Elwood',
        'TI  - A Mathematical Theory of Communication',
        'T2  - Bell System Technical Journal',
        'VL  - 27',
        'IS  - 3',
        'SP  - 379',
        'EP  - 423',
        'PY  - 1948',
        'DA  - 1948/07//',
        'C1  - first',
        'C1  - second',
        'KW  - information',
        'KW  - theory/entropy',
        'N1  - Where the bit comes from.',
        'ER  - ',
        '',
        'TY  - GEN',
        'ID  - b',
        'ER  - ',
        '',
      ].join('\r\n'),
    )
  })

  it('writes suffixes last, groups whole, and says when there are others', () => {
    const authors = [{ family: 'King', given: 'Martin Luther, Jr.' }, { literal: 'World Health Organization' }]
    expect(linesOf({ authors, andOthers: true }).slice(2, 5)).toEqual([
      'AU  - King, Martin Luther, Jr.',
      'AU  - World Health Organization',
      'AU  - et al.',
    ])
  })

  it('prints markup away and keeps a value on its line', () => {
    expect(linesOf({ title: '\\textbf{D}ynamics of $x^2$', abstract: 'One\n\ntwo.\r\nER  - ' }).slice(2, 4)).toEqual([
      'TI  - Dynamics of x²',
      'AB  - One two. ER -',
    ])
  })
})

describe('reading RIS', () => {
  it('knows it by its first tag', () => {
    expect(['TY  - JOUR\nAU  - A', '\r\n\r\nTY  - BOOK', 'Provider: X\nContent: Y\n\nTY  - JOUR'].map(looksLikeRis)).toEqual([
      true,
      true,
      true,
    ])
    expect(['PMID- 123', 'A title\nTY is a place', '[{"TY":1}]'].map(looksLikeRis)).toEqual([false, false, false])
  })

  it('reads each field with the lines it stands on', () => {
    const text =
      'TY  - JOUR\nT1  - Go To Statement\n  Considered Harmful\nA1  - Dijkstra, Edsger W.\nY1  - 1968/03//\nJF  - Communications of the ACM\nJO  - CACM\nER  -\n'
    expect(readRis(splitLines(text))).toEqual({
      format: 'ris',
      layout: 'ris',
      leftovers: [],
      drafts: [
        {
          lineStart: 1,
          lineEnd: 8,
          fields: {
            entryType: 'article',
            title: 'Go To Statement Considered Harmful',
            authors: [{ family: 'Dijkstra', given: 'Edsger W.' }],
            year: 1968,
            venue: 'Communications of the ACM',
            extra: { date: '1968-03', shortjournal: 'CACM' },
          },
          spans: {
            entryType: { lineStart: 1, lineEnd: 1 },
            title: { lineStart: 2, lineEnd: 3 },
            authors: { lineStart: 4, lineEnd: 4 },
            year: { lineStart: 5, lineEnd: 5 },
            'extra.date': { lineStart: 5, lineEnd: 5 },
            venue: { lineStart: 6, lineEnd: 6 },
            'extra.shortjournal': { lineStart: 7, lineEnd: 7 },
          },
          marks: [],
        },
      ],
    })
  })

  it('takes the keywords that stand on lines of their own, and notes', () => {
    const [draft] = read('TY  - JOUR\nTI  - T\nKW  - Humans\nAdult\nAged; frail\nKW  - Humans\nN1  - Read it.\nER  - ')
    expect(draft?.reading).toEqual({ status: null, tags: ['Humans', 'Adult', 'Aged; frail'], notes: ['Read it.'] })
  })

  it('puts what the type means by a tag where it belongs', () => {
    expect(fieldsOf('TY  - THES', 'TI  - T', 'PB  - MIT', 'M3  - PhD thesis')).toEqual({
      entryType: 'phdthesis',
      title: 'T',
      venue: 'MIT',
    })
    expect(fieldsOf('TY  - BOOK', 'T1  - T', 'T2  - Lecture Notes', 'PB  - Springer', 'SP  - 300', 'SN  - 978-3-540-1')).toEqual({
      entryType: 'book',
      title: 'T',
      venue: 'Lecture Notes',
      extra: { isbn: '978-3-540-1', pagetotal: '300', publisher: 'Springer' },
    })
    expect(fieldsOf('TY  - CONF', 'TI  - T', 'AU  - A, B', 'T2  - PLDI 2020', 'C3  - Proceedings of PLDI')).toEqual({
      entryType: 'inproceedings',
      title: 'T',
      authors: [{ family: 'A', given: 'B' }],
      venue: 'Proceedings of PLDI',
      extra: { eventtitle: 'PLDI 2020' },
    })
    expect(fieldsOf('TY  - RPRT', 'TI  - T', 'SN  - TR-1', 'XX  - kept')).toEqual({
      entryType: 'report',
      title: 'T',
      extra: { number: 'TR-1', 'ris-xx': 'kept' },
    })
  })

  it('finds a DOI under the tags and in the notes where publishers write it, and no two', () => {
    const doi = '10.1162/neco.1997.9.8.1735'
    const at = (line: string) => read(`TY  - JOUR\nTI  - Long short-term memory\n${line}\nER  - `)[0]
    const lines = [`L3  - https://doi.org/${doi}`, `M1  - ${doi}`, `N1  - doi: ${doi}`, `M3  - doi: ${doi}\nN1  - ${doi}`]
    const plain = { entryType: 'article', title: 'Long short-term memory', doi }
    for (const draft of lines.map(at)) expect([draft?.fields, draft?.reading]).toEqual([plain, undefined])
    expect(at(`DO  - ${doi}\nN1  - doi: 10.1038/323533a0`)?.reading?.notes).toEqual(['doi: 10.1038/323533a0'])
  })

  it('knows PubMed’s number by the name of the database, and writes both again', () => {
    const of = (...lines: readonly string[]) => fieldsOf('TY  - JOUR', 'TI  - T', ...lines)?.extra
    expect(of('DB  - PubMed', 'AN  - 25430774')).toEqual({ pmid: '25430774' })
    expect(of('DB  - Ovid MEDLINE(R)', 'AN  - 8555924')).toEqual({ pmid: '8555924', 'ris-db': 'Ovid MEDLINE(R)' })
    expect(of('AN  - 25430774', 'U1  - 25430774[pmid]')?.pmid).toBe('25430774')
    expect(of('DB  - Scopus', 'AN  - 25430774')).toEqual({ 'ris-an': '25430774', 'ris-db': 'Scopus' })
    const written = formatRis([exportedPaper({ extra: { pmid: '25430774' } })], everything)
    expect(read(written)[0]?.fields.extra).toMatchObject({ pmid: '25430774' })
  })

  it('reads the tags of Web of Science and EBSCO, and the version of a program', () => {
    const article = ['TY  - JOUR', 'TI  - T', 'JF  - Psychological Bulletin', 'JO  - Psychological Bulletin', 'JA  - Psychol Bull']
    expect(fieldsOf(...article, 'PU  - APA', 'PI  - WASHINGTON', 'CY  - US')).toMatchObject({
      venue: 'Psychological Bulletin',
      extra: { shortjournal: 'Psychol Bull', publisher: 'APA', location: 'US', 'ris-pi': 'WASHINGTON' },
    })
    expect(fieldsOf('TY  - COMP', 'TI  - NumPy', 'ET  - 1.20')?.extra).toEqual({ version: '1.20' })
  })

  it('reads the number of a patent, a range that ends in a dash, and characters by their names', () => {
    expect(
      fieldsOf('TY  - PAT', 'AU  - Erd&odblac;s, P&aacute;l', 'TI  - A&eacute;roplane &ndash; &amp; more', 'IS  - 381968'),
    ).toEqual({
      entryType: 'patent',
      title: 'Aéroplane – & more',
      authors: [{ family: 'Erdős', given: 'Pál' }],
      extra: { number: '381968' },
    })
    expect(fieldsOf('TY  - JOUR', 'TI  - T', 'SP  - 100-', 'EP  - 110')?.pages).toBe('100–110')
  })

  it('ends a record without end where the next begins, and leaves what stands between', () => {
    const { drafts, leftovers } = readRis(
      splitLines('Exported today\nTY  - JOUR\nTI  - A\nTY  - JOUR\nTI  - B\nER  - \nstray\nTY  - JOUR\nTI  - C\nER  - '),
    )
    expect(drafts.map(({ fields, marks, lineStart, lineEnd }) => [fields.title, marks, lineStart, lineEnd])).toEqual([
      ['A', ['broken-record'], 2, 3],
      ['B', [], 4, 6],
      ['C', [], 8, 10],
    ])
    expect(leftovers.map(({ line, text }) => [line, text])).toEqual([
      [1, 'Exported today'],
      [7, 'stray'],
    ])
  })

  it('never throws, and accounts for every line', () => {
    const pieces = [
      'TY  - JOUR',
      'ER  - ',
      'AU  - A, B',
      'TI  -',
      'SP  - 1-',
      'PY  - x',
      'DA  - 2020/13/99',
      'text',
      '',
      'KW  -',
      'T2 - x',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (chosen) => {
        const lines = splitLines(chosen.join('\n'))
        const { drafts, leftovers } = readRis(lines)
        const held = leftovers.map(({ line }) => line)
        for (const { lineStart, lineEnd } of drafts) for (let line = lineStart; line <= lineEnd; line++) held.push(line)
        const expected = lines.filter(({ text }) => text.trim() !== '').map(({ number }) => number)
        expect(new Set(held).size).toBe(held.length)
        expect(expected.filter((number) => !held.includes(number))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

it('reads back every field that it has written', () => {
  fc.assert(
    fc.property(fc.array(anyExportedPaper, { minLength: 1, maxLength: 3 }), (papers) => {
      const drafts = read(formatRis(papers, everything))
      expect(drafts.map(({ fields }) => comparableFields(fields))).toEqual(papers.map(comparableFields))
    }),
    { numRuns: 300 },
  )
})
