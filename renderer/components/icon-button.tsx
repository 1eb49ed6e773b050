import type { LucideIcon } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { classNames } from './class-names.ts'
import styles from './icon-button.module.css'
import { Tooltip } from './tooltip.tsx'

type IconButtonProps = {
  readonly icon: LucideIcon
  /** Its name for those who do not see the picture; also the tooltip. */
  readonly label: string
  readonly shortcut?: string | undefined
  readonly onPress?: (() => void) | undefined
  readonly isDisabled?: boolean | undefined
  /** Shown as switched on. */
  readonly isOn?: boolean | undefined
  readonly size?: 'normal' | 'small' | undefined
}

export function IconButton({ icon: Icon, label, shortcut, onPress, size = 'normal', ...state }: IconButtonProps) {
  const { isDisabled = false, isOn } = state
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <AriaButton
        className={classNames(styles.button, styles[size], isOn === true && styles.on)}
        aria-label={label}
        {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
        isDisabled={isDisabled}
        onPress={() => onPress?.()}
      >
        <Icon size={size === 'small' ? 14 : 16} strokeWidth={1.75} aria-hidden />
      </AriaButton>
    </Tooltip>
  )
}
