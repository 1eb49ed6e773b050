import { useEffect, useState } from 'react'
import type { PaperRow } from '../../../db/model/view.ts'
import { call } from '../../api.ts'
import { type ImportPlan, isFailed, targetOf } from './review-model.ts'

/** So many at once keep the reader's queries short. */
const rowsAtOnce = 200

const none: ReadonlyMap<number, PaperRow> = new Map()

/** The library's papers that the plan speaks of; they come in bit by bit. */
export function usePaperRows(plan: ImportPlan): ReadonlyMap<number, PaperRow> {
  const [loaded, setLoaded] = useState({ plan, rows: none })
  useEffect(() => {
    let isStale = false
    async function load(): Promise<void> {
      const paperIds = paperIdsOf(plan)
      const rows = new Map<number, PaperRow>()
      for (let start = 0; start < paperIds.length && !isStale; start += rowsAtOnce) {
        for (const row of await call('papers:rows', { paperIds: paperIds.slice(start, start + rowsAtOnce) })) rows.set(row.id, row)
        if (!isStale) setLoaded({ plan, rows: new Map(rows) })
      }
    }
    // The titles are an addition: without them the review says "a paper that you have".
    load().catch((error: unknown) => console.error(error))
    return () => {
      isStale = true
    }
  }, [plan])
  return loaded.plan === plan ? loaded.rows : none
}

function paperIdsOf(plan: ImportPlan): readonly number[] {
  const targets = plan.sources
    .flatMap((source) => (isFailed(source) ? [] : source.entries))
    .flatMap((entry) => [targetOf(entry), ...entry.doubts.map(({ target }) => target)])
  return [...new Set(targets.flatMap((target) => (target !== null && 'paperId' in target ? [target.paperId] : [])))]
}
