/** What the program that starts the stand-in tells it, in one environment variable. */
export type StandInSettings = {
  readonly executablePath: string
  readonly browserArgs: readonly string[]
  readonly browserEnvironment: Readonly<Record<string, string>>
  readonly isHeadless: boolean
}

export const settingsVariable = 'OCTAVO_STAND_IN'

export function readSettings(): StandInSettings {
  const text = process.env[settingsVariable]
  if (text === undefined) throw new Error(`The stand-in for Electron is started by its launcher: ${settingsVariable} is not set.`)
  return JSON.parse(text) as StandInSettings
}
