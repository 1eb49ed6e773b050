import { ChevronDown } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { Leftover } from '../../../db/model/draft.ts'
import { Menu } from '../../components/menu.tsx'
import type { MenuSection } from '../../components/menu-item.ts'
import styles from './leftover-row.module.css'
import { describeReason } from './review-model.ts'

type LeftoverRowProps = { readonly leftover: Leftover | undefined; readonly sections: readonly MenuSection[] }

export function LeftoverRow({ leftover, sections }: LeftoverRowProps) {
  if (leftover === undefined) return null
  const { line, text, reason } = leftover
  return (
    <div className={styles.leftover}>
      <span className={styles.line}>Line {line}</span>
      <code className={styles.text} title={text.slice(0, 1000)}>
        {text.slice(0, 300)}
      </code>
      <span className={styles.reason}>set aside: {describeReason(reason)}</span>
      {sections.length === 0 ? null : (
        <Menu label={`Line ${line}`} sections={sections}>
          <AriaButton className={styles.use ?? ''} aria-label={`Use as… line ${line}`}>
            Use as…
            <ChevronDown size={12} strokeWidth={1.75} aria-hidden />
          </AriaButton>
        </Menu>
      )}
    </div>
  )
}
