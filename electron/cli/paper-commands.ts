import { editableFields } from '../../db/model/field-value.ts'
import { citationStyles } from '../../db/model/format-citation.ts'
import { referenceStyleIds } from '../../db/model/reference-styles.ts'
import { isStatus, statuses } from '../../db/model/status.ts'
import { type PaperSort, sortFields } from '../../db/queries/find-papers.ts'
import type { ArgsOf } from '../ipc/contract.ts'
import {
  type CommandContext,
  type CommandResult,
  call,
  changedPapers,
  findByKey,
  papersToChange,
  takePositionals,
} from './command.ts'
import { optionOf } from './parse-command-line.ts'
import { countOf, printNotes, printPapers } from './print.ts'
import { UsageError } from './usage-error.ts'

export function listPapers(context: CommandContext): CommandResult {
  takePositionals(context)
  const { query, sort, limit } = context.values
  const papers = call(context, 'papers:list', {
    ...(typeof query === 'string' ? { query } : {}),
    ...(typeof sort === 'string' ? { sort: parseSort(sort) } : {}),
    ...(typeof limit === 'string' ? { limit: parseCount(limit, '--limit') } : {}),
  }).value
  return { json: papers, text: `${printPapers(papers)}${countOf(papers.length, 'paper')}\n` }
}

function parseSort(text: string): PaperSort {
  const descending = text.startsWith('-')
  const field = sortFields.find((name) => name === text.slice(Number(descending)))
  if (field === undefined)
    throw new UsageError(`Papers are sorted by ${sortFields.join(', ')}, with a - before it to descend; not by “${text}”.`)
  return { field, descending }
}

/** A whole number of 0 or more. */
export function parseCount(text: string, name: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new UsageError(`${name} takes a whole number, not “${text}”.`)
}

export function setField(context: CommandContext): CommandResult {
  const [key = '', field = '', text = ''] = takePositionals(context, 'KEY', 'FIELD', 'VALUE')
  const { id } = findByKey(context, key)
  const { changed } = call(context, 'papers:setField', { paperId: id, field: field as ArgsOf<'papers:setField'>['field'], text })
  return changedPapers(context, changed, 'Changed:')
}

/** `octavo cite KEY…`: what an author types to cite the papers; in a style of references, what stands in the text. */
export function citePapers(context: CommandContext): CommandResult {
  const { positionals, values } = context
  const { format = 'latex' } = values
  if (positionals.length === 0) throw new UsageError('The command is: octavo cite KEY…')
  const paperIds = positionals.map((key) => findByKey(context, key).id)
  const syntax = citationStyles.find((id) => id === format)
  const style = referenceStyleIds.find((id) => id === format)
  if (syntax === undefined && style === undefined)
    throw new UsageError(`Papers are cited as ${[...citationStyles, ...referenceStyleIds].join(', ')}, not as “${format}”.`)
  const text =
    syntax === undefined
      ? call(context, 'bibliography:citeInText', { paperIds, style: style ?? 'apa' }).value.text
      : call(context, 'bibliography:cite', { paperIds, style: syntax }).value
  return { json: text, text: `${text}\n` }
}

/** `octavo add TITLE` or `octavo add --title TITLE`, and an option for each further field. */
export function addPaper(context: CommandContext): CommandResult {
  const [title, ...more] = context.positionals
  if (more.length > 0)
    throw new UsageError('The command is: octavo add TITLE [--authors AUTHORS] [--year YEAR] …; put the title in quotes.')
  const typed = editableFields.map((field) => [field, context.values[optionOf(field)]] as const)
  const fields = Object.fromEntries(typed.flatMap(([field, value]) => (typeof value === 'string' ? [[field, value]] : [])))
  const { changed } = call(context, 'papers:add', { fields: title === undefined ? fields : { title, ...fields } })
  return changedPapers(context, changed, 'Added:')
}

export function deletePapers(context: CommandContext): CommandResult {
  takePositionals(context)
  const { changed } = call(context, 'papers:trash', { paperIds: [...papersToChange(context)] })
  return changedPapers(context, changed, `${countOf(changed.length, 'paper')} moved to the trash:`)
}

export function setStatus(context: CommandContext): CommandResult {
  const [status = ''] = takePositionals(context, 'STATUS')
  if (!isStatus(status)) throw new UsageError(`There is no status “${status}”. The statuses are ${statuses.join(', ')}.`)
  const { changed } = call(context, 'papers:setStatus', { paperIds: [...papersToChange(context)], status })
  return changedPapers(context, changed, `${countOf(changed.length, 'paper')} marked as ${status}:`)
}

export function changeTag(context: CommandContext): CommandResult {
  const [verb = '', name = ''] = takePositionals(context, 'add|remove', 'TAG')
  if (verb !== 'add' && verb !== 'remove') throw new UsageError('The command is: octavo tag add|remove TAG --query Q')
  if (name.trim() === '') throw new UsageError('A tag needs a name.')
  const { changed } = call(context, `tags:${verb}`, { paperIds: [...papersToChange(context)], name })
  return changedPapers(context, changed, `${countOf(changed.length, 'paper')} changed:`)
}

/** With a text, adds a note; without, prints those there are. */
export function writeNote(context: CommandContext): CommandResult {
  const [key, text, ...more] = context.positionals
  if (key === undefined || more.length > 0) throw new UsageError('The command is: octavo note KEY [TEXT]; put the text in quotes.')
  const { id } = findByKey(context, key)
  if (text === undefined) {
    const notes = call(context, 'notes:list', { paperId: id }).value
    return { json: notes, text: printNotes(notes) }
  }
  if (text.trim() === '') throw new UsageError('A note needs a text.')
  const { changed } = call(context, 'notes:add', { paperId: id, text })
  return changedPapers(context, changed, 'Noted:')
}
