import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unexplainedWarnings } from './allowed-warnings.ts'
import type { JudgedLibrary, Verdict } from './judged-library.ts'
import { runTool } from './run-tool.ts'

/** BibTeX itself, plain style, citing all: no errors, as many entries as papers, and sentence case lowers no name or acronym. */
export function judgeWithBibtex({ folder, papers }: JudgedLibrary): Verdict {
  writeFileSync(join(folder, 'all.aux'), '\\citation{*}\n\\bibstyle{plain}\n\\bibdata{bibtex}\n')
  const { exitCode, output } = runTool(folder, ['bibtex', 'all'])
  const warnings = [...output.matchAll(/^Warning--(.*)$/gm)].map(([, warning = '']) => warning)
  const bibliography = readFileSync(join(folder, 'all.bbl'), 'utf8')
  const items = bibliography.split('\\bibitem').length - 1
  const problems = unexplainedWarnings('bibtex', warnings).map((warning) => `warning: ${warning}`)
  if (exitCode >= 2 || /error message/.test(output)) problems.push(`exit code ${exitCode}:\n${output}`)
  if (items !== papers.length) problems.push(`${items} entries in the bibliography, ${papers.length} papers in the library`)
  problems.push(...findLoweredWords(readFileSync(join(folder, 'bibtex.bib'), 'utf8'), bibliography))
  return { figures: `${items} entries, ${warnings.length} warnings, ${problems.length} unexplained`, problems }
}

/** Titles stand in the bibliography as exported but for line breaks and the case of letters. */
export function findLoweredWords(bib: string, bibliography: string): readonly string[] {
  const printed = new Map(
    bibliography.split('\\bibitem{').map((item) => [item.slice(0, item.indexOf('}')), item.replace(/\s+/g, ' ')] as const),
  )
  const titles = bib.matchAll(/^@\w+\{(.*),\n(?: {2}author = .*\n)? {2}title = \{(.*)\},$/gm)
  return [...titles].flatMap(([, key = '', title = '']) => {
    const item = printed.get(key) ?? ''
    const start = item.toLowerCase().indexOf(title.toLowerCase())
    if (start < 0) return [`the title of ${key} is not in the bibliography: ${title}`]
    const words = item.slice(start, start + title.length).split(' ')
    const lowered = title.split(' ').filter((word, index) => word !== words[index] && !isOrdinaryWord(word))
    return lowered.map((word) => `BibTeX lowers ${word} in the title of ${key}`)
  })
}

/** One capital at most, at the beginning, with small letters after it; or the article. */
function isOrdinaryWord(word: string): boolean {
  const letters = word.replace(/\\[A-Za-z]+/g, '')
  return /^[^\p{L}\p{N}]*A[^\p{L}\p{N}]*$/u.test(letters) || !/[\p{L}\p{N}]\p{Lu}|(?<!\p{L})\p{Lu}(?!\p{L})/u.test(letters)
}
