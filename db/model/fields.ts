import type { Author } from './author.ts'

/** What is known of a work. The nouns are those of BibTeX and CSL; text is kept as it came, markup included. */
export type Fields = {
  /** BibTeX entry type in lower case: `article`, `inproceedings`, `misc` … */
  readonly entryType: string
  readonly title: string
  readonly authors: readonly Author[]
  /** The list of authors ended in "et al.": BibTeX's `and others`. */
  readonly andOthers: boolean
  readonly abstract: string
  readonly year: number
  /** Journal, proceedings or publisher's series: where the work appeared. */
  readonly venue: string
  readonly volume: string
  readonly issue: string
  readonly pages: string
  /** Lower case, without resolver: `10.1145/3133956`. */
  readonly doi: string
  /** Without version: `2502.19634`. */
  readonly arxivId: string
  readonly url: string
  /**
   * What else a source says, by field: the names of biblatex's data model in lower case, others as they are. Lists of names and
   * of publishers or places stand in BibTeX's syntax, between ` and `. `protected`
   * are words of the title that keep their case.
   */
  readonly extra: Readonly<Record<string, string>>
}

export type FieldName = keyof Fields

/** A field with a value of its own: those of `Fields`, and each of `extra`. */
export type ValueName = FieldName | `extra.${string}`

/** The fields that an entry gives; an absent one was not said. */
export type EntryFields = Partial<Fields>

/** The fields of a paper; `null` and `[]` are known to be absent. */
export type PaperFields = {
  readonly [Name in FieldName]: Fields[Name] extends boolean | object ? Fields[Name] : Fields[Name] | null
}

export const emptyFields: PaperFields = {
  entryType: null,
  title: null,
  authors: [],
  andOthers: false,
  abstract: null,
  year: null,
  venue: null,
  volume: null,
  issue: null,
  pages: null,
  doi: null,
  arxivId: null,
  url: null,
  extra: {},
}

export const fieldNames = Object.keys(emptyFields) as readonly FieldName[]

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(emptyFields, name)
}
