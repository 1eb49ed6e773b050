import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ExportedPaper } from '../exported-paper.ts'
import { exportedPaper } from '../fixtures/exported-papers.ts'
import { formatHayagriva } from './format-hayagriva.ts'
import { printYaml } from './print-yaml.ts'

const everything = { abstracts: true, notes: true, keywords: true, byStatus: false }

function format(paper: Partial<ExportedPaper>): string {
  return formatHayagriva([exportedPaper(paper)], everything)
}

it('writes an article in its journal', () => {
  expect(
    format({
      citationKey: 'lamport1978time',
      entryType: 'article',
      title: 'Time, clocks, and the ordering of events in a distributed system',
      authors: [{ family: 'Lamport', given: 'Leslie' }],
      venue: 'Communications of the ACM',
      volume: '21',
      issue: '7',
      pages: '558–565',
      year: 1978,
      doi: '10.1145/359545.359563',
      extra: { date: '1978-07', publisher: 'ACM', langid: 'english' },
    }),
  ).toBe(
    `lamport1978time:
  type: article
  title: "Time, clocks, and the ordering of events in a distributed system"
  author:
    - "Lamport, Leslie"
  date: "1978-07"
  page-range: "558-565"
  serial-number:
    doi: "10.1145/359545.359563"
  language: en
  parent:
    type: periodical
    title: "Communications of the {ACM}"
    publisher: ACM
    volume: 21
    issue: 7
`,
  )
})

it('keeps the case of words as BibTeX does, and a title with braces of its own whole', () => {
  expect(format({ title: 'MedVLM for X-ray' })).toContain('title: "{MedVLM} for {X-ray}"')
  expect(format({ title: 'A \\{set\\} costs \\$5' })).toContain('title:\n    value: "A {set} costs $5"\n    verbatim: true\n')
})

it('gives names by their parts where they could be misread', () => {
  const authors = [
    { family: 'van der Waals', given: 'Johannes' },
    { family: 'King', given: 'Martin, Jr.' },
    { literal: 'UNICEF' },
    { literal: 'Smith, Jones and Co.' },
  ]
  expect(format({ authors })).toContain(`  author:
    - name: Waals
      given-name: Johannes
      prefix: van der
    - name: King
      given-name: Martin
      suffix: Jr.
    - UNICEF
    - name: "Smith, Jones and Co."
`)
})

it('leaves out what would keep Typst from reading the file', () => {
  const paper = { year: 2020, url: 'not an address', extra: { pagetotal: 'xii, 300', langid: 'klingon', date: '2020-21' } }
  expect(format(paper)).toBe('paper:\n  type: misc\n  date: 2020\n')
})

it('quotes every text that YAML could take for something else', () => {
  const texts = [
    'yes',
    'No',
    'null',
    '~',
    '1e3',
    '- a',
    'a: b',
    '# a',
    ' a ',
    'a\u0085b',
    '',
    'plain words',
    '{a}',
    "it's",
    '2020-01-01',
  ]
  expect(texts.map((text) => printYaml({ key: text }).slice(5, -1))).toEqual([
    ...[
      '"yes"',
      '"No"',
      '"null"',
      '"~"',
      '"1e3"',
      '"- a"',
      '"a: b"',
      '"# a"',
      '" a "',
      '"a\\u0085b"',
      '""',
      'plain words',
      '"{a}"',
      "it's",
    ],
    '"2020-01-01"',
  ])
})

it('writes one line a field, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printYaml({ key: text })).toMatch(/^key: [^\n]+\n$/)
    }),
  )
})
