import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Shell } from 'electron'
import { readSettings } from './settings.ts'
import { strict } from './strict.ts'

const openers: { readonly [platform: string]: readonly [command: string, ...args: string[]] } = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Where nobody sees a window, nobody wants a browser either. */
export const shell = strict('shell', {
  async openExternal(url: string): Promise<void> {
    const { href } = new URL(url)
    if (readSettings().isHeadless) return
    const [command, ...args] = openers[process.platform] ?? ['xdg-open']
    const opener = spawn(command, [...args, href], { detached: true, stdio: 'ignore' })
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    opener.on('spawn', resolve).on('error', () => reject(new Error('Failed to open URL')))
    opener.unref()
    return promise
  },
  /** The folder alone: no opener but the real one's marks the file in it. */
  showItemInFolder(path: string): void {
    void shell.openExternal(pathToFileURL(dirname(path)).href)
  },
} satisfies Pick<Shell, 'openExternal' | 'showItemInFolder'>)
