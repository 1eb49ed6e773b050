/**
 * Reference sections: one citation an item, in any style. All items vote for a style: each way to cut that fits an item is a vote, and
 * where several fit, the one that most items fit is taken.
 */
import type { Draft } from '../../../db/model/draft.ts'
import type { EntryFields } from '../../../db/model/fields.ts'
import { areNames } from './are-names.ts'
import { buildDraft } from './build-draft.ts'
import { readCitationDetails } from './citation-details.ts'
import type { ReferenceParts } from './cut-title.ts'
import { isDateLine } from './date-line.ts'
import { fieldsOfIdentifiers, type Identifiers, readIdentifiers } from './identifiers.ts'
import { removeItemStart } from './item-start.ts'
import { type Hyphenation, joinWrappedLines, noHyphenation } from './join-wrapped-lines.ts'
import { learnTypesetHyphenation } from './learn-hyphenation.ts'
import { leaveOver } from './leave-over.ts'
import { readFeatures } from './line-features.ts'
import { removeLinkWords } from './link-words.ts'
import type { ListLine } from './list-line.ts'
import type { ListReading } from './list-reading.ts'
import { findButtons, findYearsOfSections, withoutPageNumbers } from './reference-furniture.ts'
import { readNames } from './reference-names.ts'
import { cutDitto, groupStyles, type ReferenceStyle, referenceStyles } from './reference-parts.ts'
import { settleTitle } from './settle-title.ts'
import { blockSplits, type SplitBlocks } from './split-blocks.ts'
import { isTitleLine } from './title-line.ts'
import { withoutImprints } from './without-imprints.ts'

type Reference = {
  readonly lines: readonly ListLine[]
  readonly joined: string
  readonly identifiers: Identifiers
  /** Without identifiers; empty where it cannot be a reference. */
  readonly text: string
  /** A dash stands for the authors of the reference before. */
  readonly isDitto: boolean
  /** By its quotes. */
  readonly certain: ReferenceParts | null
  /** One for each of the other styles. */
  readonly cuts: readonly (ReferenceParts | null)[]
}

type ReadBlock = (block: readonly ListLine[], hyphenation: Hyphenation) => Reference

const longestReference = 3000
const mostLines = 8
/** Lines that each begin with one are several works. */
const yearFirst = /^[([]?(?:19|20)\d\d[)\].:]? /
const fewestWithYear = 3
const authorLabel = /^(?:authors?|by|autor(?:es|en)?|auteurs?) ?: /i
const shortestReference = 20
/** A source of which less is references is something else. */
const leastShare = 0.5
const fewestMarked = 3
const bracketFirst = /^\[[^\]]{1,14}\] /
/** Fewer are no list that tells where its authors stand. */
const fewestOfStyle = 2
const leastShareOfMarked = 0.3
/** Behind names, what goes on or is the first sentence of a reference. */
const goesOnBelow = /[,;:&-]$|\p{Ll}{2}\.$/u
const sampleSize = 200
const leastShareOfSample = 0.3
const anyYear = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\b(?:in press|to appear|forthcoming|n\. ?d|submitted|accepted)\b/i
/** Of a note. */
const signal = /^(?:See(?: also|,? e\.g\.,)?|Cf\.) (?=\p{Lu})/u

export function readReferences(all: readonly ListLine[]): ListReading | null {
  const sections = findYearsOfSections(all)
  const printed = withoutPageNumbers(sections.size === 0 ? all : all.filter((line) => !sections.has(line)))
  const buttons = findButtons(printed)
  const lines = buttons.size === 0 ? printed : printed.filter((line) => !buttons.has(line))
  const readBlock = (block: readonly ListLine[], hyphenation: Hyphenation) =>
    readReference(block, { joined: joinBlock(block, hyphenation), isDated: sections.size > 0 })
  const split = chooseSplit(lines.slice(0, sampleSize), readBlock)
  if (split === null) return null
  const hyphenation = learnTypesetHyphenation(lines)
  const between = new Set([...buttons, ...sections].map(({ number }) => number))
  const blocks = between.size === 0 ? split(lines) : split(lines).flatMap((block) => partAtButtons(block, between))
  const { references, order } = readGroups(onlyMarked(blocks.map((block) => readBlock(block, hyphenation))))
  if (countCharacters(references.filter(isReference)) < countCharacters(references) * leastShare) return null
  const drafts: Draft[] = []
  for (const reference of references) {
    const draft = toDraft(reference, order, drafts.at(-1))
    if (draft !== null) drafts.push(draft)
  }
  return { layout: 'references', drafts: withoutImprints(drafts, all), leftovers: leaveOver(all, drafts) }
}

function joinBlock(block: readonly ListLine[], hyphenation: Hyphenation): string {
  return joinWrappedLines(
    block.map(({ text }) => text),
    hyphenation,
  )
}

/** Where references have numbers or bullets, what has none is something else, to be read by itself. */
function onlyMarked(references: readonly Reference[]): readonly Reference[] {
  const marked = references.filter(({ lines: [line] }) => line !== undefined && removeItemStart(line.text) !== line.text)
  const cited = marked.filter(isReference)
  return cited.length >= fewestMarked && cited.length >= references.length * leastShareOfMarked ? marked : references
}

/** No text goes on beyond a button or a year as heading; a number may stand before one. */
function partAtButtons(block: readonly ListLine[], buttons: ReadonlySet<number>): readonly (readonly ListLine[])[] {
  const parts: ListLine[][] = []
  for (const [index, line] of block.entries()) {
    const before = block[index - 1]
    const last = before === undefined || removeItemStart(before.text) === '' ? line.number : before.number
    const isParted = Array.from({ length: line.number - last }, (_, step) => last + step).some((number) => buttons.has(number))
    if (before === undefined || isParted) parts.push([line])
    else parts.at(-1)?.push(line)
  }
  return parts
}

/** The way to part items by which most of the first lines are in most references. */
function chooseSplit(lines: readonly ListLine[], readBlock: ReadBlock): SplitBlocks | null {
  let best: { readonly split: SplitBlocks; readonly score: number } | null = null
  const areMarked = shareOfMarked(blockSplits[0]?.(lines) ?? []) > 0.5
  for (const split of blockSplits) {
    const blocks = split(lines)
    if (areStacked(blocks)) continue
    const { references } = readGroups(blocks.map((block) => readBlock(block, noHyphenation)))
    const cited = references.filter(isReference)
    const share = countCharacters(cited) / Math.max(1, countCharacters(references))
    const score = share * cited.length * (areMarked ? shareOfMarked(blocks) : 1)
    if (share >= leastShareOfSample && score > (best?.score ?? 0)) best = { split, score }
  }
  return best?.split ?? null
}

/** Of items with numbers, what is cut further are no items, nor are two in one. */
function shareOfMarked(blocks: readonly (readonly ListLine[])[]): number {
  const marked = blocks.filter(([line]) => line !== undefined && removeItemStart(line.text) !== line.text)
  const inside = blocks.flatMap((block) => block.slice(1)).filter(({ text }) => bracketFirst.test(text)).length
  return marked.length < fewestMarked ? 0 : marked.length / Math.max(blocks.length, marked.length + inside)
}

/** Names on a line of their own, above a title or below one: the lines are parts, not one text that was wrapped. */
function areStacked(blocks: readonly (readonly ListLine[])[]): boolean {
  const several = blocks.filter((block) => block.length > 1)
  const stacked = several.filter((block) => {
    const [first, second, third] = removeItemStart(block[0]?.text ?? '') === '' ? block.slice(1) : block
    if (first === undefined || second === undefined) return false
    if (!goesOnBelow.test(first.text) && readNames(removeItemStart(first.text)) !== null && isTitleLine(second)) return true
    return areNamesBelow(first, second) || (third !== undefined && isTitleLine(second) && areNamesBelow(second, third))
  })
  return stacked.length * 2 > several.length
}

function areNamesBelow(above: ListLine, line: ListLine): boolean {
  const below = readFeatures(line)
  return below.separators > 0 && areNames([below]) && !above.text.endsWith(',') && !areNames([readFeatures(above)])
}

function readReference(lines: readonly ListLine[], { joined, isDated }: { joined: string; isDated: boolean }): Reference {
  const { identifiers, rest } = readIdentifiers(removeItemStart(joined).slice(0, longestReference))
  const text = removeLinkWords(removeEmphasis(rest)).replace(signal, '').trim()
  const hasLength = joined.length >= shortestReference && joined.length <= longestReference
  const isLikely = hasLength && !areSeveral(lines) && (isDated || hasDate(joined, identifiers)) && countNameLines(lines) < 2
  const cutWhole = (cut: ReferenceStyle) => {
    const parts = isLikely ? cut(text) : null
    return parts !== null && isSpan(joined, parts.title) ? parts : null
  }
  const [quoted = null, ...others] = referenceStyles.map(cutWhole)
  const ditto = cutWhole(cutDitto)
  return { lines, joined, identifiers, text: isLikely ? text : '', isDitto: ditto !== null, certain: ditto ?? quoted, cuts: others }
}

/** A reference names its authors once: several lists of names, each a line, are a page of records. */
function countNameLines(lines: readonly ListLine[]): number {
  if (lines.length <= mostLines) return 0
  const features = lines.map((line) => readFeatures(line))
  return features.filter((each) => each.separators > 1 && !each.endsComma && areNames([each])).length
}

/** Several begin with a year, a date stands alone between two, or a label says who wrote what stands above. */
function areSeveral(lines: readonly ListLine[]): boolean {
  if (lines.length < 2) return false
  return (
    lines.filter(({ text }) => yearFirst.test(text)).length >= fewestWithYear ||
    lines.slice(1, -1).some(({ text }) => isDateLine(text)) ||
    lines.some(({ text }, index) => index > 0 && authorLabel.test(text))
  )
}

/** Of Markdown: `*Nature* **596**`. */
function removeEmphasis(text: string): string {
  return text.includes('*') ? text.replace(/(\*{1,2})(?=\S)([^*]{1,200}?)(?<=\S)\1/g, '$2') : text
}

/** What was taken out of the text may not leave a value that stands nowhere. */
function isSpan(joined: string, value: string): boolean {
  return joined.includes(value) || removeSpaces(removeEmphasis(joined)).includes(removeSpaces(value))
}

function removeSpaces(text: string): string {
  return text.replace(/\s+/g, '')
}

function hasDate(joined: string, identifiers: Identifiers): boolean {
  return anyYear.test(joined) || Object.keys(identifiers).length > 0
}

function isReference({ certain, cuts }: Reference): boolean {
  return certain !== null || cuts.some((cut) => cut !== null)
}

/** The styles by the number of references that each can cut; of equals the first. */
function orderStyles(references: readonly Reference[]): readonly number[] {
  const votes = referenceStyles.slice(1).map((_, style) => references.filter(({ cuts }) => cuts[style] !== null).length)
  return votes.map((_, style) => style).sort((left, right) => (votes[right] ?? 0) - (votes[left] ?? 0) || left - right)
}

/** Where most are of one style, a group of people that is not known as such stands where it has the authors. */
function readGroups(read: readonly Reference[]): { readonly references: readonly Reference[]; readonly order: readonly number[] } {
  const cited = read.filter(isReference)
  const order = orderStyles(cited)
  const [first = 0] = order
  const style = groupStyles.get(referenceStyles[first + 1])
  const others = cited.flatMap(({ cuts }) => cuts[first] ?? [])
  if (style === undefined || others.length < fewestOfStyle || others.length * 2 < cited.length) return { references: read, order }
  const references = read.map((reference) => {
    const isSure = reference.certain !== null || reference.cuts.slice(0, -1).some((cut) => cut !== null)
    const certain = isSure || reference.text === '' ? null : style(reference.text, others)
    return certain === null || !isSpan(reference.joined, certain.title) ? reference : { ...reference, certain }
  })
  return { references, order }
}

function toDraft(
  { lines, joined, identifiers, isDitto, certain, cuts }: Reference,
  order: readonly number[],
  before: Draft | undefined,
): Draft | null {
  const parts = certain ?? order.map((style) => cuts[style] ?? null).find((cut) => cut !== null)
  if (parts === undefined) return null
  const { authors, year } = parts
  const settled = settleTitle(parts)
  const { title, tail } = settled.title === null || isSpan(joined, settled.title) ? settled : parts
  const { venue, ...numbers } = readCitationDetails(tail)
  const details = venue !== undefined && isSpan(joined, venue) ? { venue, ...numbers } : numbers
  const names: EntryFields =
    authors !== null
      ? { authors: authors.authors, ...(authors.andOthers ? { andOthers: true } : {}) }
      : isDitto && before?.fields.authors !== undefined
        ? { authors: before.fields.authors }
        : {}
  const fields: EntryFields = {
    ...(title === null ? {} : { title }),
    ...names,
    ...(year === null ? {} : { year }),
    ...without(details, year),
  }
  return buildDraft(lines, [
    { fields: { ...fields, ...fieldsOfIdentifiers(identifiers) }, lines, isCertain: authors?.isCertain ?? true },
  ])
}

/** The year at the beginning counts; one behind it may be of a volume or an access. */
function without(details: EntryFields, year: number | null): EntryFields {
  if (year === null) return details
  const { year: _, ...others } = details
  return others
}

function countCharacters(references: readonly Reference[]): number {
  return references.reduce((sum, { lines }) => sum + lines.reduce((length, { text }) => length + text.length, 0), 0)
}
