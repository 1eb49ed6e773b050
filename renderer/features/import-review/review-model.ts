import { assertNever } from '../../../db/model/assert-never.ts'
import type { LeftoverReason } from '../../../db/model/draft.ts'
import type { ValueOf } from '../../../electron/ipc/contract.ts'

export type ImportPlan = ValueOf<'imports:plan'>
export type ReviewedSource = ImportPlan['sources'][number]
export type FailedSource = Extract<ReviewedSource, { readonly error: unknown }>
export type PlannedSource = Exclude<ReviewedSource, FailedSource>
export type PlannedEntry = PlannedSource['entries'][number]
export type Target = PlannedEntry['doubts'][number]['target']

/** An entry of the plan, by the places of its source and of itself. */
export type EntryPlace = { readonly source: number; readonly entry: number }

/** The entries that the plan takes for one work, in the order of the sources. */
export type Works = ReadonlyMap<string, readonly EntryPlace[]>

export function isFailed(source: ReviewedSource): source is FailedSource {
  return 'error' in source
}

export function entryAt(plan: ImportPlan, { source, entry }: EntryPlace): PlannedEntry | undefined {
  const found = plan.sources[source]
  return found === undefined || isFailed(found) ? undefined : found.entries[entry]
}

export function targetOf({ fate }: PlannedEntry): Target | null {
  return fate.kind === 'added' || fate.kind === 'merged' ? fate.target : null
}

export function groupWorks(plan: ImportPlan): Works {
  const works = new Map<string, EntryPlace[]>()
  for (const [source, reviewed] of plan.sources.entries()) {
    if (isFailed(reviewed)) continue
    for (const [entry, planned] of reviewed.entries.entries()) {
      const target = targetOf(planned)
      if (target === null) continue
      const places = works.get(workKey(target)) ?? []
      places.push({ source, entry })
      works.set(workKey(target), places)
    }
  }
  return works
}

export function placesOf(works: Works, target: Target): readonly EntryPlace[] {
  return works.get(workKey(target)) ?? []
}

function workKey(target: Target): string {
  return 'paperId' in target ? `paper ${target.paperId}` : `group ${target.group}`
}

/** The first title that a list gives the work, as it came. */
export function titleInLists(plan: ImportPlan, places: readonly EntryPlace[]): string | null {
  for (const place of places) {
    const title = entryAt(plan, place)?.draft.fields.title
    if (title !== undefined) return title
  }
  return null
}

export type Totals = {
  readonly entries: number
  /** Papers that the library will have more of; `untitled` are those of them that no list gives a title. */
  readonly added: number
  readonly untitled: number
  readonly doubtful: number
  /** Entries of a work that another entry of this import gave already. */
  readonly again: number
  /** Entries of a paper that the library has. */
  readonly known: number
  readonly unchanged: number
  readonly changed: number
  /** Entries that the user does not want. */
  readonly excluded: number
  readonly leftovers: number
  readonly failed: number
  /** Papers of the library that turn out to be one work with another of its papers. */
  readonly joined: number
  /** Whether applying the plan would write anything. */
  readonly isNews: boolean
}

export function countTotals(plan: ImportPlan, works: Works): Totals {
  const totals = { entries: 0, added: 0, untitled: 0, doubtful: 0, again: 0, known: 0, unchanged: 0, changed: 0, excluded: 0 }
  for (const source of plan.sources) {
    for (const entry of isFailed(source) ? [] : source.entries) countEntry(totals, entry, isUntitled(plan, works, entry))
  }
  const planned = plan.sources.flatMap((source) => (isFailed(source) ? [] : [source]))
  return {
    ...totals,
    leftovers: planned.reduce((sum, { leftovers }) => sum + leftovers.length, 0),
    failed: plan.sources.length - planned.length,
    joined: plan.merges.length,
    isNews: totals.unchanged < totals.entries || plan.merges.length > 0 || planned.some(isNewerVersion),
  }
}

type Counts = { -readonly [Name in Exclude<keyof Totals, 'leftovers' | 'failed' | 'joined' | 'isNews'>]: number }

function countEntry(totals: Counts, { fate, doubts }: PlannedEntry, untitled: boolean): void {
  if (fate.kind === 'excluded') {
    totals.excluded += 1
    return
  }
  totals.entries += 1
  if (doubts.length > 0) totals.doubtful += 1
  switch (fate.kind) {
    case 'added':
      totals.added += 1
      if (untitled) totals.untitled += 1
      return
    case 'merged':
      if ('paperId' in fate.target) totals.known += 1
      else totals.again += 1
      return
    case 'unchanged':
    case 'repeated':
      totals.unchanged += 1
      return
    case 'changed':
      totals.changed += 1
      return
    default:
      assertNever(fate)
  }
}

export function isUntitled(plan: ImportPlan, works: Works, entry: PlannedEntry): boolean {
  const target = targetOf(entry)
  return target !== null && 'group' in target && titleInLists(plan, placesOf(works, target)) === null
}

/** In a new version even what says the same moves to the new source. */
function isNewerVersion({ versionOf, sameAs }: PlannedSource): boolean {
  return versionOf !== null && sameAs === null
}

/** What the middle shows of a source, in the order of its lines. */
export type ReviewItem =
  | { readonly kind: 'entry'; readonly line: number; readonly entry: number }
  | { readonly kind: 'leftover'; readonly line: number; readonly leftover: number }

export function listItems({ entries, leftovers }: PlannedSource): readonly ReviewItem[] {
  const items: ReviewItem[] = [
    ...entries.map(({ draft }, entry) => ({ kind: 'entry' as const, line: draft.lineStart, entry })),
    ...leftovers.map(({ line }, leftover) => ({ kind: 'leftover' as const, line, leftover })),
  ]
  return items.sort((a, b) => a.line - b.line)
}

const reasons: { readonly [Reason in LeftoverReason]: string } = {
  header: 'header of the page',
  'section-heading': 'heading of a section',
  date: 'a date',
  'page-furniture': 'part of the page, not of a paper',
  unreadable: 'could not be read as part of a paper',
  'broken-record': 'broken, or no part of a record',
  comment: 'between the records',
  preamble: 'commands of LaTeX for all records',
  string: 'an abbreviation, written out where it is used',
  xdata: 'data that other records took over',
  excluded: 'left out by you',
}

export function describeReason(reason: LeftoverReason): string {
  return reasons[reason]
}

const roleNouns: { readonly [role: string]: string } = { title: 'titles', authors: 'authors', abstract: 'abstracts' }

/** `title-authors-abstract` is read out as "Titles, authors, abstracts". */
export function describeLayout(layout: string): string {
  if (layout === 'records') return 'Records of a bibliography'
  const nouns = layout.split('-').map((role) => roleNouns[role] ?? role)
  const joined = nouns.length === 1 ? `${nouns[0]} only` : nouns.length === 2 ? nouns.join(' and ') : nouns.join(', ')
  return joined.charAt(0).toUpperCase() + joined.slice(1)
}

export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`
}
