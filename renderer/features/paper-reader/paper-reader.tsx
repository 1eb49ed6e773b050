import { BookOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Status } from '../../../db/model/status.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { useAnswer } from '../../use-answer.ts'
import { PaperArticle } from './paper-article.tsx'
import styles from './paper-reader.module.css'
import { SelectedPapers } from './selected-papers.tsx'
import { StatusControl } from './status-control.tsx'

export type PaperReaderProps = {
  /** The chosen papers, in the order of the list. */
  readonly paperIds: readonly number[]
  readonly activeId: number | null
  /** Whether the list has papers to choose from. */
  readonly canChoose: boolean
  /** Buttons beside the status: export, tag, more. */
  readonly actions: ReactNode
  readonly onSetStatus: (paperIds: readonly number[], status: Status) => void
  readonly onAddTag: (paperIds: readonly number[], name: string) => void
  readonly onRemoveTag: (paperIds: readonly number[], name: string) => void
  readonly onMerge: (paperIds: readonly number[]) => void
  /** Never the same work: it is not asked again. */
  readonly onSeparate: (paperIds: readonly [number, number]) => void
  readonly onTakeApart: (paperId: number, entryIds: readonly number[]) => void
  /** Runs what was asked for, and tells what went wrong. */
  readonly onAttempt: (work: () => Promise<unknown>) => void
  readonly onShowPaper: (paperId: number) => void
  readonly onOpenLink: (url: string) => void
}

export function PaperReader(props: PaperReaderProps) {
  const { paperIds, activeId, canChoose, actions, onSetStatus } = props
  const isOne = paperIds.length === 1
  const shownId = isOne ? (paperIds[0] ?? null) : null
  const { value: detail, error } = useAnswer('papers:detail', shownId === null ? null : { paperId: shownId })
  if (paperIds.length === 0) {
    return (
      <div className={styles.reader}>
        {canChoose ? (
          <EmptyState icon={BookOpen} title="No paper chosen">
            Choose one in the list to read its abstract, its notes and where each value comes from.
          </EmptyState>
        ) : null}
      </div>
    )
  }
  const isShown = isOne && detail !== undefined && error === null
  return (
    <div className={styles.reader}>
      <header className={styles.bar}>
        <StatusControl
          status={isShown ? detail.paper.status : null}
          onChange={(status) => onSetStatus(isShown ? [detail.paper.id] : paperIds, status)}
        />
        <div className={styles.actions}>{actions}</div>
      </header>
      {isShown ? <PaperArticle key={detail.paper.id} {...props} detail={detail} /> : null}
      {isOne && error !== null ? (
        <p className={styles.trouble} role="alert">
          {error.message}
        </p>
      ) : null}
      {isOne ? null : <SelectedPapers {...props} activeId={activeId} />}
    </div>
  )
}
