import { execFile } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)

export type Packed = {
  /** The bundle that was packed. */
  readonly bundle: string
  readonly linux: { readonly asar: string; readonly program: string }
  readonly mac: { readonly asar: string; readonly program: string; readonly infoPlist: string }
}

/**
 * Packs the program as `npm run package` does, for Linux and for macOS on this machine's processor, into folders instead of
 * installers and with a stub in the place of Electron's binary, which not every network can fetch. Writes into `folder` only.
 */
export async function packOnStub(folder: string): Promise<Packed> {
  const [project, electron, output] = [join(folder, 'project'), join(folder, 'electron'), join(folder, 'dist')]
  await createProject(project)
  createStub(electron)
  const icon = join(folder, 'icon.icns')
  writeFileSync(icon, '')
  await runTool('electron-builder', 'cli.js', [
    ...['--projectDir', project, '--config', join(root, 'build/electron-builder.yml'), '--publish', 'never'],
    ...['--linux', 'dir', '--mac', 'dir', `--${arch()}`],
    ...[`-c.electronDist=${electron}`, `-c.directories.output=${output}`],
    // The tool that makes an icon of macOS comes from the network too.
    `-c.mac.icon=${icon}`,
  ])
  const ending = arch() === 'x64' ? '' : `-${arch()}`
  const [linux, mac] = [join(output, `linux${ending}-unpacked`), join(output, `mac${ending}`, 'Octavo.app', 'Contents')]
  return {
    bundle: join(project, 'out'),
    linux: { asar: join(linux, 'resources', 'app.asar'), program: join(linux, 'octavo') },
    mac: { asar: join(mac, 'Resources', 'app.asar'), program: dirname(mac), infoPlist: join(mac, 'Info.plist') },
  }
}

/** A checkout of its own, so that the bundle in `out`, which a window may be running, is left alone. */
async function createProject(project: string): Promise<void> {
  mkdirSync(project, { recursive: true })
  for (const file of ['package.json', 'LICENSES.md']) copyFileSync(join(root, file), join(project, file))
  cpSync(join(root, 'build', 'icons'), join(project, 'build', 'icons'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'junction')
  const config = join(root, 'build', 'electron.vite.config.ts')
  await runTool('electron-vite', 'bin/electron-vite.js', ['build', '--config', config, '--outDir', join(project, 'out')])
}

/** What electron-builder looks for in a distribution: the program, in which the fuses are, and the frame of macOS's bundle. */
function createStub(electron: string): void {
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
  const program = Buffer.from(`${sentinel}\u0001\u0009101100010`)
  const contents = join(electron, 'Electron.app', 'Contents')
  const helper = join(contents, 'Frameworks', 'Electron Helper.app', 'Contents')
  const files: Readonly<Record<string, string | Buffer>> = {
    [join(electron, 'electron')]: program,
    [join(electron, 'locales', 'en-US.pak')]: '',
    [join(contents, 'MacOS', 'Electron')]: program,
    [join(contents, 'Frameworks', 'Electron Framework.framework', 'Electron Framework')]: program,
    [join(contents, 'Info.plist')]: '<plist version="1.0"><dict/></plist>',
    [join(contents, 'Resources', 'electron.icns')]: '',
    [join(helper, 'Info.plist')]: '<plist version="1.0"><dict/></plist>',
    [join(helper, 'MacOS', 'Electron Helper')]: program,
  }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content, { mode: 0o755 })
  }
}

/** A tool's words are shown only when it fails. */
async function runTool(name: string, script: string, args: readonly string[]): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
  await run(process.execPath, [join(folder, script), ...args], { cwd: root }).catch((error: { stdout: string; stderr: string }) => {
    throw new Error(`${name} failed:\n${error.stdout}\n${error.stderr}`)
  })
}
