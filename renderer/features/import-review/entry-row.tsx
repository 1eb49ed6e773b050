import { ChevronDown, ChevronUp } from 'lucide-react'
import { memo } from 'react'
import { IconButton } from '../../components/icon-button.tsx'
import { describeFate, type Review, repairedWords } from './describe-fate.ts'
import { EntryFate } from './entry-fate.tsx'
import { EntryLines } from './entry-lines.tsx'
import styles from './entry-row.module.css'
import { ReadAs } from './read-as.tsx'
import { type EntryPlace, type PlannedSource, placesOf, targetOf, titleInLists } from './review-model.ts'

type EntryRowProps = {
  readonly review: Review
  readonly source: PlannedSource
  readonly sourceIndex: number
  readonly entryIndex: number
  readonly isExpanded: boolean
  readonly onToggle: (entryIndex: number) => void
  readonly onShow: (place: EntryPlace) => void
}

/** Scrolling renders the list anew with each frame, but not the rows that stay. */
export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const { review, source, sourceIndex, entryIndex, isExpanded, onToggle, onShow } = props
  const entry = source.entries[entryIndex]
  if (entry === undefined) return null
  const target = targetOf(entry)
  const titleElsewhere = target === null ? null : titleInLists(review.plan, placesOf(review.works, target))
  return (
    <div className={styles.entry}>
      <div className={styles.cell}>
        <EntryLines lines={source.lines} draft={entry.draft} isWhole={isExpanded} />
      </div>
      <div className={styles.cell}>
        <ReadAs fields={entry.draft.fields} titleElsewhere={titleElsewhere} isWhole={isExpanded} />
      </div>
      <div className={styles.fate}>
        <EntryFate
          fate={describeFate(review, { source: sourceIndex, entry: entryIndex })}
          repaired={repairedWords(entry, source.lines)}
          plan={review.plan}
          from={sourceIndex}
          onShow={onShow}
        />
        <span className={styles.toggle}>
          <IconButton
            icon={isExpanded ? ChevronUp : ChevronDown}
            label={isExpanded ? 'Show less' : 'Show all of it'}
            size="small"
            onPress={() => onToggle(entryIndex)}
          />
        </span>
      </div>
    </div>
  )
})
