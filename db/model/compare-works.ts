import { hashText } from './fingerprints.ts'
import type { WorkText } from './work-text.ts'

/**
 * Whether two records are the same work. Symmetric; measured in findings (containment of character 5-grams: different
 * abstracts share at most .48 in full, .58 at 200 characters).
 *  same:  the same DOI or arXiv id · abstracts of 200 characters or more with containment ≥ .7 · identical abstracts of twelve
 *         words or more · the same title of six words or more · the same shorter title with a shared author or containment ≥ .5 ·
 *         short abstracts with containment ≥ .7 and the same title or a shared author
 *  maybe: one of these while something contradicts (year, DOI, disjoint authors) · the same short title alone · containment from
 *         .5 to .7 with a similar title and a shared author · short abstracts with containment ≥ .9
 * A generic title ("Editorial") says nothing; a provisional title never comes here.
 */
export type Verdict = { readonly kind: 'same' | 'maybe' | 'different'; readonly evidence: string }

const different: Verdict = { kind: 'different', evidence: '' }

export function compareWorks(a: WorkText, b: WorkText): Verdict {
  if (a.doi !== null && a.doi === b.doi) return { kind: 'same', evidence: 'same DOI' }
  if (a.arxivId !== null && a.arxivId === b.arxivId) return { kind: 'same', evidence: 'same arXiv id' }
  const likely = compareTexts(a, b)
  if (likely.kind !== 'same') return likely
  const contradiction = contradictionBetween(a, b)
  return contradiction === null ? likely : { kind: 'maybe', evidence: `${likely.evidence}, but ${contradiction}` }
}

function compareTexts(a: WorkText, b: WorkText): Verdict {
  const hasSameTitle = a.titleKey !== null && a.titleKey !== '' && a.titleKey === b.titleKey && !a.isTitleGeneric
  const sharedAuthors = countShared(a.families, b.families)
  const abstracts = compareAbstracts(a, b)
  const evidence = `abstract ${abstracts.containment.toFixed(2)}`
  if (abstracts.isIdentical) return { kind: 'same', evidence: 'same abstract' }
  if (!abstracts.isShort && abstracts.containment >= 0.7) return { kind: 'same', evidence }
  if (hasSameTitle) {
    if (Math.min(a.titleWords.length, b.titleWords.length) >= 6) return { kind: 'same', evidence: 'same title' }
    if (sharedAuthors > 0) return { kind: 'same', evidence: `same title and ${sharedAuthors} shared authors` }
    if (abstracts.containment >= 0.5) return { kind: 'same', evidence: `same title, ${evidence}` }
    return contradictionBetween(a, b) === null ? { kind: 'maybe', evidence: 'same short title' } : different
  }
  if (abstracts.containment >= 0.7 && sharedAuthors > 0)
    return { kind: 'same', evidence: `${evidence} and ${sharedAuthors} shared authors` }
  if (abstracts.containment >= 0.9) return { kind: 'maybe', evidence }
  if (abstracts.containment >= 0.5 && sharedAuthors > 0 && similarity(a.titleWords, b.titleWords) >= 0.5) {
    return { kind: 'maybe', evidence: `similar title, ${evidence}` }
  }
  return different
}

/** A publication year may trail its preprint's by two; a DOI of a preprint server differs from the publisher's. */
function contradictionBetween(a: WorkText, b: WorkText): string | null {
  if (a.year !== null && b.year !== null && Math.abs(a.year - b.year) > 2) return 'the years differ'
  const isPreprint = (doi: string) => /^10\.(48550|1101|21203|31234|26434|2139)\//.test(doi)
  if (a.doi !== null && b.doi !== null && !isPreprint(a.doi) && !isPreprint(b.doi)) return 'the DOIs differ'
  if (a.families.size > 0 && b.families.size > 0 && countShared(a.families, b.families) === 0) return 'no author is shared'
  return null
}

type AbstractComparison = { readonly containment: number; readonly isShort: boolean; readonly isIdentical: boolean }

function compareAbstracts(a: WorkText, b: WorkText): AbstractComparison {
  const left = a.abstractWords.join(' ')
  const right = b.abstractWords.join(' ')
  if (left === '' || right === '') return { containment: 0, isShort: true, isIdentical: false }
  const isShort = Math.min(left.length, right.length) < 200
  if (left === right) return { containment: 1, isShort, isIdentical: a.abstractWords.length >= 12 }
  return { containment: containment(left, right), isShort, isIdentical: false }
}

/** The share of the shorter text's character 5-grams that the longer one has too, 0 to 1. */
export function containment(a: string, b: string): number {
  const [small, large] = [fiveGrams(a), fiveGrams(b)].sort((left, right) => left.size - right.size) as [Set<number>, Set<number>]
  return small.size === 0 ? 0 : countShared(small, large) / small.size
}

function fiveGrams(text: string): Set<number> {
  const grams = new Set<number>()
  for (let index = 0; index + 5 <= text.length; index += 1) grams.add(hashText(text.slice(index, index + 5)))
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
