import type { WritableDatabase } from '../../db/database.ts'
import { AppError } from '../../db/model/app-error.ts'
import { libraryError } from '../../db/open-database.ts'
import type { Answer, LibraryCallName, ValueOf } from './contract.ts'
import { perform, type Request } from './perform.ts'

/** Runs one call and turns what can go wrong with the user's world into a reply; a bug flies. */
export function answer<Name extends LibraryCallName>(
  db: WritableDatabase,
  name: Name,
  request: Request<Name>,
): Answer<ValueOf<Name>> {
  try {
    return { ok: true, ...perform(db, name, request) }
  } catch (error) {
    const known = libraryError(error, db.name)
    if (!(known instanceof AppError)) throw error
    return { ok: false, error: { code: known.code, message: known.message } }
  }
}
