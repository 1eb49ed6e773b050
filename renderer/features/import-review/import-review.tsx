import { useMemo, useState } from 'react'
import { FailedSourceView } from './failed-source-view.tsx'
import styles from './import-review.module.css'
import { ReviewHeader } from './review-header.tsx'
import { countTotals, groupWorks, type ImportPlan, isFailed } from './review-model.ts'
import { SourceEntries } from './source-entries.tsx'
import { SourceList } from './source-list.tsx'
import { usePaperRows } from './use-paper-rows.ts'

/** The source on show, and the entry that was asked for if any. */
export type Shown = { readonly source: number; readonly entry: number | null }

type ImportReviewProps = {
  readonly plan: ImportPlan
  readonly onApply: () => void
  readonly onCancel: () => void
  /** While the plan is being applied. */
  readonly busy: boolean
}

/** The plan of an import as a person checks it: each line of each list, what it was read as, and what becomes of it. */
export function ImportReview({ plan, onApply, onCancel, busy }: ImportReviewProps) {
  const works = useMemo(() => groupWorks(plan), [plan])
  const totals = useMemo(() => countTotals(plan, works), [plan, works])
  const papers = usePaperRows(plan)
  const review = useMemo(() => ({ plan, works, papers }), [plan, works, papers])
  const [shown, setShown] = useState<Shown>({ source: 0, entry: null })
  const source = plan.sources[shown.source]
  return (
    <main className={styles.review} aria-label="Review of the import">
      <ReviewHeader lists={plan.sources.length} totals={totals} busy={busy} onApply={onApply} onCancel={onCancel} />
      <div className={styles.panes}>
        <SourceList sources={plan.sources} shown={shown.source} onShow={(index) => setShown({ source: index, entry: null })} />
        {source === undefined ? null : isFailed(source) ? (
          <FailedSourceView key={shown.source} source={source} />
        ) : (
          <SourceEntries
            key={shown.source}
            review={review}
            source={source}
            sourceIndex={shown.source}
            jump={shown}
            onShow={setShown}
          />
        )}
      </div>
    </main>
  )
}
