import type { PaperFields } from './fields.ts'
import type { Status } from './status.ts'

export type TitleOrigin = 'source' | 'lookup' | 'user' | 'provisional'

export type Note = { readonly id: number; readonly text: string }

/** Where an entry of the paper stands: `file` as it was given, lines from 1, both ends inclusive. */
export type PaperSource = { readonly file: string; readonly lineStart: number; readonly lineEnd: number }

/** A paper as other programs read it: the shape of `octavo list --json`. */
export type Paper = PaperFields & {
  readonly id: number
  readonly citationKey: string
  readonly titleOrigin: TitleOrigin | null
  readonly status: Status
  readonly tags: readonly string[]
  readonly notes: readonly Note[]
  readonly sources: readonly PaperSource[]
}
