/** Lists of titles and nothing else, one a line or an item; a year may follow in brackets. Taken only if nearly all lines look alike. */
import type { Draft } from '../../../db/model/draft.ts'
import type { EntryFields } from '../../../db/model/fields.ts'
import { areNames } from './are-names.ts'
import { findAsides } from './aside-lines.ts'
import { buildDraft } from './build-draft.ts'
import { inOneGo } from './in-steps.ts'
import { removeItemStart } from './item-start.ts'
import { type Hyphenation, joinWrappedLines } from './join-wrapped-lines.ts'
import { learnHyphenation } from './learn-hyphenation.ts'
import { leaveOver } from './leave-over.ts'
import { type LineFeatures, readFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'
import type { ListReading } from './list-reading.ts'
import { joinAsides } from './read-asides.ts'
import { blockSplits } from './split-blocks.ts'
import { isTitleLine } from './title-line.ts'

/** `whole` has the text of all lines. */
type Item = { readonly lines: readonly ListLine[]; readonly text: string; readonly whole: ListLine | undefined }

const fewestTitles = 3
const leastShare = 0.7
const mostWordsOfMenu = 3
const fewestAlone = 6
const longestAlone = 120
const leastShareRegular = 0.8
/** Two names of two words or more. */
const wholeNames =
  /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}(?:,| and | &) ?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}(?:,| and |$)|\b\p{Lu}\. /u
/** The day on which a title is to be read. */
const appointment =
  /^(?:week \d+|\d{1,2}\.? \p{L}{3,9}|\p{L}{3,9}\.? \d{1,2}|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}\.?)(?:,? \d{4})? ?[:–—-] (?=\S)/iu
const year = / ?[,(]? ?\b((?:19|20)\d\d)\)?$/

export function readTitleList(all: readonly ListLine[]): ListReading | null {
  const asides = inOneGo(findAsides(all)).filter(({ kind }) => kind !== 'venue')
  const asideLines = new Set(asides.flatMap((aside) => aside.lines))
  const lines = all.filter((line, index) => !asideLines.has(line) && !isHeader(all, index))
  const hyphenation = learnHyphenation(lines)
  for (const split of blockSplits) {
    const items = withoutCommas(split(lines).map((block) => toItem(block, hyphenation)))
    const marked = items.filter(isMarked)
    const listed = marked.length * 2 > items.length ? marked : items
    const longer = listed.filter(isTitle)
    const areMarked = listed === marked && longer.length >= fewestTitles
    const titles = areMarked ? listed.filter((item) => isTitle(item) || isShortTitle(item)) : longer
    const phrases = listed.filter(isPhrase)
    if (titles.length < fewestTitles || titles.length < phrases.length * leastShare || areMenu(titles)) continue
    const hasYears = titles.filter(({ text }) => /[,(] ?(?:19|20)\d\d\)?$/.test(text)).length >= titles.length * leastShare
    const isDated = titles.filter(({ text }) => appointment.test(text)).length >= titles.length * leastShare
    const read = titles.map((item) => toDraft(item, { hasYears, isDated }))
    const { drafts } = joinAsides(read, asides, all)
    return { layout: 'title', drafts, leftovers: leaveOver(all, drafts) }
  }
  return null
}

function toItem(lines: readonly ListLine[], hyphenation: Hyphenation): Item {
  const texts = lines.map(({ text }) => text)
  return withText(lines, removeItemStart(joinWrappedLines(texts, hyphenation)))
}

/** Behind each, a comma or semicolon parts the items. */
function withoutCommas(items: readonly Item[]): readonly Item[] {
  const isParted = items.filter(({ text }) => /[,;]$/.test(text)).length >= items.length * leastShare
  return isParted ? items.map(({ lines, text }) => withText(lines, text.replace(/[,;]$/, ''))) : items
}

/**
 * Short lines without names among them, a title each: here, two words are enough, and `Naming and Necessity` is nobody's names. Where each
 * second or third line may be a name, the lines between are titles of theirs.
 */
export function readTitlesAlone(all: readonly ListLine[]): ListReading | null {
  const lines = all.filter((_, index) => !isHeader(all, index))
  if (lines.length < fewestAlone || lines.some(({ text, gap }, index) => text.length > longestAlone || (gap > 0 && index > 0)))
    return null
  const features = lines.map((line) => readFeatures(line))
  const isOther = (each: LineFeatures) =>
    !each.startsUpper ||
    each.words < 2 ||
    each.endsComma ||
    each.endsHanging ||
    each.endsFullStop ||
    each.oddWords > 0 ||
    each.isDate
  if (features.some(isOther) || lines.some(({ text }) => wholeNames.test(text))) return null
  const areLikeNames = features.map((each) => areNames([each]))
  const longer = features.filter(({ words }) => words > mostWordsOfMenu)
  if (longer.length * 3 < lines.length || !areLikeNames.includes(true) || isRegular(areLikeNames)) return null
  const drafts = lines.map((line) => buildDraft([line], [{ fields: { title: line.text }, lines: [line] }]))
  return { layout: 'title', drafts, leftovers: leaveOver(all, drafts) }
}

function isRegular(are: readonly boolean[]): boolean {
  return [2, 3].some((step) =>
    [0, 1, 2].some((first) => {
      const each = are.filter((_, index) => index % step === first)
      return first < step && each.filter(Boolean).length >= each.length * leastShareRegular
    }),
  )
}

function isTitle({ lines, whole }: Item): boolean {
  const isUnbroken = lines.every(({ number }, index) => number === (lines[0]?.number ?? 0) + index)
  return whole !== undefined && lines.length <= 4 && isUnbroken && isTitleLine(whole)
}

/** `Random Forests`, behind a number or bullet as the other titles are. */
function isShortTitle({ lines, text }: Item): boolean {
  return lines.length === 1 && /^\p{Lu}[\p{L}\p{N}'’-]+ [\p{L}\p{N}'’-]+$/u.test(text)
}

/** By a number or a bullet. */
function isMarked({ lines: [line] }: Item): boolean {
  return line !== undefined && removeItemStart(line.text) !== line.text
}

/** What was seen of a line is remembered. */
function withText(lines: readonly ListLine[], text: string): Item {
  const [line] = lines
  return { lines, text, whole: line === undefined || text === line.text ? line : { ...line, text } }
}

/** Rows of short phrases are the menu of a page. */
function areMenu(titles: readonly Item[]): boolean {
  const words = titles.map(({ whole }) => (whole === undefined ? 0 : readFeatures(whole).words))
  const isLonger = words.filter((count, index) => count > mostWordsOfMenu || /\p{Script=Han}/u.test(titles[index]?.text ?? ''))
  return isLonger.length * 2 < titles.length
}

/** A line that a blank line parts from all the others, which have none between them. */
function isHeader(lines: readonly ListLine[], index: number): boolean {
  return index === 0 && (lines[1]?.gap ?? 0) > 0 && lines.slice(2).every(({ gap }) => gap === 0)
}

/** One word or two are no title that this reader could know. */
function isPhrase({ whole, text }: Item): boolean {
  return whole !== undefined && (/\p{Lo}/u.test(text) || readFeatures(whole).words > 2)
}

function toDraft({ lines, text: whole }: Item, { hasYears, isDated }: { hasYears: boolean; isDated: boolean }): Draft {
  const text = isDated ? whole.replace(appointment, '') : whole
  const match = hasYears ? year.exec(text) : null
  const title = match === null ? text : text.slice(0, match.index)
  const fields: EntryFields = { title, ...(match === null ? {} : { year: Number(match[1]) }) }
  return buildDraft(lines, [{ fields, lines }])
}
