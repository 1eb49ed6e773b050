import { describe, expect, it } from 'vitest'
import { parseFieldValue } from './field-value.ts'

describe('a typed value', () => {
  it.each<[string, string, unknown]>([
    ['title', '  Literate Programming ', 'Literate Programming'],
    ['title', '', null],
    ['year', '1984', 1984],
    ['doi', 'https://doi.org/10.1093/COMJNL/27.2.97', '10.1093/comjnl/27.2.97'],
    ['arxivId', 'https://arxiv.org/abs/1706.03762v7', '1706.03762'],
    ['arxivId', 'arXiv:hep-th/9901001', 'hep-th/9901001'],
    ['entryType', 'Article', 'article'],
    ['citationKey', 'knuth:1984', 'knuth:1984'],
  ])('of %s %s is read as it is meant', (field, text, value) => {
    expect(parseFieldValue(field, text)).toEqual([{ field, value }])
  })

  it('of authors takes any usual form, and et al. with them', () => {
    expect(parseFieldValue('authors', 'Knuth, Donald E.; Plass, Michael F. et al.')).toEqual([
      {
        field: 'authors',
        value: [
          { family: 'Knuth', given: 'Donald E.' },
          { family: 'Plass', given: 'Michael F.' },
        ],
      },
      { field: 'andOthers', value: true },
    ])
  })

  it.each([
    ['colour', 'red', 'There is no field “colour”'],
    ['year', 'nineteen', 'is not a year'],
    ['doi', '27.2.97', 'is not a DOI'],
    ['arxivId', 'math', 'is not an arXiv identifier'],
    ['citationKey', 'a b', 'cannot be a citation key'],
  ])('of %s %s is refused in a sentence', (field, text, sentence) => {
    expect(() => parseFieldValue(field, text)).toThrow(sentence)
  })
})
