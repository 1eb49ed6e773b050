import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type BrowserContext, type CDPSession, chromium, type Page, type Route } from '@playwright/test'
import { readSettings } from './settings.ts'

export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The browser that shows the one window: its own profile, one page, nothing of a browser around it. */
export type PageHost = {
  readonly context: BrowserContext
  readonly page: Page
  readonly devTools: CDPSession
  /** Where a DevTools client connects. */
  readonly endpoint: string
}

export type PageHostSettings = {
  readonly profile: string
  readonly bounds: Bounds
  readonly isPlaced: boolean
  readonly script: string
  readonly onMessage: (frameUrl: string, message: unknown) => Promise<unknown>
  readonly onRequest: (route: Route) => Promise<void>
  readonly bindingName: string
}

export async function openPageHost(host: PageHostSettings): Promise<PageHost> {
  const { executablePath, browserArgs, browserEnvironment, isHeadless, isSandboxed } = readSettings()
  const { x, y, width, height } = host.bounds
  const context = await chromium.launchPersistentContext(host.profile, {
    executablePath,
    headless: isHeadless,
    viewport: isHeadless ? { width, height } : null,
    chromiumSandbox: isSandboxed,
    env: { ...(process.env as Record<string, string>), ...browserEnvironment },
    // Playwright's own first address, or one of no scheme of the web, would open a tab with the browser around it. A browser without
    // windows needs it.
    ignoreDefaultArgs: isHeadless ? [] : ['about:blank'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...(isHeadless ? [] : ['--app=data:text/html,']),
      '--remote-debugging-port=0',
      '--deny-permission-prompts',
      `--window-size=${width},${height}`,
      ...(host.isPlaced ? [`--window-position=${x},${y}`] : []),
      ...browserArgs,
    ],
  })
  const page = context.pages()[0] ?? (await context.newPage())
  await context.exposeBinding(host.bindingName, ({ frame }, message) => host.onMessage(frame.url(), message))
  await context.route('**/*', host.onRequest)
  await page.addInitScript(host.script)
  const devTools = await context.newCDPSession(page)
  return { context, page, devTools, endpoint: await readEndpoint(host.profile) }
}

/** Chromium writes the port that it chose into its profile, soon after its start. */
async function readEndpoint(profile: string): Promise<string> {
  const file = join(profile, 'DevToolsActivePort')
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      const [port, path] = readFileSync(file, 'utf8').split('\n')
      if (port !== undefined && path !== undefined) return `ws://127.0.0.1:${port}${path}`
    } catch {
      // Not written yet.
    }
    await setTimeout(50)
  }
  throw new Error('The browser did not say where it can be reached.')
}
