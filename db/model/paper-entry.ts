import type { Draft, LineRange } from './draft.ts'

/** An entry that a paper was settled from, with the list that it stands in. */
export type PaperEntry = LineRange &
  Pick<Draft, 'fields' | 'spans'> & {
    readonly id: number
    readonly sourceId: number
    readonly file: string
    readonly importedAt: string
  }

/** Lines of a source as they stand there; `first` is the number of the first one. */
export type SourceLines = { readonly first: number; readonly lines: readonly string[] }
