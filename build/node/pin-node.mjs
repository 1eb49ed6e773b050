// better-sqlite3 13 needs Node 22 and ends an older one with a segmentation fault; type stripping needs 22.18 or 24.
// On an older Node this installs the pinned one beside the project and links node_modules/.bin/node to it: npm puts that
// folder first in PATH, so every script and every `#!/usr/bin/env node` tool then runs on it. Written for Node 18 and up.
import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const isWindows = process.platform === 'win32'
const pinned = join(
  here,
  'node_modules',
  `node-${isWindows ? 'win' : process.platform}-${process.arch}`,
  'bin',
  isWindows ? 'node.exe' : 'node',
)
const link = join(here, '..', '..', 'node_modules', '.bin', isWindows ? 'node.exe' : 'node')

function isRecentEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major >= 24 || (major === 22 && minor >= 18)
}

function sentence(reason) {
  return `Octavo needs Node 24 (or 22.18), this is ${process.versions.node} and ${reason}. Install Node 24 from https://nodejs.org, then run npm ci again.`
}

function fail(reason) {
  console.error(sentence(reason))
  process.exit(1)
}

function install() {
  const npm = process.env.npm_execpath
  const [command, args] = npm === undefined ? ['npm', []] : [process.execPath, [npm]]
  const env = { ...process.env, npm_config_workspaces: undefined }
  execFileSync(command, [...args, 'ci', '--prefix', here, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here,
    stdio: 'inherit',
    env,
  })
}

function linkPinned() {
  mkdirSync(dirname(link), { recursive: true })
  rmSync(link, { force: true })
  chmodSync(pinned, 0o755)
  if (isWindows) copyFileSync(pinned, link)
  else symlinkSync(pinned, link)
}

if (isRecentEnough(process.versions.node)) process.exit(0)
if (process.argv.includes('--check')) fail('the pinned one is not installed')
try {
  install()
} catch (error) {
  fail(`the pinned one could not be installed (${error.message.split('\n')[0]})`)
}
if (!existsSync(pinned)) fail(`there is no pinned one for ${process.platform}-${process.arch}`)
linkPinned()
