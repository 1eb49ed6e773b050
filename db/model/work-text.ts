import type { Author } from './author.ts'
import type { EntryFields } from './fields.ts'
import { fingerprints, hashText } from './fingerprints.ts'
import { printSearchText, readInlineMarkup } from './inline-markup.ts'
import { isGenericTitle, titleKey } from './title-key.ts'

/** What of a record takes part in recognising the same work; markup, case and punctuation are gone. */
export type WorkText = {
  readonly titleKey: string | null
  readonly titleWords: readonly string[]
  readonly isTitleGeneric: boolean
  readonly families: ReadonlySet<string>
  readonly abstractWords: readonly string[]
  readonly doi: string | null
  readonly arxivId: string | null
  readonly year: number | null
}

export function workText(fields: EntryFields): WorkText {
  const title = fields.title ?? null
  return {
    titleKey: title === null ? null : titleKey(title),
    titleWords: wordsOf(title ?? ''),
    isTitleGeneric: title !== null && isGenericTitle(title),
    families: new Set((fields.authors ?? []).map(familyKey).filter((key) => key !== '')),
    abstractWords: wordsOf(fields.abstract ?? ''),
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
  if (work.abstractWords.length > 0) keys.push(`abstract:${hashText(work.abstractWords.join(' ')).toString(36)}`)
  return keys
}

export function fingerprintsOf(work: WorkText): readonly number[] {
  return fingerprints(work.abstractWords)
}

function wordsOf(text: string): readonly string[] {
  return foldText(printSearchText(readInlineMarkup(text))).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** A literal may be a whole line whose names are unclear: it neither ties nor parts two works. */
function familyKey(author: Author): string {
  return 'family' in author ? foldText(author.family).replace(/[^\p{L}\p{N}]+/gu, '') : ''
}

function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}
