import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JudgedLibrary, Verdict } from './judged-library.ts'
import { runTool } from './run-tool.ts'

/**
 * Sets the bibliography in styles that print names in full, abbreviate them, and cut them up for labels, and after it every title and
 * abstract as exported. Papers in scripts that pdfTeX has no fonts for are left out here, and only here.
 */
export function judgeWithPdflatex({ folder, papers }: JudgedLibrary): Verdict {
  const entries = readFileSync(join(folder, 'bibtex.bib'), 'utf8').split(/\n(?=@)/)
  if (entries.length !== papers.length)
    return { figures: 'not set', problems: [`${entries.length} entries exported of ${papers.length} papers`] }
  const settable = entries.filter((entry) => !unsettable.test(entry.normalize('NFD')))
  writeFileSync(join(folder, 'settable.bib'), settable.join('\n'))
  const problems = ['plain', 'abbrv', 'alpha'].flatMap((style) => setInStyle(folder, style, settable))
  const leftOut = papers.length - settable.length
  return {
    figures: `${settable.length} papers set in 3 styles, ${leftOut} left out for want of fonts, ${problems.length} errors`,
    problems,
  }
}

/** Scripts other than Latin, pictures, and Vietnamese letters with a horn; Greek letters of formulas are commands by now. */
const unsettable = /(?![\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\P{Cn}|\p{Emoji_Presentation}|\u031b/u

function setInStyle(folder: string, style: string, entries: readonly string[]): readonly string[] {
  writeFileSync(join(folder, `${style}.tex`), texDocument(style, entries))
  const latex = ['pdflatex', '-interaction=nonstopmode', '-no-shell-escape', style] as const
  runTool(folder, latex)
  const bibtex = runTool(folder, ['bibtex', style])
  runTool(folder, latex)
  runTool(folder, latex)
  const problems = bibtex.exitCode >= 2 ? [`${style}: bibtex exits with ${bibtex.exitCode}`] : []
  const items = readFileSync(join(folder, `${style}.bbl`), 'latin1').split('\\bibitem').length - 1
  if (items !== entries.length) problems.push(`${style}: ${items} entries in the bibliography, ${entries.length} expected`)
  const log = readFileSync(join(folder, `${style}.log`), 'utf8')
  return [
    ...problems,
    ...[...log.matchAll(/^(! .*)(?:\n(?!l\.).*){0,8}(\nl\..*)?/gm)].map(([, error, line = '']) => `${style}: ${error}${line}`),
  ]
}

function texDocument(style: string, entries: readonly string[]): string {
  const texts = entries.flatMap((entry) =>
    [...entry.matchAll(/^ {2}(?:title|abstract) = \{(.*)\},$/gm)].map(([, text = '']) => text),
  )
  return `\\documentclass{article}
\\usepackage[T1]{fontenc}
\\usepackage[utf8]{inputenc}
\\usepackage{lmodern,textcomp,amsmath,amssymb}
\\begin{document}
\\nocite{*}
\\bibliographystyle{${style}}
\\bibliography{settable}
${texts.join('\n\n')}
\\end{document}
`
}
