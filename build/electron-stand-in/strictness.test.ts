import { beforeEach, describe, expect, it, vi } from 'vitest'

/** Nothing has happened yet: the modules are loaded afresh, as at the start of a program. */
async function start() {
  vi.resetModules()
  const electron = await import('./electron.ts')
  const { becomeReady } = await import('./readiness.ts')
  return { ...electron, becomeReady }
}

let electron: Awaited<ReturnType<typeof start>>

beforeEach(async () => {
  electron = await start()
})

describe('what the stand-in lacks', () => {
  it('throws by name for a function that it does not have', () => {
    expect(() => (electron.app as unknown as { getGPUInfo: () => void }).getGPUInfo()).toThrow('has no app.getGPUInfo')
    expect(() => (electron.dialog as unknown as { showErrorBox: () => void }).showErrorBox()).toThrow('has no dialog.showErrorBox')
    expect(() => (electron.Menu as unknown as { sendActionToFirstResponder: () => void }).sendActionToFirstResponder()).toThrow(
      'has no Menu.sendActionToFirstResponder',
    )
  })

  it('throws by name for a property that is set', () => {
    expect(() => Object.assign(electron.app, { badgeCount: 3 })).toThrow('has no app.badgeCount')
  })

  it('throws by name for an event that it never fires', () => {
    expect(() => electron.app.on('gpu-info-update' as 'ready', () => undefined)).toThrow('has no event gpu-info-update of app')
  })

  it('throws by name for an option of a dialog that it would ignore', async () => {
    const options = { properties: ['showHiddenFiles' as const] }
    await expect(electron.dialog.showOpenDialog({}, options)).rejects.toThrow('no open dialog with showHiddenFiles')
    await expect(electron.dialog.showSaveDialog({}, { nameFieldLabel: 'Name' })).rejects.toThrow('no option nameFieldLabel')
  })
})

describe('the order of a start', () => {
  const schemes = [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]

  it('takes privileged schemes before the application is ready, once', () => {
    electron.protocol.registerSchemesAsPrivileged(schemes)
    expect(() => electron.protocol.registerSchemesAsPrivileged(schemes)).toThrow('once')
  })

  it('refuses a privileged scheme after ready', () => {
    electron.becomeReady()
    expect(() => electron.protocol.registerSchemesAsPrivileged(schemes)).toThrow('should be called before app is ready')
  })

  it('refuses a protocol, a window and a session before ready', () => {
    expect(() => electron.protocol.handle('app', () => new Response())).toThrow('after app is ready')
    expect(() => new electron.BrowserWindow()).toThrow('before app is ready')
    expect(() => electron.session.defaultSession).toThrow('when app is ready')
  })

  it('refuses a second handler for a scheme, and a scheme that is not privileged', () => {
    electron.protocol.registerSchemesAsPrivileged(schemes)
    electron.becomeReady()
    electron.protocol.handle('app', () => new Response())
    expect(() => electron.protocol.handle('app', () => new Response())).toThrow('Failed to register protocol: app')
    expect(() => electron.protocol.handle('media', () => new Response())).toThrow('only as a standard, secure scheme')
  })

  it('is ready only when the entry module has run to its end', async () => {
    let isTold = false
    void electron.app.whenReady().then(() => {
      isTold = true
    })
    await Promise.resolve()
    expect([electron.app.isReady(), isTold]).toEqual([false, false])
    electron.becomeReady()
    await electron.app.whenReady()
    expect([electron.app.isReady(), isTold]).toEqual([true, true])
  })
})

describe('a window', () => {
  beforeEach(() => electron.becomeReady())

  it('refuses a web preference that it does not know', () => {
    const webPreferences = { sandox: true } as object
    expect(() => new electron.BrowserWindow({ webPreferences })).toThrow('has no option sandox of webPreferences')
  })

  it('refuses a web preference that its page cannot have', () => {
    expect(() => new electron.BrowserWindow({ webPreferences: { nodeIntegration: true } })).toThrow(
      'only pages with nodeIntegration: false',
    )
    expect(() => new electron.BrowserWindow({ webPreferences: { contextIsolation: false } })).toThrow('contextIsolation: true')
  })

  it('refuses an option that it would ignore', () => {
    expect(() => new electron.BrowserWindow({ frame: false })).toThrow('has no option frame of BrowserWindow')
  })

  it('refuses a preload script that is not there', () => {
    expect(() => new electron.BrowserWindow({ webPreferences: { preload: '/nowhere/preload.cjs' } })).toThrow('ENOENT')
    expect(() => new electron.BrowserWindow({ webPreferences: { preload: 'preload.cjs' } })).toThrow('absolute path')
  })
})

describe('permissions', () => {
  it('are denied by the browser, so that a handler may not grant one', () => {
    electron.becomeReady()
    const { defaultSession } = electron.session
    defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
    expect(() => defaultSession.setPermissionCheckHandler(() => true)).toThrow('cannot grant the permission clipboard-read')
  })
})

describe('calls', () => {
  it('have one handler for a channel', () => {
    electron.ipcMain.handle('papers', () => 1)
    expect(() => electron.ipcMain.handle('papers', () => 2)).toThrow("Attempted to register a second handler for 'papers'")
    electron.ipcMain.removeHandler('papers')
    electron.ipcMain.handle('papers', () => 3)
  })

  it('answer an error by its text alone', async () => {
    const { answerInvoke } = await import('./ipc-main.ts')
    electron.ipcMain.handle('papers', () => {
      throw Object.assign(new Error('The disk is full.'), { code: 'ENOSPC' })
    })
    expect(await answerInvoke('papers', {}, [])).toEqual({ ok: false, message: 'Error: The disk is full.' })
    expect(await answerInvoke('tags', {}, [])).toEqual({ ok: false, message: "Error: No handler registered for 'tags'" })
  })

  it('clone what crosses, both ways', async () => {
    const { answerInvoke } = await import('./ipc-main.ts')
    const given = { title: 'A', read: new Date(0), bytes: new Uint8Array([1, 2]) }
    electron.ipcMain.handle('same', (_event, value) => [value === given, value])
    expect(await answerInvoke('same', {}, [given])).toEqual({ ok: true, value: [false, given] })
  })

  it('refuse what cannot be cloned or carried', async () => {
    const { answerInvoke } = await import('./ipc-main.ts')
    electron.ipcMain.handle('function', () => ({ run: () => 1 }))
    electron.ipcMain.handle('map', () => ({ tags: new Map() }))
    expect(await answerInvoke('function', {}, [])).toEqual({ ok: false, message: expect.stringContaining('could not be cloned') })
    expect(await answerInvoke('map', {}, [])).toEqual({ ok: false, message: expect.stringContaining('cannot carry a Map') })
  })
})

describe('a menu', () => {
  it('is checked, kept and shown by nobody', () => {
    const click = vi.fn()
    electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate([{ label: 'Undo', click }]))
    expect(electron.Menu.getApplicationMenu()?.items).toEqual([{ label: 'Undo', click }])
    expect(() => electron.Menu.buildFromTemplate([{}])).toThrow('at least one of label, role or type')
    expect(() => electron.Menu.buildFromTemplate([{ label: 'A', submenu: [{ label: 'B', lable: 'C' } as object] }])).toThrow(
      'no option lable',
    )
  })
})
