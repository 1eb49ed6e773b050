import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Browser } from '../find-browser.ts'
import type { ToldByStandIn, ToldToStandIn } from './control.ts'
import { type StandInSettings, settingsVariable } from './settings.ts'

export type StandIn = {
  readonly process: ChildProcess
  /** Where a DevTools client finds the window's page; fails if the program ends before it shows one. */
  readonly endpoint: Promise<string>
  /** Errors of the page that nothing caught, and what its console calls an error. */
  readonly complaints: readonly string[]
  readonly send: (message: ToldToStandIn) => void
  /** The exit code; null after a kill. */
  readonly ended: Promise<number | null>
}

export type StandInStart = {
  readonly browser: Browser
  readonly isHeadless: boolean
  /** As Electron's: the application's folder, then the user's arguments. */
  readonly args: readonly string[]
  readonly folder?: string
  readonly environment?: Readonly<Record<string, string>>
}

export function launchStandIn({ browser, isHeadless, args, folder = process.cwd(), environment = {} }: StandInStart): StandIn {
  const settings: StandInSettings = {
    executablePath: browser.executablePath,
    browserArgs: browser.args,
    browserEnvironment: browser.environment,
    isHeadless: isHeadless || browser.isHeadlessOnly,
  }
  const child = spawn(process.execPath, [fileURLToPath(new URL('run.ts', import.meta.url)), ...args], {
    cwd: folder,
    env: { ...process.env, ...environment, [settingsVariable]: JSON.stringify(settings) },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  const complaints: string[] = []
  const opened = Promise.withResolvers<string>()
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  child.on('message', (message: ToldByStandIn) => {
    if (message.kind === 'opened') opened.resolve(message.endpoint)
    else complaints.push(message.text)
  })
  child.on('exit', (code) => opened.reject(new Error(`Octavo ended (${code ?? 'killed'}) before it showed a window.`)))
  // Who does not ask for the page hears of the end by `ended`.
  opened.promise.catch(() => undefined)
  return { process: child, endpoint: opened.promise, complaints, send: (message) => child.send(message), ended }
}
