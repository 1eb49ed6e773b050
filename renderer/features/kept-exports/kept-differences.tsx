import { Fragment } from 'react'
import type { KeptDifference, KeptExport, KeptLine } from '../../../db/model/kept-export.ts'
import { classNames } from '../../components/class-names.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { JobProgress } from '../../job-progress.tsx'
import styles from './kept-exports.module.css'
import { useDifference } from './use-difference.ts'

type KeptDifferencesProps = { readonly file: KeptExport; readonly onClose: () => void; readonly footer: React.ReactNode }

/** What would go from a file that somebody else changed, and what would come, were it written again. */
export function KeptDifferences({ file, onClose, footer }: KeptDifferencesProps) {
  const { difference, trouble } = useDifference(file)
  const name = file.path.slice(Math.max(file.path.lastIndexOf('/'), file.path.lastIndexOf('\\')) + 1)
  return (
    <Dialog title={`What differs in ${name}`} isOpen size="wide" onClose={onClose} footer={footer}>
      {trouble === null ? null : <Notice tone="trouble">{trouble}</Notice>}
      {difference === null && trouble === null ? <JobProgress label="Comparing lines" /> : null}
      {difference === null ? null : <Differences difference={difference} />}
    </Dialog>
  )
}

function Differences({ difference: { removed, added, lines } }: { readonly difference: KeptDifference }) {
  const shown = lines.filter(({ kind }) => kind !== 'same').length
  if (removed + added === 0) return <p className={styles.says}>The file says by now what Octavo would write.</p>
  return (
    <>
      <p className={styles.says}>
        Overwriting it takes out {countOf(removed)} (−) and puts in {countOf(added)} (+).
        {shown < removed + added ? ` The first ${shown.toLocaleString('en')} are shown.` : ''}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard. */}
      <ol className={styles.lines} aria-label="Lines that differ" tabIndex={0}>
        {lines.map((line, index) => (
          <Fragment key={`${line.kind} ${line.number}`}>
            {isGap(lines[index - 1], line) ? <li className={styles.gap}>⋯</li> : null}
            <Line {...line} />
          </Fragment>
        ))}
      </ol>
    </>
  )
}

const signs = { same: ' ', removed: '−', added: '+' } as const

function Line({ kind, number, text }: KeptLine) {
  const Element = kind === 'removed' ? 'del' : kind === 'added' ? 'ins' : 'span'
  return (
    <li className={classNames(styles.line, styles[kind])}>
      {/* Of the file alone, or two rows of numbers would stand in one column. */}
      <span className={styles.number}>{kind === 'added' ? '' : number}</span>
      <span>{signs[kind]}</span>
      <Element className={styles.code}>{text}</Element>
    </li>
  )
}

/** Lines that are in both are told by their places in the file. */
function isGap(before: KeptLine | undefined, line: KeptLine): boolean {
  if (before === undefined) return line.number > 1 && line.kind === 'same'
  return line.kind === 'same' && before.kind === 'same' && line.number !== before.number + 1
}

function countOf(lines: number): string {
  return lines === 1 ? '1 line' : `${lines.toLocaleString('en')} lines`
}
