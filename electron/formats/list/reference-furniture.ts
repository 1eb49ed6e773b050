/** What stands between references and is none: years that head sections, numbers of pages, the buttons of a site. */
import type { ListLine } from './list-line.ts'

const yearAlone = /^(?:19|20)\d\d:?$/
const yearsAlone = /^(?:19|20)\d\d ?[-–—] ?(?:(?:19|20)\d\d|today|present|now)$/
const button = /^\p{L}+(?: \p{L}+){0,3}$/u
const longestButton = 40
const fewestButtons = 3
const mostLinesPerButton = 12
/** Wide spaces part a running head and its number. */
const pageNumber = /^(?:(\d{1,4})|(\d{1,4})\s{3,}\p{Lu}.{0,120}|\p{Lu}.{0,120}\S\s{3,}(\d{1,4}))$/u

/** Below the years that head its sections, a list's references may have none of their own. */
export function findYearsOfSections(lines: readonly ListLine[]): ReadonlySet<ListLine> {
  const years = lines.filter(({ text }) => yearAlone.test(text))
  const steps = years.slice(1).map(({ text }, index) => Number.parseInt(text, 10) - Number.parseInt(years[index]?.text ?? '', 10))
  const areOrdered = steps.length > 0 && (steps.every((step) => step < 0) || steps.every((step) => step > 0))
  return new Set(areOrdered ? lines.filter(({ text }) => yearAlone.test(text) || yearsAlone.test(text)) : [])
}

/** Numbers alone on a line, or far from a running head, that rise here and there; items are numbered from 1 on. */
export function withoutPageNumbers(lines: readonly ListLine[]): readonly ListLine[] {
  const pages = lines.flatMap((line) => readPageNumber(line) ?? [])
  const areOfPages =
    pages.length > 0 &&
    pages[0] !== 1 &&
    pages.length * 8 < lines.length + 8 &&
    pages.every((number, at) => at === 0 || number > (pages[at - 1] ?? 0))
  return areOfPages ? lines.filter((line) => readPageNumber(line) === null) : lines
}

function readPageNumber({ text }: ListLine): number | null {
  const [, alone, first, last] = pageNumber.exec(text) ?? []
  const number = alone ?? first ?? last
  return number === undefined ? null : Number(number)
}

/** A few words that come with a good part of all items: `view`, `export record`. */
export function findButtons(lines: readonly ListLine[]): ReadonlySet<ListLine> {
  const places = new Map<string, ListLine[]>()
  for (const line of lines) {
    if (line.text.length > longestButton || !button.test(line.text)) continue
    const known = places.get(line.text)
    if (known === undefined) places.set(line.text, [line])
    else known.push(line)
  }
  const fewest = Math.max(fewestButtons, lines.length / mostLinesPerButton)
  return new Set([...places.values()].flatMap((same) => (same.length >= fewest ? same : [])))
}
