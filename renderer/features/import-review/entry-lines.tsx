import { EllipsisVertical } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { Draft } from '../../../db/model/draft.ts'
import { type FieldName, fieldNames } from '../../../db/model/fields.ts'
import { classNames } from '../../components/class-names.ts'
import { Menu } from '../../components/menu.tsx'
import type { MenuSection } from '../../components/menu-item.ts'
import styles from './entry-lines.module.css'

type EntryLinesProps = {
  /** All lines of the source. */
  readonly lines: readonly string[]
  readonly draft: Draft
  readonly isWhole: boolean
  /** What a line may be instead; null where that is not asked. */
  readonly menuOf: ((line: number) => readonly MenuSection[]) | null
}

const shortEntry = { lines: 6, characters: 400 }
const wholeEntry = { lines: 400, characters: 20_000 }

/** The lines of an entry as they stand in the list, coloured by the field that each was read as. */
export function EntryLines({ lines, draft, isWhole, menuOf }: EntryLinesProps) {
  const limit = isWhole ? wholeEntry : shortEntry
  const numbers: number[] = []
  for (let number = draft.lineStart; number <= draft.lineEnd; number += 1) {
    if ((lines[number - 1] ?? '').trim() !== '') numbers.push(number)
  }
  const hidden = numbers.length - limit.lines
  return (
    <div className={styles.lines}>
      {numbers.slice(0, limit.lines).map((number) => (
        <div key={number} className={styles.line}>
          <span className={styles.number}>{number}</span>
          <span className={classNames(styles.text, !isWhole && styles.short)}>
            <span className={styles[lookOf(draft, number)]}>{(lines[number - 1] ?? '').slice(0, limit.characters)}</span>
          </span>
          {menuOf === null ? null : (
            <Menu label={`Line ${number}`} sections={menuOf(number)}>
              <AriaButton className={styles.use ?? ''} aria-label={`Use as… line ${number}`}>
                <EllipsisVertical size={14} strokeWidth={1.75} aria-hidden />
              </AriaButton>
            </Menu>
          )}
        </div>
      ))}
      {hidden > 0 ? <div className={styles.hidden}>and {hidden.toLocaleString('en')} more lines</div> : null}
    </div>
  )
}

/** Title and authors have a colour of their own; of two fields on one line the more telling one shows. */
const looks: { readonly [Name in FieldName]?: 'title' | 'authors' | 'plain' } = {
  title: 'title',
  authors: 'authors',
  abstract: 'plain',
}
const byWeight: readonly FieldName[] = [
  'title',
  'authors',
  ...fieldNames.filter((name) => !['title', 'authors', 'abstract'].includes(name)),
  'abstract',
]

function lookOf({ spans }: Draft, number: number): 'title' | 'authors' | 'plain' | 'other' {
  const field = byWeight.find((name) => {
    const span = spans[name]
    return span !== undefined && span.lineStart <= number && number <= span.lineEnd
  })
  return field === undefined ? 'plain' : (looks[field] ?? 'other')
}
