import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeFileAtomically } from './write-file-atomically.ts'

const schema = z.object({ libraryPath: z.string() })

/** The library that was opened last in the window; null where none was chosen, or the file says nothing sensible. */
export function readRememberedLibrary(userData: string): string | null {
  try {
    return schema.parse(JSON.parse(readFileSync(settingsFile(userData), 'utf8'))).libraryPath
  } catch {
    return null
  }
}

export function rememberLibrary(userData: string, libraryPath: string): void {
  writeFileAtomically(settingsFile(userData), JSON.stringify({ libraryPath }))
}

function settingsFile(userData: string): string {
  return join(userData, 'settings.json')
}
