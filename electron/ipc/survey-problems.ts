/**
 * What kinds of problems the papers have, all of them. What was found of a paper's own values is remembered by the digest of all that
 * they come from, for as long as the connection is open, so that after a change only the papers that changed are looked at again.
 * What depends on others, twins and what is ignored, is asked anew for all at once.
 */
import type { ReadableDatabase } from '../../db/database.ts'
import { type Finding, type LintCode, lintCodes } from '../../db/model/lint-rule.ts'
import type { Progress } from '../../db/model/progress.ts'
import { findOwnProblems, listAllIgnored, listLintedPapers, listTwins } from '../../db/queries/lint.ts'

type ProblemKind = { readonly code: LintCode; readonly isFixable: boolean }

/** `problems` has each kind once, in their order. */
export type SurveyedPaper = { readonly paperId: number; readonly problems: readonly ProblemKind[] }

type Known = { readonly recordsDigest: string; readonly problems: readonly ProblemKind[] }

const memories = new WeakMap<ReadableDatabase, { readonly year: number; readonly papers: Map<number, Known> }>()
const papersAtOnce = 100
const none: readonly ProblemKind[] = []
const twinKinds = [
  ['duplicate-doi', 'doi'],
  ['duplicate-title', 'title'],
] as const

/** In the order of the library; papers without problems are left out. */
export function* surveyProblems(db: ReadableDatabase, thisYear: number): Generator<Progress, readonly SurveyedPaper[]> {
  const papers = listLintedPapers(db)
  const known = memoryOf(db, thisYear)
  let looked = 0
  for (const [done, { paperId, recordsDigest }] of papers.entries()) {
    if (known.get(paperId)?.recordsDigest === recordsDigest) continue
    if (looked++ % papersAtOnce === 0) yield { what: 'Looking at papers', done, total: papers.length, unit: 'papers' }
    const own = findOwnProblems(db, { paperId, thisYear })
    if (own !== null) known.set(paperId, { recordsDigest: own.recordsDigest, problems: kindsOf(own.findings) })
  }
  const progress: Progress = { what: 'Looking for twins', done: papers.length, total: papers.length, unit: 'papers' }
  yield progress
  const twins = new Map<LintCode, ReadonlySet<number>>()
  for (const [code, field] of twinKinds) {
    twins.set(code, listTwins(db, field))
    yield progress
  }
  const ignored = listAllIgnored(db)
  return papers.flatMap(({ paperId }) => {
    const own = known.get(paperId)?.problems ?? none
    const shared = [...twins].filter(([, sharing]) => sharing.has(paperId)).map(([code]) => ({ code, isFixable: false }))
    if (own.length + shared.length === 0) return []
    const problems = [...own, ...shared].filter(({ code }) => ignored.get(paperId)?.has(code) !== true)
    return problems.length === 0 ? [] : [{ paperId, problems: problems.sort(byOrder) }]
  })
}

function memoryOf(db: ReadableDatabase, year: number): Map<number, Known> {
  const before = memories.get(db)
  if (before?.year === year) return before.papers
  const papers = new Map<number, Known>()
  memories.set(db, { year, papers })
  return papers
}

function kindsOf(findings: readonly Finding[]): readonly ProblemKind[] {
  if (findings.length === 0) return none
  const byCode = Map.groupBy(findings, ({ code }) => code)
  return [...byCode].map(([code, found]) => ({ code, isFixable: found.some(({ fix }) => fix !== null) }))
}

function byOrder(a: ProblemKind, b: ProblemKind): number {
  return lintCodes.indexOf(a.code) - lintCodes.indexOf(b.code)
}
