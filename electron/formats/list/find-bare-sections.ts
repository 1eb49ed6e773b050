/**
 * Structured abstracts whose headings have lines of their own: `Methods`, and below it prose. The heading goes on into its text; the one that
 * comes first in the source opens each abstract, the others go on.
 */
import type { LineFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'

export type BareSections = { readonly headings: ReadonlySet<number>; readonly openings: ReadonlySet<number> }

const fewest = 3
const longest = 30

export function findBareSections(lines: readonly ListLine[], features: readonly LineFeatures[]): BareSections {
  const isHeading = (index: number) => {
    const [line, after, text] = [lines[index], lines[index + 1], features[index + 1]]
    return line !== undefined && line.text.length <= longest && after?.gap === 0 && text !== undefined && isText(text)
  }
  const found = lines.flatMap((_, index) => (features[index]?.isSection && isHeading(index) ? [index] : []))
  const words = new Set(found.map((index) => lines[index]?.text))
  if (found.length < fewest || words.size < 2) return { headings: new Set(), openings: new Set() }
  const opening = lines[found[0] ?? 0]?.text
  return { headings: new Set(found), openings: new Set(found.filter((index) => lines[index]?.text === opening)) }
}

function isText({ startsUpper, proseWords, words, nameless }: LineFeatures): boolean {
  return startsUpper && words > 3 && (proseWords > 0 || nameless * 2 >= words)
}
