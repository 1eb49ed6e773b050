/**
 * Records whose lines say what they hold: `Title: …`, `Authors: …`, in any order, wrapped or not, as arXiv's mails and pages, exports and
 * forms have them. The label that opens the first record opens each. Lines without a label go on the value above; names below a title are
 * its authors; prose is the abstract, also where rules such as `\\` part it from the rest.
 */
import { voteNameConvention } from '../../../db/model/author-names.ts'
import type { Draft } from '../../../db/model/draft.ts'
import { areNames } from './are-names.ts'
import { buildDraft, type SaidFields } from './build-draft.ts'
import { type FieldWord, findFieldWord } from './field-words.ts'
import { readIdentifiers } from './identifiers.ts'
import { removeItemStart } from './item-start.ts'
import { type Hyphenation, joinWrappedLines } from './join-wrapped-lines.ts'
import { learnHyphenation } from './learn-hyphenation.ts'
import { leaveOver } from './leave-over.ts'
import { readFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'
import type { ListReading } from './list-reading.ts'
import { findWrapWidth } from './paragraph-ends.ts'
import { readSaidValues, type SaidValue } from './said-values.ts'
import { isTitleLine } from './title-line.ts'
import { learnTitlePrefixes, removeTitlePrefixes } from './title-prefixes.ts'

/** A line with its label taken off; `word` is `null` on lines without one. */
type LabelledLine = { readonly line: ListLine; readonly word: FieldWord | null; readonly value: string; readonly isRule: boolean }

type Value = { readonly word: FieldWord; readonly lines: ListLine[]; readonly paragraphs: string[][] }

const labelForm = /^(?:\*\*|__)?(\p{L}[\p{L}\p{M} ()/&.-]{0,28}?)(?:\*\*|__)?(?: ?[:：]|\t)(?:\*\*|__)? *(.*)$/u
const datedKind = /^(?:19|20)\d\d(?:-\d\d){0,2} ?[|·] ?\p{L}[\p{L} -]{2,40}$/u
const fewestDated = 2
/** Of authors, where nothing else is told. */
const fewestLabels = 3
const rule = /^(?:\\\\|[-=_*~%]{3,})/
/** Unlike `\\\\`, which stands inside of records, too. */
const dividingRule = /^[-=_*~%]{10}/
const shortestProse = 80
const leastShareWithOthers = 0.5
const leastShareOfSource = 0.4
const longestFoot = 100
const mostLinesOfFoot = 4
const longParagraph = 150
/** Of all dates in it, the last is that of the first version. */
const submission = /^\[?(?:submitted|posted|published|announced|received|last revised)\b.{0,200}?\b(?:19|20)\d\d/i

export function readLabelledList(lines: readonly ListLine[]): ListReading | null {
  const labelled = nameTitles(nameDated(lines.map(readLabel)))
  const counts = countWords(labelled)
  const titles = counts.get('title') ?? 0
  const recurring = [...counts].filter(([, count]) => count >= Math.max(1, titles * leastShareWithOthers)).map(([word]) => word)
  if (titles === 0 || recurring.filter((word) => word !== 'nothing').length < 2) return null
  const records = splitRecords(labelled, findLead(labelled, counts))
  const hyphenation = learnHyphenation(lines)
  const features = lines.map((line) => readFeatures(line))
  const layout: Layout = { recurring: new Set(recurring), width: findWrapWidth(lines, features) ?? Number.POSITIVE_INFINITY }
  const values = withoutRareProse(records.map((record) => readValues(record, layout)))
  const convention = voteNameConvention(
    values
      .flat()
      .filter(({ word }) => word === 'authors')
      .map((value) => textOf(value, hyphenation)),
  )
  const drafts = values.flatMap((record) => toDraft(record, hyphenation, convention))
  const covered = drafts.reduce((sum, { lineStart, lineEnd }) => sum + lineEnd - lineStart + 1, 0)
  if (drafts.length < titles * leastShareWithOthers || covered < lines.length * leastShareOfSource) return null
  return { layout: 'labelled', drafts, leftovers: leaveOver(lines, drafts) }
}

function readLabel(line: ListLine): LabelledLine {
  const text = removeItemStart(line.text).replace(/^#{1,6} /, '')
  const match = labelForm.exec(text)
  const word = match === null ? undefined : findFieldWord(match[1] ?? '')
  return { line, word: word ?? null, value: word === undefined ? line.text : (match?.[2] ?? ''), isRule: rule.test(line.text) }
}

/**
 * Above `1997-07-14 | Journal article`, as lists of somebody's works have it, stand a title and where it appeared, or a title alone below
 * a label or what comes again and again.
 */
function nameDated(lines: readonly LabelledLine[]): readonly LabelledLine[] {
  const dates = lines.filter(({ line }) => datedKind.test(line.text)).length
  if (dates < fewestDated || lines.some(({ word }) => word === 'title')) return lines
  const counts = new Map<string, number>()
  for (const { line } of lines) counts.set(line.text, (counts.get(line.text) ?? 0) + 1)
  const isPlain = (each: LabelledLine | undefined) => each !== undefined && each.word === null && !datedKind.test(each.line.text)
  const isTitle = (each: LabelledLine | undefined) =>
    each !== undefined && isPlain(each) && (counts.get(each.line.text) ?? 0) < fewestDated && isTitleLine(each.line)
  if (lines.some((each, index) => isPlain(each) && datedKind.test(lines[index + 1]?.line.text ?? '') && isNameList(each.line)))
    return lines
  const isAboveDate = (index: number) => datedKind.test(lines[index + 1]?.line.text ?? '') && isPlain(lines[index])
  return lines.map((each, index) => {
    if (datedKind.test(each.line.text)) return { ...each, word: 'year' }
    if (isAboveDate(index)) return { ...each, word: isTitle(lines[index - 1]) ? 'venue' : 'title' }
    if (isAboveDate(index + 1) && isTitle(each)) return { ...each, word: 'title' }
    return isPlain(each) && (counts.get(each.line.text) ?? 0) >= fewestDated ? { ...each, word: 'nothing' } : each
  })
}

function isNameList(line: ListLine): boolean {
  const features = readFeatures(line)
  return features.separators > 1 && areNames([features])
}

/** Where no title has a label, those stand right above the label of their authors, below a line of identifiers or none. */
function nameTitles(lines: readonly LabelledLine[]): readonly LabelledLine[] {
  if (lines.some(({ word }) => word === 'title')) return lines
  const labels = lines.filter(({ word }) => word === 'authors').length
  if (labels < fewestLabels && !lines.some(({ word }) => word === 'abstract')) return lines
  const isTitleAt = (index: number) => {
    const each = lines[index]
    return each?.word === null && lines[index + 1]?.word === 'authors' && lines[index + 1]?.line.gap === 0
  }
  const prefixes = learnTitlePrefixes(lines.flatMap(({ line }, index) => (isTitleAt(index) ? [line.text] : [])))
  return lines.map((each, index) => {
    if (isTitleAt(index)) return { ...each, word: 'title', value: removeTitlePrefixes(each.line.text, prefixes) }
    const isLead = each.word === null && isTitleAt(index + 1) && readIdentifiers(each.line.text, { isBare: true }).count > 0
    return isLead ? { ...each, word: 'identifier' } : each
  })
}

function countWords(lines: readonly LabelledLine[]): ReadonlyMap<FieldWord, number> {
  const counts = new Map<FieldWord, number>()
  for (const { word } of lines) if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** The first label that stands above the first title as often as titles do, or about as often. */
function findLead(lines: readonly LabelledLine[], counts: ReadonlyMap<FieldWord, number>): FieldWord {
  const titles = counts.get('title') ?? 0
  const above = lines.slice(
    0,
    lines.findIndex(({ word }) => word === 'title'),
  )
  const exact = above.find(({ word }) => word !== null && counts.get(word) === titles)?.word
  if (exact !== undefined && exact !== null) return exact
  const isOften = (count: number) => count >= titles * 0.8 && count <= titles * 1.2
  return lines.find(({ word }) => word !== null && isOften(counts.get(word) ?? 0))?.word ?? 'title'
}

function splitRecords(lines: readonly LabelledLine[], lead: FieldWord): readonly (readonly LabelledLine[])[] {
  const records: LabelledLine[][] = []
  for (const each of lines) {
    if (each.word === lead) records.push([])
    records.at(-1)?.push(each)
  }
  return closeLast(records)
}

/** Where a rule ends each other record, what stands behind the last one's is the foot of a mail or page. */
function closeLast(records: readonly (readonly LabelledLine[])[]): readonly (readonly LabelledLine[])[] {
  const [last, others] = [records.at(-1), records.slice(0, -1)]
  const ends = (each: LabelledLine) => dividingRule.test(each.line.text)
  const isEnded = (record: readonly LabelledLine[]) => {
    const end = record.findIndex(ends)
    return end !== -1 && record.slice(end).every(({ isRule }) => isRule)
  }
  const end = last?.findIndex(ends) ?? -1
  if (last === undefined || end === -1 || others.length === 0 || !others.every(isEnded)) return records
  return [...others, last.slice(0, end + 1)]
}

/** Where hardly a record has an abstract, what stands behind one without a label is something else. */
function withoutRareProse(records: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  const isProse = ({ word, lines: [line] }: Value) =>
    word === 'abstract' && line !== undefined && readLabel(line).word !== 'abstract'
  const withProse = records.filter((values) => values.some(({ word }) => word === 'abstract'))
  if (withProse.length * 2 > records.length || records.length < 2) return records
  return records.map((values) => {
    const end = values.findIndex(isProse)
    return end === -1 ? values : values.slice(0, end)
  })
}

/** The words that most records have, and the width that lines were wrapped at. */
type Layout = { readonly recurring: ReadonlySet<FieldWord>; readonly width: number }

function readValues(record: readonly LabelledLine[], layout: Layout): readonly Value[] {
  const values: Value[] = []
  const namesAuthors = record.some(({ word }) => word === 'authors')
  let isOpen = false
  for (const each of record) {
    const goesOn = isOpen && each.line.gap === 0
    const last = values.at(-1)
    const word = wordOf(each, { values, ...layout, goesOn, namesAuthors })
    if (word !== null) values.push({ word, lines: [each.line], paragraphs: each.value === '' || each.isRule ? [] : [[each.value]] })
    else if (last !== undefined) extend(last, each.line, goesOn)
    isOpen = !each.isRule
  }
  return values
}

/** `namesAuthors`: the record has a label for them. */
type Place = Layout & { readonly values: readonly Value[]; readonly goesOn: boolean; readonly namesAuthors: boolean }

/** What a line begins, or `null` where it goes on; a label that other records do not have does not interrupt a paragraph. */
function wordOf({ line, word, isRule }: LabelledLine, { values, recurring, width, goesOn, namesAuthors }: Place): FieldWord | null {
  const last = values.at(-1)
  if (word !== null && (recurring.has(word) || !goesOn || last?.word !== 'abstract')) return word
  if (isRule) return 'nothing'
  if (!goesOn && last?.word === 'abstract' && isHeading(line)) return 'nothing'
  if (!goesOn && last?.word === 'abstract' && isAddress(line)) return 'identifier'
  if (last?.word === 'abstract' && submission.test(line.text)) return 'year'
  if (goesOn && last?.word !== 'abstract' && last?.word !== 'title' && isParagraph(line)) return 'abstract'
  if (!namesAuthors && areAuthors(line, values, width)) return 'authors'
  const isEmpty = last?.paragraphs.length === 0 && last.word !== 'nothing'
  if (goesOn || last?.word === 'abstract' || isEmpty) return null
  return values.some((each) => each.word === 'abstract') ? 'nothing' : 'abstract'
}

/** A phrase behind a blank line, below an abstract. */
function isHeading(line: ListLine): boolean {
  const { proseWords, startsUpper, endsFullStop } = readFeatures(line)
  return line.text.length < longestFoot && startsUpper && !endsFullStop && proseWords === 0
}

/** `( https://arxiv.org/abs/1706.03762 , 118kb)` */
function isAddress({ text }: ListLine): boolean {
  const { count, rest } = readIdentifiers(text)
  return count > 0 && !/\p{L}{3}/u.test(rest)
}

/** A paragraph a line, below lines that are shorter. */
function isParagraph(line: ListLine): boolean {
  const { proseWords, startsUpper, sentenceBreaks } = readFeatures(line)
  return line.text.length >= longParagraph && startsUpper && proseWords > 0 && sentenceBreaks > 0
}

function areAuthors(line: ListLine, values: readonly Value[], width: number): boolean {
  const last = values.at(-1)
  const title = last?.lines.at(-1)?.text ?? ''
  const isWrapped = title.length <= width && title.length + 1 + line.text.split(' ', 1).join('').length > width
  return last?.word === 'title' && last.paragraphs.length > 0 && !isWrapped && areNames([readFeatures(line)])
}

function extend(value: Value, line: ListLine, goesOn: boolean): void {
  value.lines.push(line)
  if (value.paragraphs.length === 0 || !goesOn) value.paragraphs.push([])
  value.paragraphs.at(-1)?.push(line.text)
}

/** What stands at the end of a record without a label and is no prose belongs to the page. */
function toDraft(
  record: readonly Value[],
  hyphenation: Hyphenation,
  convention: Parameters<typeof readSaidValues>[1],
): readonly Draft[] {
  const values = record.map((value) => (isStrayLine(value, hyphenation) ? { ...value, word: 'nothing' as const } : value))
  while (values.length > 0 && isFoot(values.at(-1))) values.pop()
  const lines = values.flatMap((value) => value.lines)
  const said: SaidValue[] = values.map((value) => ({ word: value.word, value: textOf(value, hyphenation) }))
  const { fields, isCertain, reading } = readSaidValues(said, convention)
  if (fields.title === undefined) return []
  const spans: SaidFields[] = values.map((value, index) => ({
    fields: pick(fields, readSaidValues(said.slice(index, index + 1), convention).fields),
    lines: value.lines,
  }))
  return [buildDraft(lines, [...spans, { fields, lines, isCertain }], reading)]
}

function pick(all: SaidFields['fields'], some: SaidFields['fields']): SaidFields['fields'] {
  const names = Object.keys(some) as (keyof SaidFields['fields'])[]
  return Object.fromEntries(names.map((name) => [name, all[name]]))
}

function isStrayLine(value: Value, hyphenation: Hyphenation): boolean {
  return (
    value.word === 'abstract' &&
    readLabel(value.lines[0] ?? emptyLine).word !== 'abstract' &&
    textOf(value, hyphenation).length < shortestProse
  )
}

const emptyLine: ListLine = { number: 0, text: '', source: '', isRepaired: false, gap: 0 }

function isFoot(value: Value | undefined): boolean {
  if (value === undefined || value.word !== 'nothing' || value.lines.length > mostLinesOfFoot) return false
  return value.lines.every((line) => !rule.test(line.text) && readLabel(line).word === null && line.text.length < longestFoot)
}

function textOf({ paragraphs }: Value, hyphenation: Hyphenation): string {
  return paragraphs.map((lines) => joinWrappedLines(lines, hyphenation)).join('\n\n')
}
