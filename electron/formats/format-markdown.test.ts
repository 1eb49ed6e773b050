import { expect, it } from 'vitest'
import { exportedPaper } from './fixtures/exported-papers.ts'
import { formatMarkdown } from './format-markdown.ts'

const plain = { abstracts: false, notes: false, keywords: false, byStatus: false }

const clocks = exportedPaper({
  citationKey: 'lamport1978time',
  title: 'Time, Clocks & *Order*',
  authors: [{ family: 'Lamport', given: 'Leslie' }],
  andOthers: true,
  venue: 'Communications of the ACM',
  year: 1978,
  doi: '10.1145/359545.359563',
  abstract: 'Happened [before] is a relation.',
  status: 'read',
  tags: ['distributed systems/time'],
  notes: [{ text: 'First thought.\n\nSecond.' }],
})
const untitled = exportedPaper({ citationKey: 'untitled', status: 'to-read' })

it('lists papers with a box that is ticked when they are read', () => {
  expect(formatMarkdown([clocks, untitled], plain)).toBe(
    [
      '- [x] [**Time, Clocks & *Order***](<https://doi.org/10.1145/359545.359563>). Leslie Lamport, et al. Communications of the ACM 1978. `lamport1978time`',
      '- [ ] **Untitled**. `untitled`',
      '',
    ].join('\n'),
  )
})

it('puts tags, abstract and notes below a paper', () => {
  expect(
    formatMarkdown([clocks], { ...plain, abstracts: true, notes: true, keywords: true })
      .split('\n')
      .slice(1),
  ).toEqual([
    '',
    '  #distributed-systems/time',
    '',
    '  > Happened \\[before\\] is a relation.',
    '',
    '  First thought.',
    '',
    '  Second.',
    '',
    '',
  ])
})

it('groups papers by status in the order of reading', () => {
  const headings = formatMarkdown([clocks, untitled], { ...plain, byStatus: true }).match(/^## .*$/gm)
  expect(headings).toEqual(['## To read', '## Read'])
})
