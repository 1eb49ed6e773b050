import type { WorkText } from './work-text.ts'

/**
 * How one title may have come of another that is not its equal.
 *  part:     the one is what stands before or after the other's colon, three words or more
 *  word:     of five words or more one was dropped, added, or is spelled another way (`network`, `networks`); of eight or more two
 *            were dropped, as a compound is two (`cross-domain`)
 *  replaced: of five words or more one is another word
 * A number, or a word that names another work about the same ("Erratum to", "Part II"), is never the only difference.
 */
export type TitleLikeness = 'part' | 'word' | 'replaced'

type Titled = Pick<WorkText, 'titleWords' | 'titleParts' | 'isTitleGeneric'>

const otherWorks: ReadonlySet<string> = new Set(
  `addendum appendix author authors comment commentary comments correction corrections corrigendum corrigenda editorial errata erratum
  letter note notice part publisher rejoinder reply response retracted retraction review supplement supplementary supplemental volume
  not no non without`.split(/\s+/),
)

export function compareTitles(a: Titled, b: Titled): TitleLikeness | null {
  if (a.isTitleGeneric || b.isTitleGeneric) return null
  const [short, long] = a.titleWords.length <= b.titleWords.length ? [a, b] : [b, a]
  const dropped = wordsBeyond(long.titleWords, short.titleWords)
  const added = wordsBeyond(short.titleWords, long.titleWords)
  if (added.length > 1 || [...dropped, ...added].some(namesAnotherWork)) return null
  if (added.length === 0 && isPart(short, long)) return 'part'
  if ([...dropped, ...added].some((word) => /\p{N}/u.test(word))) return null
  if (added.length === 0 && dropped.length === 2 && short.titleWords.length >= 6) return 'word'
  if (dropped.length !== 1 || short.titleWords.length < 4) return null
  const [from = '', to] = [...dropped, ...added]
  if (to === undefined) return 'word'
  if (short.titleWords.length < 5) return null
  return isSpelling(from, to) ? 'word' : 'replaced'
}

/** What is in the one and not in the other, each word as often as it is missing. */
function wordsBeyond(words: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others]
  return words.filter((word) => {
    const place = left.indexOf(word)
    if (place !== -1) left.splice(place, 1)
    return place === -1
  })
}

function isPart({ titleWords }: Titled, { titleParts }: Titled): boolean {
  const title = titleWords.join(' ')
  return titleWords.length >= 3 && titleParts.some((words) => words.join(' ') === title)
}

/** The article is no letter that counts. */
function namesAnotherWork(word: string): boolean {
  return otherWorks.has(word) || (word !== 'a' && /^(?:\p{N}+|[ivx]+|\p{L})$/u.test(word))
}

/** Words of five letters or more that begin alike and differ in their last letters or in one letter within. */
function isSpelling(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 5 || long.length - short.length > 2) return false
  if (long.startsWith(short)) return true
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  let end = 0
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1
  return start >= 2 && start + end >= short.length - 1
}
