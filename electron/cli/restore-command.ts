import { existsSync } from 'node:fs'
import { backupPath } from '../../db/backup.ts'
import { type LibraryCounts, planRestore, restoreLibrary } from '../../db/restore.ts'
import type { CommandResult } from './command.ts'
import type { CommandLine } from './parse-command-line.ts'
import { pathFromUser } from './read-inputs.ts'
import { UsageError } from './usage-error.ts'

type RestoreContext = CommandLine & { readonly path: string; readonly at: Date }

/** `octavo restore FILE`: what it changes, then the change. */
export function restore({ path, at, positionals, values }: RestoreContext): CommandResult {
  const [file = '', ...more] = positionals
  if (file === '' || more.length > 0) throw new UsageError('The command is: octavo restore FILE')
  const backup = pathFromUser(file)
  const isDryRun = values['dry-run'] === true
  const keptAs = existsSync(path) ? backupPath(path, at, 'before-restore') : null
  const { before, after } = isDryRun ? planRestore(path, backup) : restoreLibrary(path, backup, keptAs ?? path)
  const kept = keptAs === null ? '' : ` What was there is kept as ${keptAs}`
  const done = isDryRun ? 'This was a dry run: nothing was changed.' : `Restored ${file}.${kept}`
  const json = { file: backup, before, after, restored: !isDryRun, keptAs: isDryRun ? null : keptAs }
  return { json, text: `${describeChange(before, after)}\n${done}\n` }
}

function describeChange(before: LibraryCounts | null, after: LibraryCounts): string {
  const nouns = ['papers', 'notes', 'tags', 'lists'] as const
  const counts = nouns.map((noun) => `${noun} ${before === null ? '' : `${before[noun]} → `}${after[noun]}`)
  return `${before === null ? 'There is no library that can be read. The backup has ' : 'The library changes: '}${counts.join(', ')}.`
}
