import { z } from 'zod'
import type { Problem } from '../../db/check-library.ts'
import type { Step } from '../../db/journal.ts'
import type { ErrorCode } from '../../db/model/app-error.ts'
import { type ExportOption, exportFormatIds, exportOrders } from '../../db/model/export-formats.ts'
import { fieldNames } from '../../db/model/fields.ts'
import { citationStyles } from '../../db/model/format-citation.ts'
import { type KeptExport, keptModes } from '../../db/model/kept-export.ts'
import { lintLabels } from '../../db/model/lint-paper.ts'
import { lintCodes, lintFields } from '../../db/model/lint-rule.ts'
import type { Note, Paper } from '../../db/model/paper.ts'
import type { PaperDetail } from '../../db/model/paper-detail.ts'
import type { PaperEntry, SourceLines } from '../../db/model/paper-entry.ts'
import type { Progress } from '../../db/model/progress.ts'
import { type FormattedText, referenceStyleIds } from '../../db/model/reference-styles.ts'
import { type Status, statuses } from '../../db/model/status.ts'
import { type LookSection, type PaperRow, type ViewCounts, views } from '../../db/model/view.ts'
import { sortFields } from '../../db/queries/find-papers.ts'
import type { KnownKey } from '../../db/queries/key-history.ts'
import type { PaperProblems } from '../../db/queries/lint.ts'
import type { SourceSection } from '../../db/queries/paper-entries.ts'
import type { CitingSettings, KeyPatternSetting } from '../../db/queries/settings.ts'
import type { SourceSummary } from '../../db/queries/sources.ts'
import type { TagCount } from '../../db/queries/tags.ts'
import type { KeyChange } from '../../db/renew-keys.ts'
import type { RevertedStep } from '../../db/run-write.ts'
import type { WrittenBibliography } from '../formats/write-bibliography.ts'
import { correctionSchema } from '../import/correction.ts'
import type { DuplicateGroup } from '../import/find-duplicates.ts'
import type { FailedSource, ImportPlan, SourceInput } from '../import/import-plan.ts'
import type { PlanChange, ReviewedPlan } from '../import/review-session.ts'
import type { KeysInUse } from '../keys-in-use.ts'
import type { KeptOutcome, KeptResult } from '../write-kept-export.ts'
import { type HandlerOf, inWindow, job, read, undoing, write } from './call-kinds.ts'
import type { ProblemGroup } from './lint.ts'

const id = z.int().positive()
const paperIds = z.array(id)
const tagName = z.string()
const longText = z.string().max(1_000_000)

const bibliography = z.object({
  paperIds,
  format: z.enum(exportFormatIds),
  order: z.enum(exportOrders),
  ...({
    abstracts: z.boolean(),
    notes: z.boolean(),
    keywords: z.boolean(),
    byStatus: z.boolean(),
    files: z.boolean().optional(),
    escapes: z.boolean().optional(),
  } satisfies { readonly [Name in ExportOption]: z.ZodType }),
})

const { paperIds: _, ...written } = bibliography.shape
const keptRequest = z.object({
  ...written,
  search: z.object({
    view: z.enum(views),
    query: z.string(),
    sourceId: id.optional(),
    sort: z.object({ field: z.enum(sortFields), descending: z.boolean() }).optional(),
  }),
})

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

  'bibliography:export': write(bibliography, null).returns<WrittenBibliography>(),
  /** How the beginning of that would look; its keys are not issued by it. */
  'bibliography:preview': read(bibliography).returns<string>(),
  /** What an author types to cite the papers; their keys are issued. */
  'bibliography:cite': write(z.object({ paperIds, style: z.enum(citationStyles) }), null).returns<string>(),

  /** References in a style, for a text; no keys stand in them. */
  'bibliography:format': job(
    z.object({ paperIds, order: z.enum(exportOrders), style: z.enum(referenceStyleIds) }),
  ).returns<FormattedText>(),
  /** What cites the papers in a text, in a style. */
  'bibliography:citeInText': job(z.object({ paperIds, style: z.enum(referenceStyleIds) })).returns<FormattedText>(),
  'bibliography:issueKeys': write(z.object({ paperIds }), null).returns<void>(),

  /** Files that follow the library. Only main names, writes and records them: their paths are the user's word. */
  'keptExports:list': read(z.void()).returns<readonly KeptExport[]>(),
  'keptExports:keep': write(z.object({ path: z.string(), request: keptRequest }), null).returns<number>(),
  'keptExports:stop': write(z.object({ id }), null).returns<void>(),
  'keptExports:write': job(z.object({ id, mode: z.enum(keptModes) })).returns<KeptOutcome>(),
  'keptExports:record': write(
    z.object({
      id,
      trouble: z.enum(['conflict', 'failed']).nullable(),
      message: z.string().nullable(),
      sha256: z.string().nullable(),
    }),
    null,
  ).returns<void>(),

  /** How papers are cited by hand. */
  'citing:settings': read(z.void()).returns<CitingSettings>(),
  'citing:set': write(z.object({ style: z.enum(referenceStyleIds), dragged: z.enum(citationStyles) }), null).returns<void>(),

  'journal:list': read(z.void()).returns<readonly Step[]>(),
  'journal:undo': undoing(z.object({ count: z.int().positive() })).returns<readonly RevertedStep[]>(),
  'journal:redo': undoing(z.object({ count: z.int().positive() })).returns<readonly RevertedStep[]>(),

  /** The pattern by which keys of papers to come are proposed. */
  'keys:pattern': read(z.void()).returns<KeyPatternSetting>(),
  'keys:setPattern': write(z.object({ pattern: z.string().max(500) }), null).returns<void>(),
  'keys:history': read(z.object({ paperId: id })).returns<readonly KnownKey[]>(),
  /** What would change, were the keys of these papers made again by the pattern; and that, as it was seen. */
  'keys:plan': job(z.object({ paperIds })).returns<readonly KeyChange[]>(),
  'keys:renew': write(z.object({ changes: z.array(z.object({ paperId: id, to: z.string() })) }), ({ changes }) =>
    step(`Make ${changes.length === 1 ? 'a key' : `${changes.length} keys`} again`),
  ).returns<void>(),
  /** The keys that the documents in a folder cite; the window asks through `dialogs:findKeysInUse`. */
  'keys:inUse': job(z.object({ path: z.string() })).returns<KeysInUse>(),

  /** What may be wrong with the papers, a group for each kind; then with some papers, or with all that have that kind, in full. */
  'lint:find': job(z.void()).returns<readonly ProblemGroup[]>(),
  'lint:papers': read(z.object({ paperIds: paperIds.max(200) })).returns<readonly PaperProblems[]>(),
  'lint:list': job(z.object({ code: z.enum(lintCodes).optional() })).returns<readonly PaperProblems[]>(),
  /** Answers how many papers were changed: one that says something else by now is left alone. */
  'lint:fix': write(
    z.object({
      code: z.enum(lintCodes),
      fixes: z.array(z.object({ paperId: id, field: z.enum(lintFields), value: longText, text: longText })),
    }),
    ({ code, fixes }) => step(`Fix “${lintLabels[code]}” in ${papers([...new Set(fixes.map(({ paperId }) => paperId))])}`),
  ).returns<number>(),
  'lint:ignore': write(z.object({ paperIds, code: z.enum(lintCodes) }), ({ paperIds, code }) =>
    step(`Ignore “${lintLabels[code]}” in ${papers(paperIds)}`),
  ).returns<void>(),

  'library:check': job(z.void()).returns<readonly Problem[]>(),
  'library:backUp': job(z.object({ path: z.string() })).returns<string>(),

  /** Lists given as arguments before the page was there, each told once. */
  'lists:takeOpened': inWindow(z.void()).returns<readonly (SourceInput | FailedSource)[]>(),
  'dialogs:chooseLists': inWindow(z.void()).returns<readonly (SourceInput | FailedSource)[]>(),
  /** What is being typed in a field and not yet saved outlives a crash: it is written at the next start unless it is dropped. */
  'drafts:keep': inWindow(z.object({ paperId: id, field: z.string(), text: longText })).returns<void>(),
  'drafts:drop': inWindow(z.object({ paperId: id, field: z.string() })).returns<void>(),
  /** The file of the library on show. */
  'libraryFile:path': inWindow(z.void()).returns<string>(),
  'libraryFile:showInFolder': inWindow(z.void()).returns<void>(),
  /** Another library from a dialog, there already or new: true if it is the one on show now, and the page is to be loaded again. */
  'libraryFile:open': inWindow(z.void()).returns<boolean>(),
  'libraryFile:create': inWindow(z.void()).returns<boolean>(),
  /** Asks for a folder of documents and reads them; null where the user thought better of it. */
  'dialogs:findKeysInUse': inWindow(z.void()).returns<(KeysInUse & { readonly folder: string }) | null>(),
  /** Asks where to, copies the library there and checks the copy; null where the user thought better of it. */
  'dialogs:backUp': inWindow(z.void()).returns<string | null>(),
  /** Stops what is being done after its present step. */
  'jobs:cancel': inWindow(z.void()).returns<void>(),
  /** The HTML is written into a file that is named as such. */
  'dialogs:saveText': inWindow(
    z.object({ suggestedName: z.string().max(255), text: z.string(), html: z.string().optional() }),
  ).returns<string | null>(),
  /** Asks where to, and writes it there from then on; null where the user thought better of it. */
  'dialogs:keepExport': inWindow(
    z.object({ suggestedName: z.string().max(255), request: keptRequest }),
  ).returns<KeptResult | null>(),
  /** Writes a kept file on the user's word. */
  'keeper:write': inWindow(z.object({ id, mode: z.enum(keptModes) })).returns<KeptResult>(),
  'clipboard:writeText': inWindow(z.object({ text: z.string(), html: z.string().optional() })).returns<void>(),
  'links:open': inWindow(z.object({ url: z.url({ protocol: /^https?$/ }) })).returns<void>(),
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

function step(what: string): { what: string; joinKey: null } {
  return { what, joinKey: null }
}

function papers(ids: readonly number[]): string {
  return ids.length === 1 ? 'a paper' : `${ids.length} papers`
}

function statusName(status: Status): string {
  return status.replace('-', ' ')
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

function sourceNames({ sources }: ImportPlan): string {
  const [first] = sources
  return sources.length === 1 && first !== undefined ? first.name : `${sources.length} lists`
}
