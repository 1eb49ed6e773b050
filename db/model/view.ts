import type { Status } from './status.ts'

/** The views of the sidebar: what waits for a look, one for each status, all, and the trash. */
export const views = ['needs-look', 'new', 'to-read', 'reading', 'read', 'dropped', 'all', 'trash'] as const

export type View = (typeof views)[number]

export type ViewCounts = { readonly [Name in View]: number }

/** A paper as a row of the list: text as it came, markup included. */
export type PaperRow = {
  readonly id: number
  readonly citationKey: string
  readonly status: Status
  readonly title: string | null
  readonly titleOrigin: string | null
  /** Family names, or literals, in order. */
  readonly authors: readonly string[]
  readonly year: number | null
  readonly venue: string | null
  readonly tags: readonly string[]
  readonly notes: number
  readonly sources: number
  /** Place in the queue, from 1; null for a paper that is not `to-read`. */
  readonly queuePlace: number | null
}
