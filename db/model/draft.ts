import type { EntryFields, ValueName } from './fields.ts'
import type { Status } from './status.ts'

/** Lines of a source, counted from 1, both ends inclusive. */
export type LineRange = { readonly lineStart: number; readonly lineEnd: number }

/** What a person should look at in an entry. */
export type Mark = 'repaired-text' | 'uncertain-authors' | 'broken-record' | 'repeated-key' | 'corrected'

/** What a source says of someone's work with a paper: the check mark of a reading list, the keywords and notes of another manager. */
export type CarriedReading = { readonly status: Status | null; readonly tags: readonly string[]; readonly notes: readonly string[] }

/** One record read from a source: every field comes from the lines that `spans` names for it. */
export type Draft = LineRange & {
  readonly fields: EntryFields
  readonly spans: { readonly [Name in ValueName]?: LineRange }
  readonly marks: readonly Mark[]
  readonly reading?: CarriedReading
  /** The key under which documents already cite it. */
  readonly citationKey?: string
  /** Further keys that stand for it: biblatex's `ids`, and the one of the source where that could not be kept. */
  readonly keyAliases?: readonly string[]
}

export type LeftoverReason =
  | 'header'
  | 'section-heading'
  | 'date'
  | 'page-furniture'
  | 'unreadable'
  /** Of a file of records: what is not a record, or could not be read as part of one. */
  | 'broken-record'
  | 'comment'
  | 'preamble'
  | 'string'
  | 'xdata'
  /** Set aside by a person. */
  | 'excluded'

/** What a record says, wherever it stands. */
export type SaidRecord = Pick<Draft, 'fields' | 'reading'>

/** A line that is not blank and in no entry, as it stands in the source. */
export type Leftover = { readonly line: number; readonly text: string; readonly reason: LeftoverReason }

/** What was read from one source; every line that is not blank is in one draft or one leftover. */
export type ParsedSource = {
  readonly format: SourceFormat
  /** The record grammar that fitted, for example `title-authors-abstract`. */
  readonly layout: string
  readonly drafts: readonly Draft[]
  readonly leftovers: readonly Leftover[]
}

export type SourceFormat = 'list' | 'bibtex' | 'ris' | 'csl-json' | 'nbib' | 'endnote-xml'
