import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../../db/model/draft.ts'
import { splitLines } from '../decode-text.ts'
import type { ExportedPaper } from '../exported-paper.ts'
import { exportedPaper } from '../fixtures/exported-papers.ts'
import { anyExportedPaper, comparableFields } from '../fixtures/random-papers.ts'
import { formatCslJson } from './format-csl-json.ts'
import { looksLikeCslJson, readCslJson } from './read-csl-json.ts'

const everything = { abstracts: true, notes: true, keywords: true, byStatus: false }

function itemOf(paper: Partial<ExportedPaper>): Record<string, unknown> {
  return JSON.parse(formatCslJson([exportedPaper(paper)], everything))[0]
}

function read(text: string): ReturnType<typeof readCslJson> & { readonly drafts: readonly Draft[] } {
  return readCslJson(splitLines(text))
}

describe('writing CSL JSON', () => {
  it('names types, variables, names and dates as CSL does', () => {
    expect(
      itemOf({
        citationKey: 'lamport1978time',
        entryType: 'article',
        title: 'Time, Clocks, and the Ordering of Events in a Distributed System',
        authors: [{ family: 'Lamport', given: 'Leslie' }],
        venue: 'Communications of the ACM',
        volume: '21',
        issue: '7',
        pages: '558–565',
        year: 1978,
        doi: '10.1145/359545.359563',
        tags: ['clocks', 'distributed/order'],
        extra: { date: '1978-07', issn: '0001-0782', publisher: 'Association for Computing Machinery', langid: 'english' },
      }),
    ).toEqual({
      id: 'lamport1978time',
      type: 'article-journal',
      title: 'Time, Clocks, and the Ordering of Events in a Distributed System',
      author: [{ family: 'Lamport', given: 'Leslie' }],
      'container-title': 'Communications of the ACM',
      volume: '21',
      issue: '7',
      page: '558-565',
      issued: { 'date-parts': [[1978, 7]] },
      DOI: '10.1145/359545.359563',
      keyword: 'clocks, distributed/order',
      language: 'en',
      ISSN: '0001-0782',
      publisher: 'Association for Computing Machinery',
    })
  })

  it('parts particles and suffixes from names, keeps groups whole, and says when there are others', () => {
    const authors = [
      { family: 'van der Waals', given: 'Johannes Diderik' },
      { family: 'King', given: 'Martin Luther, Jr.' },
      { literal: 'World Health Organization' },
    ]
    expect(itemOf({ authors, andOthers: true }).author).toEqual([
      { 'non-dropping-particle': 'van der', family: 'Waals', given: 'Johannes Diderik' },
      { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
      { literal: 'World Health Organization' },
      { literal: 'others' },
    ])
  })

  it('prints markup as rich text, and a supplied title in brackets', () => {
    expect(itemOf({ title: 'Growth of \\emph{Escherichia coli} in H$_2$O \\& CO\\textsubscript{2}' }).title).toBe(
      'Growth of <i>Escherichia coli</i> in H₂O & CO<sub>2</sub>',
    )
    expect(itemOf({ title: 'Of \\textsc{Roman} \\texttt{code}' }).title).toBe(
      'Of <span style="font-variant:small-caps;">Roman</span> code',
    )
    expect(itemOf({ title: 'AlphaMed: a framework', titleOrigin: 'provisional' }).title).toBe('[AlphaMed: a framework]')
  })

  it('does not print of an article that it is one, and keeps what was said', () => {
    expect(itemOf({ entryType: 'article', extra: { type: 'Journal Article' } })).toMatchObject({
      custom: { type: 'Journal Article' },
    })
    expect(itemOf({ entryType: 'article', extra: { type: 'Journal Article' } })).not.toHaveProperty('genre')
    expect(itemOf({ entryType: 'article', extra: { type: 'Editorial' } })).toMatchObject({ genre: 'Editorial' })
  })

  it('puts the venue where the type has it', () => {
    const types = ['inproceedings', 'phdthesis', 'book', 'techreport']
    expect(types.map((entryType) => itemOf({ entryType, venue: 'V' }))).toEqual([
      { id: 'paper', type: 'paper-conference', 'container-title': 'V' },
      { id: 'paper', type: 'thesis', publisher: 'V', genre: 'PhD thesis' },
      { id: 'paper', type: 'book', 'collection-title': 'V' },
      { id: 'paper', type: 'report', publisher: 'V', custom: { 'entry-type': 'techreport' } },
    ])
  })

  it('gives an arXiv number as Zotero does for preprints', () => {
    expect(itemOf({ arxivId: '1706.03762' })).toEqual({ id: 'paper', type: 'article', number: 'arXiv:1706.03762' })
  })

  it('keeps what CSL has no variable for', () => {
    expect(itemOf({ entryType: 'book', extra: { eventtitleaddon: 'Zürich', director: 'Varda, Agnès' } })).toEqual({
      id: 'paper',
      type: 'book',
      director: [{ family: 'Varda', given: 'Agnès' }],
      custom: { eventtitleaddon: 'Zürich' },
    })
  })
})

describe('reading CSL JSON', () => {
  it('tells it from other JSON', () => {
    expect(
      ['[{"id":"a","type":"book"}]', '{"items": [ {"title": "x"', '[\n  {\n    "DOI": "10.1/x"'].map(looksLikeCslJson),
    ).toEqual([true, true, true])
    expect(['[1, 2]', '{"name":"octavo"}', 'A title\nAn abstract', '[Reprint] {"x"}'].map(looksLikeCslJson)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('reads each field with the lines it stands on', () => {
    const { drafts, leftovers } = read(`[
  {
    "id": "hoare1969",
    "type": "article-journal",
    "title": "An axiomatic basis for computer programming",
    "author": [
      { "family": "Hoare", "given": "C. A. R." }
    ],
    "issued": { "date-parts": [["1969", 10]] },
    "page": "576-580"
  }
]`)
    expect(leftovers).toEqual([])
    expect(drafts).toEqual([
      {
        lineStart: 1,
        lineEnd: 12,
        citationKey: 'hoare1969',
        fields: {
          entryType: 'article',
          title: 'An axiomatic basis for computer programming',
          authors: [{ family: 'Hoare', given: 'C. A. R.' }],
          year: 1969,
          pages: '576–580',
          extra: { date: '1969-10' },
        },
        spans: {
          entryType: { lineStart: 4, lineEnd: 4 },
          title: { lineStart: 5, lineEnd: 5 },
          authors: { lineStart: 6, lineEnd: 8 },
          year: { lineStart: 9, lineEnd: 9 },
          'extra.date': { lineStart: 9, lineEnd: 9 },
          pages: { lineStart: 10, lineEnd: 10 },
        },
        marks: [],
      },
    ])
  })

  it('reads the variables that stand in the note, before its text or in braces', () => {
    const note = [
      'original-date: 1884-10',
      'Event Place: London',
      'PMID: 12345678',
      'translator: Jowett || Benjamin',
      'DOI: 10.1000/flatland',
      'tex.ids: old',
      'A romance of many dimensions {:volumes: 3}{:number-of-volumes: 2}',
      'Section: 4',
    ]
    const item = { id: 'abbott', type: 'book', title: 'Flatland', DOI: '10.1000/own', note: note.join('\n') }
    expect(read(JSON.stringify([item])).drafts[0]?.fields).toEqual({
      entryType: 'book',
      title: 'Flatland',
      doi: '10.1000/own',
      extra: {
        note: 'tex.ids: old\nA romance of many dimensions {:volumes: 3}\nSection: 4',
        origdate: '1884-10',
        pmid: '12345678',
        translator: 'Jowett, Benjamin',
        venue: 'London',
        volumes: '2',
      },
    })
  })

  it('reads types that biblatex lacks as the nearest, and gives them back', () => {
    const types = ['review-book', 'bill', 'treaty', 'classic', 'interview']
    const { drafts } = read(JSON.stringify(types.map((type) => ({ id: type, type, title: 'T' }))))
    expect(drafts.map(({ fields }) => fields.entryType)).toEqual(['review', 'legislation', 'legislation', 'book', 'misc'])
    expect(drafts.map(({ fields }) => itemOf(fields).type)).toEqual(types)
    expect(itemOf({ ...drafts[0]?.fields, entryType: 'article' }).type).toBe('article-journal')
  })

  it('reads seasons by name and number, and lists of one title', () => {
    const dated = (season: unknown) => ({ id: 'a', title: ['Notes'], issued: { 'date-parts': [[2012]], season } })
    const { drafts } = read(JSON.stringify(['Spring', 'autumn', 4, '2', 'late'].map(dated)))
    expect(drafts.map(({ fields }) => fields.extra?.date)).toEqual(['2012-21', '2012-23', '2012-24', '2012-22', undefined])
    expect(drafts[0]?.fields.title).toBe('Notes')
  })

  it('recovers the items around one that is broken, and names its lines', () => {
    const item = (key: string) => `  {\n    "id": "${key}",\n    "title": "Title of ${key}"\n  }`
    const text = `[\n${item('a')},\n  {\n    "id": "b",\n    "title": "Not closed,\n    "author": [{"family": "B"}\n,\n${item('c')},\n${item('d')}\n]`
    const { drafts, leftovers } = read(text)
    expect(drafts.map(({ fields, marks }) => [fields.title, marks])).toEqual([
      ['Title of a', []],
      [undefined, ['broken-record']],
      ['Title of c', []],
      ['Title of d', []],
    ])
    expect(leftovers.map(({ line, reason }) => [line, reason])).toContainEqual([8, 'broken-record'])
  })

  it('takes the numbers that Zotero keeps in a note', () => {
    const [draft] = read('[{"type":"article","title":"T","note":"arXiv:1706.03762 [cs]\\nPMID: 123\\nA remark"}]').drafts
    expect(draft?.fields).toEqual({
      entryType: 'misc',
      title: 'T',
      arxivId: '1706.03762',
      extra: { note: 'A remark', pmid: '123' },
    })
  })

  it('makes tags of keywords and a note of an annotation', () => {
    expect(read('[{"title":"T","keyword":"a/b; c, d","annote":"Read it."}]').drafts[0]?.reading).toEqual({
      status: null,
      tags: ['a/b', 'c, d'],
      notes: ['Read it.'],
    })
  })

  it('reads many items on one line', () => {
    const item = '{"id":"a","type":"book","author":[{"family":"B"}]}'
    const started = process.cpuUsage()
    expect(read(`[${Array.from({ length: 20_000 }, () => item).join(',')}]`).drafts).toHaveLength(20_000)
    expect(process.cpuUsage(started).user).toBeLessThan(10_000_000)
  })

  it('never throws, and accounts for every line', () => {
    const pieces = ['{', '}', '[', ']', '"id":', '"title":', '"x"', '"', ',', '\n', '\\', '1', ' ', '{"id":"a",']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (chosen) => {
        const lines = splitLines(chosen.join(''))
        const { drafts, leftovers } = readCslJson(lines)
        const held = new Set(leftovers.map(({ line }) => line))
        for (const { lineStart, lineEnd } of drafts) for (let line = lineStart; line <= lineEnd; line++) held.add(line)
        expect(lines.filter(({ number, text }) => text.trim() !== '' && !held.has(number))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

it('reads back every field that it has written', () => {
  fc.assert(
    fc.property(fc.array(anyExportedPaper, { minLength: 1, maxLength: 3 }), (papers) => {
      const { drafts } = read(formatCslJson(papers, everything))
      expect(drafts.map(({ fields }) => comparableFields(fields))).toEqual(papers.map(comparableFields))
    }),
    { numRuns: 300 },
  )
})
