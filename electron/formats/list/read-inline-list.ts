/** Title and authors on one line: `Title – Ada Lovelace, Alan Turing`, `“Title” by Ada Lovelace`; taken only if most lines are such. */
import type { EntryFields } from '../../../db/model/fields.ts'
import { buildDraft } from './build-draft.ts'
import { leaveOver } from './leave-over.ts'
import type { ListLine } from './list-line.ts'
import type { ListReading } from './list-reading.ts'
import { readNames } from './reference-parts.ts'
import { removeItemStart } from './split-blocks.ts'
import { isTitleLine } from './title-line.ts'

const separator = / [-–—|/·] | by (?=\p{Lu})/gu
const leastShare = 0.6
const sampleSize = 100
const longestLine = 600
const yearBehind = /[,.]? ?[([]?((?:19|20)\d\d)[)\]]?\.?$/

export function readInlineList(lines: readonly ListLine[]): ListReading | null {
  const sample = lines.slice(0, sampleSize)
  if (sample.filter((line) => readLine(line) !== null).length < sample.length * leastShare) return null
  const drafts = lines.flatMap((line) => {
    const fields = readLine(line)
    return fields === null ? [] : [buildDraft([line], [{ fields, lines: [line] }])]
  })
  return drafts.length < lines.length * leastShare
    ? null
    : { layout: 'title-authors-inline', drafts, leftovers: leaveOver(lines, drafts) }
}

function readLine(line: ListLine): EntryFields | null {
  if (line.text.length > longestLine) return null
  const text = removeItemStart(line.text)
  const at = [...text.matchAll(separator)].at(-1)
  if (at === undefined) return null
  const behind = text.slice(at.index + at[0].length)
  const year = yearBehind.exec(behind)
  const names = readNames(year === null ? behind : behind.slice(0, year.index))
  const title = text.slice(0, at.index).replace(/^["“](.*)["”],?$/, '$1')
  if (names === null || !names.authors.every((author) => 'family' in author) || !isTitle(line, title)) return null
  return {
    title,
    authors: names.authors,
    ...(names.andOthers ? { andOthers: true } : {}),
    ...(year === null ? {} : { year: Number(year[1]) }),
  }
}

/** Beside names, two words are enough. */
function isTitle(line: ListLine, title: string): boolean {
  return isTitleLine({ ...line, text: title }) || /^\p{Lu}\S+ \S+$/u.test(title)
}
