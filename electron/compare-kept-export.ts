import { readFileSync } from 'node:fs'
import type { ReadableDatabase } from '../db/database.ts'
import { AppError } from '../db/model/app-error.ts'
import { compareLines, type LineDifference } from '../db/model/compare-lines.ts'
import type { KeptDifference, KeptLine } from '../db/model/kept-export.ts'
import type { Progress } from '../db/model/progress.ts'
import { findPapers } from '../db/queries/find-papers.ts'
import { findKeptExport } from '../db/queries/kept-exports.ts'
import { exportPapers } from './export-papers.ts'

/** What stands around a difference, so that one sees where it is. */
const linesAround = 2
const mostLines = 1000
const longestLine = 500

/** How a kept file differs from what Octavo would write there; with papers whose keys are to be issued first, nothing was compared. */
export function* compareKeptExport(
  db: ReadableDatabase,
  { id }: { id: number },
): Generator<Progress, KeptDifference | { readonly unissued: readonly number[] }> {
  const kept = findKeptExport(db, id)
  if (kept === undefined) throw new AppError('not-found', 'This file is no longer kept up to date. There is nothing to compare.')
  const { search, ...request } = kept.request
  const outcome = yield* exportPapers(db, { paperIds: findPapers(db, search), ...request })
  if ('unissued' in outcome) return outcome
  yield { what: 'Comparing lines', done: 0, total: 0 }
  return describeDifference(readLines(kept.path), linesOf(outcome.text))
}

function describeDifference(theirs: readonly string[], ours: readonly string[]): KeptDifference {
  const differences = compareLines(theirs, ours)
  const lines: KeptLine[] = []
  let shownTo = 0
  for (const difference of differences) {
    if (lines.length >= mostLines) break
    addLines(lines, { theirs, ours, difference, shownTo })
    shownTo = difference.beforeEnd
  }
  const last = differences.at(-1)?.beforeEnd === shownTo ? theirs.slice(shownTo, shownTo + linesAround) : []
  return {
    removed: countLines(differences, ({ beforeStart, beforeEnd }) => beforeEnd - beforeStart),
    added: countLines(differences, ({ afterStart, afterEnd }) => afterEnd - afterStart),
    lines: [...lines, ...last.map(lineOf('same', shownTo))].slice(0, mostLines),
  }
}

type Compared = {
  readonly theirs: readonly string[]
  readonly ours: readonly string[]
  readonly difference: LineDifference
  readonly shownTo: number
}

function addLines(lines: KeptLine[], { theirs, ours, difference, shownTo }: Compared): void {
  const { beforeStart, beforeEnd, afterStart, afterEnd } = difference
  const isFirst = lines.length === 0
  const wayUpTo = Math.max(shownTo, beforeStart - linesAround)
  const afterLast = isFirst ? shownTo : Math.min(shownTo + linesAround, wayUpTo)
  lines.push(...theirs.slice(shownTo, afterLast).map(lineOf('same', shownTo)))
  lines.push(...theirs.slice(wayUpTo, beforeStart).map(lineOf('same', wayUpTo)))
  // No more than are shown, of a file that is another one altogether.
  lines.push(...theirs.slice(beforeStart, Math.min(beforeEnd, beforeStart + mostLines)).map(lineOf('removed', beforeStart)))
  lines.push(...ours.slice(afterStart, Math.min(afterEnd, afterStart + mostLines)).map(lineOf('added', afterStart)))
}

function lineOf(kind: KeptLine['kind'], start: number): (text: string, index: number) => KeptLine {
  return (text, index) => ({
    kind,
    number: start + index + 1,
    text: text.length > longestLine ? `${text.slice(0, longestLine)}…` : text,
  })
}

function countLines(differences: readonly LineDifference[], lengthOf: (difference: LineDifference) => number): number {
  return differences.reduce((sum, difference) => sum + lengthOf(difference), 0)
}

function readLines(path: string): readonly string[] {
  try {
    return linesOf(readFileSync(path, 'utf8'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const reason = code === 'ENOENT' || code === 'ENOTDIR' ? 'is not there any more' : `could not be read (${code})`
    throw new AppError('unreadable-file', `${path} ${reason}. There is nothing to compare.`, { cause: error })
  }
}

/** Line ends are no difference that one could see. */
function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}
