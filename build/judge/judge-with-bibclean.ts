import type { JudgedLibrary, Verdict } from './judged-library.ts'
import { runTool } from './run-tool.ts'

/** For information only: bibclean is of 1998, wrong about en dashes, and knows neither UTF-8 nor arXiv. */
export function judgeWithBibclean({ folder, papers }: JudgedLibrary): Verdict {
  const { errors } = runTool(folder, ['bibclean', '-max-width', '0', 'bibtex.bib'])
  const errorCount = errors.match(/^\?\? /gm)?.length ?? 0
  const warningCount = errors.match(/^%% /gm)?.length ?? 0
  return { figures: `${papers.length} papers, ${errorCount} errors and ${warningCount} warnings (information only)`, problems: [] }
}
