import { fileURLToPath } from 'node:url'
import { _electron, chromium, type Page } from '@playwright/test'
import { findElectron } from '../build/electron-binary.ts'
import { launchStandIn } from '../build/electron-stand-in/launch-stand-in.ts'
import { toApplicationUrl } from '../build/electron-stand-in/page-urls.ts'
import { type Browser, findBrowser } from '../build/find-browser.ts'

/** The program while it runs, alike on both engines. */
export type Running = {
  readonly page: Page
  /** Ends the program as the user does; answers when it has ended. */
  readonly quit: () => Promise<void>
  /** Ends it as a power cut does. */
  readonly kill: () => Promise<void>
  /** The next dialog is answered with these paths; null cancels it. */
  readonly answerDialog: (paths: readonly string[] | null) => Promise<void>
  /** Chooses from the native menu, by the label of an item in one of its menus. */
  readonly chooseMenuItem: (label: string) => Promise<void>
  /**
   * Errors that nothing caught, what the page's console calls an error, such as a breach of the content security policy, and
   * requests for anything but the program's own files.
   */
  readonly complaints: () => readonly string[]
}

export type Launch = {
  /** The folder of the program: package.json and the bundle. */
  readonly application: string
  readonly args: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

export type Engine = { readonly name: string; readonly launch: (launch: Launch) => Promise<Running> }

/** The program as it was built here. */
export const checkout = fileURLToPath(new URL('..', import.meta.url))

/** Electron where its binary and a display are, else the stand-in; null where there is no browser either. */
export async function findEngine(): Promise<Engine | null> {
  const electron = findElectron()
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)
  if (electron !== null && hasDisplay) return { name: 'Electron', launch: (launch) => launchElectron(electron, launch) }
  const browser = await findBrowser()
  if (browser === null) return null
  return { name: `the stand-in for Electron, on ${browser.name}`, launch: (launch) => launchOnStandIn(browser, launch) }
}

async function launchElectron(executablePath: string, { application, args, environment }: Launch): Promise<Running> {
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const env = { ...(process.env as Record<string, string>), ...environment }
  const program = await _electron.launch({ executablePath, args: [...sandbox, application, ...args], env })
  const complaints: string[] = []
  const ended = new Promise<void>((resolve) => program.on('close', () => resolve()))
  const page = await program.firstWindow()
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  complainOfRequests(page, complaints)
  await page.waitForLoadState()
  return {
    page,
    quit: () => program.close(),
    async kill() {
      program.process().kill('SIGKILL')
      await ended
    },
    answerDialog: (paths) =>
      program.evaluate(({ dialog }, paths) => {
        const filePaths = [...(paths ?? [])]
        dialog.showOpenDialog = async () => ({ canceled: paths === null, filePaths })
        dialog.showSaveDialog = async () => ({ canceled: paths === null, filePath: filePaths[0] ?? '' })
      }, paths),
    chooseMenuItem: (label) =>
      program.evaluate(({ Menu }, label) => {
        const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? [])
        items?.find((item) => item.label === label)?.click()
      }, label),
    complaints: () => complaints,
  }
}

async function launchOnStandIn(browser: Browser, { application, args, environment = {} }: Launch): Promise<Running> {
  const standIn = launchStandIn({ browser, isHeadless: true, args: [application, ...args], environment })
  const connection = await chromium.connectOverCDP(await standIn.endpoint)
  const { processInfo } = await (await connection.newBrowserCDPSession()).send('SystemInfo.getProcessInfo')
  const browserId = processInfo.find(({ type }) => type === 'browser')?.id
  const closed = new Promise<void>((resolve) => connection.on('disconnected', () => resolve()))
  const page = connection.contexts()[0]?.pages()[0]
  if (page === undefined) throw new Error('The window has no page.')
  const requests: string[] = []
  complainOfRequests(page, requests)
  await page.waitForURL(/index\.html/)
  return {
    page,
    async quit() {
      standIn.send({ kind: 'quit' })
      const code = await standIn.ended
      if (code !== 0) throw new Error(`Octavo ended with ${code ?? 'a kill'}.`)
    },
    async kill() {
      standIn.process.kill('SIGKILL')
      // Left to itself, the browser would notice and go on tidying its profile for a while.
      if (browserId !== undefined && connection.isConnected()) endProcess(browserId)
      await Promise.all([standIn.ended, closed])
    },
    answerDialog: async (paths) => standIn.send({ kind: 'answerDialog', paths }),
    chooseMenuItem: async (label) => standIn.send({ kind: 'chooseMenuItem', label }),
    complaints: () => [...standIn.complaints, ...requests],
  }
}

function complainOfRequests(page: Page, complaints: string[]): void {
  page.on('request', (request) => {
    if (!toApplicationUrl(request.url()).startsWith('app://octavo/')) complaints.push(`The page asked for ${request.url()}.`)
  })
}

function endProcess(id: number): void {
  try {
    process.kill(id, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}
