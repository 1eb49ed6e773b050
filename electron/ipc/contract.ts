import { z } from 'zod'
import type { Problem } from '../../db/check-library.ts'
import type { Step } from '../../db/journal.ts'
import type { ErrorCode } from '../../db/model/app-error.ts'
import { fieldNames } from '../../db/model/fields.ts'
import type { Note, Paper } from '../../db/model/paper.ts'
import type { PaperDetail } from '../../db/model/paper-detail.ts'
import type { PaperEntry, SourceLines } from '../../db/model/paper-entry.ts'
import type { Progress } from '../../db/model/progress.ts'
import { type Status, statuses } from '../../db/model/status.ts'
import { type LookSection, type PaperRow, type ViewCounts, views } from '../../db/model/view.ts'
import { sortFields } from '../../db/queries/find-papers.ts'
import type { SourceSection } from '../../db/queries/paper-entries.ts'
import type { SourceSummary } from '../../db/queries/sources.ts'
import type { TagCount } from '../../db/queries/tags.ts'
import type { RevertedStep } from '../../db/run-write.ts'
import { correctionSchema } from '../import/correction.ts'
import type { DuplicateGroup } from '../import/find-duplicates.ts'
import type { FailedSource, ImportPlan, SourceInput } from '../import/import-plan.ts'
import type { PlanChange, ReviewedPlan } from '../import/review-session.ts'
import { bibliographyCalls } from './bibliography-calls.ts'
import { type HandlerOf, job, read, undoing, write } from './call-kinds.ts'
import { excerpt, papers, step } from './step-names.ts'
import { windowCalls } from './window-calls.ts'

const id = z.int().positive()
const paperIds = z.array(id)
const tagName = z.string()
const longText = z.string().max(1_000_000)

const plan = z.custom<ImportPlan>((value) => typeof value === 'object' && value !== null && 'sources' in value)
const source = z.custom<SourceInput | FailedSource>((value) => typeof value === 'object' && value !== null && 'name' in value)
const sources = z.array(source)

/** Every call there is: its kind, the schema of its argument, its step in the history, its result. Read this file first. */
export const calls = {
  'papers:list': read(
    z.object({
      query: z.string().optional(),
      sort: z.object({ field: z.enum(sortFields), descending: z.boolean() }).optional(),
      limit: z.int().nonnegative().optional(),
    }),
  ).returns<readonly Paper[]>(),
  'papers:find': read(
    z.object({
      view: z.enum(views),
      query: z.string(),
      sourceId: id.optional(),
      sort: z.object({ field: z.enum(sortFields), descending: z.boolean() }).optional(),
    }),
  ).returns<readonly number[]>(),
  'papers:rows': read(z.object({ paperIds })).returns<readonly PaperRow[]>(),
  'papers:detail': read(z.object({ paperId: id })).returns<PaperDetail>(),
  'papers:keys': read(z.object({ paperIds })).returns<readonly string[]>(),
  'papers:get': read(z.object({ paperIds })).returns<readonly Paper[]>(),
  'papers:add': write(z.object({ fields: z.record(z.string(), longText) }), ({ fields }) =>
    step(`Add “${excerpt(fields.title ?? 'a paper')}”`),
  ).returns<number>(),
  'papers:setField': write(z.object({ paperId: id, field: z.string(), text: longText }), ({ paperId, field }) => ({
    what: `Edit ${field}`,
    joinKey: `edit ${paperId} ${field}`,
  })).returns<void>(),
  'papers:setStatus': write(z.object({ paperIds, status: z.enum(statuses) }), ({ paperIds, status }) =>
    step(`Mark ${papers(paperIds)} as ${statusName(status)}`),
  ).returns<void>(),
  'papers:trash': write(z.object({ paperIds }), ({ paperIds }) => step(`Delete ${papers(paperIds)}`)).returns<void>(),
  'papers:restore': write(z.object({ paperIds }), ({ paperIds }) => step(`Restore ${papers(paperIds)}`)).returns<void>(),
  'papers:merge': write(z.object({ paperIds: paperIds.min(2) }), ({ paperIds }) =>
    step(`Merge ${papers(paperIds)}`),
  ).returns<number>(),

  'papers:mergeGroups': write(z.object({ groups: z.array(paperIds.min(2)) }), ({ groups }) =>
    step(`Merge ${groups.length === 1 ? 'a duplicate' : `${groups.length} duplicates`}`),
  ).returns<number>(),
  'papers:separate': write(z.object({ paperIds: paperIds.length(2) }), () =>
    step('Say that two papers are not the same'),
  ).returns<void>(),
  'papers:takeApart': write(z.object({ paperId: id, entryIds: z.array(id).min(1) }), () =>
    step('Take a paper apart'),
  ).returns<number>(),
  'papers:takeBack': write(z.object({ paperId: id, field: z.enum(fieldNames) }), ({ field }) =>
    step(`Take back the typed ${field}`),
  ).returns<void>(),
  'papers:entries': read(z.object({ paperId: id })).returns<readonly PaperEntry[]>(),
  'papers:findDuplicates': job(z.void()).returns<readonly DuplicateGroup[]>(),

  'views:count': read(z.void()).returns<ViewCounts>(),
  'views:lookSections': read(z.void()).returns<readonly LookSection[]>(),

  'queue:move': write(z.object({ paperIds, beforeId: id.nullable() }), ({ paperIds }) =>
    step(`Move ${papers(paperIds)} in the queue`),
  ).returns<void>(),

  'tags:list': read(z.void()).returns<readonly TagCount[]>(),
  'tags:add': write(z.object({ paperIds, name: tagName }), ({ paperIds, name }) =>
    step(`Tag ${papers(paperIds)} “${name}”`),
  ).returns<void>(),
  'tags:remove': write(z.object({ paperIds, name: tagName }), ({ paperIds, name }) =>
    step(`Remove tag “${name}” from ${papers(paperIds)}`),
  ).returns<void>(),

  'notes:list': read(z.object({ paperId: id })).returns<readonly Note[]>(),
  /** A note that is still being typed says when it was begun: added again, it is the same note with another text. */
  'notes:add': write(z.object({ paperId: id, text: longText, startedAt: z.iso.datetime().optional() }), ({ text, startedAt }) => ({
    what: `Add note “${excerpt(text)}”`,
    joinKey: startedAt === undefined ? null : `note begun ${startedAt}`,
  })).returns<number>(),
  'notes:setText': write(z.object({ noteId: id, text: longText }), ({ noteId }) => ({
    what: 'Edit note',
    joinKey: `note ${noteId}`,
  })).returns<void>(),
  'notes:delete': write(z.object({ noteId: id }), () => step('Delete note')).returns<void>(),

  'sources:list': read(z.void()).returns<readonly SourceSummary[]>(),
  'sources:remove': write(z.object({ sourceId: id, name: z.string() }), ({ name }) => step(`Remove list ${name}`)).returns<void>(),

  'sources:lines': read(
    z.object({ sourceId: id, lineStart: z.int().positive(), lineEnd: z.int().positive() }),
  ).returns<SourceLines>(),
  'sources:sections': read(z.object({ sourceId: id })).returns<readonly SourceSection[]>(),

  'imports:plan': job(z.object({ sources })).returns<ReviewedPlan>(),
  'imports:correct': job(z.object({ planId: id, correction: correctionSchema })).returns<PlanChange>(),
  'imports:apply': write(z.object({ plan }), ({ plan }) => step(`Import ${sourceNames(plan)}`)).returns<ImportPlan>(),

  'journal:list': read(z.void()).returns<readonly Step[]>(),
  'journal:undo': undoing(z.object({ count: z.int().positive() })).returns<readonly RevertedStep[]>(),
  'journal:redo': undoing(z.object({ count: z.int().positive() })).returns<readonly RevertedStep[]>(),

  'library:check': job(z.void()).returns<readonly Problem[]>(),
  'library:backUp': job(z.object({ path: z.string() })).returns<string>(),

  ...bibliographyCalls,
  ...windowCalls,
} as const

/** Electron strips errors of all but their message: a failure crosses as a value. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value; readonly revision: number; readonly changed: readonly number[] }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly message: string } }

/** What main tells the window without being asked. */
export type Events = {
  /** After a commit, by this window or another program; `changed` are ids of papers, null for any. */
  'papers:changed': { readonly revision: number; readonly changed: readonly number[] | null }
  /** Lists were opened from the system or by a second start: `lists:takeOpened` has them. */
  'lists:opened': null
  /** How far a long work is. */
  'jobs:progressed': Progress
  /** A command chosen in the native menu, by its id. */
  'menu:chosen': { readonly commandId: string }
}

export type EventName = keyof Events

/** All that the preload script gives the page. */
export type Bridge = {
  readonly call: (name: CallName, args: unknown) => Promise<Answer<unknown>>
  /** Tells every event to the listener until the function it answers is called. */
  readonly subscribe: (listener: (name: EventName, payload: unknown) => void) => () => void
}

/** The two channels between page and main. */
export const channels = { call: 'octavo:call', event: 'octavo:event' } as const

export type Calls = typeof calls
export type CallName = keyof Calls
/** Calls that Electron answers, and calls that the library answers. */
export type WindowCallName = { [Name in CallName]: Calls[Name]['kind'] extends 'window' ? Name : never }[CallName]
export type LibraryCallName = Exclude<CallName, WindowCallName>
export type ArgsOf<Name extends CallName> = z.infer<Calls[Name]['args']>
export type ValueOf<Name extends CallName> = NonNullable<Calls[Name]['__value']>
export type HandlersOf<Topic extends string> = {
  readonly [Name in Extract<CallName, `${Topic}:${string}`>]: HandlerOf<Calls[Name]>
}

function statusName(status: Status): string {
  return status.replace('-', ' ')
}

function sourceNames({ sources }: ImportPlan): string {
  const [first] = sources
  return sources.length === 1 && first !== undefined ? first.name : `${sources.length} lists`
}
