import type { ReadableDatabase, WritableDatabase } from '../../db/database.ts'
import { AppError } from '../../db/model/app-error.ts'
import { fieldText } from '../../db/model/field-value.ts'
import { type LintCode, type LintField, lintCodes } from '../../db/model/lint-rule.ts'
import type { Progress } from '../../db/model/progress.ts'
import { ignoreProblem, listLintedIds, type PaperProblems, readProblems } from '../../db/queries/lint.ts'
import { readPapers } from '../../db/queries/papers.ts'
import type { HandlersOf } from './contract.ts'
import { setField } from './papers.ts'

/** All papers that have a problem of one kind, in the order of the library. */
export type ProblemGroup = {
  readonly code: LintCode
  readonly paperIds: readonly number[]
  /** Of how many papers a fix is known. */
  readonly fixable: number
}

/** What one field is to say; `value` is what it said when the fix was offered. */
export type Fix = { readonly paperId: number; readonly field: LintField; readonly value: string; readonly text: string }

export const lintHandlers = {
  'lint:find': findProblems,
  'lint:papers': (db, { paperIds }) => paperIds.flatMap((paperId) => readProblems(db, { paperId, thisYear: thisYear() }) ?? []),
  'lint:list': listProblems,
  'lint:fix': applyFixes,
  'lint:ignore': ignoreProblem,
} satisfies HandlersOf<'lint'>

const papersAtOnce = 100

function* lintLibrary(db: ReadableDatabase): Generator<Progress, readonly PaperProblems[]> {
  const ids = listLintedIds(db)
  const year = thisYear()
  const found: PaperProblems[] = []
  for (const [done, paperId] of ids.entries()) {
    if (done % papersAtOnce === 0) yield { what: 'Looking at papers', done, total: ids.length, unit: 'papers' }
    const problems = readProblems(db, { paperId, thisYear: year })
    if (problems !== null && problems.findings.length > 0) found.push(problems)
  }
  return found
}

function* findProblems(db: ReadableDatabase): Generator<Progress, readonly ProblemGroup[]> {
  const groups = new Map(lintCodes.map((code) => [code, { fixable: 0, paperIds: new Set<number>() }]))
  for (const { paperId, findings } of yield* lintLibrary(db)) {
    for (const { code, fix } of findings) {
      const group = groups.get(code)
      if (group === undefined) continue
      if (fix !== null && !group.paperIds.has(paperId)) group.fixable += 1
      group.paperIds.add(paperId)
    }
  }
  return [...groups]
    .filter(([, { paperIds }]) => paperIds.size > 0)
    .map(([code, { fixable, paperIds }]) => ({ code, fixable, paperIds: [...paperIds] }))
}

/** The papers that have problems of one kind, with those alone, or of any. */
function* listProblems(
  db: ReadableDatabase,
  { code }: { code?: LintCode | undefined },
): Generator<Progress, readonly PaperProblems[]> {
  const found = yield* lintLibrary(db)
  if (code === undefined) return found
  return found
    .map((problems) => ({ ...problems, findings: problems.findings.filter((finding) => finding.code === code) }))
    .filter(({ findings }) => findings.length > 0)
}

/** Types each fix into its field, unless that says something else by now. Answers how many papers were changed. */
function applyFixes(db: WritableDatabase, { fixes, at }: { fixes: readonly Fix[]; at: string }): number {
  const changed = new Set<number>()
  for (const { paperId, field, value, text } of fixes) {
    const [paper] = readPapers(db, [paperId])
    if (paper === undefined || fieldText(paper, field) !== value) continue
    setField(db, { paperId, field, text, at })
    changed.add(paperId)
  }
  if (changed.size === 0 && fixes.length > 0)
    throw new AppError('not-found', 'The papers say something else by now. Nothing was changed; look again.')
  return changed.size
}

function thisYear(): number {
  return new Date().getFullYear()
}
