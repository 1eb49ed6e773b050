import { withoutExportedKey } from '../db/citation-keys.ts'
import type { ReadableDatabase } from '../db/database.ts'
import type { Progress } from '../db/model/progress.ts'
import { livePaperIds } from '../db/queries/live-paper.ts'
import { readKeys, readPapers } from '../db/queries/papers.ts'
import { inSnapshot } from '../db/run-write.ts'
import { type BibliographyRequest, inOrder, type WrittenBibliography, writeInSteps } from './formats/write-bibliography.ts'

/** With papers whose keys are to be issued first, nothing was written. */
export type ExportOutcome = WrittenBibliography | { readonly unissued: readonly number[] }

/** Nobody sees a key in an exported text before it is issued. */
export function exportPapers(
  db: ReadableDatabase,
  { paperIds, order, ...request }: BibliographyRequest & { readonly paperIds: readonly number[] },
): Generator<Progress, ExportOutcome> {
  return inSnapshot(db, function* () {
    yield { what: 'Reading papers', done: 0, total: 0 }
    const cited = inOrder(readKeys(db, livePaperIds(db, paperIds)), order)
    const unissued = withoutExportedKey(db, cited).map(({ id }) => id)
    if (unissued.length > 0) return { unissued }
    const ids = cited.map(({ id }) => id)
    const keys = cited.map(({ citationKey }) => citationKey)
    return yield* writeInSteps({ keys, read: (from, to) => readPapers(db, ids.slice(from, to)) }, request)
  })
}
