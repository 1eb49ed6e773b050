import { Info } from 'lucide-react'
import { countOf, type PlannedSource } from './review-model.ts'
import styles from './source-notice.module.css'

/** What is true of a list as a whole. */
export function SourceNotice({ source }: { readonly source: PlannedSource }) {
  const sentence = noticeOf(source)
  if (sentence === null) return null
  return (
    <p className={styles.notice}>
      <Info className={styles.icon ?? ''} size={16} strokeWidth={1.75} aria-hidden />
      {sentence}
    </p>
  )
}

function noticeOf({ sameAs, versionOf, missing, entries }: PlannedSource): string | null {
  if (entries.length > 0 && entries.every(({ fate }) => fate.kind === 'repeated'))
    return 'This list is in this import twice. It is read once.'
  if (sameAs !== null) return 'You have this list already. Importing it again changes nothing that is still as it was.'
  if (versionOf === null) return null
  const stay =
    missing.length === 0
      ? ''
      : ` ${countOf(missing.length, 'entry', 'entries')} of the older one ${missing.length === 1 ? 'is' : 'are'} not in it; the papers stay.`
  return `A new version of a list that you have.${stay}`
}
