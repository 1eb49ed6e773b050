import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** The application's own library, in the folder that Electron calls `userData`. */
export function defaultLibraryPath(): string {
  return join(applicationFolder(), 'Octavo', 'library.db')
}

function applicationFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  if (process.platform === 'win32') return process.env.APPDATA || join(homedir(), 'AppData', 'Roaming')
  const configured = process.env.XDG_CONFIG_HOME ?? ''
  return isAbsolute(configured) ? configured : join(homedir(), '.config')
}
