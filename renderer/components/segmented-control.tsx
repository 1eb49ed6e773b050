import type { LucideIcon } from 'lucide-react'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { classNames } from './class-names.ts'
import styles from './segmented-control.module.css'

export type Segment<Value extends string> = {
  readonly value: Value
  readonly label: string
  readonly icon?: LucideIcon | undefined
}

type SegmentedControlProps<Value extends string> = {
  readonly label: string
  readonly isLabelShown?: boolean | undefined
  readonly segments: readonly Segment<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly isDisabled?: boolean | undefined
}

/** One of a few, all in sight. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, isLabelShown = false, segments, value, onChange, isDisabled = false } = props
  return (
    <RadioGroup
      className={styles.group ?? ''}
      orientation="horizontal"
      value={value}
      isDisabled={isDisabled}
      onChange={(chosen) => {
        const segment = segments.find((one) => one.value === chosen)
        if (segment !== undefined) onChange(segment.value)
      }}
      {...(isLabelShown ? {} : { 'aria-label': label })}
    >
      {isLabelShown ? <Label className={styles.label ?? ''}>{label}</Label> : null}
      <div className={styles.track}>
        {segments.map(({ value: own, label: name, icon: Icon }) => (
          <Radio key={own} value={own} className={classNames(styles.segment)}>
            {Icon === undefined ? null : <Icon size={16} strokeWidth={1.75} aria-hidden />}
            {name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
