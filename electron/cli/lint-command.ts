import { lintLabels } from '../../db/model/lint-paper.ts'
import { isLintCode, type LintCode, lintCodes } from '../../db/model/lint-rule.ts'
import type { PaperProblems } from '../../db/queries/lint.ts'
import { type CommandContext, type CommandResult, call, changedPapers, takePositionals } from './command.ts'
import { printProblem } from './print.ts'
import { UsageError } from './usage-error.ts'

/** `octavo lint`: what may be wrong with the papers; with `--fix CODE` every fix of that kind that is known, in one step. */
export function lint(context: CommandContext): CommandResult {
  takePositionals(context)
  const { fix } = context.values
  if (typeof fix === 'string') return applyFixes(context, fix)
  const found = call(context, 'lint:list', {}).value
  const json = found.flatMap(({ citationKey, findings }) => findings.map((finding) => ({ citationKey, ...finding })))
  const groups = lintCodes.flatMap((code) => printGroup(code, found))
  return { json, text: groups.length === 0 ? 'Nothing is wrong with the papers, as far as can be told.\n' : groups.join('\n') }
}

function printGroup(code: LintCode, found: readonly PaperProblems[]): readonly string[] {
  const lines = found.flatMap(({ citationKey, findings }) =>
    findings.filter((finding) => finding.code === code).map((finding) => printProblem(citationKey, finding)),
  )
  return lines.length === 0 ? [] : [`${lintLabels[code]} (${code}): ${lines.length}\n${lines.join('')}`]
}

function applyFixes(context: CommandContext, code: string): CommandResult {
  if (!isLintCode(code)) throw new UsageError(`There is no problem “${code}”. The problems are ${lintCodes.join(', ')}.`)
  const found = call(context, 'lint:list', { code }).value
  const fixes = found.flatMap(({ paperId, findings }) =>
    findings.flatMap(({ field, value, fix }) => (fix === null ? [] : [{ paperId, field, value, text: fix }])),
  )
  const { changed } = fixes.length === 0 ? { changed: [] } : call(context, 'lint:fix', { code, fixes })
  return changedPapers(context, changed, 'Fixed:')
}
