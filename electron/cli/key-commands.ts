import { AppError } from '../../db/model/app-error.ts'
import type { KnownKey } from '../../db/queries/key-history.ts'
import type { KeysInUse } from '../keys-in-use.ts'
import { type CommandContext, type CommandResult, call, findByKey, takePositionals } from './command.ts'
import { countOf } from './print.ts'
import { pathFromUser } from './read-inputs.ts'
import { UsageError } from './usage-error.ts'

/** `octavo key KEY`: all keys by which the paper is or was known. */
export function showKey(context: CommandContext): CommandResult {
  const [key = ''] = takePositionals(context, 'KEY')
  const { id } = findByKey(context, key)
  const history = call(context, 'keys:history', { paperId: id }).value
  return { json: history, text: history.map((known) => `${known.citationKey}  ${describeKey(known)}\n`).join('') }
}

function describeKey({ isShown, importedAt, typedAt, exportedAt }: KnownKey): string {
  const since = [
    ...(importedAt === null ? [] : [`came in ${importedAt}`]),
    ...(typedAt === null ? [] : [`chosen by you ${typedAt}`]),
    ...(exportedAt === null ? [] : [`issued ${exportedAt}`]),
  ]
  return [isShown ? 'the key now' : 'an alias', ...(since.length === 0 ? ['only proposed'] : since)].join(', ')
}

/** `octavo keys pattern [PATTERN]`, `octavo keys check FOLDER`, `octavo keys renew [--query Q] [--folder FOLDER]`. */
export function keys(context: CommandContext): CommandResult {
  const [verb, argument, ...more] = context.positionals
  if (verb === 'pattern' && more.length === 0) return keyPattern(context, argument)
  if (verb === 'check' && argument !== undefined && more.length === 0) return checkKeys(context, argument)
  if (verb === 'renew' && argument === undefined) return renewKeys(context)
  throw new UsageError('The command is: octavo keys pattern [PATTERN], octavo keys check FOLDER, or octavo keys renew')
}

function keyPattern(context: CommandContext, pattern: string | undefined): CommandResult {
  if (pattern !== undefined) call(context, 'keys:setPattern', { pattern })
  const now = call(context, 'keys:pattern', undefined).value.pattern
  return { json: { pattern: now }, text: `${now}\n` }
}

function checkKeys(context: CommandContext, folder: string): CommandResult {
  const { files, keys: used, problems } = readFolder(context, folder)
  const unknown = used.filter(({ paperId }) => paperId === null)
  const lines = used.flatMap(({ citationKey, places, paperId, shownKey }) => {
    if (paperId === null) return [`${citationKey}: no paper has this key (${places.join(', ')})\n`]
    return citationKey === shownKey ? [] : [`${citationKey}: an alias, the key is ${shownKey} now (${places.join(', ')})\n`]
  })
  const text = `${lines.join('')}${countOf(used.length, 'key')} in ${countOf(files, 'document')}, ${unknown.length} unknown.\n`
  return { json: { files, keys: used, problems }, text, errors: problems, exitCode: Number(unknown.length > 0) }
}

/** Keys that documents in the folder cite are kept. */
function renewKeys(context: CommandContext): CommandResult {
  const { query, folder } = context.values
  const inUse = typeof folder === 'string' ? readFolder(context, folder) : null
  if (inUse !== null && inUse.problems.length > 0)
    throw new AppError('unreadable-file', `${inUse.problems.join(' ')} Nothing was changed, for keys in use might be among them.`)
  const kept = new Set(
    inUse?.keys.flatMap(({ citationKey, paperId, shownKey }) => (citationKey === shownKey ? (paperId ?? []) : [])),
  )
  const found = call(context, 'papers:list', typeof query === 'string' ? { query } : {}).value.map(({ id }) => id)
  const changes = call(context, 'keys:plan', { paperIds: found.filter((id) => !kept.has(id)) }).value
  const isDryRun = context.values['dry-run'] === true
  if (!isDryRun && changes.length > 0) call(context, 'keys:renew', { changes: changes.map(({ paperId, to }) => ({ paperId, to })) })
  const lines = changes.map(({ from, to, isIssued }) => `${from} → ${to}${isIssued ? `, ${from} stays as an alias` : ''}\n`)
  const end = `${isDryRun ? 'Would make' : 'Made'} ${countOf(changes.length, 'key')} again; ${kept.size} kept because documents cite them.\n`
  const json = { changes: changes.map(({ paperId, from, to, isIssued }) => ({ paperId, from, to, isIssued })), kept: kept.size }
  return { json, text: lines.join('') + end }
}

function readFolder(context: CommandContext, folder: string): KeysInUse {
  return call(context, 'keys:inUse', { path: pathFromUser(folder) }).value
}
