import { basename } from 'node:path'
import { backupPath } from '../../db/backup.ts'
import { AppError } from '../../db/model/app-error.ts'
import {
  type ExportOrder,
  exportFormatIds,
  exportFormatOf,
  exportOrders,
  formattedReferences,
} from '../../db/model/export-formats.ts'
import { referenceStyleIds } from '../../db/model/reference-styles.ts'
import type { SourceSummary } from '../../db/queries/sources.ts'
import { isPlanned } from '../import/import-plan.ts'
import { reportImport } from '../import/import-report.ts'
import type { ArgsOf } from '../ipc/contract.ts'
import { issueAndExport } from '../ipc/issue-and-export.ts'
import { isHtmlFile, writeFileAtomically } from '../write-file-atomically.ts'
import { type CommandContext, type CommandResult, call, changedPapers, takePositionals } from './command.ts'
import { parseCount } from './paper-commands.ts'
import { countOf, printImport, printSteps } from './print.ts'
import { pathFromUser, readInputs } from './read-inputs.ts'
import { UsageError } from './usage-error.ts'

export function importFiles(context: CommandContext): CommandResult {
  if (context.positionals.length === 0 || context.positionals.includes(''))
    throw new UsageError('The command is: octavo import FILE…')
  const isDryRun = context.values['dry-run'] === true
  const plan = call(context, 'imports:plan', { sources: [...readInputs(context.positionals)] }).value
  const written = isDryRun || !plan.sources.some(isPlanned) ? plan : call(context, 'imports:apply', { plan }).value
  const files = reportImport(written)
  const errors = files.flatMap(({ error }) => (error === undefined ? [] : [error.message]))
  return { json: { files }, text: printImport(files, isDryRun), errors, exitCode: Number(errors.length > 0) }
}

export function exportBibliography(context: CommandContext): CommandResult {
  takePositionals(context)
  const { query, out, format } = context.values
  const found = call(context, 'papers:find', { view: 'all', query: typeof query === 'string' ? query : '' }).value
  if (format === formattedReferences.id) return exportReferences(context, found)
  const request = exportRequest(context.values)
  const { text, problems } = issueAndExport(context.db, { args: { paperIds: [...found], ...request }, at: context.at })
  const errors = problems.map(({ citationKey, message }) => `${citationKey}: ${message}`)
  if (typeof out !== 'string') return { json: text, text, errors }
  writeFileAtomically(pathFromUser(out), text)
  const report = { file: out, papers: found.length, problems }
  return { json: report, text: `${countOf(found.length, 'paper')} written to ${out}\n`, errors }
}

/** Into a file that is named as one of HTML they go with their emphasis. */
function exportReferences(context: CommandContext, found: readonly number[]): CommandResult {
  const { out, style = 'apa' } = context.values
  const known = referenceStyleIds.find((id) => id === style)
  if (known === undefined) throw new UsageError(`The styles are ${referenceStyleIds.join(', ')}, not “${style}”.`)
  const order = orderOf(context.values)
  const { text, html } = call(context, 'bibliography:format', { paperIds: [...found], order, style: known }).value
  if (typeof out !== 'string') return { json: { text, html }, text }
  writeFileAtomically(pathFromUser(out), isHtmlFile(out) ? html : text)
  const report = { file: out, papers: found.length, problems: [] }
  return { json: report, text: `${countOf(found.length, 'reference')} written to ${out}\n` }
}

function orderOf({ sort = 'list' }: CommandContext['values']): ExportOrder {
  const order = exportOrders.find((name) => name === sort)
  if (order === undefined) throw new UsageError(`A bibliography is sorted by ${exportOrders.join(' or ')}, not by “${sort}”.`)
  return order
}

function exportRequest(values: CommandContext['values']): Omit<ArgsOf<'bibliography:export'>, 'paperIds'> {
  const { format } = values
  const known = exportFormatOf(String(format))
  if (known === undefined)
    throw new UsageError(
      `The formats are ${exportFormatIds.join(', ')} and ${formattedReferences.id}: octavo export --format ${exportFormatIds[0]}`,
    )
  return {
    format: known.id,
    order: orderOf(values),
    abstracts: values['no-abstracts'] !== true,
    keywords: values['no-keywords'] !== true,
    notes: values.notes === true,
    byStatus: values['by-status'] === true,
    files: values['no-files'] !== true,
    escapes: values['latex-escapes'] === true,
  }
}

export function removeList(context: CommandContext): CommandResult {
  const [name = ''] = takePositionals(context, 'SOURCE')
  const source = findSource(call(context, 'sources:list', undefined).value, name)
  const { changed } = call(context, 'sources:remove', { sourceId: source.id, name: source.name })
  return changedPapers(context, changed, `${source.name} removed; of its papers these stay:`)
}

/** A list by its name as it was given, by the last part of that, or by the beginning of its SHA-256. */
function findSource(sources: readonly SourceSummary[], name: string): SourceSummary {
  const ways: ((source: SourceSummary) => boolean)[] = [
    (source) => source.name === name,
    (source) => basename(source.name) === basename(name),
    (source) => name.length >= 6 && source.sha256.startsWith(name.toLowerCase()),
  ]
  const found = ways.map((matches) => sources.filter(matches)).find(({ length }) => length > 0) ?? []
  const [source, ...others] = found
  if (source === undefined) {
    const known =
      sources.length === 0 ? 'There are no lists in the library.' : `The lists are ${sources.map((each) => each.name).join(', ')}.`
    throw new AppError('not-found', `There is no list ${name} in the library. ${known}`)
  }
  if (others.length > 0) {
    const digests = found.map(({ sha256 }) => sha256.slice(0, 12)).join(', ')
    throw new AppError('ambiguous', `${name} names ${found.length} lists. Say which by the beginning of its SHA-256: ${digests}.`)
  }
  return source
}

export function undo(context: CommandContext): CommandResult {
  return revert(context, 'journal:undo')
}

export function redo(context: CommandContext): CommandResult {
  return revert(context, 'journal:redo')
}

function revert(context: CommandContext, name: 'journal:undo' | 'journal:redo'): CommandResult {
  const [text = '1', ...more] = context.positionals
  const count = parseCount(text, context.command ?? 'undo')
  if (more.length > 0 || count === 0) throw new UsageError(`The command is: octavo ${context.command} [N], N being 1 or more.`)
  const steps = call(context, name, { count }).value
  return { json: steps, text: printSteps(steps) }
}

export function showHistory(context: CommandContext): CommandResult {
  takePositionals(context)
  const steps = call(context, 'journal:list', undefined).value
  return { json: steps, text: steps.length === 0 ? 'Nothing was done yet.\n' : printSteps(steps) }
}

export function checkLibrary(context: CommandContext): CommandResult {
  takePositionals(context)
  const problems = call(context, 'library:check', undefined).value
  const lines = problems.map(({ code, message }) => `${code}: ${message}\n`)
  const text = problems.length === 0 ? 'The library is in order.\n' : lines.join('')
  return { json: { ok: problems.length === 0, problems }, text, exitCode: Number(problems.length > 0) }
}

/** `octavo backup [FILE]`; without FILE, beside the library under the time of day. */
export function backUp(context: CommandContext): CommandResult {
  const [file, ...more] = context.positionals
  if (more.length > 0) throw new UsageError('The command is: octavo backup [FILE]')
  const path = file === undefined ? backupPath(context.db.name, new Date(context.at)) : pathFromUser(file)
  call(context, 'library:backUp', { path })
  return { json: { file: path }, text: `Backed up to ${path}; the copy was opened and checked.\n` }
}
