import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findBrowser } from '../find-browser.ts'
import { launchStandIn, type StandIn } from './launch-stand-in.ts'

/** A program of a few lines, in the stand-in's own process and browser. */
const main = `
import { app, BrowserWindow, ipcMain, protocol } from 'electron'
const seen = []
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
async function start() {
  await app.whenReady()
  protocol.handle('app', (request) => {
    seen.push('request ' + request.url)
    return new Response('<title>Tiny</title><a href="https://example.com/paper">out</a>', {
      headers: { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'" },
    })
  })
  ipcMain.handle('seen', () => seen)
  ipcMain.handle('sender', (event) => [event.senderFrame.url, event.senderFrame.origin])
  ipcMain.handle('same', (_event, value) => value)
  ipcMain.handle('fail', () => { throw Object.assign(new Error('The disk is full.'), { code: 'ENOSPC' }) })
  const window = new BrowserWindow({ width: 1000, height: 700, webPreferences: { preload: import.meta.dirname + '/preload.cjs' } })
  window.webContents.setWindowOpenHandler(({ url }) => { seen.push('open ' + url); return { action: 'deny' } })
  window.webContents.on('will-navigate', (event) => { seen.push('navigate ' + event.url); event.preventDefault() })
  ipcMain.handle('tell', (_event, value) => window.webContents.send('told', value))
  await window.loadURL('app://tiny/index.html')
}
void start()
`
const preload = `
const { contextBridge, ipcRenderer } = require('electron')
contextBridge.exposeInMainWorld('bridge', {
  call: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  subscribe: (listener) => { ipcRenderer.on('told', (_event, value) => listener(value)) },
  sendSync: () => ipcRenderer.sendSync('seen'),
})
`

type TinyPage = {
  readonly bridge: {
    readonly call: (channel: string, ...args: unknown[]) => Promise<unknown>
    readonly subscribe: (listener: (value: unknown) => void) => void
    readonly sendSync: () => unknown
  }
  readonly open: (url: string) => unknown
}

let folder: string
let standIn: StandIn
let page: Page

beforeAll(async () => {
  const browser = await findBrowser()
  if (browser === null) throw new Error('There is no browser: the stand-in cannot be tested.')
  folder = mkdtempSync(join(tmpdir(), 'octavo-stand-in-'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'tiny', version: '1.0.0', type: 'module', main: 'main.js' }))
  writeFileSync(join(folder, 'main.js'), main)
  writeFileSync(join(folder, 'preload.cjs'), preload)
  standIn = launchStandIn({ browser, isHeadless: true, args: [folder, `--user-data-dir=${join(folder, 'data')}`] })
  const connection = await chromium.connectOverCDP(await standIn.endpoint)
  const [opened] = connection.contexts().flatMap((context) => context.pages())
  if (opened === undefined) throw new Error('The stand-in has no page.')
  page = opened
  await page.waitForURL(/index\.html/)
})

afterAll(async () => {
  standIn.process.kill('SIGKILL')
  await standIn.ended
  rmSync(folder, { recursive: true, force: true })
})

function call(channel: string, ...args: unknown[]): Promise<unknown> {
  return page.evaluate(
    ({ channel, args }) => (globalThis as unknown as TinyPage).bridge.call(channel, ...args).catch((error: Error) => error.message),
    { channel, args },
  )
}

it('shows main the scheme of the application, in requests and senders', async () => {
  expect(await call('sender')).toEqual(['app://tiny/index.html', 'app://tiny'])
  expect(await call('seen')).toContain('request app://tiny/index.html')
})

it('carries values and bytes, and of an error only its message', async () => {
  const value = { title: 'A', at: new Date(0), bytes: new Uint8Array([1, 2, 3]), none: null, absent: undefined }
  expect(await call('same', value)).toEqual(value)
  expect(await call('fail')).toBe("Error invoking remote method 'fail': Error: The disk is full.")
  expect(await call('none')).toBe("Error invoking remote method 'none': Error: No handler registered for 'none'")
})

it('refuses a function within an argument', async () => {
  const refused = page.evaluate(() => (globalThis as unknown as TinyPage).bridge.call('same', { run: () => 1 }))
  await expect(refused).rejects.toThrow('could not be cloned')
})

it('refuses what would arrive empty', async () => {
  const refused = page.evaluate(() => (globalThis as unknown as TinyPage).bridge.call('same', { tags: new Map() }))
  await expect(refused).rejects.toThrow('carries no Map')
})

it('tells events to a subscriber of the page', async () => {
  const told = await page.evaluate(async () => {
    const { bridge } = globalThis as unknown as TinyPage
    const first = new Promise((resolve) => bridge.subscribe(resolve))
    await bridge.call('tell', { revision: 7 })
    return first
  })
  expect(told).toEqual({ revision: 7 })
})

it('throws by name for what the preload script does not have', async () => {
  const message = await page.evaluate(() => {
    try {
      return (globalThis as unknown as TinyPage).bridge.sendSync()
    } catch (error) {
      return (error as Error).message
    }
  })
  expect(message).toBe('The stand-in for Electron has no ipcRenderer.sendSync.')
})

it('asks main about windows and navigation, and stays', async () => {
  expect(await page.evaluate(() => (globalThis as unknown as TinyPage).open('https://example.com/window'))).toBe(null)
  await page.getByRole('link', { name: 'out' }).click()
  await expect
    .poll(() => call('seen'))
    .toEqual(expect.arrayContaining(['open https://example.com/window', 'navigate https://example.com/paper']))
  expect(await page.title()).toBe('Tiny')
})

it('keeps the bridge over a reload', async () => {
  await page.reload()
  expect(await call('sender')).toEqual(['app://tiny/index.html', 'app://tiny'])
})

it('enforces the policy of the response, and tells who started it', async () => {
  await page.evaluate("document.body.append(Object.assign(document.createElement('img'), { src: 'https://example.com/x.png' }))")
  await expect.poll(() => standIn.complaints.join('\n')).toContain('Content Security Policy')
})

it('quits when it is told', async () => {
  standIn.send({ kind: 'quit' })
  expect(await standIn.ended).toBe(0)
})
