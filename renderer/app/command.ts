import type { LucideIcon } from 'lucide-react'

/** One thing that the user can do, wherever it is chosen: palette, keyboard, context menu or native menu. */
export type Command = {
  readonly id: string
  readonly label: string
  readonly group: CommandGroup
  /** Keys joined with `+`; `Ctrl` is the command key on a Mac. */
  readonly shortcut?: string | undefined
  readonly icon?: LucideIcon | undefined
  readonly isDangerous?: boolean | undefined
  readonly when: () => boolean
  readonly run: () => void
}

export type CommandGroup = 'Paper' | 'Status' | 'List' | 'Library' | 'Go to' | 'Window'
