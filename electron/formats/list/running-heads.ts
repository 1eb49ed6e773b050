/**
 * What stands at the edges of a scanned or printed page: its number, which counts up through the source, and the line beside it that comes
 * again on each page, or on each second one.
 */
import type { ListLine } from './list-line.ts'

const pageNumber = /^(?:[-–—|] ?)?(?:page |seite |p\. ?)?(\d{1,4})(?: (?:of|von|\/) \d{1,4})?(?: ?[-–—|])?$/i
const fewestPages = 2
const longestHead = 120

/** By index: numbers of pages and running heads, as what belongs to a page. */
export function findRunningHeads(lines: readonly ListLine[]): ReadonlyMap<number, 'page'> {
  const pages = lines.flatMap(({ text }, index) => {
    const number = text.length <= longestHead ? pageNumber.exec(text)?.[1] : undefined
    return number === undefined ? [] : [{ index, number: Number(number) }]
  })
  if (pages.length < fewestPages || pages.some(({ number }, at) => at > 0 && number !== (pages[at - 1]?.number ?? 0) + 1))
    return new Map()
  const beside = pages.flatMap(({ index }) => [index - 1, index + 1])
  const counts = new Map<string, number>()
  for (const index of beside) {
    const text = lines[index]?.text ?? ''
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const heads = beside.filter((index) => {
    const text = lines[index]?.text ?? ''
    return text !== '' && text.length <= longestHead && (counts.get(text) ?? 0) >= fewestPages
  })
  return heads.length < fewestPages
    ? new Map()
    : new Map([...pages.map(({ index }) => index), ...heads].map((index) => [index, 'page']))
}
