/**
 * Lists of identifiers, one or more a line, alone, beside a title, above or below one, or in prose. Two identifiers of one kind name two
 * works; of different kinds beside each other, one.
 */
import type { Draft } from '../../../db/model/draft.ts'
import { buildDraft } from './build-draft.ts'
import { fieldsOfIdentifiers, type Identifiers, readIdentifiers } from './identifiers.ts'
import { removeItemStart } from './item-start.ts'
import { countCharacters } from './keep-entries.ts'
import { leaveOver } from './leave-over.ts'
import { readFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'
import type { ListReading } from './list-reading.ts'
import { referenceStyles } from './reference-parts.ts'
import { blockSplits } from './split-blocks.ts'
import { isTitleLine } from './title-line.ts'

type IdentifiedLine = { readonly line: ListLine; readonly works: readonly Identifiers[]; readonly rest: string }

const leastShareOfLines = 0.4
/** Long lines without identifiers are abstracts, and most lines without any are no list of identifiers. */
const leastShareOfText = 0.5
const leastShareOfTaken = 0.85
/** Records with an identifier and an abstract each are no list of identifiers. */
const shortestParagraph = 300
const mostParagraphs = 0.2
const sampleSize = 200
const leastShareOfSample = 0.2
/** Of the lines with identifiers, those that hold nothing else but a title. */
const leastShareOfBare = 0.6
const fewestCitations = 2
const anyYear = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/
/** Between two identifiers it says that they are of two works. */
const conjunction = /,?\s+(?:and|und|et|&)\s+/g
const separators = /\s*[;|\t]\s*|,\s+|(?<=\S)\s{2,}(?=\S)|(?<=[\p{Ll}\d]\.)\s+(?=\p{Lu}\p{Ll})/u
/** What is said of a work behind its identifier. */
const proseBehind = /\d\S*(?: \p{Ll}[\p{L}-]*){2,}\W*$/u

export function readIdentifierList(lines: readonly ListLine[]): ListReading | null {
  if (!isLikely(lines.slice(0, sampleSize))) return null
  const identified = lines.map(identifyLine)
  const found = identified.filter(({ works }) => works.length > 0)
  const bare = found.filter(({ line, rest }) => rest === '' || isTitleLine({ ...line, text: rest }))
  if (found.length < lines.length * leastShareOfLines || bare.length < found.length * leastShareOfBare) return null
  if (areCitations(bare.slice(0, sampleSize)) || areWrappedCitations(lines.slice(0, sampleSize))) return null
  const paragraphs = lines.filter((line) => line.text.length >= shortestParagraph && readFeatures(line).proseWords > 1)
  if (paragraphs.length > lines.length * mostParagraphs) return null
  const titleAt = findTitles(identified)
  const taken = found.length * (titleAt === 0 ? 1 : 2)
  if (
    countCharacters(found.map(({ line }) => line)) < countCharacters(lines) * leastShareOfText &&
    taken < lines.length * leastShareOfTaken
  )
    return null
  const drafts = identified.flatMap((each, index) => draftsOf(each, identified[index + titleAt]?.line, titleAt))
  return { layout: 'identifiers', drafts, leftovers: leaveOver(lines, drafts) }
}

/** Titles with their authors are references, which say more than their identifiers do. */
function areCitations(lines: readonly IdentifiedLine[]): boolean {
  const cited = lines.filter(({ rest }) => rest !== '' && referenceStyles.some((cut) => cut(rest) !== null))
  return cited.length >= fewestCitations && cited.length * 2 > lines.length
}

/** Each of several lines, of which the last has the identifier. */
function areWrappedCitations(lines: readonly ListLine[]): boolean {
  const blocks = blockSplits.slice(0, 3).map((split) => split(lines))
  return blocks.some((each) => {
    const wrapped = each.filter((block) => block.length > 1).map((block) => block.map(({ text }) => text).join(' '))
    const cited = wrapped.filter((text) => {
      const { rest } = readIdentifiers(removeItemStart(text))
      return referenceStyles.some((cut) => (cut(rest)?.authors?.authors.length ?? 0) > 0 && anyYear.test(rest))
    })
    return cited.length >= fewestCitations && cited.length * 2 > each.length
  })
}

function isLikely(sample: readonly ListLine[]): boolean {
  return sample.filter(({ text }) => readIdentifiers(text, { isBare: true }).count > 0).length >= sample.length * leastShareOfSample
}

/** Prose that names works: each is an entry, and none has a title. */
export function readIdentifiersInProse(lines: readonly ListLine[]): ListReading | null {
  const drafts = lines.map(identifyLine).flatMap(({ line, works }) => works.map((work) => draftOf(work, line)))
  return drafts.length === 0 ? null : { layout: 'identifiers-in-prose', drafts, leftovers: leaveOver(lines, drafts) }
}

function identifyLine(line: ListLine): IdentifiedLine {
  const text = removeItemStart(line.text)
  const whole = readIdentifiers(text, { isBare: true })
  if (whole.count === 0) return { line, works: [], rest: text }
  const works: Identifiers[] = []
  let between: string[] = []
  const isProse = (part: string) => readFeatures({ ...line, text: part }).proseWords > 0
  for (const part of text.replace(conjunction, '; and; ').split(separators)) {
    const { identifiers } = readIdentifiers(part, { isBare: true })
    if (Object.keys(identifiers).length === 0) {
      between.push(part)
      continue
    }
    const last = works.at(-1)
    const isSame =
      last !== undefined &&
      Object.keys(identifiers).every((kind) => !Object.hasOwn(last, kind)) &&
      !between.some((each) => each === 'and' || proseBehind.test(each) || isProse(each))
    between = proseBehind.test(part) ? [part] : []
    if (isSame) works[works.length - 1] = { ...last, ...identifiers }
    else works.push(identifiers)
  }
  return {
    line,
    works: works.length > 1 ? works : [whole.identifiers],
    rest: trimRest(whole.rest),
  }
}

/** Where the titles stand: a line above their identifiers (-1), a line below (1), or nowhere (0). */
function findTitles(lines: readonly IdentifiedLine[]): -1 | 0 | 1 {
  const bare = lines.flatMap(({ works, rest }, index) => (works.length === 1 && rest === '' ? [index] : []))
  if (bare.length === 0) return 0
  const count = (step: -1 | 1) => bare.filter((index) => isTitleBeside(lines[index + step])).length
  const [above, below] = [count(-1), count(1)]
  if (Math.max(above, below) * 2 < bare.length) return 0
  return above >= below ? -1 : 1
}

function isTitleBeside(each: IdentifiedLine | undefined): boolean {
  return each !== undefined && each.works.length === 0 && isTitleLine(each.line)
}

/** Where other titles stand, two words are enough. */
function isShortTitle({ text }: ListLine): boolean {
  return /^\p{Lu}\S+ [\p{L}\p{N}][^\s:]*$/u.test(text)
}

function draftsOf({ line, works, rest }: IdentifiedLine, beside: ListLine | undefined, step: number): readonly Draft[] {
  const [work] = works
  if (work === undefined) return []
  if (works.length > 1) return works.map((each) => draftOf(each, line))
  const said = { fields: fieldsOfIdentifiers(work), lines: [line] }
  const own = { ...line, text: rest }
  if (line.text.includes(rest) && isTitleLine(own)) return [buildDraft([line], [{ fields: { title: rest }, lines: [line] }, said])]
  if (
    rest !== '' ||
    step === 0 ||
    beside === undefined ||
    !(isTitleLine(beside) || isShortTitle(beside)) ||
    readIdentifiers(beside.text).count > 0
  )
    return [buildDraft([line], [said])]
  const lines = step === -1 ? [beside, line] : [line, beside]
  return [buildDraft(lines, [{ fields: { title: removeItemStart(beside.text) }, lines: [beside] }, said])]
}

function draftOf(work: Identifiers, line: ListLine): Draft {
  return buildDraft([line], [{ fields: fieldsOfIdentifiers(work), lines: [line] }])
}

/** What stood between a title and its identifier. */
function trimRest(rest: string): string {
  const text = rest.replace(/^[\s,;:.|–—-]+|[\s,;:|–—([-]+$/g, '').replace(/^["“](.*)["”]$/, '$1')
  const isLabel = text.startsWith('#') || (/^(?:\p{L}+ ?){1,2}[:.]?$/u.test(text) && text.length < 16)
  return isLabel || readFeatures({ number: 0, text, source: text, isRepaired: false, gap: 0 }).words === 0 ? '' : text
}
