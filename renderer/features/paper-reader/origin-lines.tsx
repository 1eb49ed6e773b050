import type { LineRange } from '../../../db/model/draft.ts'
import type { PaperEntry } from '../../../db/model/paper-entry.ts'
import { classNames } from '../../components/class-names.ts'
import { useAnswer } from '../../use-answer.ts'
import styles from './field-origin.module.css'

const longestLine = 4000

/** The lines of a list as they stand there, those of the value marked. */
export function OriginLines({ entry, span }: { readonly entry: PaperEntry; readonly span: LineRange }) {
  const { lineStart, lineEnd } = span
  const { value } = useAnswer('sources:lines', { sourceId: entry.sourceId, lineStart, lineEnd })
  if (value === undefined) return <div className={styles.lines} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard.
    <section className={styles.lines} aria-label={`Lines of ${entry.file}`} tabIndex={0}>
      {value.lines.map((text, index) => {
        const number = value.first + index
        const isOwn = number >= lineStart && number <= lineEnd
        return (
          <div key={number} className={styles.line}>
            <span className={styles.number}>{number}</span>
            <span className={classNames(styles.text, !isOwn && styles.around)}>
              <span className={isOwn ? styles.own : undefined}>{text.slice(0, longestLine)}</span>
            </span>
          </div>
        )
      })}
    </section>
  )
}
