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

it('puts what a type means by an element where it belongs', () => {
  const of = (type: string, inner: string) =>
    readEndnoteXml(splitLines(`<xml><records><record><ref-type name="${type}">0</ref-type>${inner}</record></records></xml>`))
      .drafts[0]?.fields
  const title = '<titles><title>T</title></titles>'
  const person = (name: string, list: string) => `<${list}><author>${name}</author></${list}>`
  const people = person('Bush, Vannevar', 'authors') + person('Wiener, Norbert', 'secondary-authors')
  expect(of('Patent', `${title}<isbn>US 6,285,999</isbn>`)).toEqual({
    entryType: 'patent',
    title: 'T',
    extra: { number: 'US 6,285,999' },
  })
  expect(of('Report', `${title}<isbn>978-0-309-16425-2</isbn>`)?.extra).toEqual({ isbn: '978-0-309-16425-2' })
  expect(of('Computer Program', `${title}<edition>1.2</edition>`)?.extra).toEqual({ version: '1.2' })
  expect(of('Book', `${title}<pages>333</pages><edition>2nd</edition>`)?.extra).toEqual({ edition: '2nd', pagetotal: '333' })
  expect(of('Edited Book', `<contributors>${people}</contributors>${title}`)).toEqual({
    entryType: 'collection',
    title: 'T',
    extra: { 'collection-editor': 'Wiener, Norbert', editor: 'Bush, Vannevar' },
  })
  expect(of('Journal Article', `${title}<custom7>e1003285</custom7><access-date>3 March 2020</access-date>`)?.extra).toEqual({
    eid: 'e1003285',
    urldate: '2020-03-03',
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
