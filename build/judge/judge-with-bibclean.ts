import type { JudgedLibrary, Verdict } from './judged-library.ts'
import { runTool } from './run-tool.ts'

/** Its errors count; its warnings are for information, for it is of 1998, wrong about en dashes, and knows neither UTF-8 nor arXiv. */
export function judgeWithBibclean({ folder, papers }: JudgedLibrary): Verdict {
  const { errors } = runTool(folder, ['bibclean', '-max-width', '0', 'bibtex.bib'])
  const problems = errors.match(/^\?\? .*$/gm) ?? []
  const warningCount = errors.match(/^%% /gm)?.length ?? 0
  return { figures: `${papers.length} papers, ${problems.length} errors, ${warningCount} warnings (information only)`, problems }
}
