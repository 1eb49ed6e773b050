import { Circle, CircleCheck, CircleDashed, CircleDot, CircleSlash, type LucideIcon } from 'lucide-react'
import type { Status } from '../../db/model/status.ts'
import { classNames } from './class-names.ts'
import styles from './status-mark.module.css'

export const statusLabels: { readonly [Name in Status]: string } = {
  new: 'New',
  'to-read': 'To read',
  reading: 'Reading',
  read: 'Read',
  dropped: 'Dropped',
}

export const statusIcons: { readonly [Name in Status]: LucideIcon } = {
  new: CircleDashed,
  'to-read': Circle,
  reading: CircleDot,
  read: CircleCheck,
  dropped: CircleSlash,
}

type StatusMarkProps = {
  readonly status: Status
  /** A mark beside the status in words is a picture only. */
  readonly isNamed?: boolean | undefined
}

export function StatusMark({ status, isNamed = false }: StatusMarkProps) {
  const Icon = statusIcons[status]
  return (
    <Icon
      className={classNames(styles.mark, styles[status])}
      size={16}
      strokeWidth={1.75}
      {...(isNamed ? { role: 'img', 'aria-label': statusLabels[status] } : { 'aria-hidden': true })}
    />
  )
}
