import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { AppError } from '../../../db/model/app-error.ts'
import { lintLabels } from '../../../db/model/lint-paper.ts'
import type { LintCode } from '../../../db/model/lint-rule.ts'
import { call } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { CheckBox } from '../../components/check-box.tsx'
import { Notice } from '../../components/notice.tsx'
import { JobProgress } from '../../job-progress.tsx'
import { useAnswer } from '../../use-answer.ts'
import { Change } from './change.tsx'
import { describeTitle, describeWhich, type PaperProblems } from './describe-problem.ts'
import styles from './lint.module.css'

type FixAllProps = { readonly code: LintCode; readonly onLeave: () => void; readonly onDone: (text: string) => void }

/** Every fix of a kind, to be looked through; those that stay ticked are made in one step. */
export function FixAll({ code, onLeave, onDone }: FixAllProps) {
  const { value, error } = useAnswer('lint:list', { code })
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const fixable = (value ?? []).filter(({ findings }) => findings.some(({ fix }) => fix !== null))
  const chosen = fixable.filter(({ paperId }) => !left.has(paperId))
  const count = `${chosen.length.toLocaleString('en')} ${chosen.length === 1 ? 'paper' : 'papers'}`
  async function fixChosen(): Promise<void> {
    setBusy(true)
    setTrouble(null)
    const fixes = chosen.flatMap(({ paperId, findings }) =>
      findings.flatMap(({ field, value: before, fix }) => (fix === null ? [] : [{ paperId, field, value: before, text: fix }])),
    )
    try {
      await call('lint:fix', { code, fixes })
      onDone(`Fixed “${lintLabels[code]}” in ${count}`)
      onLeave()
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure
      if (failure.code !== 'cancelled') setTrouble(failure.message)
      setBusy(false)
    }
  }
  return (
    <div className={styles.papers}>
      {value === undefined && error === null ? <JobProgress label="Looking at the papers" /> : null}
      {error === null && trouble === null ? null : <Notice tone="trouble">{trouble ?? error?.message}</Notice>}
      <Fixes papers={fixable} left={left} onLeave={setLeft} />
      {isBusy ? <JobProgress label="Fixing papers" /> : null}
      <div className={styles.actions}>
        <Button onPress={() => (isBusy ? void call('jobs:cancel', undefined) : onLeave())}>{isBusy ? 'Cancel' : 'Back'}</Button>
        <Button look="primary" isFocusedFirst isPending={isBusy} isDisabled={chosen.length === 0} onPress={() => void fixChosen()}>
          Fix {count}
        </Button>
      </div>
    </div>
  )
}

type FixesProps = {
  readonly papers: readonly PaperProblems[]
  readonly left: ReadonlySet<number>
  readonly onLeave: (left: ReadonlySet<number>) => void
}

function Fixes({ papers, left, onLeave }: FixesProps) {
  const scroller = useRef<HTMLUListElement>(null)
  const virtual = useVirtualizer({
    count: papers.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 72,
    overscan: 6,
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard.
    <ul ref={scroller} className={styles.list} aria-label="Fixes" tabIndex={0}>
      <li className={styles.space} style={{ height: virtual.getTotalSize() }} aria-hidden />
      {virtual.getVirtualItems().map(({ index, start }) => {
        const paper = papers[index]
        if (paper === undefined) return null
        const { paperId, findings } = paper
        return (
          <li
            key={paperId}
            ref={virtual.measureElement}
            data-index={index}
            className={styles.fix}
            style={{ transform: `translateY(${start}px)` }}
          >
            <CheckBox isChecked={!left.has(paperId)} onChange={(isChosen) => onLeave(toggled(left, paperId, isChosen))}>
              <span className={styles.which}>{[describeTitle(paper), describeWhich(paper)].join(' · ')}</span>
            </CheckBox>
            {findings.map(({ field, value, fix }) => (fix === null ? null : <Change key={field} before={value} after={fix} />))}
          </li>
        )
      })}
    </ul>
  )
}

function toggled(left: ReadonlySet<number>, paperId: number, isChosen: boolean): ReadonlySet<number> {
  return new Set(isChosen ? [...left].filter((id) => id !== paperId) : [...left, paperId])
}
