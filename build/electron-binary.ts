import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
const longestConnect = 3_000
const longestSilence = 20_000
const millisecondsBetweenLooks = 500

/** The program that the `electron` package starts; null until its binary has been fetched. */
export function findElectron(): string | null {
  try {
    const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist')
    const path = join(dist, readFileSync(join(folder, 'path.txt'), 'utf8'))
    return existsSync(path) ? path : null
  } catch {
    // No path.txt: nothing was fetched.
    return null
  }
}

/** Runs the package's own installer once. Where its server cannot be reached, or falls silent, there is no Electron: null. */
export async function installElectron(): Promise<string | null> {
  if (!(await canConnect(downloadServer()))) return null
  const temporary = mkdtempSync(join(tmpdir(), 'octavo-electron-'))
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary }
  const installer = spawn(process.execPath, [join(folder, 'install.js')], { env, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => installer.on('close', () => resolve()))
  const hasEnded = ended.then(() => true)
  let [size, heard] = [0, Date.now()]
  while (!(await Promise.race([hasEnded, setTimeout(millisecondsBetweenLooks, false)]))) {
    const now = sizeOf(temporary) + sizeOf(join(folder, 'dist'))
    if (now !== size) [size, heard] = [now, Date.now()]
    if (Date.now() - heard > longestSilence) installer.kill()
  }
  rmSync(temporary, { recursive: true, force: true })
  return findElectron()
}

function downloadServer(): URL {
  return new URL(process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com')
}

/** A closed network is known in a moment, and not by waiting for a download that never begins. A proxy is asked by the download. */
function canConnect({ hostname, protocol, port }: URL): Promise<boolean> {
  const proxy = process.env.HTTPS_PROXY ?? process.env.https_proxy ?? process.env.npm_config_https_proxy ?? ''
  if (proxy !== '') return Promise.resolve(true)
  const socket = connect({ host: hostname, port: Number(port) || (protocol === 'http:' ? 80 : 443), timeout: longestConnect })
  return new Promise((resolve) => {
    const answer = (isThere: boolean) => {
      socket.destroy()
      resolve(isThere)
    }
    socket.on('connect', () => answer(true))
    socket.on('error', () => answer(false))
    socket.on('timeout', () => answer(false))
  })
}

function sizeOf(path: string): number {
  try {
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
    return names.reduce((total, name) => total + statSync(join(path, name)).size, 0)
  } catch {
    // Not there yet, or a file that was moved while it was counted.
    return 0
  }
}
