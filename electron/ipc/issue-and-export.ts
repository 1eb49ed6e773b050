import type { WritableDatabase } from '../../db/database.ts'
import type { WrittenBibliography } from '../formats/write-bibliography.ts'
import type { ArgsOf } from './contract.ts'
import { perform } from './perform.ts'

/** An export in-process, where nobody types meanwhile: the keys that it asks for are issued at once. */
export function issueAndExport(
  db: WritableDatabase,
  { args, at }: { readonly args: ArgsOf<'bibliography:export'>; readonly at: string },
): WrittenBibliography {
  for (;;) {
    const outcome = perform(db, 'bibliography:export', { args, at }).value
    if (!('unissued' in outcome)) return outcome
    perform(db, 'bibliography:issueKeys', { args: { paperIds: [...outcome.unissued] }, at })
  }
}
