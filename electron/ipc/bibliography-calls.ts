import { z } from 'zod'
import { type ExportOption, exportFormatIds, exportOrders } from '../../db/model/export-formats.ts'
import { citationForms, citationStyles } from '../../db/model/format-citation.ts'
import { type KeptDifference, type KeptExport, keptModes } from '../../db/model/kept-export.ts'
import { lintLabels } from '../../db/model/lint-paper.ts'
import { lintCodes, lintFields } from '../../db/model/lint-rule.ts'
import { type FormattedText, referenceStyleIds } from '../../db/model/reference-styles.ts'
import { views } from '../../db/model/view.ts'
import { sortFields } from '../../db/queries/find-papers.ts'
import type { KnownKey } from '../../db/queries/key-history.ts'
import type { PaperProblems } from '../../db/queries/lint.ts'
import type { CitingSettings, KeyPatternSetting } from '../../db/queries/settings.ts'
import type { KeyChange } from '../../db/renew-keys.ts'
import type { ExportOutcome } from '../export-papers.ts'
import type { KeysInUse } from '../keys-in-use.ts'
import type { KeptOutcome } from '../write-kept-export.ts'
import { job, read, write } from './call-kinds.ts'
import type { ProblemGroup } from './lint.ts'

import { papers, step } from './step-names.ts'

const id = z.int().positive()
const paperIds = z.array(id)
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
export const keptRequest = z.object({
  ...written,
  search: z.object({
    view: z.enum(views),
    query: z.string(),
    sourceId: id.optional(),
    sort: z.object({ field: z.enum(sortFields), descending: z.boolean() }).optional(),
  }),
})

/** What papers are cited by and what leaves the library: bibliographies, files kept up to date, keys, and what may be wrong with a paper. */
export const bibliographyCalls = {
  /** A key that stands in an exported text has left the program: those are asked for first that were not issued before. */
  'bibliography:export': job(bibliography).returns<ExportOutcome>(),
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
  'keptExports:compare': job(z.object({ id })).returns<KeptDifference | { readonly unissued: readonly number[] }>(),
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
  'citing:set': write(z.object({ style: z.enum(referenceStyleIds), form: z.enum(citationForms) }), null).returns<void>(),

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
} as const
