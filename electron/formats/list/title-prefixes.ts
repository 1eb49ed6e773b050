/**
 * What stands before titles and belongs to the list:
 *   `1. `, `[2] `, `3) `   numbers that count up, or down, through the source; each section may begin at 1 again
 *   `#812 `, `No. 7 `       numbers that say that they are such
 *   `Title: `, `Paper: `   a label that is the same on every record; a word for "title" is known even from one record
 *   `- `, `• `, `### `     a bullet or the mark of a heading on every record
 *   `9:00-9:20 `            the hour at which each is read out
 *   `Select this article `  what a box or button says, in small letters, on every record
 *   `[PDF] `               the kind of a document
 * Only all titles together can tell: a title of its own may begin with a number or a name and a colon.
 */
import { bullet, itemNumber, readItemNumber } from './item-start.ts'

export type TitlePrefixes = { readonly hasNumbers: boolean; readonly hasHours: boolean; readonly label: string }

const labelled = new RegExp(`${bullet.source}|^(?:#{1,6} |\\p{L}[\\p{L} ]{0,18} ?[:：] *)(?=\\S)`, 'u')
/** As numbers of papers are, in no order. */
const announced = /^(?:#|№|(?:No|Nr)\b)/
const titleLabel = /^(?:title|titel|titre|título|titolo|название|标题|题目|題目|タイトル|제목) ?[:：] *$/iu
const hour = /^\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?(?: ?[-–—] ?\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?)?[:.]?\s+(?=\S)/i
/** As search pages mark what they found. */
const documentKind = /^(?:\[(?:HTML|PDF|BOOK|CITATION|DOC|BUCH|ZITATION|LIVRE|LIBRO|LIVRO|CITA|B|C)\] ?)+(?=\S)/
const buttonWords =
  /^\p{Lu}\p{Ll}+(?: \p{Ll}+){1,4} (?<! (?:a|an|the|of|for|in|on|at|to|by|from|with|and|or|via|as|under|using|through) )(?=\p{Lu})/u
const fewestLabelled = 3
const leastShareOfNumbers = 0.5

export function learnTitlePrefixes(titles: readonly string[]): TitlePrefixes {
  const hasNumbers = countThrough(titles)
  const hasHours = titles.length > 1 && titles.every((title) => hour.test(title))
  const rest = hasNumbers ? titles.map(removeNumber) : hasHours ? titles.map(removeHour) : titles
  const label = labelled.exec(rest[0] ?? '')?.[0] ?? ''
  const isLabel = (rest.length >= fewestLabelled || titleLabel.test(label)) && rest.every((title) => title.startsWith(label))
  const words = isLabel && label !== '' ? label : (buttonWords.exec(rest[0] ?? '')?.[0] ?? '')
  const areButtons = rest.length > fewestLabelled && rest.every((title) => title.startsWith(words))
  return { hasNumbers, hasHours, label: isLabel && label !== '' ? label : areButtons ? words : '' }
}

export function removeTitlePrefixes(title: string, { hasNumbers, hasHours, label }: TitlePrefixes): string {
  const rest = (hasNumbers ? removeNumber(title) : hasHours ? removeHour(title) : title).replace(documentKind, '')
  return rest.startsWith(label) ? rest.slice(label.length) : rest
}

function removeNumber(title: string): string {
  return title.replace(itemNumber, '').trimStart()
}

function removeHour(title: string): string {
  return title.replace(hour, '')
}

function countThrough(titles: readonly string[]): boolean {
  if (titles.length > 1 && titles.every((title) => readItemNumber(title) === null)) return true
  const numbers = titles.flatMap((title) => readItemNumber(title) ?? [])
  if (numbers.length < 2 || numbers.length < titles.length * leastShareOfNumbers) return false
  if (numbers.length === titles.length && titles.every((title) => announced.test(title))) return true
  const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0))
  return steps.every((step, index) => step > 0 || numbers[index + 1] === 1) || steps.every((step) => step < 0)
}
