import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from './find-browser.ts'

/**
 * The Chromium that npm installs (@sparticuz/chromium, linux-x64, headless) is compressed. Its package unpacks into the temporary
 * folder and trusts what it finds there, so it is given one of its own, which becomes the unpacked browser only when it is complete.
 */
const cache = fileURLToPath(new URL('../node_modules/.cache/octavo', import.meta.url))
const unpacking = "import chromium from '@sparticuz/chromium'; await chromium.executablePath()"

export function unpackChromium(): Browser | null {
  const version = packageVersion()
  if (process.platform !== 'linux' || process.arch !== 'x64' || version === null) return null
  const folder = join(cache, `chromium-${version}`)
  if (!existsSync(folder)) unpackInto(folder)
  return {
    name: `Chromium ${version} from npm`,
    executablePath: join(folder, 'chromium'),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    environment: {
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
    isHeadlessOnly: true,
  }
}

function packageVersion(): string | null {
  try {
    const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    const manifest = JSON.parse(readFileSync(join(main, '..', '..', 'package.json'), 'utf8')) as { readonly version: string }
    return manifest.version
  } catch {
    // Not installed: an optional package may be missing.
    return null
  }
}

function unpackInto(folder: string): void {
  mkdirSync(cache, { recursive: true })
  const draft = mkdtempSync(join(cache, 'unpacking-'))
  try {
    // The package asks for this variable before it unpacks the libraries that a bare system lacks.
    const env = { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }
    execFileSync(process.execPath, ['--input-type=module', '--eval', unpacking], { cwd: import.meta.dirname, env })
    writeFileSync(join(draft, 'fonts.conf'), fontSettings(folder))
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    // Another program was faster.
    if (!existsSync(folder)) throw error
  }
}

/** The package's own settings name folders in /tmp. Its one font, and what the system has. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`
}
