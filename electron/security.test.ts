import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { answerInvoke } from '../build/electron-stand-in/ipc-main.ts'
import { handlerOf } from '../build/electron-stand-in/protocol.ts'
import { becomeReady } from '../build/electron-stand-in/readiness.ts'
import { registerApplicationScheme, serveApplication } from './app-protocol.ts'
import { calls, channels } from './ipc/contract.ts'
import { serveCalls } from './ipc/serve.ts'
import { openOutside } from './open-outside.ts'
import { createWindow } from './window.ts'

type Handler = (...args: unknown[]) => unknown

/** What the program asked of Electron. The window and the system are fakes; protocol and calls are the stand-in's, which is strict. */
const asked = vi.hoisted(() => ({
  windows: [] as { readonly webPreferences: object }[],
  handlers: new Map<string, Handler>(),
  opened: [] as string[],
  exposed: new Map<string, Record<string, Handler>>(),
}))

vi.mock('electron', async () => {
  const standIn = await import('../build/electron-stand-in/electron.ts')
  const keep = (name: string) => (handler: Handler) => void asked.handlers.set(name, handler)
  const contents = {
    setWindowOpenHandler: keep('window open'),
    on: (name: string, handler: Handler) => void asked.handlers.set(name, handler),
  }
  return {
    ...standIn,
    BrowserWindow: class {
      readonly webContents = contents
      constructor(options: { readonly webPreferences: object }) {
        asked.windows.push(options)
      }
      once(): void {}
      on(): void {}
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: keep('permission request'),
        setPermissionCheckHandler: keep('permission check'),
      },
    },
    shell: { openExternal: async (url: string) => void asked.opened.push(url) },
    contextBridge: { exposeInMainWorld: (name: string, api: Record<string, Handler>) => void asked.exposed.set(name, api) },
    ipcRenderer: {
      invoke: async (...args: unknown[]) => args,
      on: (channel: string, handler: Handler) => void asked.handlers.set(channel, handler),
      off: () => undefined,
    },
  }
})

function ask(name: string, ...args: unknown[]): unknown {
  const handler = asked.handlers.get(name)
  if (handler === undefined) throw new Error(`Nothing answers ${name}.`)
  return handler(...args)
}

let page: string

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-security-'))
  page = join(folder, 'renderer')
  mkdirSync(page)
  writeFileSync(join(page, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">')
  writeFileSync(join(page, 'index.js'), 'export {}')
  writeFileSync(join(folder, 'secret.js'), 'export {}')
  const { app } = await import('electron')
  app.setPath('userData', folder)
  registerApplicationScheme()
  becomeReady()
  serveApplication(page)
  createWindow()
  serveCalls(async (name) => ({ ok: true, value: name, revision: 0, changed: [] }))
  return () => rmSync(folder, { recursive: true })
})

beforeEach(() => void asked.opened.splice(0))

it('shows one window, sandboxed and isolated, with no other right than Electron gives by itself', () => {
  expect(asked.windows.map(({ webPreferences }) => webPreferences)).toEqual([
    {
      preload: expect.stringMatching(/preload\.cjs$/),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: true,
    },
  ])
})

it('grants no permission, whatever it is', () => {
  const granted: unknown[] = []
  for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'one of tomorrow']) {
    ask('permission request', null, permission, (isGranted: unknown) => granted.push(isGranted))
    granted.push(ask('permission check', null, permission))
  }
  expect(new Set(granted)).toEqual(new Set([false]))
})

describe('the page', () => {
  async function request(path: string): Promise<Response> {
    const answered = await handlerOf('app')?.(new Request(path.includes('://') ? path : `app://octavo${path}`))
    if (answered === undefined) throw new Error('Nobody serves the page.')
    return answered
  }

  it('may load and run nothing but its own files, with a nonce for styles that no other load has', async () => {
    const [first, second] = await Promise.all([request('/index.html'), request('/index.html')])
    const [nonce = ''] = /(?<=content=")[^"]+/.exec(await first.text()) ?? []
    expect(first.headers.get('content-security-policy')?.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "font-src 'self'",
      "img-src 'self' blob:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ])
    expect(first.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await second.text()).not.toContain(nonce)
  })

  it('is served from its own folder, and nothing beside it', async () => {
    const statusOf = async (path: string) => (await request(path)).status
    expect(await statusOf('/index.js')).toBe(200)
    for (const path of ['/..%2fsecret.js', '/%2e%2e/secret.js', '/..%5csecret.js', '/nothing.js', 'app://elsewhere/index.js']) {
      expect(await statusOf(path)).toBe(404)
    }
  })

  it('goes nowhere else: a link to the web opens outside, anything else does not open', () => {
    const prevented = (url: string) => {
      const event = { url, preventDefault: vi.fn() }
      ask('will-navigate', event)
      return event.preventDefault.mock.calls.length > 0
    }
    expect(prevented('app://octavo/index.html')).toBe(false)
    const elsewhere = ['https://example.com/paper', 'app://octavo.example.com/', 'file:///etc/passwd', 'javascript:alert(1)']
    expect(elsewhere.map(prevented)).toEqual([true, true, true, true])
    expect(asked.opened).toEqual(['https://example.com/paper'])
  })

  it('opens no second window', () => {
    const answers = ['https://example.com/paper', 'app://octavo/index.html', 'about:blank'].map((url) =>
      ask('window open', { url }),
    )
    expect(answers).toEqual([{ action: 'deny' }, { action: 'deny' }, { action: 'deny' }])
    expect(asked.opened).toEqual(['https://example.com/paper'])
  })
})

it('opens links of the web outside, and nothing else', () => {
  const refused = [
    'file:///etc/passwd',
    'smb://server/share',
    'ms-msdt:/id',
    'javascript:alert(1)',
    ' data:text/html,',
    'https',
    '',
  ]
  for (const url of [...refused, 'https://doi.org/10.1000/182', 'HTTP://example.com/a b"c']) openOutside(url)
  expect(asked.opened).toEqual(['https://doi.org/10.1000/182', 'http://example.com/a%20b%22c'])
})

describe('a call', () => {
  const own = { senderFrame: { url: 'app://octavo/index.html' } }

  it('is answered for the program’s own page, nobody else', async () => {
    expect(await answerInvoke(channels.call, own, ['tags:list'])).toMatchObject({ ok: true, value: { value: 'tags:list' } })
    const strangers = ['https://example.com/', 'app://octavo.example.com/', 'file:///index.html', 'about:blank', '']
    for (const senderFrame of [...strangers.map((url) => ({ url })), null]) {
      expect(await answerInvoke(channels.call, { senderFrame }, ['tags:list'])).toEqual({
        ok: false,
        message: 'Error: Calls come from the application’s own page only.',
      })
    }
  })

  it('is one of the contract’s', async () => {
    for (const name of ['toString', '__proto__', 'tags:LIST', undefined, { name: 'tags:list' }]) {
      expect(await answerInvoke(channels.call, own, [name])).toEqual({ ok: false, message: 'Error: There is no such call.' })
    }
  })

  it('names no path that the page could have made up', async () => {
    const naming = Object.entries(calls).filter(([, { args }]) => args instanceof z.ZodObject && 'path' in args.shape)
    expect(naming.length).toBeGreaterThan(0)
    for (const [name] of naming) {
      expect(await answerInvoke(channels.call, own, [name])).toEqual({ ok: false, message: `Error: ${name} is not for the page.` })
    }
  })
})

it('gives the page two functions, and nothing of Electron’s', async () => {
  await import('./preload.ts')
  expect([...asked.exposed].map(([name, api]) => [name, Object.keys(api)])).toEqual([['bridge', ['call', 'subscribe']]])
  const heard: unknown[] = []
  asked.exposed.get('bridge')?.subscribe?.((...args: unknown[]) => heard.push(args))
  ask(channels.event, { sender: 'Electron’s event' }, 'lists:opened', null)
  expect(heard).toEqual([['lists:opened', null]])
  expect(await asked.exposed.get('bridge')?.call?.('tags:list', undefined)).toEqual([channels.call, 'tags:list', undefined])
})
