import { printPlain, readInlineMarkup } from '../../db/model/inline-markup.ts'
import type { Finding } from '../../db/model/lint-rule.ts'
import type { Note, Paper } from '../../db/model/paper.ts'
import type { FileReport } from '../import/import-report.ts'

/** What a list says must not steer the terminal, nor break a line. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
}

const widest = 160

function fitted(text: string): string {
  const line = printable(text)
  return line.length > widest ? `${line.slice(0, widest - 1)}…` : line
}

export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** One line a paper: key, status, title in brackets where it is provisional, authors and year. */
export function printPapers(papers: readonly Paper[]): string {
  const width = Math.min(32, Math.max(0, ...papers.map(({ citationKey }) => citationKey.length)))
  return papers.map((paper) => `${paper.citationKey.padEnd(width)}  ${paper.status.padEnd(7)}  ${describe(paper)}\n`).join('')
}

function describe({ title, titleOrigin, authors, andOthers, year, tags, notes }: Paper): string {
  const plain = title === null ? '(no title)' : fitted(printPlain(readInlineMarkup(title)))
  const names = authors.map((author) => ('family' in author ? author.family : author.literal))
  const shown = names.length > 3 || andOthers ? `${names[0] ?? ''} et al.` : names.join(', ')
  const marks = [...tags.map((tag) => `#${tag}`), ...(notes.length === 0 ? [] : [countOf(notes.length, 'note')])].join(' ')
  return [titleOrigin === 'provisional' ? `[${plain}]` : plain, printable(shown), year === null ? '' : String(year), marks]
    .filter((part) => part !== '')
    .join(' · ')
}

export function printNotes(notes: readonly Note[]): string {
  return notes.length === 0 ? 'No notes.\n' : notes.map(({ text }) => `${text}\n`).join('\n')
}

export function printProblem(citationKey: string, { message, fix }: Finding): string {
  return `    ${citationKey}: ${fitted(message)}${fix === null ? '' : ` → ${fix === '' ? '(empty)' : fitted(fix)}`}\n`
}

export function printSteps(steps: readonly { step: number; at: string; what: string; undone: boolean }[]): string {
  return steps
    .map(({ step, at, what, undone }) => `${String(step).padStart(4)}  ${at}  ${printable(what)}${undone ? '  (undone)' : ''}\n`)
    .join('')
}

export function printImport(files: readonly FileReport[], isDryRun: boolean): string {
  const read = files.filter(({ error }) => error === undefined)
  if (read.length === 0) return ''
  const sum = (count: (file: FileReport) => number) => read.reduce((total, file) => total + count(file), 0)
  const entries = countOf(
    sum((file) => file.entries),
    'entry',
  ).replace('entrys', 'entries')
  const total = `${entries}: ${countOf(
    sum((file) => file.added),
    'paper',
  )} added, ${sum((file) => file.merged)} merged, ${sum((file) => file.unchanged)} unchanged, ${sum((file) => file.changed)} changed.`
  return `${read.map(printFile).join('')}${total}${isDryRun ? ' This was a dry run: nothing was written.' : ''}\n`
}

function printFile({ path, entries, added, merged, unchanged, changed, uncertain, leftovers, takenKeys = [] }: FileReport): string {
  const counts = [
    [added, 'added'],
    [merged, 'the same as a paper met before'],
    [unchanged, 'unchanged'],
    [changed, 'changed'],
  ] as const
  const parts = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  const doubts = uncertain > 0 ? [`${uncertain} of them possibly known under another name`] : []
  const aside = leftovers.map(
    ({ line, text, reason }) => `    line ${line} left aside (${reason.replace('-', ' ')}): ${fitted(text)}\n`,
  )
  const keys = takenKeys.map((key) => `    the key ${printable(key)} is that of another paper: this one gets a letter behind it\n`)
  return `${path}: ${countOf(entries, 'entry').replace('entrys', 'entries')}, ${[...parts, ...doubts].join(', ')}\n${[...aside, ...keys].join('')}`
}
