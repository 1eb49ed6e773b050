import { useMemo, useState } from 'react'
import { Notice } from '../../components/notice.tsx'
import { FailedSourceView } from './failed-source-view.tsx'
import styles from './import-review.module.css'
import { ReviewHeader } from './review-header.tsx'
import { countTotals, groupWorks, type ImportPlan, isFailed } from './review-model.ts'
import { SourceEntries } from './source-entries.tsx'
import { SourceList } from './source-list.tsx'
import { useCorrections } from './use-corrections.ts'
import { usePaperRows } from './use-paper-rows.ts'

/** The source on show, and the entry that was asked for if any. */
export type Shown = { readonly source: number; readonly entry: number | null }

type ImportReviewProps = {
  readonly plan: ImportPlan
  /** The plan as it was corrected. */
  readonly onApply: (plan: ImportPlan) => void
  readonly onCancel: () => void
  /** While the plan is being applied. */
  readonly busy: boolean
}

/** The plan of an import as a person checks it: each line of each list, what it was read as, and what becomes of it. */
export function ImportReview({ plan: first, onApply, onCancel, busy }: ImportReviewProps) {
  const { plan, correct, canTakeBack, takeBack, trouble } = useCorrections(first)
  const works = useMemo(() => groupWorks(plan), [plan])
  const totals = useMemo(() => countTotals(plan, works), [plan, works])
  const papers = usePaperRows(plan)
  const review = useMemo(() => ({ plan, works, papers }), [plan, works, papers])
  const [shown, setShown] = useState<Shown>({ source: 0, entry: null })
  const source = plan.sources[shown.source]
  return (
    <main className={styles.review} aria-label="Review of the import">
      <ReviewHeader
        lists={plan.sources.length}
        totals={totals}
        busy={busy}
        onTakeBack={canTakeBack ? takeBack : null}
        onApply={() => onApply(plan)}
        onCancel={onCancel}
      />
      {trouble === null ? null : (
        <div className={styles.trouble}>
          <Notice tone="trouble">{trouble}</Notice>
        </div>
      )}
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
            onCorrect={correct}
          />
        )}
      </div>
    </main>
  )
}
