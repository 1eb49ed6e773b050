import { describe, expect, it } from 'vitest'
import { parseQuery } from './query-language.ts'

describe('the query language', () => {
  it('reads words, beginnings and fields, quoted or not', () => {
    expect(parseQuery('deep segment* tag:vision/3d source:"my list.txt"')).toEqual({
      terms: [
        { kind: 'word', word: 'deep', isPrefix: false },
        { kind: 'word', word: 'segment', isPrefix: true },
        { kind: 'field', field: 'tag', value: 'vision/3d' },
        { kind: 'field', field: 'source', value: 'my list.txt' },
      ],
      unknownFields: [],
    })
  })

  it('names the fields that it does not have', () => {
    expect(parseQuery('author:liu').unknownFields).toEqual(['author'])
  })

  it('takes words apart as the index does', () => {
    expect(parseQuery('U-Net').terms.map((term) => (term.kind === 'word' ? term.word : term.value))).toEqual(['U', 'Net'])
  })
})
