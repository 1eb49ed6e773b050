import type { WritableDatabase } from '../../db/database.ts'
import { AppError } from '../../db/model/app-error.ts'
import type { Paper } from '../../db/model/paper.ts'
import { parseQuery } from '../../db/model/query-language.ts'
import type { WriteResult } from '../../db/run-write.ts'
import type { ArgsOf, LibraryCallName, ValueOf } from '../ipc/contract.ts'
import { perform } from '../ipc/perform.ts'
import type { CommandLine } from './parse-command-line.ts'
import { printPapers } from './print.ts'
import { UsageError } from './usage-error.ts'

export type CommandContext = CommandLine & { readonly db: WritableDatabase; readonly at: string }

/** `json` for `--json`, else `text`; `errors` are sentences for standard error. */
export type CommandResult = {
  readonly json: unknown
  readonly text: string
  readonly errors?: readonly string[]
  readonly exitCode?: number
}

export type Command = (context: CommandContext) => CommandResult

export function call<Name extends LibraryCallName>(
  { db, at }: CommandContext,
  name: Name,
  args: ArgsOf<Name>,
): WriteResult<ValueOf<Name>> {
  return perform(db, name, { args, at })
}

/** The positional arguments, as many as are named; throws UsageError for one too few or too many. */
export function takePositionals({ command, positionals }: CommandContext, ...names: readonly string[]): readonly string[] {
  if (positionals.length === names.length) return positionals
  throw new UsageError(`The command is: octavo ${command} ${names.join(' ')}`)
}

/** The papers that `--query` finds; a command that writes neither guesses at a missing query nor at an unknown field. */
export function papersToChange(context: CommandContext): readonly number[] {
  const query = context.values.query
  if (typeof query !== 'string') throw new UsageError(`The command ${context.command} needs --query to say which papers.`)
  const [problem] = parseQuery(query).problems
  if (problem !== undefined) throw new UsageError(`${problem} Nothing was changed.`)
  return call(context, 'papers:list', { query }).value.map(({ id }) => id)
}

/** The paper of a citation key, or of an alias of it; throws `not-found`. */
export function findByKey(context: CommandContext, citationKey: string): Paper {
  const found = call(context, 'papers:list', { query: `key:"${citationKey}"` }).value
  const [paper] = found.filter((candidate) => candidate.citationKey === citationKey).concat(found)
  if (paper === undefined) throw new AppError('not-found', `No paper has the key ${citationKey}. List the keys with: octavo list`)
  return paper
}

/** What a command that changes papers prints: those papers as they are now. */
export function changedPapers(context: CommandContext, paperIds: readonly number[], done: string): CommandResult {
  const papers = call(context, 'papers:get', { paperIds: [...paperIds] }).value
  return { json: papers, text: papers.length === 0 ? 'Nothing was changed.\n' : `${done}\n${printPapers(papers)}` }
}
