/**
 * The judges of a .bib and of CSL JSON: programs that others wrote read what Octavo exports, from the example lists through the real
 * command line, and from a small library of traps; and what Octavo reads of the bibliographies of TeX Live, where it is, is compared.
 * `npm run judge` says one line for each; anything wrong, a missing program too, ends in exit code 1.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formatCslJson } from '../electron/formats/csl/format-csl-json.ts'
import { formatBibtex } from '../electron/formats/format-bibtex.ts'
import { judgeReading } from './judge/judge-reading.ts'
import { judgeWithBibclean } from './judge/judge-with-bibclean.ts'
import { judgeWithBiber } from './judge/judge-with-biber.ts'
import { judgeWithBibtex } from './judge/judge-with-bibtex.ts'
import { judgeWithPandoc } from './judge/judge-with-pandoc.ts'
import { judgeWithPdflatex } from './judge/judge-with-pdflatex.ts'
import type { Judge, JudgedLibrary, Verdict } from './judge/judged-library.ts'
import { nastyPapers } from './judge/nasty-papers.ts'
import { runTool } from './judge/run-tool.ts'
import { seedLists } from './seed-lists.ts'

const judges: ReadonlyArray<readonly [name: string, judge: Judge]> = [
  ['bibclean', judgeWithBibclean],
  ['bibtex', judgeWithBibtex],
  ['biber', judgeWithBiber],
  ['pandoc', judgeWithPandoc],
  ['pdflatex', judgeWithPdflatex],
]

const sources: ReadonlyArray<readonly [name: string, exportPapers: (folder: string) => JudgedLibrary['papers']]> = [
  ['example lists', exportExampleLists],
  ['traps', exportTraps],
]

const shownProblems = 20

const folder = mkdtempSync(join(tmpdir(), 'octavo-judge-'))
const isClean = [
  ...sources.map(([name, exportPapers]) => judgeSource(name, exportPapers)),
  ...judgeReading().map(([name, verdict]) => report(name, verdict)),
].every((isGood) => isGood)
if (isClean) rmSync(folder, { recursive: true })
else console.log(`\nThe files are in ${folder}.`)
process.exitCode = isClean ? 0 : 1

function judgeSource(name: string, exportPapers: (folder: string) => JudgedLibrary['papers']): boolean {
  const libraryFolder = join(folder, name.replaceAll(' ', '-'))
  mkdirSync(libraryFolder)
  let library: JudgedLibrary
  try {
    library = { name, folder: libraryFolder, papers: exportPapers(libraryFolder) }
  } catch (error) {
    console.log(`${name}: NOT JUDGED: ${sentence(error)}`)
    return false
  }
  return judges.map(([judge, run]) => report(`${name}, ${judge}`, verdictOf(run, library))).every((isGood) => isGood)
}

/** A judge that cannot do its work has found something wrong. */
function verdictOf(judge: Judge, library: JudgedLibrary): Verdict {
  try {
    return judge(library)
  } catch (error) {
    return { figures: 'COULD NOT JUDGE', problems: [sentence(error)] }
  }
}

function report(title: string, { figures, problems }: Verdict): boolean {
  console.log(`${title}: ${figures}`)
  for (const problem of problems.slice(0, shownProblems)) console.log(`  ${problem.replaceAll('\n', '\n    ')}`)
  if (problems.length > shownProblems) console.log(`  … and ${problems.length - shownProblems} more`)
  return problems.length === 0
}

function exportExampleLists(libraryFolder: string): JudgedLibrary['papers'] {
  octavo(libraryFolder, ['import', ...seedLists()])
  octavo(libraryFolder, ['export', '--format', 'bibtex', '--out', 'bibtex.bib'])
  octavo(libraryFolder, ['export', '--format', 'biblatex', '--out', 'biblatex.bib'])
  octavo(libraryFolder, ['export', '--format', 'csl-json', '--out', 'csl.json'])
  return JSON.parse(octavo(libraryFolder, ['list', '--json']))
}

function octavo(libraryFolder: string, command: readonly string[]): string {
  const program = fileURLToPath(new URL('../electron/cli.ts', import.meta.url))
  const { exitCode, output, errors } = runTool(libraryFolder, [process.execPath, program, '--library', 'library.db', ...command])
  if (exitCode !== 0) throw new Error(`octavo ${command[0]} ended with ${exitCode}: ${errors.trim()}`)
  return output
}

function exportTraps(libraryFolder: string): JudgedLibrary['papers'] {
  const options = { abstracts: true, keywords: true }
  writeFileSync(join(libraryFolder, 'bibtex.bib'), formatBibtex(nastyPapers, { ...options, dialect: 'bibtex' }))
  writeFileSync(join(libraryFolder, 'biblatex.bib'), formatBibtex(nastyPapers, { ...options, dialect: 'biblatex' }))
  const cslPapers = nastyPapers.map((paper) => ({ ...paper, notes: [], status: 'new' as const }))
  writeFileSync(join(libraryFolder, 'csl.json'), formatCslJson(cslPapers, { ...options, notes: false, byStatus: false }))
  return nastyPapers
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
