/**
 * Somebody's own works, where only the others are named:
 *   “Title,” (with Ada Lovelace and Alan Turing), Journal, 12(3), 1950, 1-20. [PDF]
 *   Title (joint with Ada Lovelace), Working Paper 12, 2019
 *   “Title,” Journal, 12(3), 1950.        alone, among such as the above
 * Taken only if a good part of the lines names others. Nobody says who the list is of, so the names are marked for a look.
 */
import { parseAuthorLine } from '../../../db/model/author-names.ts'
import { areNames } from './are-names.ts'
import { findAsides } from './aside-lines.ts'
import { buildDraft, type SaidFields } from './build-draft.ts'
import { readCitationDetails } from './citation-details.ts'
import { fieldsOfIdentifiers, readIdentifiers } from './identifiers.ts'
import { inOneGo } from './in-steps.ts'
import { removeItemStart } from './item-start.ts'
import { leaveOver } from './leave-over.ts'
import { readFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'
import type { ListReading } from './list-reading.ts'
import { joinAsides } from './read-asides.ts'
import { isTitleLine } from './title-line.ts'

const others =
  /[,.]?["”]?,? ?[([](?:joint(?:ly)? |joint work |co-?authored |gemeinsam )?(?:with|mit|avec|con|com) ([^()[\]]{4,200})[)\]][.,;:]? ?/i
/** Behind a quoted title, also without brackets: `“Title,” with Ada Lovelace and Alan Turing, Journal 12(3), 1950.` */
const othersBehindQuotes =
  /[.,]?["”],? (?:joint(?:ly)? |joint work )?with ((?:[^,()“”"]{3,40}, ){0,8}?[^,()“”"]{3,40},? and [^,()“”"]{3,50}|[^,()“”"]{3,50}), /
const quoted = /^["“]([^"“”]{10,250}?)[,.]?["”][.,]? /
const buttons = /(?: ?[[(][^[\]()]{1,60}[\])])+\.?$/
const openingQuote = /^["“]/
const longestLine = 600
const fewest = 2
const leastShareWithOthers = 0.25
const leastShare = 0.5

export function readCoauthorList(lines: readonly ListLine[]): ListReading | null {
  const namesOthers = ({ text }: ListLine) => text.length <= longestLine && findOthers(text) !== null
  if (lines.filter(namesOthers).length < Math.max(fewest, lines.length * leastShareWithOthers)) return null
  const asides = inOneGo(findAsides(lines)).filter(({ kind }) => kind === 'links')
  const asideLines = new Set(asides.flatMap((aside) => aside.lines))
  const texts = lines.filter((line) => !asideLines.has(line))
  const read = texts.flatMap((line) => {
    const said = readWork(line)
    return said === null ? [] : [buildDraft([line], [said])]
  })
  const named = read.filter(({ fields }) => fields.authors !== undefined)
  if (named.length < texts.length * leastShareWithOthers || read.length < texts.length * leastShare) return null
  const { drafts } = joinAsides(read, asides, lines)
  return { layout: 'title-authors-inline', drafts, leftovers: leaveOver(lines, drafts) }
}

function readWork(line: ListLine): SaidFields | null {
  if (line.text.length > longestLine) return null
  const text = removeItemStart(line.text)
  const match = findOthers(text)
  if (match === null) return readQuoted(line, text)
  const [whole, names = ''] = match
  const title = text.slice(0, match.index).replace(openingQuote, '').trim()
  const { authors, isCertain } = parseAuthorLine(names)
  if (!isTitle(line, title) || !isCertain || !areNames([readFeatures({ ...line, text: names })])) return null
  return { fields: { title, authors, ...readRest(text.slice(match.index + whole.length)) }, lines: [line], isCertain: false }
}

function findOthers(text: string): RegExpExecArray | null {
  return others.exec(text) ?? othersBehindQuotes.exec(text)
}

function readQuoted(line: ListLine, text: string): SaidFields | null {
  const match = quoted.exec(text)
  if (match === null || !isTitle(line, match[1] ?? '')) return null
  return { fields: { title: match[1] ?? '', ...readRest(text.slice(match[0].length)) }, lines: [line] }
}

function readRest(text: string): SaidFields['fields'] {
  const { identifiers, rest } = readIdentifiers(text.replace(buttons, ''))
  return { ...readCitationDetails(rest), ...fieldsOfIdentifiers(identifiers) }
}

/** Beside names, two words are enough. */
function isTitle(line: ListLine, title: string): boolean {
  return isTitleLine({ ...line, text: title }) || /^\p{Lu}\S+ \S+$/u.test(title)
}
