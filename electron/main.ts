import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow } from 'electron'
import { AppError } from '../db/model/app-error.ts'
import { libraryError } from '../db/open-database.ts'
import { applicationOrigin, registerApplicationScheme, serveApplication } from './app-protocol.ts'
import { commandOptions } from './cli/parse-command-line.ts'
import { readInputs } from './cli/read-inputs.ts'
import { runCommandLine } from './cli/run-command-line.ts'
import type { FailedSource, SourceInput } from './import/import-plan.ts'
import { type Answer, type CallName, calls, type LibraryCallName } from './ipc/contract.ts'
import { serveCalls, tell } from './ipc/serve.ts'
import { createWindowHandlers, type WindowHandlers } from './ipc/window-handlers.ts'
import { type LibrarySession, openSession } from './library-session.ts'
import { showMenu, withoutCommands } from './menu.ts'
import { readRememberedLibrary } from './remembered-library.ts'
import { createWindow } from './window.ts'

/** Composition root: open library → handlers → serve → window. Nothing else starts anything. */
const userArgs = process.argv.slice(app.isPackaged ? 1 : 2)

if (Object.hasOwn(commandOptions, userArgs[0] ?? '')) app.exit(runCommandLine(userArgs))
else if (app.requestSingleInstanceLock()) void startApplication()
else app.quit()

async function startApplication(): Promise<void> {
  registerApplicationScheme()
  const { lists, libraryPath } = readArguments(userArgs)
  const opened: (SourceInput | FailedSource)[] = [...readInputs(lists)]
  const openLists = (paths: readonly string[]) => {
    opened.push(...readInputs(paths))
    for (const window of BrowserWindow.getAllWindows()) {
      focus(window)
      tell(window.webContents, 'lists:opened', null)
    }
  }
  // macOS names files in an event instead of an argument, before the program is ready where they start it.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openLists([path])
  })
  await app.whenReady()
  serveApplication(fileURLToPath(new URL('../renderer', import.meta.url)))
  const window = createWindow()
  const userData = app.getPath('userData')
  const remembered = libraryPath === null ? readRememberedLibrary(userData) : null
  const session = await openSession(libraryPath ?? remembered ?? join(userData, 'library.db'), {
    mustExist: remembered !== null,
    onProgress: (progress) => tell(window.webContents, 'jobs:progressed', progress),
    onChange: (change) => tell(window.webContents, 'papers:changed', change),
  })
  const handlers = createWindowHandlers(window, session, { take: () => opened.splice(0) })
  serveCalls((name, args) => dispatch(name, args, { session, handlers }))
  showMenu(window, withoutCommands)
  app.on('second-instance', (_event, argv, folder) => {
    openLists(readArguments(argv.slice(app.isPackaged ? 1 : 2)).lists.map((list) => resolve(folder, list)))
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => void session.close())
  await window.loadURL(`${applicationOrigin}/index.html`)
}

/** `octavo [--library FILE] [LIST…]`; what else begins with a dash is Chromium's. */
function readArguments(args: readonly string[]): { readonly lists: readonly string[]; readonly libraryPath: string | null } {
  const option = args.indexOf('--library')
  const libraryPath = option === -1 ? null : (args[option + 1] ?? null)
  const lists = args.filter((arg, index) => !arg.startsWith('-') && (option === -1 || index !== option + 1))
  return { lists, libraryPath }
}

type Answering = { readonly session: LibrarySession; readonly handlers: WindowHandlers }

/** A call of the window is answered here, any other in the library's threads. */
async function dispatch(name: CallName, args: unknown, { session, handlers }: Answering): Promise<Answer<unknown>> {
  if (!Object.hasOwn(handlers, name)) return session.current().ask(name as LibraryCallName, args)
  try {
    const handler = handlers[name as keyof WindowHandlers] as (args: unknown) => Promise<unknown>
    return { ok: true, value: await handler(calls[name].args.parse(args)), revision: 0, changed: [] }
  } catch (error) {
    const known = libraryError(error, '')
    if (!(known instanceof AppError)) throw error
    return { ok: false, error: { code: known.code, message: known.message } }
  }
}

function focus(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}
