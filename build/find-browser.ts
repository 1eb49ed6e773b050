import { accessSync, constants } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { unpackChromium } from './unpack-chromium.ts'

export type Browser = {
  readonly name: string
  readonly executablePath: string
  readonly args: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  /** It cannot show a window. */
  readonly isHeadlessOnly: boolean
}

/** The variable that names the browser to use. */
export const browserVariable = 'OCTAVO_BROWSER'

const commands = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
  'brave',
]

/** The browser of the user's choice, else an installed one that Playwright can drive, else the one from npm; null where there is none. */
export async function findBrowser(): Promise<Browser | null> {
  const chosen = process.env[browserVariable]
  if (chosen !== undefined && chosen !== '') return findChosen(chosen)
  const executablePath = [...onPath(commands), ...usualPlaces()].find(isExecutable)
  if (executablePath !== undefined) return installed(executablePath)
  return unpackChromium()
}

/** `npm` asks for the browser from npm, anything else is a path or the name of a command. */
async function findChosen(chosen: string): Promise<Browser | null> {
  if (chosen === 'npm') return unpackChromium()
  const executablePath = [chosen, ...onPath([chosen])].find(isExecutable)
  if (executablePath === undefined)
    throw new Error(`${browserVariable} is ${chosen}, which is no program. Set it to the path of a Chromium, or to npm.`)
  return installed(executablePath)
}

function installed(executablePath: string): Browser {
  return { name: executablePath, executablePath, args: [], environment: {}, isHeadlessOnly: false }
}

function onPath(names: readonly string[]): readonly string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : ['']
  return names.flatMap((name) => folders.flatMap((folder) => endings.map((ending) => join(folder, `${name}${ending}`))))
}

function usualPlaces(): readonly string[] {
  if (process.platform === 'darwin') {
    const programs = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']
    const folders = ['/Applications', join(homedir(), 'Applications')]
    return programs.flatMap((name) => folders.map((folder) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)))
  }
  if (process.platform === 'win32') {
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
    ]
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    return programs.flatMap((name) => folders.flatMap((folder) => (folder === undefined ? [] : [join(folder, name)])))
  }
  return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/opt/brave.com/brave/brave', '/snap/bin/chromium']
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
