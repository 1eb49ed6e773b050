import type { SourceLine } from '../decode-text.ts'
import { repairMojibake } from '../repair-mojibake.ts'
import { openItems } from './learn-item-starts.ts'
import type { ListLine } from './list-line.ts'
import { splitRunOnReferences } from './split-run-on-references.ts'

/** As mail programs mark the text that is answered. */
const quoteMarks = /^(?:>\s*)+/
/** As tables of contents lead to the number of a page. */
const leader = /[ .…]*(?: ?\.){3,} *(?:\d{1,4}|[ivxl]{1,6})$/

/** The lines that are not blank; one that only goes on a quotation is as good as blank. */
export function prepareLines(source: readonly SourceLine[]): readonly ListLine[] {
  const lines: ListLine[] = []
  let blanks = 0
  for (const { number, text } of source) {
    const bare = text.trim().replace(quoteMarks, '')
    const trimmed = bare.includes('...') || bare.includes('. . .') ? bare.replace(leader, '') : bare
    if (trimmed === '') {
      blanks++
      continue
    }
    const repaired = repairMojibake(trimmed)
    lines.push({ number, source: text, text: repaired ?? trimmed, isRepaired: repaired !== null, gap: blanks })
    blanks = 0
  }
  const spacing = lines.slice(1).reduce((least, line) => Math.min(least, line.gap), Number.POSITIVE_INFINITY)
  return openItems(splitRunOnReferences(lines.map((line, index) => ({ ...line, gap: index === 0 ? 0 : line.gap - spacing }))))
}
