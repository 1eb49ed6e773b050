import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, session } from 'electron'
import { z } from 'zod'
import { applicationOrigin } from './app-protocol.ts'
import { openOutside } from './open-outside.ts'

const smallest = { width: 900, height: 600 }
const usual = { width: 1440, height: 900 }
const boundsSchema = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() })

/** The one window: a sandboxed page that reaches main through the bridge alone, and goes nowhere. */
export function createWindow(): BrowserWindow {
  const window = new BrowserWindow({
    ...(readBounds() ?? usual),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Octavo',
    // Elsewhere the program's file has its icon.
    ...(process.platform === 'linux' ? { icon: fileURLToPath(new URL('../../build/icons/256x256.png', import.meta.url)) } : {}),
    webPreferences: {
      preload: fileURLToPath(new URL('../preload/preload.cjs', import.meta.url)),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: true,
    },
  })
  confine(window)
  window.once('ready-to-show', () => window.show())
  window.on('close', () => writeBounds(window.getNormalBounds()))
  return window
}

/** No permission, no navigation, no second window; a link to the web opens in the system's browser. */
function confine(window: BrowserWindow): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  window.webContents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
  window.webContents.on('will-navigate', (event) => {
    if (event.url.startsWith(`${applicationOrigin}/`)) return
    event.preventDefault()
    openOutside(event.url)
  })
}

function boundsFile(): string {
  return join(app.getPath('userData'), 'window.json')
}

/** Null at the first start, or where the file says nothing sensible. */
function readBounds(): z.infer<typeof boundsSchema> | null {
  try {
    return boundsSchema.parse(JSON.parse(readFileSync(boundsFile(), 'utf8')))
  } catch {
    return null
  }
}

function writeBounds(bounds: z.infer<typeof boundsSchema>): void {
  try {
    writeFileSync(boundsFile(), JSON.stringify(bounds))
  } catch {
    // A window of the usual size next time is no reason to trouble anyone.
  }
}
