import type { PaperFields } from './fields.ts'
import type { TitleOrigin } from './paper.ts'

/** What may be wrong with a paper, in the order in which it is shown: what is missing, what is there twice, then field by field. */
export const lintCodes = [
  ...(['missing-authors', 'missing-year', 'provisional-title'] as const),
  ...(['duplicate-doi', 'duplicate-title'] as const),
  ...(['title-full-stop', 'title-capitals', 'abstract-label', 'markup-left', 'broken-characters', 'unbalanced-markup'] as const),
  ...(['name-capitals', 'name-digits', 'name-initials', 'name-et-al', 'name-affiliation', 'name-comma'] as const),
  ...(['year-range', 'pages-words', 'pages-order', 'pages-dash', 'journal-as-proceedings', 'proceedings-as-journal'] as const),
  ...(['doi-malformed', 'arxiv-malformed', 'url-malformed', 'doi-in-url'] as const),
] as const

export type LintCode = (typeof lintCodes)[number]

export const lintFields = ['authors', 'title', 'abstract', 'year', 'venue', 'pages', 'doi', 'arxivId', 'url', 'entryType'] as const

export type LintField = (typeof lintFields)[number]

export type LintedPaper = PaperFields & { readonly titleOrigin: TitleOrigin | null }

export type Trouble = {
  readonly field: LintField
  /** A sentence that says what is wrong. */
  readonly message: string
  /** What would be typed into the field to put it right; null where only a person can know. */
  readonly fix: string | null
}

/** A pure look at one paper; `thisYear` is the year of today. */
export type LintRule = (paper: LintedPaper, thisYear: number) => readonly Trouble[]

/** A problem of a paper: `value` is the field as it would be typed now. */
export type Finding = Trouble & { readonly code: LintCode; readonly value: string }

export function isLintCode(text: string): text is LintCode {
  return lintCodes.some((code) => code === text)
}
