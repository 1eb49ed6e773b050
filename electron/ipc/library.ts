import { copyVerified } from '../../db/backup.ts'
import { checkLibrary } from '../../db/check-library.ts'
import type { HandlersOf } from './contract.ts'

export const libraryHandlers = {
  'library:check': function* (db) {
    yield { what: 'Checking the library', done: 0, total: 1 }
    return checkLibrary(db)
  },
  'library:backUp': function* (db, { path }) {
    yield { what: 'Backing up', done: 0, total: 1 }
    copyVerified(db, path)
    return path
  },
} satisfies HandlersOf<'library'>
