import { describe, expect, it } from 'vitest'
import { type GeneratedWork, generateWorks } from '../fixtures/generated-list.ts'
import { layouts, parse, printList, readWorks, spacings } from '../fixtures/printed-list.ts'

const works = generateWorks(12)
const [work = { title: '', authors: '', abstract: '' }] = works

describe('lists that lack something', () => {
  const known = [
    ['Attention Is All You Need', 'Ashish Vaswani, Noam Shazeer, Niki Parmar'],
    ['Learning representations by back-propagating errors', 'David E. Rumelhart, Geoffrey E. Hinton, Ronald J. Williams'],
    ['Adam: A Method for Stochastic Optimization', 'Diederik P. Kingma, Jimmy Ba'],
    ['Random forests', 'Leo Breiman'],
    ['On the electrodynamics of moving bodies', 'Albert Einstein'],
    ['Long short-term memory', 'Sepp Hochreiter, Jürgen Schmidhuber'],
  ] as const
  const titles = known.map(([title]) => ({ title }))

  function readTitles(text: string): readonly Partial<GeneratedWork>[] {
    return readWorks(text).map(({ authors, ...others }) => ({ ...others, ...(authors?.includes(', ') ? {} : { authors: '?' }) }))
  }

  it('reads titles with authors and no abstracts, in any spacing', () => {
    for (const spacing of spacings) {
      const text = printList(known, spacing)
      expect({ ...parse(text), drafts: readTitles(text) }).toEqual({
        format: 'list',
        layout: 'title-authors',
        drafts: titles,
        leftovers: [],
      })
    }
  })

  it('reads authors above their titles', () => {
    const text = printList(works.map(({ title, authors, abstract }) => [authors, title, abstract]))
    expect({ layout: parse(text).layout, works: readWorks(text) }).toEqual({ layout: 'authors-title-abstract', works })
  })

  it('reads the records of a full list that have no abstract, and leaves nothing over', () => {
    const some = works.map(({ abstract, ...others }, index) => (index % 3 === 0 ? others : { ...others, abstract }))
    for (const spacing of spacings) {
      const text = printList(
        some.map((each) => Object.values(each)),
        spacing,
      )
      expect({ works: readWorks(text), leftovers: parse(text).leftovers }).toEqual({ works: some, leftovers: [] })
    }
  })

  it('makes no papers of a column of names or of a menu', () => {
    const names = works.map(({ authors }) => authors.split(', ').slice(0, 2).join(', '))
    const menu = ['Home', 'About Us', 'Contact Us', 'Terms And Conditions', 'Privacy Policy', 'Sign In', 'Our Team', 'News, Events']
    const given = known.flatMap(([, authors]) => authors.split(', '))
    expect([names, menu, given].map((lines) => parse(lines.join('\n')).drafts)).toEqual([[], [], []])
  })

  it('reads a title of sixty words between other records', () => {
    const title = `A Very Long Title ${work.abstract.replaceAll('.', '').split(' ').slice(0, 60).join(' ')}`
    const all = works.map((each, index) => (index === 4 ? { ...each, title } : each))
    expect(readWorks(printList(layouts['title-authors-abstract'](all)))).toEqual(all)
  })

  it('takes numbers that count through the list and labels of all its records off the titles, but not off their spans', () => {
    const printings: ((title: string, index: number) => string)[] = [
      (title, index) => `${index + 1}. ${title}`,
      (title, index) => `[${known.length - index}] ${title}`,
      (title, index) => `(${(index % 3) + 1}) ${title}`,
      (title) => `Title: ${title}`,
      (title, index) => `${index + 1}) Paper: ${title}`,
      (title) => `- ${title}`,
    ]
    for (const print of printings) {
      const text = printList(known.map(([title, authors], index) => [print(title, index), `Authors: ${authors}`]))
      expect(readTitles(text)).toEqual(titles)
      expect(parse(text).drafts[1]?.spans.title).toEqual({ lineStart: 3, lineEnd: 3 })
    }
  })

  it('keeps a number and a name that are part of a title', () => {
    const printed = works.map((each, index) => ({
      ...each,
      title: `${index === 5 ? '3. ' : index === 6 ? 'Octavo: ' : ''}${each.title}`,
    }))
    expect(readWorks(printList(layouts['title-authors-abstract'](printed)))).toEqual(printed)
  })
})
