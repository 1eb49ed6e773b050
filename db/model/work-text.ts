import type { Author } from './author.ts'
import type { EntryFields } from './fields.ts'
import { fingerprints, hashText } from './fingerprints.ts'
import { foldWords } from './fold-words.ts'
import { printSearchText, readInlineMarkup } from './inline-markup.ts'
import { isGenericKey } from './title-key.ts'

/** What of a record takes part in recognising the same work; markup, case and punctuation are gone. */
export type WorkText = {
  readonly titleKey: string | null
  readonly titleWords: readonly string[]
  readonly isTitleGeneric: boolean
  readonly families: ReadonlySet<string>
  /** Its words, parted by single spaces. */
  readonly abstract: string
  readonly doi: string | null
  readonly arxivId: string | null
  readonly year: number | null
}

export function workText(fields: EntryFields): WorkText {
  const title = wordsOf(fields.title ?? '')
  const key = title.replaceAll(' ', '')
  return {
    titleKey: fields.title === undefined ? null : key,
    titleWords: title === '' ? [] : title.split(' '),
    isTitleGeneric: fields.title !== undefined && isGenericKey(key),
    families: new Set((fields.authors ?? []).map(familyKey).filter((family) => family !== '')),
    abstract: wordsOf(fields.abstract ?? ''),
    doi: fields.doi ?? null,
    arxivId: fields.arxivId ?? null,
    year: fields.year ?? null,
  }
}

/** Two records that share one of these are compared; identical abstracts share one whatever their length. */
export function matchKeysOf(work: WorkText): readonly string[] {
  const keys: string[] = []
  if (work.doi !== null) keys.push(`doi:${work.doi}`)
  if (work.arxivId !== null) keys.push(`arxiv:${work.arxivId}`)
  if (work.titleKey !== null && work.titleKey !== '' && !work.isTitleGeneric) keys.push(`title:${work.titleKey}`)
  if (work.abstract !== '') keys.push(`abstract:${hashText(work.abstract).toString(36)}`)
  return keys
}

export function fingerprintsOf(work: WorkText): readonly number[] {
  return fingerprints(work.abstract)
}

function wordsOf(text: string): string {
  return foldWords(printSearchText(readInlineMarkup(text)))
}

/** A literal may be a whole line whose names are unclear: it neither ties nor parts two works. */
function familyKey(author: Author): string {
  return 'family' in author ? foldWords(author.family).replaceAll(' ', '') : ''
}
