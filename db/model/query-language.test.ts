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
      findsNothing: false,
      problems: [],
    })
  })

  it('takes words apart as the index does', () => {
    expect(parseQuery('U-Net').terms.map((term) => (term.kind === 'word' ? term.word : term.value))).toEqual(['U', 'Net'])
  })

  it('finds all with an empty query, and says so to who would write', () => {
    expect(parseQuery(' ')).toEqual({ terms: [], findsNothing: false, problems: ['The query is empty.'] })
  })

  it.each(['???', '""', 'key:', 'source:""', 'status: read'])('finds nothing with %s, and says why', (text) => {
    const { findsNothing, problems } = parseQuery(text)
    expect([findsNothing, problems.length]).toEqual([true, 1])
  })

  it.each(['author:liu', 'author: liu', '-ecg', 'ecg OR mri', 'status:bogus'])('says what it does not understand in %s', (text) => {
    expect(parseQuery(text).problems.length).toBe(1)
  })
})
