import type { ArgsOf } from '../../electron/ipc/contract.ts'
import { call, subscribe } from '../api.ts'
import { findCommand, runCommand } from './commands.ts'
import { isTextField } from './shortcuts.ts'

const menus = {
  file: ['lists.import', 'lists.paste', 'paper.add', 'separator', 'bibliography.export', 'bibliography.exportShown'],
  edit: ['history.undo', 'history.redo', 'separator', 'library.lint', 'keys.renew'],
  help: ['palette.open', 'shortcuts.show'],
} as const

/** The native menu shows these commands, and one that is chosen there is run. Call once. */
export function followNativeMenu(): () => void {
  void call('menu:show', { file: toItems(menus.file), edit: toItems(menus.edit), help: toItems(menus.help) })
  return subscribe('menu:chosen', ({ commandId }) => choose(commandId))
}

type Items = ArgsOf<'menu:show'>['file']

function toItems(ids: readonly string[]): Items {
  return ids.flatMap((id): Items => {
    if (id === 'separator') return [id]
    const command = findCommand(id)
    if (command === undefined) return []
    const { label, shortcut } = command
    return [{ commandId: id, label, ...(shortcut?.includes('+') ? { shortcut } : {}) }]
  })
}

const textCommands: { readonly [commandId: string]: string } = { 'history.undo': 'undo', 'history.redo': 'redo' }

/** While a text is typed, Undo and Redo are the text's own, as their keys are. */
function choose(commandId: string): void {
  const textCommand = textCommands[commandId]
  if (textCommand !== undefined && isTextField(document.activeElement)) document.execCommand(textCommand)
  else runCommand(commandId)
}
