import type { ValueName } from './fields.ts'
import type { Paper } from './paper.ts'
import type { Status } from './status.ts'

/** Where a shown value comes from, told so that a person can go and look. */
export type ValueOrigin =
  | {
      readonly kind: 'source'
      readonly file: string
      readonly lineStart: number
      readonly lineEnd: number
      readonly importedAt: string
    }
  | { readonly kind: 'user'; readonly editedAt: string }
  | { readonly kind: 'provisional' }

export type PossibleMatch = { readonly paperId: number; readonly title: string | null; readonly evidence: string }

/** Everything that the reader shows of one paper. */
export type PaperDetail = {
  readonly paper: Paper
  readonly addedAt: string
  readonly trashedAt: string | null
  readonly origins: { readonly [Name in ValueName]?: ValueOrigin }
  /** Oldest first. */
  readonly statusEvents: readonly { readonly status: Status; readonly changedAt: string }[]
  readonly possibleDuplicates: readonly PossibleMatch[]
  readonly hasUncertainAuthors: boolean
}
