import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { App } from 'electron'
import { readApplication } from './application.ts'
import { createPreventableEvent } from './emitter.ts'
import { isReady, requireNotReady, whenReady } from './readiness.ts'
import { takeSingleInstanceLock } from './single-instance.ts'
import { strict } from './strict.ts'
import { applicationEvents, openWindows } from './windows.ts'

const application = readApplication(process.argv[1] ?? '.')
const userDataSwitch = '--user-data-dir='
let isQuitting = false

const paths = new Map<string, string>([
  ['home', homedir()],
  ['appData', dataFolder()],
  ['temp', tmpdir()],
  ['desktop', join(homedir(), 'Desktop')],
  ['documents', join(homedir(), 'Documents')],
  ['downloads', join(homedir(), 'Downloads')],
  ['exe', process.execPath],
])
paths.set(
  'userData',
  process.argv.find((arg) => arg.startsWith(userDataSwitch))?.slice(userDataSwitch.length) ?? join(dataFolder(), application.name),
)

export const app = strict('app', {
  ...applicationEvents.api,
  isPackaged: false,
  name: application.name,
  getName: (): string => app.name,
  getVersion: (): string => application.version,
  getAppPath: (): string => application.folder,
  isReady,
  whenReady,
  getPath(name: string): string {
    const path = paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    if (name === 'userData') mkdirSync(path, { recursive: true })
    return path
  },
  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute')
    if (!paths.has(name)) throw new Error(`Failed to set path '${name}'`)
    paths.set(name, path)
  },
  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    return takeSingleInstanceLock(app.getPath('userData'), additionalData ?? {}, (argv, folder, data) =>
      applicationEvents.emit('second-instance', {}, argv, folder, data),
    )
  },
  disableHardwareAcceleration(): void {
    requireNotReady('app.disableHardwareAcceleration() can only be called before app is ready')
  },
  enableSandbox(): void {
    requireNotReady('app.enableSandbox() can only be called before app is ready')
  },
  quit(): void {
    void quit()
  },
  exit,
} satisfies Partial<Record<keyof App, unknown>> & Pick<App, CheckedMembers>)

/** All of the above but the emitter, whose overloads are compared by name in the tests. */
type CheckedMembers =
  | 'isPackaged'
  | 'name'
  | 'getName'
  | 'getVersion'
  | 'getAppPath'
  | 'isReady'
  | 'whenReady'
  | 'getPath'
  | 'setPath'
  | 'requestSingleInstanceLock'
  | 'disableHardwareAcceleration'
  | 'enableSandbox'
  | 'quit'
  | 'exit'

function dataFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  if (process.platform === 'win32') return process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming')
  return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config')
}

/** Electron closes the windows first, each of which may refuse; `window-all-closed` does not come on this way. */
async function quit(): Promise<void> {
  if (isQuitting) return
  isQuitting = true
  const asked = createPreventableEvent({})
  applicationEvents.emit('before-quit', asked)
  const isAgreed = !asked.defaultPrevented && (await closeWindows())
  const last = createPreventableEvent({})
  if (isAgreed) applicationEvents.emit('will-quit', last)
  isQuitting = isAgreed && !last.defaultPrevented
  if (isQuitting) exit(0)
}

async function closeWindows(): Promise<boolean> {
  for (const window of [...openWindows]) if (!(await window.tryClose())) return false
  return true
}

function exit(exitCode = 0): void {
  applicationEvents.emit('quit', {}, exitCode)
  process.exit(exitCode)
}

/** Without a listener, closing the last window quits; while quitting, Electron does not tell. */
export function tellAllWindowsClosed(): void {
  if (isQuitting || openWindows.size > 0) return
  if (applicationEvents.count('window-all-closed') > 0) applicationEvents.emit('window-all-closed')
  else void quit()
}
