import { useState } from 'react'
import type { KeptExport } from '../../../db/model/kept-export.ts'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { useAnswer } from '../../use-answer.ts'
import { stopKeeping, writeKept } from './kept-actions.ts'
import { KeptDifferences } from './kept-differences.tsx'
import styles from './kept-exports.module.css'

export type KeptActs = {
  /** Does what was asked for, and tells the sentence that it ends with. */
  readonly onAct: (act: () => Promise<string>) => void
}

/** Files that do not follow the library now, each with why and what can be done; nothing where all do. */
export function KeptNotices({ onAct }: KeptActs) {
  const kept = useAnswer('keptExports:list', undefined).value ?? []
  const troubled = kept.filter(({ trouble }) => trouble !== null)
  if (troubled.length === 0) return null
  return (
    <section className={styles.notices} aria-label="Files that are not up to date">
      {troubled.map((file) => (
        <Notice key={file.id} tone="trouble">
          <div className={styles.notice}>
            <span className={styles.message}>{file.message}</span>
            <KeptButtons file={file} onAct={onAct} />
          </div>
        </Notice>
      ))}
    </section>
  )
}

/** The ways out of the trouble. */
export function KeptButtons({ file, onAct }: KeptActs & { readonly file: KeptExport }) {
  const [isComparing, setComparing] = useState(false)
  const close = () => setComparing(false)
  const act: KeptActs['onAct'] = (work) => {
    close()
    onAct(work)
  }
  return (
    <span className={styles.buttons}>
      {isComparing ? <KeptDifferences file={file} onClose={close} footer={<ConflictButtons file={file} onAct={act} />} /> : null}
      {file.trouble === 'conflict' ? (
        <>
          <Button size="small" onPress={() => setComparing(true)}>
            Show differences
          </Button>
          <ConflictButtons file={file} onAct={onAct} size="small" />
        </>
      ) : (
        <>
          <Button size="small" onPress={() => onAct(() => writeKept(file, 'now'))}>
            {file.trouble === 'failed' ? 'Try again' : 'Write now'}
          </Button>
          <Button size="small" onPress={() => onAct(() => stopKeeping(file))}>
            Stop
          </Button>
        </>
      )}
    </span>
  )
}

type ConflictButtonsProps = KeptActs & { readonly file: KeptExport; readonly size?: 'small' }

function ConflictButtons({ file, onAct, size }: ConflictButtonsProps) {
  return (
    <>
      <Button {...(size === undefined ? {} : { size })} onPress={() => onAct(() => writeKept(file, 'beside'))}>
        Save ours beside it
      </Button>
      <Button {...(size === undefined ? {} : { size })} onPress={() => onAct(() => stopKeeping(file))}>
        Keep theirs
      </Button>
      <Button {...(size === undefined ? {} : { size })} look="danger" onPress={() => onAct(() => writeKept(file, 'overwrite'))}>
        Overwrite
      </Button>
    </>
  )
}
