import type { Draft, Leftover } from '../../../db/model/draft.ts'

/** What one reader made of a whole source. */
export type ListReading = { readonly layout: string; readonly drafts: readonly Draft[]; readonly leftovers: readonly Leftover[] }
