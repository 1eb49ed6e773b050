import { FileWarning } from 'lucide-react'
import { EmptyState } from '../../components/empty-state.tsx'
import styles from './failed-source-view.module.css'
import { describeReason, type FailedSource } from './review-model.ts'

/** More lines of a list that cannot be read tell nothing more. */
const linesShown = 200

export function FailedSourceView({ source }: { readonly source: FailedSource }) {
  const { error, leftovers } = source
  return (
    <div className={styles.failed}>
      <div className={styles.sentence}>
        <EmptyState icon={FileWarning} title="This list could not be read">
          {error.message}
        </EmptyState>
      </div>
      {leftovers.length === 0 ? null : (
        <ol className={styles.lines} aria-label="Lines of the list">
          {leftovers.slice(0, linesShown).map(({ line, text, reason }) => (
            <li key={line} className={styles.line}>
              <span className={styles.number}>{line}</span>
              <span className={styles.text}>{text.slice(0, 300)}</span>
              <span className={styles.reason}>{describeReason(reason)}</span>
            </li>
          ))}
          {leftovers.length > linesShown ? (
            <li className={styles.more}>and {(leftovers.length - linesShown).toLocaleString('en')} more lines</li>
          ) : null}
        </ol>
      )}
    </div>
  )
}
