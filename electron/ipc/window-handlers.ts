import { basename, resolve } from 'node:path'
import { type BrowserWindow, ClipboardItem, clipboard, dialog } from 'electron'
import { backupPath } from '../../db/backup.ts'
import { AppError } from '../../db/model/app-error.ts'
import { readInputs } from '../cli/read-inputs.ts'
import type { FailedSource, SourceInput } from '../import/import-plan.ts'
import type { KeysInUse } from '../keys-in-use.ts'
import type { LibrarySession } from '../library-session.ts'
import type { LibraryThreads } from '../library-threads.ts'
import { showMenu } from '../menu.ts'
import { openOutside } from '../open-outside.ts'
import { isHtmlFile, writeFileAtomically } from '../write-file-atomically.ts'
import type { KeptResult } from '../write-kept-export.ts'
import type { HandlerOf } from './call-kinds.ts'
import type { Answer, ArgsOf, Calls, WindowCallName } from './contract.ts'
import { createLibraryFileHandlers } from './library-file-handlers.ts'

export type WindowHandlers = { readonly [Name in WindowCallName]: HandlerOf<Calls[Name]> }

export type OpenedLists = { readonly take: () => readonly (SourceInput | FailedSource)[] }

/** What needs Electron: dialogs, the clipboard, links outside. */
export function createWindowHandlers(window: BrowserWindow, session: LibrarySession, opened: OpenedLists): WindowHandlers {
  return {
    'menu:show': async (menus) => showMenu(window, menus),
    'lists:takeOpened': async () => opened.take(),
    'dialogs:chooseLists': async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: 'Import lists',
        properties: ['openFile', 'multiSelections'],
      })
      return canceled ? [] : readChosen(filePaths)
    },
    'dialogs:saveText': async ({ suggestedName, text, html = text }) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, { title: 'Save', defaultPath: suggestedName })
      if (canceled || filePath === '') return null
      writeFileAtomically(filePath, isHtmlFile(filePath) ? html : text)
      return filePath
    },
    'dialogs:keepExport': async ({ suggestedName, request }) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: 'Keep a file up to date',
        defaultPath: suggestedName,
      })
      return canceled || filePath === '' ? null : startKeeping(session.current(), { path: resolve(filePath), request })
    },
    'keeper:write': ({ id, mode }) => session.current().writeKept(id, mode),
    'drafts:keep': async (field) => session.current().keepField(field),
    'drafts:drop': async (field) => session.current().dropField(field),
    ...createLibraryFileHandlers(window, session),
    'dialogs:backUp': async () => {
      const library = session.current()
      const defaultPath = backupPath(library.path, new Date())
      const { canceled, filePath } = await dialog.showSaveDialog(window, { title: 'Back up the library', defaultPath })
      if (canceled || filePath === '') return null
      const answer = await library.ask('library:backUp', { path: filePath })
      if (!answer.ok) throw new AppError(answer.error.code, answer.error.message)
      return filePath
    },
    'dialogs:findKeysInUse': async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: 'Folder of documents',
        properties: ['openDirectory'],
      })
      const [path] = filePaths
      if (canceled || path === undefined) return null
      const answer = (await session.current().ask('keys:inUse', { path })) as Answer<KeysInUse>
      if (!answer.ok) throw new AppError(answer.error.code, answer.error.message)
      return { ...answer.value, folder: basename(path) }
    },
    'clipboard:writeText': async ({ text, html }) =>
      html === undefined
        ? clipboard.writeText(text)
        : clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })]),
    'links:open': async ({ url }) => openOutside(url),
    'jobs:cancel': async () => session.current().cancelWork(),
  }
}

/** The user agreed to replace what is there; where that cannot be done now, the file is not kept. */
async function startKeeping(library: LibraryThreads, args: ArgsOf<'keptExports:keep'>): Promise<KeptResult> {
  const answer = (await library.ask('keptExports:keep', args)) as Answer<number>
  if (!answer.ok) throw new AppError(answer.error.code, answer.error.message)
  const result = await library.writeKept(answer.value, 'overwrite')
  if (result.trouble === null) return result
  await library.ask('keptExports:stop', { id: answer.value })
  throw new AppError('cannot-write', result.message ?? `${result.path} could not be written.`)
}

/** Files chosen in a dialog go by their own name: the folder is nobody's business but the user's. */
function readChosen(paths: readonly string[]): readonly (SourceInput | FailedSource)[] {
  return readInputs(paths).map((input) => ({ ...input, name: basename(input.name) }))
}
