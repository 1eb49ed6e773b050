import { X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { classNames } from './class-names.ts'
import styles from './tag-chip.module.css'
import { tagHue } from './tag-hue.ts'

type TagChipProps = { readonly name: string; readonly onRemove?: (() => void) | undefined }

export function TagChip({ name, onRemove }: TagChipProps) {
  return (
    <span className={classNames(styles.chip, styles[tagHue(name)])} title={name}>
      <span className={styles.name}>{name}</span>
      {onRemove === undefined ? null : (
        <AriaButton className={styles.remove ?? ''} aria-label={`Remove tag ${name}`} onPress={onRemove}>
          <X size={12} strokeWidth={2} aria-hidden />
        </AriaButton>
      )}
    </span>
  )
}

/** The tag's colour alone, beside its name in a list. */
export function TagDot({ name }: { readonly name: string }) {
  return <span className={classNames(styles.dot, styles[tagHue(name)])} aria-hidden />
}
