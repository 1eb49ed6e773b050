import { Unlink } from 'lucide-react'
import type { PaperDetail } from '../../../db/model/paper-detail.ts'
import type { PaperEntry } from '../../../db/model/paper-entry.ts'
import { Button } from '../../components/button.tsx'
import { fileNameOf } from '../../file-name-of.ts'
import { useAnswer } from '../../use-answer.ts'
import { describeLines } from './describe-paper.ts'
import styles from './paper-details.module.css'

type PaperEntriesProps = {
  readonly detail: PaperDetail
  readonly onTakeApart: (paperId: number, entryIds: readonly number[]) => void
}

/** The lists that gave the paper; where several did, each can be made a paper of its own. */
export function PaperEntries({ detail, onTakeApart }: PaperEntriesProps) {
  const { value: entries } = useAnswer('papers:entries', { paperId: detail.paper.id })
  if (entries === undefined) return null
  if (entries.length === 0) return <>In none: added by you</>
  return (
    <ul className={styles.entries}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          <span className={styles.value}>
            {fileNameOf(entry.file)} <span className={styles.origin}>{describeLines(entry).toLowerCase()}</span>
            {entries.length < 2 ? null : <span className={styles.origin}>{describeVersion(entry)}</span>}
          </span>
          {entries.length < 2 ? null : (
            <Button size="small" look="quiet" icon={Unlink} onPress={() => onTakeApart(detail.paper.id, [entry.id])}>
              Take apart
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Of a work met as a preprint and as an article, which of them the entry is. */
function describeVersion({ fields: { arxivId, doi, venue, year } }: PaperEntry): string {
  if (venue !== undefined) return ` · published in ${[venue, year].filter((part) => part !== undefined).join(', ')}`
  if (arxivId !== undefined) return ` · preprint arXiv:${arxivId}`
  return doi === undefined ? '' : ` · DOI ${doi}`
}
