import type { Status } from './status.ts'

/** The views of the sidebar: what waits for a look, one for each status, all, and the trash. */
export const views = ['needs-look', 'new', 'to-read', 'reading', 'read', 'dropped', 'all', 'trash'] as const

export type View = (typeof views)[number]

/** Why a paper needs a look, in the order in which they are worked through. */
export const lookReasons = ['possible-duplicate', 'unclear-authors', 'no-title', 'no-authors'] as const

export type LookReason = (typeof lookReasons)[number]

/** The papers that need a look for one reason, `paperId` being the first of them. */
export type LookSection = { readonly reason: LookReason; readonly papers: number; readonly paperId: number }

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
