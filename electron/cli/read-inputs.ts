import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppError } from '../../db/model/app-error.ts'
import type { FailedSource, SourceInput } from '../import/import-plan.ts'
import { failedSource, maximumBytes } from '../import/read-source.ts'

/** `npm run octavo` runs in the project's folder; what the user typed is meant from theirs. */
export function pathFromUser(path: string): string {
  const isRunByNpm = process.env.npm_lifecycle_event === 'octavo'
  return resolve((isRunByNpm ? process.env.INIT_CWD : undefined) ?? process.cwd(), path)
}

/** Reads files as the user named them, `-` being standard input; one that cannot be read does not stop the others. */
export function readInputs(names: readonly string[]): readonly (SourceInput | FailedSource)[] {
  return names.map((name) => {
    try {
      return { name, bytes: name === '-' ? readFileSync(0) : readFile(name) }
    } catch (error) {
      return failedSource(name, error instanceof AppError ? error : unreadable(name, error))
    }
  })
}

function readFile(name: string): Uint8Array {
  const file = openSync(pathFromUser(name), 'r')
  try {
    const status = fstatSync(file)
    if (status.isDirectory())
      throw new AppError('unreadable-file', `${name} is a folder. Name the files in it that you want to import.`)
    if (status.size > maximumBytes) {
      const megabytes = Math.round(status.size / 1e6)
      throw new AppError(
        'too-large',
        `${name} has ${megabytes} MB; Octavo reads lists of up to 200 MB. Split it and import the parts.`,
      )
    }
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}

function unreadable(name: string, error: unknown): AppError {
  const code = (error as NodeJS.ErrnoException).code
  const reasons: { readonly [code: string]: string } = {
    ENOENT: `There is no file ${name}. Check the name.`,
    EACCES: `${name} may not be read. Check its permissions.`,
    EPERM: `${name} may not be read. Check its permissions.`,
    EISDIR: `${name} is a folder. Name the files in it that you want to import.`,
  }
  return new AppError(
    'unreadable-file',
    reasons[code ?? ''] ?? `${name} could not be read (${code ?? 'unknown reason'}). Check the disk and try again.`,
    {
      cause: error,
    },
  )
}
