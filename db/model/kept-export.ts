import type { ExportFormatId, ExportOptions, ExportOrder } from './export-formats.ts'
import type { View } from './view.ts'

/** What a kept file holds: the papers that this finds whenever it is written, and how they are written. */
export type KeptRequest = ExportOptions & {
  readonly format: ExportFormatId
  readonly order: ExportOrder
  readonly search: KeptSearch
}

export type KeptSearch = {
  readonly view: View
  readonly query: string
  readonly sourceId?: number | undefined
  readonly sort?: { readonly field: 'added' | 'title' | 'author' | 'year' | 'status'; readonly descending: boolean } | undefined
}

/**
 * Why a file does not follow: `conflict`, it is not as it was written and is left alone; `failed`, it could not be written, which is
 * tried again after the next change.
 */
export type KeptTrouble = 'conflict' | 'failed'

/** A file that follows the library. */
export type KeptExport = {
  readonly id: number
  readonly path: string
  readonly request: KeptRequest
  /** Of the bytes written last; null before the first time. */
  readonly writtenSha256: string | null
  readonly writtenAt: string | null
  readonly trouble: KeptTrouble | null
  /** The trouble in a sentence, or what of the papers the format has no place for. */
  readonly message: string | null
}

/** A line of the file, of what Octavo would write there, or of both; `number` is its place, from 1, in the text that has it. */
export type KeptLine = { readonly kind: 'same' | 'removed' | 'added'; readonly number: number; readonly text: string }

/** How a file differs from what Octavo would write: `removed` are the lines that would go, `added` those that would come. */
export type KeptDifference = {
  readonly removed: number
  readonly added: number
  /** The differences with what stands around them, as many as can be looked through. */
  readonly lines: readonly KeptLine[]
}

/**
 * How a kept file is written: `now`, unless somebody else changed it; `overwrite`, whatever it holds; `beside`, into another file next to
 * it, so that the two can be compared.
 */
export const keptModes = ['now', 'overwrite', 'beside'] as const

export type KeptMode = (typeof keptModes)[number]
