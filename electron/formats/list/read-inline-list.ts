/**
 * Title and authors on one line; taken only if most lines are such:
 *   Title – Ada Lovelace, Alan Turing        “Title” by Ada Lovelace        Title (Lovelace et al., 1843)
 *   Title. Ada Lovelace, Alan Turing
 *   Title, Lovelace et al., Venue 1843               Title (Lovelace, Turing; Venue 1843)
 *   Title Ada Lovelace, Alan Turing          as pages of proceedings are copied, the two parted by nothing but their type
 */
import type { EntryFields } from '../../../db/model/fields.ts'
import { buildDraft, type SaidFields } from './build-draft.ts'
import { removeItemStart } from './item-start.ts'
import { leaveOver } from './leave-over.ts'
import type { ListLine } from './list-line.ts'
import type { ListReading } from './list-reading.ts'
import { readNames } from './reference-names.ts'
import { splitRunOnNames } from './split-run-on-names.ts'
import { isTitleLine } from './title-line.ts'

const separator = / [-–—|/·] | by (?=\p{Lu})/gu
const stop = /[.?!] (?=\p{Lu})/gu
const leastShare = 0.6
const sampleSize = 100
const longestLine = 600
const yearBehind = /[,.]? ?[([]?((?:19|20)\d\d)[)\]]?\.?$/
/** `Diego Ongaro and John Ousterhout, USENIX ATC 2014`; what stands before it must be names. */
const venueBehind = /,? [([]?(\p{Lu}[\p{L}&.-]*(?: [\p{L}&.-]+){0,8}),? ['’]?((?:19|20)\d\d)[)\]]?\.?$/u
const bracketBehind = / [([]([^()[\]]{2,200}),? ?\(?((?:19|20)\d\d)[a-z]?\)?[)\]]\.?$/
const familiesBehind =
  /, (\p{Lu}[\p{L}'’-]+(?: et al\.?| (?:and|&) \p{Lu}[\p{L}'’-]+)),? (?:(\p{Lu}[^,()]{1,80}?),? )?\(?((?:19|20)\d\d)\)?\.?$/u
/** Behind brackets, headings between titles are no lines of their own kind. */
const leastShareInBrackets = 0.5

/** A title, what stands behind it, and the year. */
type Cut = { readonly title: string; readonly names: string; readonly year: number | null; readonly venue?: string }
type CutLine = (text: string) => Cut | null
type ReadLine = (line: ListLine) => SaidFields | null

export function readInlineList(lines: readonly ListLine[]): ListReading | null {
  return (
    readLines(lines, readEitherWay(lines), leastShare) ??
    readLines(lines, readWith(lines, cutBrackets), leastShareInBrackets) ??
    readLines(lines, readWith(lines, cutAtFamilies), leastShareInBrackets) ??
    readLines(lines, readWith(lines, cutFamilies), leastShare) ??
    readLines(lines, readWith(lines, cutAtStop), leastShare) ??
    readLines(lines, splitRunOnNames(lines), leastShare)
  )
}

function readLines(lines: readonly ListLine[], read: ReadLine, least: number): ListReading | null {
  const sample = lines.slice(0, sampleSize)
  if (sample.filter((line) => read(line) !== null).length < sample.length * least) return null
  const drafts = lines.flatMap((line) => {
    const said = read(line)
    return said === null ? [] : [buildDraft([line], [said])]
  })
  return drafts.length < lines.length * least
    ? null
    : { layout: 'title-authors-inline', drafts, leftovers: leaveOver(lines, drafts) }
}

/** Names may stand before the separator, too, if they do so on more lines than behind it. */
function readEitherWay(lines: readonly ListLine[]): ReadLine {
  const [behind, before] = [readWith(lines, cutAtSeparator), readWith(lines, cutBehindSeparator)]
  const count = (read: ReadLine) => lines.slice(0, sampleSize).filter((line) => read(line) !== null).length
  return count(before) > count(behind) ? before : behind
}

/** Where some line can only be a list of family names, all single words are such. */
function readWith(lines: readonly ListLine[], cutLine: CutLine): ReadLine {
  const cut = (line: ListLine) => (line.text.length > longestLine ? null : cutLine(removeItemStart(line.text)))
  const names = lines.slice(0, sampleSize).flatMap((line) => cut(line)?.names ?? [])
  const areFamilies = names.some((text) => isListOfWords(text) && / (?:and|&) /.test(text))
  return (line) => {
    const parts = cut(line)
    if (parts === null || !isTitle(line, parts.title)) return null
    const said = readAuthors(parts.names, areFamilies)
    return said === null
      ? null
      : {
          fields: {
            title: parts.title,
            ...said,
            ...(parts.year === null ? {} : { year: parts.year }),
            ...(parts.venue === undefined ? {} : { venue: parts.venue }),
          },
          lines: [line],
        }
  }
}

/** `Title (Lovelace et al., 1843)` by itself; `null` where the brackets hold something else. */
export function readTitleWithBrackets(text: string): EntryFields | null {
  const cut = cutBrackets(text)
  const names = cut === null ? null : readAuthors(cut.names, true)
  if (cut === null || cut.year === null || names === null) return null
  return { title: cut.title, ...names, year: cut.year, ...(cut.venue === undefined ? {} : { venue: cut.venue }) }
}

function isListOfWords(text: string): boolean {
  return text
    .replace(/,? et al\.?$/, '')
    .split(/, (?:and |& )?| and | & /)
    .every((part) => /^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(part))
}

export function readAuthors(text: string, areFamilies: boolean): EntryFields | null {
  const bare = text.replace(/,? et al\.?$/, '')
  if ((areFamilies || bare !== text || !bare.includes(',')) && isListOfWords(bare)) {
    const authors = bare.split(/, (?:and |& )?| and | & /).map((family) => ({ family, given: null }))
    return bare === text ? { authors } : { authors, andOthers: true }
  }
  const names = readNames(text)
  if (names === null || !names.authors.every((author) => 'family' in author)) return null
  return { authors: names.authors, ...(names.andOthers ? { andOthers: true } : {}) }
}

function cutAtSeparator(text: string): Cut | null {
  const at = [...text.matchAll(separator)].at(-1)
  if (at === undefined) return null
  const behind = text.slice(at.index + at[0].length)
  const title = text.slice(0, at.index).replace(/^["“](.*)["”],?$/, '$1')
  const cited = venueBehind.exec(behind)
  if (cited !== null) {
    const [whole, venue = '', year] = cited
    return { title, names: behind.slice(0, -whole.length), year: Number(year), venue }
  }
  const year = yearBehind.exec(behind)
  return {
    title,
    names: year === null ? behind : behind.slice(0, year.index),
    year: year === null ? null : Number(year[1]),
  }
}

function cutBehindSeparator(text: string): Cut | null {
  const cut = cutAtSeparator(text)
  return cut === null ? null : { ...cut, title: cut.names.replace(/^["“](.*)["”],?$/, '$1'), names: cut.title }
}

/** The first stop behind which there is nothing but names, several of them or some left out. */
function cutAtStop(text: string): Cut | null {
  for (const { index } of text.matchAll(stop)) {
    const behind = text.slice(index + 2)
    const names = readNames(behind)
    if (names === null) continue
    const title = text.slice(0, text[index] === '.' ? index : index + 1)
    return (names.authors.length > 1 || names.andOthers) && !title.includes('. ') ? { title, names: behind, year: null } : null
  }
  return null
}

function cutBrackets(text: string): Cut | null {
  const match = bracketBehind.exec(text)
  if (match === null) return null
  const [names = '', venue = ''] = (match[1] ?? '').split('; ')
  return {
    title: text.slice(0, match.index).replace(/^["“](.*)["”],?$/, '$1'),
    names: names.replace(/[,;\s]+$/, ''),
    year: Number(match[2]),
    ...(venue.trim() === '' ? {} : { venue: venue.replace(/[,\s]+$/, '') }),
  }
}

function areWholeNames(text: string): boolean {
  const parts = text.split(/, (?:and |& )?| and | & /)
  return parts.every((name) => /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){1,3}$/u.test(name)) && readNames(text) !== null
}

/** `Support-Vector Networks (Cortes and Vapnik)`; words in capitals are what a work is called by. */
function cutFamilies(text: string): Cut | null {
  const match = / \((\p{Lu}[^()\d]{1,120})\)$/u.exec(text)
  const names = match?.[1] ?? ''
  const areFamilies = isListOfWords(names.replace(/,? et al\.?$/, '')) && !/^[\p{Lu}-]+$/u.test(names)
  if (match === null || !(areFamilies || areWholeNames(names))) return null
  return { title: text.slice(0, match.index), names, year: null }
}

function cutAtFamilies(text: string): Cut | null {
  const match = familiesBehind.exec(text)
  if (match === null) return null
  const [whole, names = '', venue = '', year] = match
  return { title: text.slice(0, text.length - whole.length), names, year: Number(year), ...(venue === '' ? {} : { venue }) }
}

/** Beside names, two words are enough. */
function isTitle(line: ListLine, title: string): boolean {
  return isTitleLine({ ...line, text: title }) || /^\p{Lu}\S+ \S+$/u.test(title)
}
