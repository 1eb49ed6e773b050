import type { Author } from './author.ts'
import type { EntryFields } from './fields.ts'
import { hashWording, hashWords } from './fingerprints.ts'
import { foldWords } from './fold-words.ts'
import { printSearchText, readInlineMarkup } from './inline-markup.ts'
import { isGenericKey } from './title-key.ts'

/** What of a record takes part in recognising the same work; markup, case and punctuation are gone. */
export type WorkText = {
  readonly titleKey: string | null
  readonly titleWords: readonly string[]
  /** The words of what stands before and after a colon or its like; empty where the title has one part. */
  readonly titleParts: readonly (readonly string[])[]
  readonly isTitleGeneric: boolean
  readonly families: ReadonlySet<string>
  /** Its words, parted by single spaces. */
  readonly abstract: string
  readonly doi: string | null
  readonly arxivId: string | null
  readonly year: number | null
}

export function workText(fields: EntryFields): WorkText {
  const printed = print(fields.title ?? '')
  const title = foldWords(printed)
  const key = title.replaceAll(' ', '')
  return {
    titleKey: fields.title === undefined ? null : key,
    titleWords: toWords(title),
    titleParts: partsOf(printed),
    isTitleGeneric: fields.title !== undefined && isGenericKey(key),
    families: new Set((fields.authors ?? []).map(familyKey).filter((family) => family !== '')),
    abstract: foldWords(print(fields.abstract ?? '')),
    doi: fields.doi ?? null,
    arxivId: fields.arxivId ?? null,
    year: fields.year ?? null,
  }
}

/** What of a record makes others its candidates. */
export type Sample = {
  /** Two records that share one of these are compared; identical abstracts share one whatever their length. */
  readonly keys: readonly string[]
  /** Of the abstract; two works that share most of it share most of them. */
  readonly hashes: readonly number[]
  readonly titleHashes: readonly number[]
}

export function sampleOf(work: WorkText): Sample {
  const { hash, samples } = hashWording(work.abstract)
  const keys: string[] = []
  if (work.doi !== null) keys.push(`doi:${work.doi}`)
  if (work.arxivId !== null) keys.push(`arxiv:${work.arxivId}`)
  if (work.titleKey !== null && work.titleKey !== '' && !work.isTitleGeneric) keys.push(`title:${work.titleKey}`)
  if (work.abstract !== '') keys.push(`abstract:${(hash >>> 0).toString(36)}`)
  return { keys, hashes: samples, titleHashes: titleHashesOf(work) }
}

const fewestTitleWords = 3

/**
 * Of the title and of each of its parts, every three of the four longest words: whichever single word is changed, dropped or added,
 * three of the four stay. The longest, for they are the rarest.
 */
function titleHashesOf({ titleWords, titleParts, isTitleGeneric }: WorkText): readonly number[] {
  if (isTitleGeneric) return []
  const threes = [titleWords, ...titleParts]
    .map((words) => [...new Set(words)].sort(byLength).slice(0, 4))
    .filter(({ length }) => length >= fewestTitleWords)
    .flatMap((words) => {
      const inOrder = words.toSorted()
      return words.length === fewestTitleWords ? [inOrder] : words.map((left) => inOrder.filter((word) => word !== left))
    })
  return [...new Set(threes.map(hashWords))]
}

function byLength(a: string, b: string): number {
  return b.length - a.length || (a < b ? -1 : 1)
}

function partsOf(title: string): readonly (readonly string[])[] {
  const parts = title.split(/[:?!.] |[–—]| - /)
  return parts.length === 1 ? [] : parts.map((part) => toWords(foldWords(part)))
}

function toWords(folded: string): readonly string[] {
  return folded === '' ? [] : folded.split(' ')
}

function print(text: string): string {
  return printSearchText(readInlineMarkup(text))
}

/** A literal may be a whole line whose names are unclear: it neither ties nor parts two works. */
function familyKey(author: Author): string {
  return 'family' in author ? foldWords(author.family).replaceAll(' ', '') : ''
}
