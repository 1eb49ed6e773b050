import { existsSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog, shell } from 'electron'
import { AppError } from '../../db/model/app-error.ts'
import type { LibrarySession } from '../library-session.ts'
import { rememberLibrary } from '../remembered-library.ts'
import type { WindowHandlers } from './window-handlers.ts'

type LibraryFileHandlers = Pick<WindowHandlers, Extract<keyof WindowHandlers, `libraryFile:${string}`>>

/** Which file the library is, and changing it for another; the choice is remembered for the next start. */
export function createLibraryFileHandlers(window: BrowserWindow, session: LibrarySession): LibraryFileHandlers {
  const folder = () => dirname(session.current().path)
  const show = async (path: string, mustExist: boolean) => {
    await session.switchTo({ path, mustExist })
    rememberLibrary(app.getPath('userData'), path)
    return true
  }
  return {
    'libraryFile:path': async () => session.current().path,
    'libraryFile:showInFolder': async () => shell.showItemInFolder(session.current().path),
    'libraryFile:open': async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: 'Open another library',
        properties: ['openFile'],
        defaultPath: folder(),
      })
      const [path] = filePaths
      return canceled || path === undefined ? false : show(path, true)
    },
    'libraryFile:create': async () => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: 'New library',
        defaultPath: join(folder(), 'new-library.db'),
      })
      if (canceled || filePath === '') return false
      const path = extname(filePath) === '' ? `${filePath}.db` : filePath
      if (!existsSync(path)) return show(path, false)
      throw new AppError('cannot-write', `${path} is there already and was left as it is. Choose another name, or open it.`)
    },
  }
}
