import { classNames } from '../../components/class-names.ts'
import styles from './lint.module.css'

const longest = 400

/** What a field says now, and what it would say. */
export function Change({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <div className={styles.change}>
      <del className={classNames(styles.text, styles.before)}>{shorten(before)}</del>
      <span aria-hidden>→</span>
      <ins className={styles.text}>{after === '' ? <em>nothing</em> : shorten(after)}</ins>
    </div>
  )
}

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
