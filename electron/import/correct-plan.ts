import { AppError } from '../../db/model/app-error.ts'
import { assertNever } from '../../db/model/assert-never.ts'
import type { Draft, Leftover } from '../../db/model/draft.ts'
import { parseList } from '../formats/list/parse-list.ts'
import { assignRole, corrected, draftOfLine, joinDrafts, splitDraft } from './correct-draft.ts'
import type { Correction } from './correction.ts'
import {
  type ImportPlan,
  isPlanned,
  linesLeftOver,
  type Other,
  type PlannedEntry,
  type PlannedSource,
  type Ruling,
  type Target,
} from './import-plan.ts'
import { draftDigest } from './read-source.ts'
import { rule } from './rulings.ts'

/** The plan with what a person said against it, before anything is decided anew. Throws `bad-arguments` for a place that is not there. */
export function correctPlan(plan: ImportPlan, correction: Correction): ImportPlan {
  const source = plan.sources[correction.source]
  if (source === undefined || !isPlanned(source)) throw notThere()
  switch (correction.kind) {
    case 'exclude':
    case 'include':
      return withRuling(plan, correction, (ruling) => ({ ...ruling, isExcluded: correction.kind === 'exclude' }))
    case 'accept':
    case 'refuse':
      return withRuling(plan, correction, (ruling) => ruleOnTarget(plan, correction, ruling))
    case 'role':
      return withSource(plan, correction.source, assignInEntry(source, correction))
    case 'split':
      return withSource(plan, correction.source, splitEntry(source, correction))
    case 'join':
      return withSource(plan, correction.source, joinEntries(source, correction.entry))
    case 'layout':
      return withSource(plan, correction.source, readInLayout(source, correction.layout))
    case 'useLeftover':
      return withSource(plan, correction.source, takeLeftover(source, correction))
    default:
      return assertNever(correction)
  }
}

type Of<Kind> = Extract<Correction, { readonly kind: Kind }>
type Place = { readonly source: number; readonly entry: number }

function withSource(plan: ImportPlan, index: number, source: PlannedSource): ImportPlan {
  return { ...plan, sources: plan.sources.with(index, source) }
}

function withRuling(plan: ImportPlan, { source: index, entry }: Place, change: (ruling: Ruling | undefined) => Ruling): ImportPlan {
  const source = plan.sources[index]
  if (source === undefined || !isPlanned(source)) throw notThere()
  const ruled = entryOf(source, entry)
  return withSource(plan, index, { ...source, entries: source.entries.with(entry, { ...ruled, ruling: change(ruled.ruling) }) })
}

/** A refused target is refused with all that it was made of. */
function ruleOnTarget(
  plan: ImportPlan,
  { kind, source, entry, target }: Of<'accept' | 'refuse'>,
  ruling: Ruling | undefined,
): Ruling {
  const paper: readonly Other[] = 'paperId' in target ? [{ paperId: target.paperId }] : []
  const members = plan.sources.flatMap((planned, index) =>
    isPlanned(planned)
      ? planned.entries
          .filter((member, place) => isOf(member, target) && !(index === source && place === entry))
          .map(({ draft }): Other => ({ source: index, line: draft.lineStart }))
      : [],
  )
  if (kind === 'refuse') return rule(ruling, 'different', [...paper, ...members])
  return rule(ruling, 'same', paper.length > 0 ? paper : members.slice(0, 1))
}

function isOf({ fate }: PlannedEntry, target: Target): boolean {
  if (fate.kind !== 'added' && fate.kind !== 'merged') return false
  if ('paperId' in target) return 'paperId' in fate.target && fate.target.paperId === target.paperId
  return 'group' in fate.target && fate.target.group === target.group
}

function assignInEntry(source: PlannedSource, { entry: index, ...assignment }: Of<'role'>): PlannedSource {
  const entry = entryOf(source, index)
  const { lineStart, lineEnd } = entry.draft
  if (assignment.lineStart < lineStart || assignment.lineEnd > lineEnd || assignment.lineStart > assignment.lineEnd)
    throw notThere()
  const draft = assignRole(textOf(source), entry.draft, assignment)
  if (draft === null)
    return { ...source, entries: source.entries.with(index, { ...entry, ruling: { ...entry.ruling, isExcluded: true } }) }
  return replaceEntries(source, { index, count: 1, drafts: [draft] })
}

function splitEntry(source: PlannedSource, { entry: index, line }: Of<'split'>): PlannedSource {
  const halves = splitDraft(textOf(source), entryOf(source, index).draft, line)
  if (halves === null) throw new AppError('bad-arguments', 'The entry cannot be split here: one of its parts would say nothing.')
  return replaceEntries(source, { index, count: 1, drafts: halves })
}

function joinEntries(source: PlannedSource, index: number): PlannedSource {
  const [first, second] = [entryOf(source, index), entryOf(source, index + 1)]
  if (second.ruling?.isExcluded === true)
    throw new AppError('bad-arguments', 'The next entry is left out. Take it in before you join it.')
  return replaceEntries(source, { index, count: 2, drafts: [joinDrafts(textOf(source), first.draft, second.draft)] })
}

function readInLayout(source: PlannedSource, layout: string): PlannedSource {
  const parsed = parseList(
    source.lines.map((text, index) => ({ number: index + 1, text })),
    layout,
  )
  if (parsed.drafts.length === 0)
    throw new AppError('nothing-found', `Nothing in ${source.name} can be read in this layout. It stays as it was.`)
  return {
    ...source,
    layout: parsed.layout,
    leftovers: parsed.leftovers,
    entries: parsed.drafts.map((draft) => toEntry(corrected(draft))),
  }
}

function takeLeftover(source: PlannedSource, { line, role, place }: Of<'useLeftover'>): PlannedSource {
  if (!source.leftovers.some((leftover) => leftover.line === line)) throw notThere()
  const text = textOf(source)
  const below = source.entries.findIndex(({ draft }) => draft.lineStart > line)
  const next = below === -1 ? source.entries.length : below
  if (place === 'own') return replaceEntries(source, { index: next, count: 0, drafts: [corrected(draftOfLine(text, line, role))] })
  const index = place === 'below' ? next : next - 1
  const { draft, ruling } = entryOf(source, index)
  if (ruling?.isExcluded === true) throw new AppError('bad-arguments', 'That entry is left out. Take it in before you add to it.')
  const taken = assignRole(text, draft, { lineStart: line, lineEnd: line, role })
  return taken === null ? source : replaceEntries(source, { index, count: 1, drafts: [taken] })
}

/** Puts drafts in the place of entries; each line stays in one place, and what was said of the first entry goes with the first draft. */
function replaceEntries(
  source: PlannedSource,
  { index, count, drafts }: { index: number; count: number; drafts: readonly Draft[] },
): PlannedSource {
  const replaced = source.entries.slice(index, index + count)
  const entries = source.entries.toSpliced(
    index,
    count,
    ...drafts.map((draft, place) => toEntry(draft, place === 0 ? replaced[0]?.ruling : undefined)),
  )
  const isIn = (line: number, ranges: readonly Draft[]) =>
    ranges.some(({ lineStart, lineEnd }) => line >= lineStart && line <= lineEnd)
  const dropped = replaced.flatMap(({ draft }) => linesLeftOver(source.lines, draft)).filter(({ line }) => !isIn(line, drafts))
  const kept: readonly Leftover[] = source.leftovers.filter(({ line }) => !isIn(line, drafts))
  return { ...source, entries, leftovers: [...kept, ...dropped].sort((a, b) => a.line - b.line) }
}

function toEntry(draft: Draft, ruling?: Ruling): PlannedEntry {
  const entry: PlannedEntry = {
    draft,
    digest: draftDigest(draft.fields),
    fate: { kind: 'added', target: { group: -1 } },
    doubts: [],
  }
  return ruling === undefined ? entry : { ...entry, ruling }
}

function entryOf(source: PlannedSource, index: number): PlannedEntry {
  const entry = source.entries[index]
  if (entry === undefined) throw notThere()
  return entry
}

function textOf({ lines, entries }: PlannedSource): { lines: readonly string[]; drafts: readonly Draft[] } {
  return { lines, drafts: entries.map(({ draft }) => draft) }
}

function notThere(): AppError {
  return new AppError('bad-arguments', 'There is no such place in the plan. Nothing was changed.')
}
