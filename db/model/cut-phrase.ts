/*
 * Where a phrase taken from running text ends, so that it reads as a title. Firm ends: the sentence, `;`, `:`, a dash, and the
 * length allowed. Soft ends, once the phrase has enough words that tell: before a subordinate clause (that, which, where …),
 * before `to` and `by`, after a comma. `to` goes on after words that need it (robust to, approach to, from … to), `by` after a
 * participle (inspired by). A comma goes on between adjectives and in a list (a, b, and c). Parentheses are never cut in two.
 */

export type Phrase = { readonly text: string; readonly isCut: boolean }

const longestClause = 12
const shortestClause = 4

const clauseOpeners = wordSet(
  'that which who whose where when while whereas because since so such thereby enabling allowing thus without is are was were',
)
const announcing = wordSet(
  'propose introduce present develop design construct build show demonstrate evaluate validate compare apply',
)
const wordsBeforeTo = wordSet(
  'robust due related applied similar prior compared relative specific sensitive agnostic tailored adapted invariant subject resistant step steps approach approaches alternative alternatives solution solutions extension extensions application applications respect image text end key',
)
const emptyWords = wordSet(
  'a an the novel new simple first of for in on with from and or to by as at into its their our general effective efficient method approach framework model',
)
const dangling = wordSet(
  'a an the of for in on with from and or to by as at into via its their our both that which is are using between than under over within towards toward through where when while designed aimed aiming aims able intended built',
)
const abbreviation = /(?:^|[\s(])(?:e\.g|i\.e|vs|et al|etc|cf|fig|approx|resp|al|no|st|dr|\p{Lu})\.$/iu

/** The phrase at the beginning of `words`: at least `fewest` words that tell, where the sentence has them, and about `longest` words. */
export function cutPhrase(words: readonly string[], { fewest, longest }: { fewest: number; longest: number }): Phrase {
  const kept: string[] = []
  let depth = 0
  for (const [index, word] of words.entries()) {
    const isOpen = depth === 0 && countWordsThatTell(kept.join(' ')) >= fewest
    if (/^[–—-]$/.test(word) || (isOpen && opensClause(words, index))) return finish(kept, false)
    kept.push(word)
    depth = Math.max(0, depth + count(word, '(') - count(word, ')'))
    if (depth === 0 && isFirmEnd(word)) return finish(kept, false)
    if (isOpen && depth === 0 && word.endsWith(',') && isCommaEnd(kept, words.slice(index + 1, index + 6)))
      return finish(kept, false)
    if (kept.length >= longest && depth === 0) return finish(kept, index < words.length - 1)
    if (kept.length >= 2 * longest) return finish(kept, true)
  }
  return finish(kept, false)
}

/** The first sentence to the end of a clause; what is left out is marked. */
export function cutClause(text: string): string {
  const kept: string[] = []
  for (const word of text.slice(0, 2000).split(' ')) {
    kept.push(word)
    if (isFirmEnd(word) && /[.!?]["”’)]*$/.test(word)) return finish(kept, false).text
    if (kept.length >= longestClause || (kept.length >= shortestClause && /[,;:]$/.test(word))) break
  }
  const { text: clause } = finish(kept, true)
  return clause.length < text.length ? `${clause}…` : clause
}

/** How many words say what the phrase is about. */
export function countWordsThatTell(text: string): number {
  return text.split(' ').filter((word) => /\p{L}/u.test(word) && !emptyWords.has(word.toLowerCase())).length
}

function opensClause(words: readonly string[], index: number): boolean {
  const word = (words[index] ?? '').toLowerCase()
  const before = (words[index - 1] ?? '').toLowerCase()
  if (word === 'by') return !/(?:ed|driven|given|step|learnt|built)$/.test(before)
  if (word === 'and') return announcing.has((words[index + 1] ?? '').toLowerCase())
  if (word !== 'to') return clauseOpeners.has(word) && !(word === 'such' && words[index + 1] === 'as')
  return !wordsBeforeTo.has(before) && !words.slice(Math.max(0, index - 6), index).includes('from')
}

/** A comma ends the phrase unless it parts adjectives before a noun, or the members of a list. */
function isCommaEnd(kept: readonly string[], after: readonly string[]): boolean {
  const isLastOfList = /^(?:and|or)$/.test(after[0] ?? '') && kept.filter((word) => word.endsWith(',')).length > 1
  const isList =
    (isLastOfList && !announcing.has((after[1] ?? '').toLowerCase())) ||
    /^(?:[^\s,.]+ ){0,3}[^\s,.]+, (?:and|or) /.test(`${after.join(' ')} `)
  const next = (after[0] ?? '').toLowerCase()
  const isAdjective = kept.length <= 3 && !emptyWords.has(next) && !clauseOpeners.has(next)
  return !isList && !isAdjective
}

function isFirmEnd(word: string): boolean {
  return /[.;:!?]["”’)]*$/.test(word) && !abbreviation.test(word)
}

function finish(kept: readonly string[], isCut: boolean): Phrase {
  const words = [...kept]
  while (words.length > 1 && dangling.has((words.at(-1) ?? '').toLowerCase().replace(/,$/, ''))) words.pop()
  return { text: words.join(' ').replace(/[\s.,;:!?–—]+$/u, ''), isCut }
}

function count(word: string, character: string): number {
  return word.split(character).length - 1
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}
