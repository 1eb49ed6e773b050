import { resolve } from 'node:path'
import { AppError } from '../db/model/app-error.ts'
import { type LibraryStart, type LibraryThreads, startLibrary } from './library-threads.ts'

/** The library that the window shows, which the user can change for another one. */
export type LibrarySession = {
  readonly current: () => LibraryThreads
  /** Throws the reason when the other library cannot be opened; the present one then stays. */
  readonly switchTo: (other: { readonly path: string; readonly mustExist: boolean }) => Promise<void>
  readonly close: () => Promise<void>
}

export async function openSession(path: string, options: LibraryStart): Promise<LibrarySession> {
  let library = await startLibrary(path, options)
  return {
    current: () => library,
    async switchTo(other) {
      if (resolve(other.path) === resolve(library.path) && library.failure === null) return
      const next = await startLibrary(other.path, { ...options, mustExist: other.mustExist })
      if (next.failure !== null) {
        await next.close()
        throw new AppError(next.failure.code, next.failure.message)
      }
      const last = library
      library = next
      await last.close()
    },
    close: () => library.close(),
  }
}
