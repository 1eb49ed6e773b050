import { withoutExportedKey } from '../db/citation-keys.ts'
import type { ReadableDatabase } from '../db/database.ts'
import type { Paper } from '../db/model/paper.ts'
import type { Progress } from '../db/model/progress.ts'
import { livePaperIds } from '../db/queries/live-paper.ts'
import { readKeys, readPapers } from '../db/queries/papers.ts'
import { inSnapshot } from '../db/run-write.ts'
import type { PapersInOrder } from './formats/papers-in-order.ts'
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
    return yield* writeInSteps({ keys, read: paperReader(db, ids) }, request)
  })
}

/** So many take little memory; of more, each is read again when it is compared. */
const mostHeld = 20_000

function paperReader(db: ReadableDatabase, ids: readonly number[]): PapersInOrder['read'] {
  const read = (from: number, to: number) => readPapers(db, ids.slice(from, to))
  if (ids.length > mostHeld) return read
  const held: Paper[] = []
  return (from, to) => {
    if (held.length < Math.min(to, ids.length)) held.push(...read(held.length, to))
    return held.slice(from, to)
  }
}
