import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import styles from './check-box.module.css'

type CheckBoxProps = {
  readonly children: ReactNode
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
  /** What it does, in a sentence below its name. */
  readonly hint?: string | undefined
  readonly isDisabled?: boolean | undefined
}

export function CheckBox({ children, isChecked, onChange, hint, isDisabled = false }: CheckBoxProps) {
  return (
    <AriaCheckbox className={styles.checkBox ?? ''} isSelected={isChecked} isDisabled={isDisabled} onChange={onChange}>
      <span className={styles.box}>
        <Check className={styles.tick ?? ''} size={12} strokeWidth={3} aria-hidden />
      </span>
      <span className={styles.words}>
        {children}
        {hint === undefined ? null : <span className={styles.hint}>{hint}</span>}
      </span>
    </AriaCheckbox>
  )
}
