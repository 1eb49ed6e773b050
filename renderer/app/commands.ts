import type { Command } from './command.ts'
import { libraryCommands, windowCommands } from './library-commands.ts'
import { lookCommands } from './look-commands.ts'
import { paperCommands } from './paper-commands.ts'

/** Everything that the user can do, once: palette, keyboard, context menus and the native menu read this table. */
export const commands: readonly Command[] = [...paperCommands, ...lookCommands, ...libraryCommands, ...windowCommands]

export function findCommand(id: string): Command | undefined {
  return commands.find((command) => command.id === id)
}

/** Runs a command if it applies now. */
export function runCommand(id: string): void {
  const command = findCommand(id)
  if (command?.when() === true) command.run()
}
