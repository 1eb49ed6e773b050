import { useState } from 'react'
import { lintLabels } from '../../../db/model/lint-paper.ts'
import type { LintCode } from '../../../db/model/lint-rule.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { JobProgress } from '../../job-progress.tsx'
import { useAnswer } from '../../use-answer.ts'
import { FixAll } from './fix-all.tsx'
import styles from './lint.module.css'
import { ProblemList } from './problem-list.tsx'

export type LintDialogProps = {
  readonly onClose: () => void
  readonly onShowPaper: (paperId: number) => void
  readonly onFindDuplicates: () => void
  readonly onUndo: () => void
  /** Says in a sentence what was done; it can be undone. */
  readonly onDone: (text: string) => void
}

/** What may be wrong with the papers, a group for each kind: to go through, to put right one by one or all at once. */
export function LintDialog(props: LintDialogProps) {
  const { onClose, onUndo } = props
  const { value: groups, error } = useAnswer('lint:find', undefined)
  const [code, setCode] = useState<LintCode | null>(null)
  const [isFixingAll, setFixingAll] = useState(false)
  const group = groups?.find((one) => one.code === code) ?? groups?.[0]
  return (
    <Dialog
      title="Problems"
      isOpen
      size="full"
      onClose={onClose}
      footer={
        isFixingAll || group === undefined ? undefined : (
          <>
            <Button onPress={onUndo}>Undo</Button>
            <Button look="primary" isDisabled={group.fixable === 0} onPress={() => setFixingAll(true)}>
              {group.fixable === 0 ? 'Fix all' : `Fix all ${group.fixable.toLocaleString('en')}…`}
            </Button>
          </>
        )
      }
    >
      {error === null ? null : <Notice tone="trouble">{error.message}</Notice>}
      {groups === undefined && error === null ? <JobProgress label="Looking at the papers" /> : null}
      {groups?.length === 0 ? <p>Nothing is wrong with the papers, as far as can be told.</p> : null}
      {groups === undefined || group === undefined ? null : (
        <div className={styles.columns}>
          <nav className={styles.groups} aria-label="Kinds of problems">
            {groups.map((one) => (
              <button
                key={one.code}
                type="button"
                className={styles.group}
                aria-current={one === group ? 'true' : undefined}
                onClick={() => {
                  setCode(one.code)
                  setFixingAll(false)
                  document.getElementById('problem-list')?.focus()
                }}
              >
                <span className={styles.label}>{lintLabels[one.code]}</span>
                <span className={styles.count}>{one.paperIds.length.toLocaleString('en')}</span>
              </button>
            ))}
          </nav>
          {isFixingAll ? (
            <FixAll {...props} key={group.code} code={group.code} onLeave={() => setFixingAll(false)} />
          ) : (
            <ProblemList {...props} key={group.code} code={group.code} paperIds={group.paperIds} />
          )}
        </div>
      )}
    </Dialog>
  )
}
