/**
 * What a person types to find papers: words, all of which must occur in the paper or its notes (`segment*` for a beginning), and
 * `field:value` or `field:"several words"` with the fields below.
 */
export const queryFields = ['key', 'tag', 'status', 'source'] as const

export type QueryField = (typeof queryFields)[number]

export type QueryTerm =
  | { readonly kind: 'word'; readonly word: string; readonly isPrefix: boolean }
  | { readonly kind: 'field'; readonly field: QueryField; readonly value: string }

export type Query = {
  readonly terms: readonly QueryTerm[]
  /** Fields that the language does not have; when reading, they are words. */
  readonly unknownFields: readonly string[]
}

const termPattern = /(?:([\p{L}\p{N}_-]+):)?(?:"([^"]*)"?|(\S+))/gu

export function parseQuery(text: string): Query {
  const terms: QueryTerm[] = []
  const unknownFields: string[] = []
  for (const [, prefix, quoted, bare] of text.matchAll(termPattern)) {
    const value = quoted ?? bare ?? ''
    const field = queryFields.find((name) => name === prefix?.toLowerCase())
    if (field !== undefined) {
      terms.push({ kind: 'field', field, value })
      continue
    }
    if (prefix !== undefined) unknownFields.push(prefix)
    terms.push(...wordsOf(prefix === undefined ? value : `${prefix} ${value}`))
  }
  return { terms, unknownFields }
}

/** The same letters and digits that the search index keeps as words. */
function wordsOf(text: string): readonly QueryTerm[] {
  return [...text.matchAll(/([\p{L}\p{N}\p{M}]+)(\*?)/gu)].map(([, word, star]) => ({
    kind: 'word',
    word: word ?? '',
    isPrefix: star === '*',
  }))
}
