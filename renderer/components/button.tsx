import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import styles from './button.module.css'
import { classNames } from './class-names.ts'

export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'danger'

export type ButtonProps = {
  readonly children: ReactNode
  readonly onPress?: (() => void) | undefined
  readonly look?: ButtonLook | undefined
  readonly size?: 'normal' | 'small' | undefined
  readonly icon?: LucideIcon | undefined
  readonly isDisabled?: boolean | undefined
  /** Keeps its focus and its width while the work that it started goes on. */
  readonly isPending?: boolean | undefined
  readonly isFocusedFirst?: boolean | undefined
  /** Sends the form that it stands in. */
  readonly isSubmit?: boolean | undefined
}

export function Button({ children, onPress, look = 'plain', size = 'normal', icon: Icon, ...state }: ButtonProps) {
  const { isDisabled = false, isPending = false, isFocusedFirst = false, isSubmit = false } = state
  return (
    <AriaButton
      className={classNames(styles.button, styles[look], styles[size])}
      type={isSubmit ? 'submit' : 'button'}
      isDisabled={isDisabled}
      isPending={isPending}
      autoFocus={isFocusedFirst}
      onPress={() => onPress?.()}
    >
      {Icon === undefined ? null : <Icon className={styles.icon ?? ''} size={16} strokeWidth={1.75} aria-hidden />}
      <span>{children}</span>
    </AriaButton>
  )
}
