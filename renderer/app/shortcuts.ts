import type { Command } from './command.ts'

/** Second keys for a command, where people have both in their fingers. */
const aliases: { readonly [shortcut: string]: string } = {
  F2: 'paper.editTitle',
  'Ctrl+Y': 'history.redo',
  Backspace: 'paper.trash',
}

/** Chords that belong to the text that is being typed. */
const textChords = new Set(['Ctrl+A', 'Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+Z', 'Ctrl+Shift+Z', 'Ctrl+Y', 'Ctrl+Shift+V'])

export type KeyPress = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** A key press as the table of commands writes it; Shift is part of what a sign is, but not of a letter or a named key. */
export function shortcutOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase()
  const name = key.length === 1 ? key.toUpperCase() : key
  return [ctrlKey || metaKey ? 'Ctrl' : '', altKey ? 'Alt' : '', shiftKey && !isSign ? 'Shift' : '', name]
    .filter((part) => part !== '')
    .join('+')
}

export function findByShortcut(commands: readonly Command[], shortcut: string): Command | undefined {
  const id = aliases[shortcut]
  return commands.find((command) => command.id === id || command.shortcut === shortcut)
}

/**
 * Runs the command of each key pressed, unless the key belongs to a text, a menu or a dialog. `typeAhead` may take a key for a
 * text field that is about to open.
 */
export function listenToShortcuts(commands: readonly Command[], typeAhead: (key: string) => boolean): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isInLayer()) return
    const shortcut = shortcutOf(event)
    if (isTextField(event.target) && (!shortcut.startsWith('Ctrl+') || textChords.has(shortcut))) return
    if (!shortcut.startsWith('Ctrl+') && !event.altKey && typeAhead(event.key)) return event.preventDefault()
    const command = findByShortcut(commands, shortcut)
    if (command?.when() !== true) return
    event.preventDefault()
    command.run()
  }
  window.addEventListener('keydown', press)
  return () => window.removeEventListener('keydown', press)
}

function isInLayer(): boolean {
  return document.querySelector('[role="menu"], [role="dialog"], [role="alertdialog"]') !== null
}

export function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox'
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)
}
