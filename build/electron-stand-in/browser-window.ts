import { readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type { Page, Route } from '@playwright/test'
import type { BrowserWindowConstructorOptions, BrowserWindow as RealWindow, WebPreferences } from 'electron'
import { app, tellAllWindowsClosed } from './app.ts'
import { tellParent } from './control.ts'
import { createEmitter, createPreventableEvent, type PreventableEvent } from './emitter.ts'
import { openPageHost, type PageHost } from './page-host.ts'
import { createPlacement, type Placement } from './placement.ts'
import { bindingName, preloadScript, type ToldByPage } from './preload-world.ts'
import { requireReady } from './readiness.ts'
import { refuseUnknownKeys, strict } from './strict.ts'
import { createWebContents } from './web-contents.ts'
import { type OpenWindow, openWindows } from './windows.ts'

const optionKeys: readonly (keyof BrowserWindowConstructorOptions)[] = [
  'x',
  'y',
  'width',
  'height',
  'minWidth',
  'minHeight',
  'show',
  'title',
  'backgroundColor',
  'icon',
  'autoHideMenuBar',
  'webPreferences',
]

/** A preference, and the only value that the stand-in's page has; null: it makes no difference there. */
const preferences: Readonly<Partial<Record<keyof WebPreferences, boolean | null>>> = {
  preload: null,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  spellcheck: null,
}

type WindowEvents = {
  readonly 'ready-to-show': readonly []
  readonly show: readonly []
  readonly close: readonly [PreventableEvent]
  readonly closed: readonly []
  readonly resize: readonly []
}

export const windowEventNames = [
  'ready-to-show',
  'show',
  'close',
  'closed',
  'resize',
] as const satisfies readonly (keyof WindowEvents)[]

/** A class only in that `new` makes one: the object is strict, and knows its state by closure. */
export const BrowserWindow = new Proxy(
  strict(
    'BrowserWindow',
    Object.assign(function BrowserWindow() {}, { getAllWindows: (): WindowApi[] => [...windows.keys()] }),
  ),
  { construct: (_, [options]: [BrowserWindowConstructorOptions?]) => createWindow(options ?? {}) },
) as unknown as { new (options?: BrowserWindowConstructorOptions): WindowApi; readonly getAllWindows: () => WindowApi[] }

type WindowApi = ReturnType<typeof createApi>
const windows = new Map<WindowApi, OpenWindow>()

type WindowState = {
  readonly events: ReturnType<typeof createEmitter<WindowEvents>>
  readonly placement: Placement
  readonly host: Promise<PageHost>
  readonly contents: ReturnType<typeof createWebContents>
  isClosed: boolean
  isVisible: boolean
}

function createWindow(options: BrowserWindowConstructorOptions): WindowApi {
  requireReady('Cannot create BrowserWindow before app is ready')
  if (openWindows.size > 0) throw new Error('The stand-in for Electron shows one BrowserWindow at a time.')
  checkOptions(options)
  const placement = createPlacement(options)
  const host = openPageHost({
    profile: join(app.getPath('userData'), 'stand-in-profile'),
    bounds: placement.normal(),
    isPlaced: options.x !== undefined,
    script: preloadScript(readPreload(options.webPreferences)),
    bindingName,
    onMessage: (frameUrl, message) => answerPage(state, frameUrl, message as ToldByPage),
    onRequest: (route) => answerRequest(state, route),
  })
  const state: WindowState = {
    events: createEmitter<WindowEvents>('BrowserWindow', windowEventNames),
    placement,
    host,
    contents: createWebContents(host),
    isClosed: false,
    isVisible: options.show !== false,
  }
  const api = createApi(state)
  const open: OpenWindow = {
    tryClose: () => tryClose(state),
    writeToClipboard: async (forms) => writeClipboard(await host, forms),
  }
  windows.set(api, open)
  openWindows.add(open)
  state.events.api.once('closed', () => {
    windows.delete(api)
    openWindows.delete(open)
  })
  void host.then((opened) => watch(state, opened))
  return api
}

function createApi(state: WindowState) {
  const { events, contents, placement, host } = state
  return strict('BrowserWindow', {
    ...events.api,
    webContents: contents.api,
    loadURL: (url: string): Promise<void> => contents.api.loadURL(url),
    show(): void {
      state.isVisible = true
      events.emit('show')
    },
    focus(): void {
      void host.then(({ page }) => page.bringToFront())
    },
    restore(): void {
      void host.then(placement.restore)
    },
    close(): void {
      void tryClose(state)
    },
    isVisible: (): boolean => state.isVisible && !state.isClosed,
    isDestroyed: (): boolean => state.isClosed,
    isMinimized: placement.isMinimized,
    getBounds: placement.current,
    getNormalBounds: placement.normal,
  } satisfies Partial<Record<keyof RealWindow, unknown>> & Pick<RealWindow, CheckedMembers>)
}

type CheckedMembers =
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'restore'
  | 'close'
  | 'isVisible'
  | 'isDestroyed'
  | 'isMinimized'
  | 'getBounds'
  | 'getNormalBounds'

async function tryClose(state: WindowState): Promise<boolean> {
  const asked = createPreventableEvent({})
  state.events.emit('close', asked)
  if (asked.defaultPrevented) return false
  await finish(state)
  return true
}

async function finish(state: WindowState): Promise<void> {
  if (state.isClosed) return
  state.isClosed = true
  const { context } = await state.host
  await context.close()
  state.contents.destroy()
  state.events.emit('closed')
  tellAllWindowsClosed()
}

async function answerPage(state: WindowState, frameUrl: string, message: ToldByPage): Promise<unknown> {
  switch (message.kind) {
    case 'invoke':
      return state.contents.answerInvoke(frameUrl, message.channel, message.args)
    case 'open':
      return state.contents.openWindow(message.url)
    case 'moved':
      await state.placement.look(await state.host)
      return state.events.emit('resize')
  }
}

async function answerRequest({ contents, host }: WindowState, route: Route): Promise<void> {
  const { page } = await host
  if (isOfPage(route, page)) return contents.answerRequest(route)
  contents.openWindow(route.request().url())
  await route.abort('aborted')
}

/** The first request of a window that the page opens comes before its frame is known. */
function isOfPage(route: Route, page: Page): boolean {
  try {
    return route.request().frame().page() === page
  } catch {
    return false
  }
}

async function watch(state: WindowState, { page, context, devTools, endpoint }: PageHost): Promise<void> {
  state.contents.watch(page)
  page.once('load', () => state.events.emit('ready-to-show'))
  page.on('close', () => void closeByUser(state))
  page.on('pageerror', (error) => tellParent({ kind: 'complaint', text: String(error) }))
  page.on('console', (message) => {
    if (message.type() === 'error') tellParent({ kind: 'complaint', text: message.text() })
  })
  context.on('page', (opened) => void opened.close())
  await state.placement.look({ page, context, devTools, endpoint })
  tellParent({ kind: 'opened', endpoint })
}

/** The browser's own close button has closed the page already: here a listener cannot prevent it. */
async function closeByUser(state: WindowState): Promise<void> {
  if (state.isClosed) return
  state.events.emit('close', createPreventableEvent({}))
  await finish(state)
}

/** Main needs no permission to write; the page, which writes for it here, is given one for that moment alone. */
async function writeClipboard({ context, page }: PageHost, forms: Readonly<Record<string, string>>): Promise<void> {
  await context.grantPermissions(['clipboard-write'])
  try {
    await page.evaluate(writeClipboardInPage, forms)
  } finally {
    await context.clearPermissions()
  }
}

type PageClipboard = {
  readonly navigator: { readonly clipboard: { readonly write: (items: readonly object[]) => Promise<void> } }
  readonly ClipboardItem: new (forms: Readonly<Record<string, Blob>>) => object
}

async function writeClipboardInPage(forms: Readonly<Record<string, string>>): Promise<void> {
  const { navigator, ClipboardItem } = globalThis as unknown as PageClipboard
  const blobs = Object.entries(forms).map(([type, form]) => [type, new Blob([form], { type })] as const)
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
}

function checkOptions(options: BrowserWindowConstructorOptions): void {
  refuseUnknownKeys('BrowserWindow', options, optionKeys)
  const given = options.webPreferences ?? {}
  refuseUnknownKeys('webPreferences', given, Object.keys(preferences))
  for (const [name, only] of Object.entries(preferences)) {
    const value = given[name as keyof WebPreferences]
    if (only !== null && value !== undefined && value !== only) {
      throw new Error(`The stand-in for Electron has only pages with ${name}: ${only}.`)
    }
  }
}

function readPreload({ preload }: WebPreferences = {}): string {
  if (preload === undefined) return ''
  if (!isAbsolute(preload)) throw new Error(`The preload script must have an absolute path: ${preload}`)
  return readFileSync(preload, 'utf8')
}
