import { copyInSteps } from '../../db/backup.ts'
import { checkLibrary } from '../../db/check-library.ts'
import type { HandlersOf } from './contract.ts'

export const libraryHandlers = {
  'library:check': checkLibrary,
  'library:backUp': function* (db, { path }) {
    yield* copyInSteps(db, path)
    return path
  },
} satisfies HandlersOf<'library'>
