import type { KeptExport } from '../../../db/model/kept-export.ts'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { useAnswer } from '../../use-answer.ts'
import { stopKeeping, writeKept } from './kept-actions.ts'
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
  const isConflict = file.trouble === 'conflict'
  return (
    <span className={styles.buttons}>
      {isConflict ? (
        <>
          <Button size="small" onPress={() => onAct(() => writeKept(file, 'beside'))}>
            Save ours beside it
          </Button>
          <Button size="small" onPress={() => onAct(() => stopKeeping(file))}>
            Keep theirs
          </Button>
          <Button size="small" look="danger" onPress={() => onAct(() => writeKept(file, 'overwrite'))}>
            Overwrite
          </Button>
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
