import type { LucideIcon } from 'lucide-react'

/** One line of a menu. */
export type MenuItem = {
  readonly id: string
  readonly label: string
  readonly run: () => void
  readonly icon?: LucideIcon | undefined
  readonly shortcut?: string | undefined
  readonly isDisabled?: boolean | undefined
  /** Ticked: the one of several that holds now. */
  readonly isChosen?: boolean | undefined
  readonly isDangerous?: boolean | undefined
}

/** A line that opens a menu of its own beside it. */
export type Submenu = Pick<MenuItem, 'id' | 'label' | 'icon'> & { readonly items: readonly MenuItem[] }

/** Items that belong together, parted from the others by a line; `label` is said above them. */
export type MenuSection<Item = MenuItem> = {
  readonly id: string
  readonly label?: string | undefined
  readonly items: readonly Item[]
}
