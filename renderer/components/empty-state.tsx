import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

type EmptyStateProps = {
  readonly icon: LucideIcon
  readonly title: string
  /** 1 where it is all that the window shows. */
  readonly level?: 1 | 2
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** What stands where nothing is: what would be here, and how it comes. */
export function EmptyState({ icon: Icon, title, level = 2, children, actions }: EmptyStateProps) {
  const Heading = `h${level}` as const
  return (
    <div className={styles.emptyState}>
      <Icon className={styles.icon ?? ''} size={32} strokeWidth={1.25} aria-hidden />
      <Heading className={styles.title}>{title}</Heading>
      {children === undefined ? null : <div className={styles.text}>{children}</div>}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
