import type { LucideIcon } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import styles from './views-sidebar.module.css'

type SidebarLineProps = {
  readonly label: string
  /** Shown on hover in place of the label. */
  readonly hint?: string
  readonly icon?: LucideIcon
  readonly mark?: ReactNode
  readonly count: number | undefined
  readonly isShown: boolean
  readonly onPress: () => void
  readonly onMenu?: (at: { readonly x: number; readonly y: number }) => void
}

export function SidebarLine({ label, hint, icon: Icon, mark, count, isShown, onPress, onMenu }: SidebarLineProps) {
  const openMenu = (event: MouseEvent<HTMLButtonElement>) => {
    if (onMenu === undefined) return
    event.preventDefault()
    const { left, bottom } = event.currentTarget.getBoundingClientRect()
    // The menu key has no pointer: its event stands at the origin.
    const isByKey = event.clientX === 0 && event.clientY === 0
    onMenu(isByKey ? { x: left + 24, y: bottom } : { x: event.clientX, y: event.clientY })
  }
  return (
    <li>
      <button
        type="button"
        className={styles.line}
        title={hint ?? label}
        aria-current={isShown ? 'page' : undefined}
        onClick={onPress}
        onContextMenu={openMenu}
      >
        <span className={styles.mark}>{Icon === undefined ? mark : <Icon size={16} strokeWidth={1.75} aria-hidden />}</span>
        <span className={styles.label}>{label}</span>
        <span className={styles.count}>{count?.toLocaleString('en') ?? ''}</span>
      </button>
    </li>
  )
}
