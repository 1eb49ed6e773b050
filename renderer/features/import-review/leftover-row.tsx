import type { Leftover } from '../../../db/model/draft.ts'
import styles from './leftover-row.module.css'
import { describeReason } from './review-model.ts'

export function LeftoverRow({ leftover: { line, text, reason } }: { readonly leftover: Leftover }) {
  return (
    <div className={styles.leftover}>
      <span className={styles.line}>Line {line}</span>
      <code className={styles.text} title={text.slice(0, 1000)}>
        {text.slice(0, 300)}
      </code>
      <span className={styles.reason}>set aside: {describeReason(reason)}</span>
    </div>
  )
}
