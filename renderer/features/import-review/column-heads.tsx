import { ChevronDown } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Menu } from '../../components/menu.tsx'
import { type Correct, layoutMenu } from './correction-menus.ts'
import { describeLayout, type PlannedSource } from './review-model.ts'
import styles from './source-entries.module.css'

type ColumnHeadsProps = { readonly source: PlannedSource; readonly sourceIndex: number; readonly onCorrect: Correct }

/** What the columns are; in the second, the layout that was recognised, and the others to choose from. */
export function ColumnHeads({ source, sourceIndex, onCorrect }: ColumnHeadsProps) {
  return (
    <div className={styles.heads}>
      <span>
        Lines of the list
        <span className={styles.legend}>
          <span className={styles.title}>title</span>
          <span className={styles.authors}>authors</span>
          <span className={styles.other}>more</span>
        </span>
      </span>
      <span className={styles.readAs}>
        Read as
        {source.layouts.length === 0 ? null : (
          <Menu label="Layout of the list" sections={layoutMenu(source, sourceIndex, onCorrect)} placement="bottom start">
            <AriaButton className={styles.layout ?? ''} aria-label={`Layout: ${describeLayout(source.layout)}. Choose another`}>
              {describeLayout(source.layout).toLowerCase()}
              <ChevronDown size={12} strokeWidth={1.75} aria-hidden />
            </AriaButton>
          </Menu>
        )}
      </span>
      <span>What happens</span>
    </div>
  )
}
