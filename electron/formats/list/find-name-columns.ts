/**
 * Authors that stand one below the other, as publishers' pages have them: lines of two to four words that are a name each. Titles of two
 * words look so, too; so in half of a source's columns at least one line must have initials or a common given name, or end in a comma.
 */
import type { LineFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'
import { givenNames } from './word-lists.ts'

const longestName = 48
const mostWordsOfName = 4
const leastShare = 0.5
const initial = /(?:^| )\p{Lu}\.(?:[ -]?\p{Lu}\.)*(?: |$)/u
const separatorBehind = /(?:[,;]| and| &)$/

/** Whether each line is a name in the column that the line before is in. */
export function findNameColumns(lines: readonly ListLine[], features: readonly LineFeatures[]): readonly boolean[] {
  const areNames = lines.map((line, index) => isName(line, features[index]))
  const isAlike = (index: number) =>
    isShouted(lines[index]) === isShouted(lines[index - 1]) && indentOf(lines[index]) === indentOf(lines[index - 1])
  const goesOn = lines.map(
    ({ gap }, index) => gap === 0 && areNames[index] === true && areNames[index - 1] === true && isAlike(index),
  )
  let [columns, certain, isCertain] = [0, 0, false]
  for (const [index, line] of lines.entries()) {
    if (!areNames[index]) continue
    if (!goesOn[index]) isCertain = false
    if (goesOn[index + 1] && !goesOn[index]) columns++
    if (!isCertain && (goesOn[index] || goesOn[index + 1]) && isCertainName(line.text)) {
      isCertain = true
      certain++
    }
  }
  return columns > 0 && certain >= columns * leastShare ? goesOn : lines.map(() => false)
}

function isName({ text }: ListLine, features: LineFeatures | undefined): boolean {
  if (features === undefined || text.length > longestName) return false
  const { words, names, separators, nameless, strange, proseWords, startsWithName, endsHyphen, isDate } = features
  if (words < 2 || words > mostWordsOfName + 1 || nameless + strange + proseWords > 0 || startsWithName || endsHyphen || isDate)
    return false
  return separators === 0 ? names === words : separators === 1 && separatorBehind.test(text)
}

function indentOf(line: ListLine | undefined): number {
  return line === undefined ? 0 : line.source.length - line.source.trimStart().length
}

function isShouted(line: ListLine | undefined): boolean {
  return line !== undefined && !/\p{Ll}/u.test(line.text)
}

function isCertainName(text: string): boolean {
  return separatorBehind.test(text) || initial.test(text) || givenNames.has(text.slice(0, text.indexOf(' ')))
}
