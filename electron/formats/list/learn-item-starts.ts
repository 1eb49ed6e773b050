/**
 * What opens the items of one list and of no other is learned from it: words and numbers before a colon, a dash or a tab, of which only the
 * numbers change from item to item.
 *   `Week 3 (Jan 9): `  `P12-1002: `  `Talk 4 – `  `A-17. `       become a bullet, which all readers know
 *   `vaswani2017: `  `[10:02] `  `3.1 `              so do keys, times and numbers of sections
 *   `3 Watson, J.D. …`, where such numbers count from 1 on       become `3.`
 *   `📄 …`, `👥 …`, `📅 …`, where several such signs come equally often and tell kinds of lines apart, go
 */
import type { ListLine } from './list-line.ts'

const start =
  /^(?:\[?(?!(?:19|20)\d\d[\].:])\p{Lu}{0,4}-?\d+(?:[-–./]\d+)*\]?|\p{Lu}\p{L}{2,9}\.? #?\d{1,4}(?: ?[([][^()[\]]{2,24}[)\]])?)(?: ?[:–—|]| -|[.)\]](?=\s)|\t)\s*(?=["“‘'(\p{Lu}])|^\d{1,2}(?:\.\d{1,2}){1,3}\.? +(?=["“‘'(\p{Lu}])|^\d{1,2}[.:h]\d\d ?[-–—] ?\d{1,2}[.:h]\d\d:? +(?=["“‘'(\p{Lu}])/u
const key = /^[\p{L}-]{2,20}(?:19|20)\d\d\p{L}{0,12}(?:[:|]| [-–—])\s+(?=["“‘'(\p{Lu}])/u
/** As chats have it before each line. */
const time = /^\[?(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4},? )?\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?\](?: -)? (?=\S)/i
const known = /^(?:\[?\d{1,5}[\].):]|\(\d{1,5}\))(?!\d)/
const bareNumber = /^(\d{1,3}) +(?=["“‘'(\p{Lu}])/u
const sign = /^(?![|<>=~^`©®°™*+\-–—•‣·»›])[\p{So}\p{Sm}]\ufe0f?\s+(?=\S)/u
const month = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\p{Ll}*/gu
const fewest = 3
const leastShare = 0.12

export function openItems(lines: readonly ListLine[]): readonly ListLine[] {
  if (lines.length < fewest) return lines
  const numbered = numberItems(lines)
  if (numbered !== lines) return numbered
  return removeSigns(replaceStarts(lines))
}

function replaceStarts(lines: readonly ListLine[]): readonly ListLine[] {
  const timed = lines.filter(({ text }) => text.startsWith('[') && time.test(text))
  if (timed.length * 2 > lines.length) return lines.map((line) => ({ ...line, text: line.text.replace(time, '') }))
  const starts = lines.map(({ text }) => (known.test(text) ? '' : ((start.exec(text) ?? key.exec(text))?.[0] ?? '')))
  const shapes = starts.map((each) => (key.test(`${each}X`) ? 'key' : each.replace(/\d+/g, '0').replace(month, 'M')))
  const different = new Map<string, Set<string>>()
  for (const [index, shape] of shapes.entries())
    if (shape !== '') different.set(shape, (different.get(shape) ?? new Set()).add(starts[index] ?? ''))
  const least = Math.max(fewest, lines.length * leastShare)
  const learned = new Set([...different].flatMap(([shape, of]) => (of.size >= least ? [shape] : [])))
  if (learned.size === 0) return lines
  return lines.map((line, index) =>
    learned.has(shapes[index] ?? '') ? { ...line, text: `• ${line.text.slice(starts[index]?.length)}` } : line,
  )
}

/** Each by one more than the number before, the first of them 1. */
function numberItems(lines: readonly ListLine[]): readonly ListLine[] {
  const numbers = lines.map(({ text }) => bareNumber.exec(text)?.[1])
  let next = 1
  const isCounted = numbers.every((number) => {
    if (number === undefined) return true
    next++
    return Number(number) === next - 1
  })
  if (!isCounted || next - 1 < Math.max(fewest, lines.length * leastShare)) return lines
  return lines.map((line, index) => {
    const number = numbers[index]
    return number === undefined ? line : { ...line, text: `${number}. ${line.text.slice(number.length).trimStart()}` }
  })
}

function removeSigns(lines: readonly ListLine[]): readonly ListLine[] {
  const counts = new Map<string, number>()
  const signs = lines.map(({ text }) => sign.exec(text)?.[0] ?? '')
  for (const each of signs) if (each !== '') counts.set(each, (counts.get(each) ?? 0) + 1)
  const often = [...counts].filter(([, count]) => count >= fewest)
  if (often.length < 2) return lines
  return lines.map((line, index) => (signs[index] === '' ? line : { ...line, text: line.text.slice(signs[index]?.length) }))
}
