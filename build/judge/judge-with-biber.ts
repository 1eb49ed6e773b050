import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unexplainedWarnings } from './allowed-warnings.ts'
import type { JudgedLibrary, Verdict } from './judged-library.ts'
import { runTool } from './run-tool.ts'

/** Biber with biblatex's data model, on both dialects. It exits 0 even with warnings, so its words count. */
export function judgeWithBiber({ folder, papers }: JudgedLibrary): Verdict {
  const problems: string[] = []
  let warningCount = 0
  for (const dialect of ['bibtex', 'biblatex']) {
    const { output, exitCode } = runTool(folder, [
      'biber',
      '--tool',
      '--validate-datamodel',
      `--output-file=${dialect}.biber`,
      `${dialect}.bib`,
    ])
    const warnings = [...output.matchAll(/^(?:WARN|ERROR) - (.*)$/gm)].map(([, warning = '']) => warning)
    warningCount += warnings.length
    problems.push(...unexplainedWarnings('biber', warnings).map((warning) => `${dialect}: ${warning}`))
    const entries = readFileSync(join(folder, `${dialect}.biber`), 'utf8').match(/^@/gm)?.length ?? 0
    if (exitCode !== 0) problems.push(`${dialect}: exit code ${exitCode}`)
    if (entries !== papers.length) problems.push(`${dialect}: ${entries} entries read, ${papers.length} papers in the library`)
  }
  return { figures: `${papers.length} papers twice, ${warningCount} warnings, ${problems.length} unexplained`, problems }
}
