import { statuses } from './status.ts'

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
  /** Something was asked for that no paper can be: a field without a value, signs without a word. */
  readonly findsNothing: boolean
  /** What was not understood, each in a sentence: a reader may go on, a command that writes must not. */
  readonly problems: readonly string[]
}

const tokenPattern = /([\p{L}\p{N}_-]+):("[^"]*"?|\S*)|("[^"]*"?|\S+)/gu
const mostTerms = 100

export function parseQuery(text: string): Query {
  const tokens = [...text.matchAll(tokenPattern)]
    .slice(0, mostTerms)
    .map(([, prefix, value, plain]) => readToken(prefix, value ?? plain ?? ''))
  const isTooLong = text.split(/\s+/).length > mostTerms
  const terms = tokens.flatMap((token) => token.terms)
  return {
    terms,
    findsNothing: isTooLong || tokens.some(({ isEmpty }) => isEmpty) || (text.trim() !== '' && terms.length === 0),
    problems: [
      ...(isTooLong ? [`The query has more than ${mostTerms} words.`] : []),
      ...(text.trim() === '' ? ['The query is empty.'] : []),
      ...tokens.flatMap(({ problem }) => problem ?? []),
    ],
  }
}

type Token = { readonly terms: readonly QueryTerm[]; readonly isEmpty: boolean; readonly problem: string | null }

function readToken(prefix: string | undefined, typed: string): Token {
  const value = typed.replace(/^"([^"]*)"?$/, '$1')
  const field = queryFields.find((name) => name === prefix?.toLowerCase())
  if (field !== undefined) return readField(field, value)
  const terms = wordsOf(prefix === undefined ? value : `${prefix} ${value}`)
  if (prefix !== undefined) return { terms, isEmpty: false, problem: `The query has an unknown field “${prefix}:”.` }
  if (terms.length === 0) return { terms, isEmpty: false, problem: `“${typed}” in the query has no word in it.` }
  const isOperator = /^(?:-.|AND$|OR$|NOT$)/.test(typed)
  return {
    terms,
    isEmpty: false,
    problem: isOperator ? `The query language has no “${typed.startsWith('-') ? '-' : typed}” yet.` : null,
  }
}

function readField(field: QueryField, value: string): Token {
  if (value.trim() === '') return { terms: [], isEmpty: true, problem: `The query has no value after “${field}:”.` }
  const isUnknownStatus = field === 'status' && !statuses.some((status) => status === value.toLowerCase())
  const problem = isUnknownStatus ? `There is no status “${value}”. The statuses are ${statuses.join(', ')}.` : null
  return { terms: [{ kind: 'field', field, value }], isEmpty: false, problem }
}

/** The same letters and digits that the search index keeps as words. */
function wordsOf(text: string): readonly QueryTerm[] {
  return [...text.matchAll(/([\p{L}\p{N}\p{M}]+)(\*?)/gu)].map(([, word, star]) => ({
    kind: 'word',
    word: word ?? '',
    isPrefix: star === '*',
  }))
}
