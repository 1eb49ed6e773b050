/**
 * `He, Zhang, Ren, Sun` may be four families or two whole names; the whole source decides. Where some list can only be of families, or
 * where a list of four words stands in a short source, and no list shows a given name for sure, the words between commas are families.
 * From so many lists of an even length on, chance does not explain that none is odd; nor where every second word is a common given name.
 */
import type { Author } from '../../../db/model/author.ts'
import type { Draft } from '../../../db/model/draft.ts'
import type { SourceLine } from '../decode-text.ts'
import { givenNames } from './word-lists.ts'

const fewestEvenLists = 4
const familyAlone = /^(?:\p{Ll}{2,4} )*\p{Lu}[\p{L}\p{M}'’-]+$/u
const initials = /^\p{Lu}{1,3}$/u

export function settleFamilyNames(drafts: readonly Draft[], source: readonly SourceLine[]): readonly Draft[] {
  const lists = drafts.flatMap(({ fields: { authors = [] } }) => (authors.length === 0 ? [] : [authors]))
  if (!lists.some((authors) => authors.some(hasGiven))) return drafts
  const inOrder = lists.filter((authors) => authors.some(hasGiven)).length
  const hasFamilies = lists.some((authors) => authors.length > 1 && authors.every((author) => !hasGiven(author)))
  // Then either there is an order, or the source is not short.
  if (inOrder >= fewestEvenLists && !hasFamilies) return drafts
  const texts = new Map(source.map(({ number, text }) => [number, text]))
  const words = new Map(drafts.map((draft) => [draft, wordsBetweenCommas(draft, texts)]))
  const doubtful = [...words.values()].filter((names) => names !== null)
  const isShort = doubtful.length < fewestEvenLists && doubtful.some((names) => names.length > 2)
  if (inOrder > doubtful.length || !(hasFamilies || (isShort && !doubtful.some(alternates)))) return drafts
  return drafts.map((draft) => {
    const names = words.get(draft) ?? null
    const authors = names?.map((family) => ({ family, given: null }))
    return authors === undefined ? draft : { ...draft, fields: { ...draft.fields, authors } }
  })
}

/** `Lovelace, Ada, Turing, Alan`: given names in the second places and none in the first. */
function alternates(names: readonly string[]): boolean {
  const counts = [0, 1].map((place) => names.filter((name, index) => index % 2 === place && givenNames.has(name)).length)
  return (counts[0] ?? 0) === 0 && (counts[1] ?? 0) > 0
}

function hasGiven(author: Author): boolean {
  return 'family' in author && author.given !== null
}

/** The halves of a draft's names, each one word, where the source has nothing but commas between them. */
function wordsBetweenCommas({ fields: { authors = [] }, spans, lineStart }: Draft, texts: ReadonlyMap<number, string>) {
  const words = authors.flatMap((author) => ('family' in author ? [author.family, author.given ?? ''] : ['']))
  if (words.length === 0 || !words.every((word) => familyAlone.test(word) && !initials.test(word))) return null
  const { lineStart: from, lineEnd: to } = spans.authors ?? { lineStart, lineEnd: lineStart }
  const text = Array.from({ length: to - from + 1 }, (_, index) => texts.get(from + index) ?? '').join(' ')
  return text.replace(/\s+/g, ' ').includes(words.join(', ')) ? words : null
}
