import { describe, expect, it } from 'vitest'
import { splitLines } from '../decode-text.ts'
import { generateWorks, wrapAtHyphens, wrapAtSpaces } from '../fixtures/generated-list.ts'
import { layouts, parse, printList, readWorks, spacings } from '../fixtures/printed-list.ts'

const works = generateWorks(12)
const [work = { title: '', authors: '', abstract: '' }] = works

const expected = {
  'title-authors-abstract': works,
  'title-abstract': works.map(({ title, abstract }) => ({ title, abstract })),
  abstract: works.map(({ abstract }) => ({ abstract })),
}
const names = Object.keys(layouts) as (keyof typeof layouts)[]
describe('parseList', () => {
  it.each(names)('reads %s, one paragraph a line, in any spacing', (name) => {
    for (const spacing of spacings) {
      const text = printList(layouts[name](works), spacing)
      expect({ layout: parse(text).layout, works: readWorks(text) }).toEqual({ layout: name, works: expected[name] })
    }
  })

  it.each(names)('reads %s wrapped at any width, in any spacing', (name) => {
    for (const wrap of [wrapAtSpaces, wrapAtHyphens]) {
      for (const width of [60, 72, 79, 100]) {
        for (const spacing of spacings) {
          const text = printList(layouts[name](works), { ...spacing, wrap, width })
          expect({ width, spacing, works: readWorks(text) }).toEqual({ width, spacing, works: expected[name] })
        }
      }
    }
  })

  it('reads lines that end in CR and in CR LF', () => {
    const text = printList(layouts['title-authors-abstract'](works), { wrap: wrapAtSpaces })
    expect([text.replaceAll('\n', '\r'), text.replaceAll('\n', '\r\n')].map(readWorks)).toEqual([works, works])
  })

  it('reads a list of one work', () => {
    const text = printList([[work.title, work.authors, work.abstract]], { wrap: wrapAtSpaces, gap: '\n\n' })
    expect(readWorks(text)).toEqual([work])
  })

  it('says which lines each field comes from', () => {
    const text = `\n${work.title}\n\n${work.authors}\n\n${wrapAtSpaces(work.abstract, 72).join('\n')}\n`
    const end = text.split('\n').length - 1
    expect(parse(text).drafts.map(({ lineStart, lineEnd, spans }) => ({ lineStart, lineEnd, spans }))).toEqual([
      {
        lineStart: 2,
        lineEnd: end,
        spans: {
          title: { lineStart: 2, lineEnd: 2 },
          authors: { lineStart: 4, lineEnd: 4 },
          abstract: { lineStart: 6, lineEnd: end },
        },
      },
    ])
  })

  it('takes the marker off an abstract in all its forms, and nothing else', () => {
    const markers = ['Abstract:', 'Abstract. ', 'Abstract—', 'ABSTRACT ', 'Abstract\n', '**Abstract:** ', '## Abstract\n\n']
    for (const marker of markers) {
      const text = works.map((each) => `${each.title}\n${marker}${each.abstract}`).join('\n\n')
      expect({ marker, works: readWorks(text) }).toEqual({ marker, works: expected['title-abstract'] })
    }
  })

  it('keeps an abstract of several paragraphs together', () => {
    for (const opening of ['Methods: we', 'We']) {
      const parts = works.map((each) => ({ ...each, second: `${opening} also measure the ${each.abstract.slice(4, 300)}.` }))
      const text = printList(parts.map(({ title, abstract, second }) => [title, abstract, second]))
      expect(readWorks(text)).toEqual(parts.map(({ title, abstract, second }) => ({ title, abstract: `${abstract}\n\n${second}` })))
    }
  })

  it('keeps markup, spaces inside lines and odd endings as they came', () => {
    const abstract = `${work.abstract} It costs 10\\% of $x_1$  at https://example.org/a/ b.`
    expect(readWorks(printList([[work.title, abstract]]))).toEqual([{ title: work.title, abstract }])
  })

  it('repairs and marks damaged text in a record, wrapped or not', () => {
    const parts = works.map((each, index) => [
      each.title,
      index === 3 ? `MÃ¼ller, RenÃ©, ${each.authors}` : each.authors,
      each.abstract,
    ])
    for (const wrap of [undefined, wrapAtSpaces]) {
      const { drafts } = parse(printList(parts, wrap === undefined ? {} : { wrap }))
      expect(drafts[3]?.fields.authors?.[0]).toEqual({ family: 'Müller', given: 'René' })
      expect(drafts.map((draft) => draft.marks)).toEqual(works.map((_, index) => (index === 3 ? ['repaired-text'] : [])))
    }
  })

  it('marks a line of authors with a half too many, and shifts no name', () => {
    const authors = 'Abe, Aiko, Brandt, Bruno, Castillo'
    const { drafts } = parse(printList([[work.title, authors, work.abstract], ...layouts['title-authors-abstract'](works)]))
    expect([drafts[0]?.fields.authors, drafts[0]?.marks, drafts[1]?.marks]).toEqual([
      [{ literal: authors }],
      ['uncertain-authors'],
      [],
    ])
  })
})

describe('leftovers', () => {
  const list = printList(layouts['title-abstract'](works), { gap: '\n\n' })

  function readLeftovers(text: string): readonly string[] {
    return parse(text).leftovers.map(({ line, text: of, reason }) => `${line} ${reason}: ${of}`)
  }

  it('takes one or two lines at the top for a header', () => {
    expect(readLeftovers(`Brandt, Bruno\n\n${list}`)).toEqual(['1 header: Brandt, Bruno'])
    expect(readLeftovers(`  Bruno Brandt\n\nHarbour Institute, Northern University\n\n${list}`)).toEqual([
      '1 header:   Bruno Brandt',
      '3 header: Harbour Institute, Northern University',
    ])
  })

  it('takes more lines at the top, and all at the bottom, for the page', () => {
    expect(readLeftovers(`menu\n\nSign in\n\nSubscribe\n\nAug 20\n\n${list}\nNext page\n`)).toEqual([
      '1 page-furniture: menu',
      '3 page-furniture: Sign in',
      '5 page-furniture: Subscribe',
      '7 date: Aug 20',
      '57 page-furniture: Next page',
    ])
  })

  it('takes the end of a page for the page, whatever parts its lines', () => {
    const foot = ['Show more', 'Privacy policy', '© 2025 Example Library. All rights reserved.']
    for (const gap of ['\n', '\n\n']) {
      const text = `${printList(layouts['title-authors-abstract'](works), { recordGap: '\n\n' })}\n${foot.join(gap)}\n`
      expect(readWorks(text)).toEqual(works)
      expect(parse(text).leftovers.map(({ reason, text: of }) => [reason, of])).toEqual(
        foot.map((line) => ['page-furniture', line]),
      )
    }
  })

  it('says of content that fits no record that it is unreadable, and of short lines that they head a section', () => {
    const records = layouts['title-authors-abstract'](works)
    const stray = ['Proceedings of the Sixth Conference on Learning Machines, 2010, pp. 41-49', 'Conference papers']
    const text = printList([...records.slice(0, 6), ...stray.map((line) => [line]), ...records.slice(6)], { recordGap: '\n\n' })
    expect({ works: readWorks(text), reasons: parse(text).leftovers.map(({ reason }) => reason) }).toEqual({
      works,
      reasons: ['unreadable', 'section-heading'],
    })
  })

  it('knows dates, headings and buttons between records', () => {
    const [first = [], second = [], third = [], ...others] = layouts['title-abstract'](works)
    const paragraphs = [
      first,
      ['20 August 2025'],
      second,
      ['Journal articles'],
      third,
      ...others.flatMap((parts) => [['Show 3 more'], parts]),
    ]
    const text = printList(paragraphs, { gap: '\n\n' })
    expect(readWorks(text)).toEqual(expected['title-abstract'])
    expect(new Set(parse(text).leftovers.map(({ reason, text: of }) => `${reason}: ${of}`))).toEqual(
      new Set(['date: 20 August 2025', 'section-heading: Journal articles', 'page-furniture: Show 3 more']),
    )
  })

  it.each([
    ['a line', 'hello world'],
    ['a table', 'name,year,pages\n"x",2020,1-10\n'.repeat(20)],
    ['settings', '{\n  "name": "x",\n  "version": [1, 2]\n}\n'.repeat(10)],
    ['symbols', '-----\n=====\n,,,,,\n'.repeat(10)],
  ])('reads no entry from %s, and keeps every line', (_, text) => {
    const { drafts, layout, leftovers } = parse(text)
    expect({ drafts, layout, reasons: [...new Set(leftovers.map(({ reason }) => reason))] }).toEqual({
      drafts: [],
      layout: 'none',
      reasons: ['unreadable'],
    })
    expect(leftovers.map((leftover) => leftover.text)).toEqual(text.split('\n').filter((line) => line !== ''))
  })

  it('puts each line that is not blank in one draft or one leftover', () => {
    const text = `Reading list\n\n${list}\n2023\n\n${list}\nPrivacy\nImprint\n`
    const { drafts, leftovers } = parse(text)
    const counted = splitLines(text)
      .filter((line) => line.text.trim() !== '')
      .map(({ number }) => [
        number,
        drafts.filter(({ lineStart, lineEnd }) => lineStart <= number && number <= lineEnd).length +
          leftovers.filter(({ line }) => line === number).length,
      ])
    expect(counted.filter(([, times]) => times !== 1)).toEqual([])
  })

  it('says nothing of an empty source', () => {
    expect(parse('\n \n\t\n')).toEqual({ format: 'list', layout: 'none', drafts: [], leftovers: [] })
  })
})

describe('speed', () => {
  it('reads hostile lines in time that grows with their length', { timeout: 30_000 }, () => {
    const hostile = [
      'a, '.repeat(300_000),
      '-'.repeat(1_000_000),
      '['.repeat(1_000_000),
      `a${' '.repeat(1_000_000)}b`,
      'A and '.repeat(100_000),
    ]
    expect(hostile.map((line) => parse(`${line}\n${line}`).leftovers.length + parse(line).drafts.length >= 0)).toEqual(
      hostile.map(() => true),
    )
  })
})
