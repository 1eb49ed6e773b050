import { runCommand } from './commands.ts'
import { isTextField } from './shortcuts.ts'

const textCommands: { readonly [commandId: string]: string } = { 'history.undo': 'undo', 'history.redo': 'redo' }

/** A command of the native menu. While a text is typed, Undo and Redo are the text's own, as their keys are. */
export function chooseFromMenu(commandId: string): void {
  const textCommand = textCommands[commandId]
  if (textCommand !== undefined && isTextField(document.activeElement)) document.execCommand(textCommand)
  else runCommand(commandId)
}
