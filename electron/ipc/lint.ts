import type { ReadableDatabase, WritableDatabase } from '../../db/database.ts'
import { AppError } from '../../db/model/app-error.ts'
import { fieldText } from '../../db/model/field-value.ts'
import { type LintCode, type LintField, lintCodes } from '../../db/model/lint-rule.ts'
import type { OnProgress, Progress } from '../../db/model/progress.ts'
import { ignoreProblem, type PaperProblems, readProblems } from '../../db/queries/lint.ts'
import { readPapers } from '../../db/queries/papers.ts'
import type { HandlersOf } from './contract.ts'
import { setField } from './papers.ts'
import { surveyProblems } from './survey-problems.ts'

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

function* findProblems(db: ReadableDatabase): Generator<Progress, readonly ProblemGroup[]> {
  const groups = new Map(lintCodes.map((code) => [code, { fixable: 0, paperIds: [] as number[] }]))
  for (const { paperId, problems } of yield* surveyProblems(db, thisYear())) {
    for (const { code, isFixable } of problems) {
      const group = groups.get(code)
      group?.paperIds.push(paperId)
      if (group !== undefined && isFixable) group.fixable += 1
    }
  }
  return [...groups].filter(([, { paperIds }]) => paperIds.length > 0).map(([code, group]) => ({ code, ...group }))
}

/** The papers that have problems of one kind, with those alone, or of any. */
function* listProblems(
  db: ReadableDatabase,
  { code }: { code?: LintCode | undefined },
): Generator<Progress, readonly PaperProblems[]> {
  const asked = (problem: { readonly code: LintCode }) => code === undefined || problem.code === code
  const papers = (yield* surveyProblems(db, thisYear())).filter(({ problems }) => problems.some(asked))
  const found: PaperProblems[] = []
  for (const [done, { paperId }] of papers.entries()) {
    if (done % papersAtOnce === 0) yield { what: 'Reading problems', done, total: papers.length, unit: 'papers' }
    const problems = readProblems(db, { paperId, thisYear: thisYear() })
    const findings = problems?.findings.filter(asked) ?? []
    if (problems !== null && findings.length > 0) found.push({ ...problems, findings })
  }
  return found
}

/** Types each fix into its field, unless that says something else by now. Answers how many papers were changed. */
function applyFixes(db: WritableDatabase, { fixes, at }: { fixes: readonly Fix[]; at: string }, onProgress: OnProgress): number {
  const changed = new Set<number>()
  for (const [done, { paperId, field, value, text }] of fixes.entries()) {
    if (done % papersAtOnce === 0) onProgress({ what: 'Fixing papers', done, total: fixes.length, unit: 'papers' })
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
