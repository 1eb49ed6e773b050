/**
 * The bibliography of a LaTeX document, as BibTeX's styles write it into a .bbl file: `\bibitem[label]{key}` opens each reference,
 * `\newblock` parts its sentences. Read as references, with the keys that documents already cite.
 */
import { isCitationKey } from '../../../db/model/citation-key.ts'
import { decodeLatex } from '../../../db/model/decode-latex.ts'
import { leaveOver } from './leave-over.ts'
import type { ListLine } from './list-line.ts'
import type { ListReading } from './list-reading.ts'
import { readReferences } from './read-references.ts'

const item = /^\\bibitem(?:\[[^\]]{0,200}\]?)?%?\s*(?:\{([^{}]{1,200})\})?%?/
const environment = /^\\(?:begin|end)\{/
const command = /\\newblock\b|\\href\s*\{[^{}]*\}|\\bibinfo\s*\{[^{}]*\}|\\(?:url|path|doi|textsc|emph|textit|natexlab)\b/g

export function readBibitems(all: readonly ListLine[]): ListReading | null {
  const keys = new Map(
    all.flatMap(({ number, text }) =>
      text.startsWith('\\bibitem') && item.test(text) ? [[number, item.exec(text)?.[1] ?? ''] as const] : [],
    ),
  )
  if (keys.size === 0) return null
  const lines = all.flatMap((line, index) => {
    const before = all[index - 1]?.number ?? 0
    const text = toPlain(line.text)
    if (text === '' || environment.test(line.text)) return []
    const isFirst = keys.has(line.number) || (keys.has(before) && toPlain(all[index - 1]?.text ?? '') === '')
    return [{ ...line, text: isFirst ? `[ref] ${text}` : text, gap: isFirst ? 1 : line.gap }]
  })
  const reading = readReferences(lines)
  if (reading === null) return null
  const drafts = reading.drafts.map((draft) => {
    const lineStart = keys.has(draft.lineStart) ? draft.lineStart : draft.lineStart - 1
    const citationKey = keys.get(lineStart) ?? ''
    return keys.has(lineStart) ? { ...draft, lineStart, ...(isCitationKey(citationKey) ? { citationKey } : {}) } : draft
  })
  return { layout: 'references', drafts, leftovers: leaveOver(all, drafts) }
}

function toPlain(text: string): string {
  return decodeLatex(
    text
      .replace(item, '')
      .replace(command, '')
      .replace(/\{\\(?:em|it|sl|bf|sc|rm)\b\s*/g, '{'),
  )
    .replace(/[{}*]/g, '')
    .replace(/\s+/g, ' ')
}
