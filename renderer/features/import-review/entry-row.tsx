import { ChevronDown, ChevronUp, Ellipsis } from 'lucide-react'
import { memo } from 'react'
import { classNames } from '../../components/class-names.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { Menu } from '../../components/menu.tsx'
import { type Correct, entryMenu, lineMenu } from './correction-menus.ts'
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
  readonly onCorrect: Correct
}

/** Questions that stand open are asked in the row; everything else that can be said is in its menu. */
const askedInRow: readonly string[] = ['accept', 'refuse', 'include']

/** Scrolling renders the list anew with each frame, but not the rows that stay. */
export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const { review, source, sourceIndex, entryIndex, isExpanded, onToggle, onShow, onCorrect } = props
  const entry = source.entries[entryIndex]
  if (entry === undefined) return null
  const target = targetOf(entry)
  const titleElsewhere = target === null ? null : titleInLists(review.plan, placesOf(review.works, target))
  const isExcluded = entry.fate.kind === 'excluded'
  const sections = entryMenu({ source, sourceIndex, entryIndex }, onCorrect)
  const answers = sections.flatMap(({ items }) => items).filter(({ id }) => askedInRow.includes(id))
  return (
    <div className={classNames(styles.entry, isExcluded && styles.excluded)}>
      <div className={styles.cell}>
        <EntryLines
          lines={source.lines}
          draft={entry.draft}
          isWhole={isExpanded}
          menuOf={
            isExcluded || source.layouts.length === 0
              ? null
              : (line) => lineMenu({ source, sourceIndex, entryIndex }, line, onCorrect)
          }
        />
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
          answers={answers}
          onShow={onShow}
        />
        <span className={styles.tools}>
          <Menu label={`Entry of line ${entry.draft.lineStart}`} sections={sections}>
            <IconButton icon={Ellipsis} label="Correct this entry" size="small" />
          </Menu>
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
