import type { Page, Route } from '@playwright/test'
import type { WebContents } from 'electron'
import { createEmitter, createPreventableEvent, type PreventableEvent } from './emitter.ts'
import { answerInvoke } from './ipc-main.ts'
import { cloneMessage } from './message.ts'
import type { PageHost } from './page-host.ts'
import { originOf, toApplicationUrl, toPageUrl } from './page-urls.ts'
import { deliveryName } from './preload-world.ts'
import { handlerOf } from './protocol.ts'
import { strict } from './strict.ts'

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' }
type NavigationEvent = PreventableEvent & { readonly url: string; readonly isMainFrame: boolean; readonly isSameDocument: boolean }

type ContentsEvents = {
  readonly 'did-finish-load': readonly []
  readonly 'did-fail-load': readonly [object, number, string, string]
  readonly 'dom-ready': readonly [object]
  readonly 'will-navigate': readonly [NavigationEvent, string]
  readonly 'render-process-gone': readonly [object, { readonly reason: 'crashed'; readonly exitCode: number }]
  readonly destroyed: readonly []
}

export const contentsEventNames = [
  'did-finish-load',
  'did-fail-load',
  'dom-ready',
  'will-navigate',
  'render-process-gone',
  'destroyed',
] as const satisfies readonly (keyof ContentsEvents)[]

/** The page of the window, as main sees it. The browser starts while main goes on: what needs the page waits for `host`. */
export function createWebContents(host: Promise<PageHost>) {
  const events = createEmitter<ContentsEvents>('webContents', contentsEventNames)
  let isDestroyed = false
  let url = ''
  let openHandler: OpenHandler | null = null
  let loading: string | null = null

  const api = strict('webContents', {
    ...events.api,
    send(channel: string, ...args: unknown[]): void {
      const cloned = cloneMessage(args)
      const deliver = (page: Page) => page.evaluate(deliverInPage, { name: deliveryName, channel, args: cloned })
      // As in Electron: what is sent while no document is there, or to one that goes away, is lost.
      host.then(({ page }) => deliver(page)).catch(() => undefined)
    },
    setWindowOpenHandler(handler: OpenHandler): void {
      openHandler = handler
    },
    isDestroyed: (): boolean => isDestroyed,
    getURL: (): string => url,
    async loadURL(target: string): Promise<void> {
      const { page } = await host
      loading = toPageUrl(target)
      try {
        await page.goto(loading)
      } catch (error) {
        events.emit('did-fail-load', {}, -2, String(error), target)
        throw error
      } finally {
        loading = null
      }
    },
  } satisfies Partial<Record<keyof WebContents, unknown>> & Pick<WebContents, 'send' | 'isDestroyed' | 'getURL' | 'loadURL'>)

  function mayNavigate(target: string): boolean {
    if (target === loading || toApplicationUrl(target) === url) return true
    const shown = toApplicationUrl(target)
    const event = createPreventableEvent({ url: shown, isMainFrame: true, isSameDocument: false })
    events.emit('will-navigate', event, shown)
    return !event.defaultPrevented
  }

  return {
    api,
    watch(page: Page): void {
      page.on('domcontentloaded', () => {
        url = toApplicationUrl(page.url())
        events.emit('dom-ready', {})
      })
      page.on('load', () => events.emit('did-finish-load'))
      page.on('crash', () => events.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }))
    },
    destroy(): void {
      isDestroyed = true
      events.emit('destroyed')
    },
    answerInvoke: (frameUrl: string, channel: string, args: readonly unknown[]) =>
      answerInvoke(channel, createInvokeEvent(api, toApplicationUrl(frameUrl)), args),
    /** A request of the window's page: navigation is asked about, the application's own scheme is served, nothing else changed. */
    async answerRequest(route: Route): Promise<void> {
      const request = route.request()
      const isNavigation = request.isNavigationRequest() && request.frame().parentFrame() === null
      if (isNavigation && !mayNavigate(request.url())) return route.abort('aborted')
      return serve(route)
    },
    /** A window that the page wants to open: main may deny it, and that is all the stand-in can do. */
    openWindow(target: string): void {
      const answer = openHandler?.({ url: toApplicationUrl(target) })
      if (answer?.action !== 'deny') throw new Error('The stand-in for Electron cannot open a second window: deny it.')
    },
  }
}

function deliverInPage({ name, channel, args }: { name: string; channel: string; args: readonly unknown[] }): void {
  const deliver = (globalThis as unknown as Record<string, ((channel: string, args: readonly unknown[]) => void) | undefined>)[name]
  deliver?.(channel, args)
}

function createInvokeEvent(sender: object, url: string): object {
  const senderFrame = strict('senderFrame', { url, origin: originOf(url), parent: null })
  return strict('IpcMainInvokeEvent', { sender, senderFrame, type: 'frame' })
}

async function serve(route: Route): Promise<void> {
  const request = route.request()
  const url = toApplicationUrl(request.url())
  const handler = handlerOf(new URL(url).protocol.slice(0, -1))
  if (handler === undefined) return route.continue()
  const body = request.postDataBuffer()
  const asked = new Request(url, {
    method: request.method(),
    headers: request.headers(),
    ...(body === null ? {} : { body: new Uint8Array(body) }),
  })
  const response = await handler(asked)
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  })
}
