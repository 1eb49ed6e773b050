/** What the program that starts the stand-in tells it, in one environment variable. */
export type StandInSettings = {
  readonly executablePath: string
  readonly browserArgs: readonly string[]
  readonly browserEnvironment: Readonly<Record<string, string>>
  readonly isHeadless: boolean
}

export const settingsVariable = 'OCTAVO_STAND_IN'

/** Chromium's sandbox refuses the superuser of Linux; a window without it would say so in a bar of its own, unless under test. */
const isSandboxed = process.platform !== 'linux' || process.getuid?.() !== 0

export function readSettings(): StandInSettings & { readonly isSandboxed: boolean } {
  const text = process.env[settingsVariable]
  if (text === undefined) throw new Error(`The stand-in for Electron is started by its launcher: ${settingsVariable} is not set.`)
  const settings = JSON.parse(text) as StandInSettings
  return { ...settings, browserArgs: [...settings.browserArgs, ...(isSandboxed ? [] : ['--test-type'])], isSandboxed }
}
