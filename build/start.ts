/**
 * `npm start [-- LIST…]`: Octavo in Electron; where Electron's binary cannot be had, on an installed browser; without a display,
 * the same window headless.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { findElectron, installElectron } from './electron-binary.ts'
import { launchStandIn } from './electron-stand-in/launch-stand-in.ts'
import { browserVariable, findBrowser } from './find-browser.ts'
import { findMissingDisplay } from './find-missing-display.ts'
import { runHeadless } from './run-headless.ts'

const application = fileURLToPath(new URL('..', import.meta.url))

// npm runs this in the project's folder; the files that the user named are meant from theirs.
process.chdir(process.env.INIT_CWD ?? process.cwd())
// The terminal sends it to the window too, which ends in order, and then so does this.
process.on('SIGINT', () => undefined)
process.exitCode = await start(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})

async function start(args: readonly string[]): Promise<number> {
  const missing = hasDisplay() ? await findMissingDisplay(process.env) : null
  if (missing !== null) {
    console.error(missing)
    return 1
  }
  const electron = hasDisplay() ? (findElectron() ?? (await installElectron())) : null
  if (electron !== null) return runElectron(electron, args)
  const browser = await findBrowser()
  if (browser === null) {
    console.error(
      `Octavo needs Electron or a browser, and found neither. Install Chromium, Chrome, Edge or Brave, or set ${browserVariable} to the path of one, and run npm start again.`,
    )
    return 1
  }
  if (hasDisplay() && !browser.isHeadlessOnly) {
    console.log(`Electron's binary could not be had: this is Octavo in a window of ${browser.name}.`)
    return (await launchStandIn({ browser, isHeadless: false, args: [application, ...args] }).ended) ?? 1
  }
  console.log(`There is no ${hasDisplay() ? 'browser with a window' : 'display'}: Octavo runs without one, on ${browser.name}.`)
  return runHeadless({ browser, application, ...readArguments(args) })
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)
}

/** Chromium's sandbox refuses the superuser on Linux. */
function runElectron(electron: string, args: readonly string[]): Promise<number> {
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const program = spawn(electron, [...sandbox, application, ...args], { stdio: 'inherit' })
  return new Promise((resolve, reject) => program.on('close', (code) => resolve(code ?? 1)).on('error', reject))
}

/** As the application's own: `[--library FILE] [LIST…]`. */
function readArguments(args: readonly string[]): { readonly lists: readonly string[]; readonly libraryPath: string | null } {
  const option = args.indexOf('--library')
  const libraryPath = option === -1 ? null : (args[option + 1] ?? null)
  return { lists: args.filter((arg, index) => !arg.startsWith('-') && (option === -1 || index !== option + 1)), libraryPath }
}
