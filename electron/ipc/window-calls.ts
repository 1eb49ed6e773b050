import { z } from 'zod'
import { keptModes } from '../../db/model/kept-export.ts'
import type { FailedSource, SourceInput } from '../import/import-plan.ts'
import type { KeysInUse } from '../keys-in-use.ts'
import type { KeptResult } from '../write-kept-export.ts'
import { keptRequest } from './bibliography-calls.ts'
import { inWindow } from './call-kinds.ts'

const id = z.int().positive()
const longText = z.string().max(1_000_000)

const menuItems = z.array(
  z.union([z.literal('separator'), z.object({ commandId: z.string(), label: z.string(), shortcut: z.string().optional() })]),
)

/** What main answers itself: files, dialogs, the clipboard, links. */
export const windowCalls = {
  /** The page's commands in the native menu. Shortcuts are keys joined with `+`, at least one of them a modifier. */
  'menu:show': inWindow(z.object({ file: menuItems, edit: menuItems, help: menuItems })).returns<void>(),
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
