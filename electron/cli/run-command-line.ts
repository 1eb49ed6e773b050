import { existsSync } from 'node:fs'
import type { WritableDatabase } from '../../db/database.ts'
import { AppError } from '../../db/model/app-error.ts'
import { libraryError, openLibrary } from '../../db/open-database.ts'
import type { CommandResult } from './command.ts'
import { commands } from './commands.ts'
import { helpText } from './help.ts'
import { defaultLibraryPath } from './library-path.ts'
import { type CommandLine, parseCommandLine } from './parse-command-line.ts'
import { pathFromUser } from './read-inputs.ts'
import { restore } from './restore-command.ts'
import { UsageError } from './usage-error.ts'

/** Runs one command and returns the exit code: 0; 1 for an error, said in one sentence on standard error; 2 for wrong usage. */
export function runCommandLine(args: readonly string[]): number {
  let path: string | null = null
  try {
    const line = parseCommandLine(args)
    if (line.values.help === true || line.command === null) {
      process.stdout.write(helpText)
      return line.values.help === true ? 0 : 2
    }
    path = libraryPath(line)
    const command = commands[line.command]
    // Restoring replaces the library's file, which may not even open.
    if (command === undefined) return print(restore({ ...line, path, at: new Date() }), line)
    const db = openFor(line, path)
    try {
      return print(command({ ...line, db, at: new Date().toISOString() }), line)
    } finally {
      db.close()
    }
  } catch (error) {
    return report(path === null ? error : libraryError(error, path), args)
  }
}

function libraryPath({ values }: CommandLine): string {
  const { library } = values
  return typeof library === 'string' ? pathFromUser(library) : defaultLibraryPath()
}

/** A dry run writes nothing, not even an empty library. */
function openFor({ values }: CommandLine, path: string): WritableDatabase {
  return openLibrary(values['dry-run'] === true && !existsSync(path) ? ':memory:' : path)
}

function print({ json, text, errors, exitCode }: CommandResult, { values }: CommandLine): number {
  process.stdout.write(values.json === true ? `${JSON.stringify(json, null, 2)}\n` : text)
  for (const error of errors ?? []) process.stderr.write(`${error}\n`)
  return exitCode ?? 0
}

function report(error: unknown, args: readonly string[]): number {
  if (!(error instanceof AppError || error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n`)
  const isUsage = error instanceof UsageError || error.code === 'bad-arguments'
  // Who asks whether a library is in order wants that told of a damaged one, too.
  if (error instanceof AppError && !isUsage && args.includes('check') && args.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ ok: false, problems: [{ code: error.code, message: error.message }] }, null, 2)}\n`)
  }
  return isUsage ? 2 : 1
}
