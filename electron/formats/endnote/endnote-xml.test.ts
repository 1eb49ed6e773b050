import fc from 'fast-check'
import { expect, it } from 'vitest'
import { splitLines } from '../decode-text.ts'
import { looksLikeEndnoteXml, readEndnoteXml } from './read-endnote-xml.ts'
import { scanXml } from './scan-xml.ts'

function record(title: string): string {
  return `<record><ref-type name="Journal Article">17</ref-type><titles><title><style face="normal">${title}</style></title></titles></record>`
}

it('knows EndNote’s XML from other XML', () => {
  const heads = [
    '<?xml version="1.0" encoding="UTF-8" ?><xml><records><record><database',
    '<records>\n<record>',
    '<html><records>',
    '<?xml?><TEI>',
  ]
  expect(heads.map(looksLikeEndnoteXml)).toEqual([true, true, false, false])
})

it('reads each field with the lines it stands on', () => {
  const text = `<?xml version="1.0" encoding="UTF-8" ?>
<xml><records>
<record>
<rec-number>7</rec-number><ref-type name="Journal Article">17</ref-type>
<contributors><authors>
<author><style face="normal" font="default" size="100%">Turing, A. M.</style></author>
<author><style face="normal">Royal Society,</style></author>
</authors></contributors>
<titles><title><style face="normal">On the growth of </style><style face="italic">Hydra</style><style face="normal"> &amp; others</style></title><secondary-title>Philosophical Transactions</secondary-title></titles>
<volume>237</volume><number>641</number><pages>37-72</pages>
<keywords><keyword>morphogenesis</keyword><keyword>patterns</keyword></keywords>
<dates><year>1952</year><pub-dates><date>Aug 14</date></pub-dates></dates>
<electronic-resource-num>10.1098/rstb.1952.0012</electronic-resource-num>
<notes><![CDATA[Read <again>.]]></notes><custom1>shelf 3</custom1>
</record>
</records></xml>`
  const { drafts, leftovers } = readEndnoteXml(splitLines(text))
  expect(leftovers).toEqual([])
  expect(drafts).toHaveLength(1)
  expect(drafts[0]).toMatchObject({
    lineStart: 1,
    lineEnd: 16,
    marks: [],
    fields: {
      entryType: 'article',
      title: 'On the growth of \\emph{Hydra} & others',
      authors: [{ family: 'Turing', given: 'A. M.' }, { literal: 'Royal Society' }],
      year: 1952,
      venue: 'Philosophical Transactions',
      volume: '237',
      issue: '641',
      pages: '37–72',
      doi: '10.1098/rstb.1952.0012',
      extra: { date: '1952-08-14', 'endnote-custom1': 'shelf 3' },
    },
    spans: { title: { lineStart: 9, lineEnd: 9 }, authors: { lineStart: 5, lineEnd: 8 } },
    reading: { status: null, tags: ['morphogenesis', 'patterns'], notes: ['Read <again>.'] },
  })
})

it('recovers the records around one that is broken', () => {
  const broken = '<record><titles><title><style>Cut</titles><foo'
  const { drafts } = readEndnoteXml(splitLines(`<xml><records>\n${record('A')}\n${broken}\n${record('B')}\n</records></xml>`))
  expect(drafts.map(({ fields, marks, lineStart, lineEnd }) => [fields.title, marks, lineStart, lineEnd])).toEqual([
    ['A', [], 1, 2],
    ['Cut', ['broken-record'], 3, 3],
    ['B', [], 4, 5],
  ])
})

it('reads any text, and accounts for every line', () => {
  const pieces = [
    '<record>',
    '</record>',
    '<title>',
    '</title>',
    '<titles>',
    '</titles>',
    'text',
    '\n',
    '<',
    '>',
    '&amp;',
    '<![CDATA[',
    ']]>',
    '<!--',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (chosen) => {
      const lines = splitLines(chosen.join(''))
      const { drafts, leftovers } = readEndnoteXml(lines)
      const held = new Set(leftovers.map(({ line }) => line))
      for (const { lineStart, lineEnd } of drafts) for (let line = lineStart; line <= lineEnd; line++) held.add(line)
      expect(lines.filter(({ number, text }) => text.trim() !== '' && !held.has(number))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

it('reads elements however deep they are', () => {
  const { drafts } = readEndnoteXml(splitLines(record(`${'<b>'.repeat(50_000)}Deep`)))
  expect(drafts[0]?.fields.title).toBe('Deep')
})

it('scans hostile text in linear time', () => {
  const started = process.cpuUsage()
  for (const piece of ['<a>', '<a ', '</a>', '<!--', '<![CDATA[', '&', '<a b="']) scanXml(piece.repeat(100_000))
  expect(process.cpuUsage(started).user).toBeLessThan(5_000_000)
})
