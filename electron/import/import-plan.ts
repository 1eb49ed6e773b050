import type { ErrorCode } from '../../db/model/app-error.ts'
import type { Draft, Leftover, LineRange, SourceFormat } from '../../db/model/draft.ts'
import type { Sample } from '../../db/model/work-text.ts'

/** A file or pasted text as it came; `name` is what the user called it. */
export type SourceInput = { readonly name: string; readonly bytes: Uint8Array }

/** A paper of the library, or one that the plan will add (`group` numbers those). */
export type Target = { readonly paperId: number } | { readonly group: number }

/** What becomes of an entry. `evidence` says why it is the same work. */
export type Fate =
  | { readonly kind: 'added'; readonly target: Target }
  | { readonly kind: 'merged'; readonly target: Target; readonly evidence: string }
  | { readonly kind: 'unchanged'; readonly entryId: number; readonly isMoved: boolean }
  /** Of a source whose bytes stand earlier in the same import. */
  | { readonly kind: 'repeated' }
  | { readonly kind: 'changed'; readonly entryId: number }
  /** Not wanted: its lines are left over. */
  | { readonly kind: 'excluded' }

/** What an entry was compared with: a paper of the library, or the entry of this import that begins at a line. */
export type Other = { readonly paperId: number } | { readonly source: number; readonly line: number }

/** What a person said of an entry in the review: it holds however often the plan is made again. */
export type Ruling = { readonly isExcluded?: boolean; readonly same?: readonly Other[]; readonly different?: readonly Other[] }

export type PlannedEntry = {
  readonly draft: Draft
  readonly digest: string
  /** What of it others were compared with; settling its paper asks for the same. */
  readonly sample?: Sample
  readonly ruling?: Ruling
  readonly fate: Fate
  /** Papers that may be the same work: to be asked. */
  readonly doubts: readonly { readonly target: Target; readonly evidence: string }[]
  /** Its citation key is that of another paper: the new one gets a suffix. */
  readonly isKeyTaken?: true
}

/** A draft that is decided on, with the source of the import that it stands in. */
export type EntryPlace = {
  readonly source: number
  readonly draft: Draft
  readonly digest: string
  readonly keyedBy: string | null
  readonly ruling?: Ruling | undefined
}

export type PlannedSource = {
  readonly name: string
  /** Its bytes as the library keeps them, so that no lock is held while they are compressed. */
  readonly compressed: Uint8Array
  readonly sha256: string
  readonly format: SourceFormat
  readonly layout: string
  /** The layouts that it can be read in instead. */
  readonly layouts: readonly string[]
  readonly leftovers: readonly Leftover[]
  /** The decoded lines, the first being line 1. */
  readonly lines: readonly string[]
  /** The source that has the same bytes, if the library knows them. */
  readonly sameAs: number | null
  /** The older source that this one is a new version of. */
  readonly versionOf: number | null
  readonly entries: readonly PlannedEntry[]
  /** Entries of the older version that are not in this one; they stay until the user says otherwise. */
  readonly missing: readonly number[]
}

/** A source of which nothing can come in. */
export type FailedSource = {
  readonly name: string
  readonly error: { readonly code: ErrorCode; readonly message: string }
  readonly leftovers: readonly Leftover[]
}

/** An import as a value: shown for review, printed by `--dry-run`, corrected, and applied. */
export type ImportPlan = {
  /** The library's revision that the decisions were made on. */
  readonly revision: number
  readonly sources: readonly (PlannedSource | FailedSource)[]
  /** Papers of the library that an entry ties to one work. */
  readonly merges: readonly { readonly paperId: number; readonly intoId: number }[]
}

export function isPlanned(source: PlannedSource | FailedSource): source is PlannedSource {
  return !('error' in source)
}

/** Every line that comes into the library outside of an entry, those of excluded entries among them. */
export function leftoversOf({ entries, leftovers, lines }: PlannedSource): readonly Leftover[] {
  const excluded = entries.filter(({ fate }) => fate.kind === 'excluded').flatMap(({ draft }) => linesLeftOver(lines, draft))
  return excluded.length === 0 ? leftovers : [...leftovers, ...excluded].sort((a, b) => a.line - b.line)
}

/** The lines of a range that are not blank, as leftovers that a person set aside. */
export function linesLeftOver(lines: readonly string[], { lineStart, lineEnd }: LineRange): readonly Leftover[] {
  return lines
    .slice(lineStart - 1, lineEnd)
    .flatMap((text, index) => (text.trim() === '' ? [] : [{ line: lineStart + index, text, reason: 'excluded' as const }]))
}
