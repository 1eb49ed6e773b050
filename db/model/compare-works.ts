import { compareTitles, type TitleLikeness } from './compare-titles.ts'
import { hashText } from './fingerprints.ts'
import type { WorkText } from './work-text.ts'

/**
 * Whether two records are the same work. Symmetric; measured in findings (containment of character 5-grams: different
 * abstracts share at most .48 in full, .58 at 200 characters).
 *  same:  the same DOI or arXiv id · abstracts of 200 characters or more with containment ≥ .7 · identical abstracts of twelve
 *         words or more · the same title of six words or more · the same shorter title with half of the authors shared, or with
 *         containment ≥ .5 · shorter abstracts with containment ≥ .7, the same title and a shared author · a title of which a word or
 *         a part is missing, or spelled another way, with half of the authors shared and nothing that contradicts · one of which a
 *         word is another, if two authors and the year, or three authors, are all the same · where one names no authors, a title of
 *         seven words or more but one or two, or a part of six words or more
 *  maybe: one of these while something contradicts (see below) · the same short title alone · containment from .5 to .7 with a
 *         similar title and a shared author · shorter abstracts with containment ≥ .7 and a shared author, or ≥ .9
 *         · a title of which a word is another with a shared author, or of which one is missing without authors to compare
 * A generic title ("Editorial") says nothing; a provisional title never comes here.
 */
export type Verdict = { readonly kind: 'same' | 'maybe' | 'different'; readonly evidence: string }

const different: Verdict = { kind: 'different', evidence: '' }

export function compareWorks(a: WorkText, b: WorkText): Verdict {
  if (a.doi !== null && a.doi === b.doi) return { kind: 'same', evidence: 'same DOI' }
  if (a.arxivId !== null && a.arxivId === b.arxivId) return { kind: 'same', evidence: 'same arXiv id' }
  const abstracts = compareAbstracts(a, b)
  const likely = compareTexts(a, b, abstracts)
  if (likely.kind !== 'same') return likely
  const contradiction = contradictionBetween(a, b, abstracts)
  return contradiction === null ? likely : { kind: 'maybe', evidence: `${likely.evidence}, but ${contradiction}` }
}

function compareTexts(a: WorkText, b: WorkText, abstracts: AbstractComparison): Verdict {
  const hasSameTitle = a.titleKey !== null && a.titleKey !== '' && a.titleKey === b.titleKey && !a.isTitleGeneric
  const sharedAuthors = countShared(a.families, b.families)
  const evidence = `abstract ${abstracts.containment.toFixed(2)}`
  if (abstracts.isIdentical) return { kind: 'same', evidence: 'same abstract' }
  if (!abstracts.isShort && abstracts.containment >= 0.7) return { kind: 'same', evidence }
  if (hasSameTitle) return compareSameTitle(a, b, abstracts)
  if (abstracts.containment >= 0.9 || (abstracts.containment >= 0.7 && sharedAuthors > 0)) return { kind: 'maybe', evidence }
  if (abstracts.containment >= 0.5 && sharedAuthors > 0 && similarity(a.titleWords, b.titleWords) >= 0.5) {
    return { kind: 'maybe', evidence: `similar title, ${evidence}` }
  }
  return compareSimilarTitle(a, b, abstracts)
}

/** An abstract that speaks against it has the last word: siblings have titles like each other's. */
function compareSimilarTitle(a: WorkText, b: WorkText, abstracts: AbstractComparison): Verdict {
  const likeness = compareTitles(a, b)
  if (likeness === null || contradictionBetween(a, b, abstracts) !== null) return different
  const evidence = likenesses[likeness]
  const sharedAuthors = countShared(a.families, b.families)
  const fewestAuthors = Math.min(a.families.size, b.families.size)
  if (sharedAuthors === 0) return compareSimilarTitleAlone(a, b, likeness)
  const areMostShared = sharedAuthors * 2 >= fewestAuthors
  if (likeness === 'replaced' && (!areMostShared || areYearsApart(a, b, 0))) return different
  const isSame = likeness === 'replaced' ? haveSameAuthors(a, b) : areMostShared
  return { kind: isSame ? 'same' : 'maybe', evidence: `${evidence}, ${nameAuthors(sharedAuthors)} shared` }
}

/** Where one of them names no authors a long title must do. */
function compareSimilarTitleAlone(a: WorkText, b: WorkText, likeness: TitleLikeness): Verdict {
  if (likeness === 'replaced') return different
  const words = Math.min(a.titleWords.length, b.titleWords.length)
  return { kind: words >= (likeness === 'part' ? 6 : 7) ? 'same' : 'maybe', evidence: likenesses[likeness] }
}

const likenesses: Readonly<Record<TitleLikeness, string>> = {
  part: 'a part of the title',
  word: 'all words of the title but one',
  replaced: 'one word of the title is another',
}

/** All of them, and enough of them to be no chance. */
function haveSameAuthors(a: WorkText, b: WorkText): boolean {
  const shared = countShared(a.families, b.families)
  return shared === a.families.size && shared === b.families.size && shared >= (a.year !== null && a.year === b.year ? 2 : 3)
}

function areYearsApart(a: WorkText, b: WorkText, years: number): boolean {
  return a.year !== null && b.year !== null && Math.abs(a.year - b.year) > years
}

function nameAuthors(count: number): string {
  return count === 1 ? 'an author' : `${count} authors`
}

function compareSameTitle(a: WorkText, b: WorkText, abstracts: AbstractComparison): Verdict {
  const sharedAuthors = countShared(a.families, b.families)
  if (Math.min(a.titleWords.length, b.titleWords.length) >= 6) return { kind: 'same', evidence: 'same title' }
  if (sharedAuthors > 0 && sharedAuthors * 2 >= Math.min(a.families.size, b.families.size)) {
    return { kind: 'same', evidence: `same title and ${nameAuthors(sharedAuthors)}` }
  }
  if (abstracts.containment >= 0.5) return { kind: 'same', evidence: `same title, abstract ${abstracts.containment.toFixed(2)}` }
  return contradictionBetween(a, b, abstracts) === null ? { kind: 'maybe', evidence: 'same short title' } : different
}

/**
 * What speaks against: years more than two apart (an article may trail its preprint), two publishers' DOIs, no shared author, two
 * full abstracts with little in common, titles that differ in a number alone ("Part 1", "Part 2").
 */
function contradictionBetween(a: WorkText, b: WorkText, abstracts: AbstractComparison): string | null {
  if (areYearsApart(a, b, 2)) return 'the years differ'
  const isPreprint = (doi: string) => /^10\.(48550|1101|21203|31234|26434|2139)\//.test(doi)
  if (a.doi !== null && b.doi !== null && !isPreprint(a.doi) && !isPreprint(b.doi)) return 'the DOIs differ'
  if (a.families.size > 0 && b.families.size > 0 && countShared(a.families, b.families) === 0) return 'no author is shared'
  if (!abstracts.isShort && abstracts.containment < 0.5) return 'the abstracts differ'
  return areNumberedParts(a, b) ? 'the titles differ in a number' : null
}

function areNumberedParts(a: WorkText, b: WorkText): boolean {
  if (a.titleKey === b.titleKey || a.titleWords.length !== b.titleWords.length) return false
  const differing = a.titleWords.flatMap((word, index) => (word === b.titleWords[index] ? [] : [word, b.titleWords[index] ?? '']))
  return differing.length === 2 && differing.every((word) => /^(?:\d+|[ivx]+)$/.test(word))
}

type AbstractComparison = { readonly containment: number; readonly isShort: boolean; readonly isIdentical: boolean }

function compareAbstracts(a: WorkText, b: WorkText): AbstractComparison {
  const left = gramsOf(a)
  const right = gramsOf(b)
  if (left.text === '' || right.text === '') return { containment: 0, isShort: true, isIdentical: false }
  const isShort = Math.min(left.text.length, right.text.length) < 200
  if (left.text === right.text) return { containment: 1, isShort, isIdentical: isLongEnough(left.text) }
  return { containment: containment(left.grams(), right.grams()), isShort, isIdentical: false }
}

/** Twelve words, or as much in a script that does not part them. */
function isLongEnough(text: string): boolean {
  return text.split(' ').length >= 12 || (text.length >= 30 && /\p{Script=Han}|\p{Script=Kana}|\p{Script=Thai}/u.test(text))
}

type Grams = { readonly text: string; readonly grams: () => ReadonlySet<number> }

const knownGrams = new WeakMap<WorkText, Grams>()

/** A record is compared with many others: its 5-grams are made once, and only when they are asked for. */
function gramsOf(work: WorkText): Grams {
  const known = knownGrams.get(work)
  if (known !== undefined) return known
  const text = work.abstract
  let made: ReadonlySet<number> | null = null
  const grams = {
    text,
    grams: () => {
      made ??= fiveGrams(text)
      return made
    },
  }
  knownGrams.set(work, grams)
  return grams
}

/** The share of the smaller set that the larger one has too, 0 to 1. */
function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  return small.size === 0 ? 0 : countShared(small, large) / small.size
}

function fiveGrams(text: string): ReadonlySet<number> {
  const grams = new Set<number>()
  for (let index = 0; index + 5 <= text.length; index += 1) grams.add(hashText(text, index, index + 5))
  return grams
}

function similarity(a: readonly string[], b: readonly string[]): number {
  const left = new Set(a)
  const right = new Set(b)
  const shared = countShared(left, right)
  return shared === 0 ? 0 : shared / (left.size + right.size - shared)
}

function countShared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let count = 0
  for (const item of a) if (b.has(item)) count += 1
  return count
}
