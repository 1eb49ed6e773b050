import { type NameConvention, parseAuthorLine } from '../../../db/model/author-names.ts'
import type { Draft, LineRange, Mark } from '../../../db/model/draft.ts'
import type { EntryFields } from '../../../db/model/fields.ts'
import { removeAbstractMarks, removeButton } from './abstract-marker.ts'
import { type Hyphenation, joinWrappedLines } from './join-wrapped-lines.ts'
import type { Role } from './list-grammars.ts'
import type { ListLine } from './list-line.ts'
import { removeTitlePrefixes, type TitlePrefixes } from './title-prefixes.ts'

/** The lines of one part of a record; a paragraph may have been wrapped. */
export type RecordPart = { readonly role: Role; readonly paragraphs: readonly (readonly ListLine[])[] }

/** Without what parts it from others. */
const singleName = /^[^,;&]{2,50}$/

export type ListRecord = readonly RecordPart[]

export type ReadingContext = {
  readonly hyphenation: Hyphenation
  readonly convention: NameConvention | undefined
  readonly titlePrefixes: TitlePrefixes
  /** Abstracts have numbers before them that count through the list. */
  readonly hasNumberedAbstracts: boolean
}

export function readRecord(record: ListRecord, context: ReadingContext): Draft {
  let fields: EntryFields = {}
  const spans: Partial<Record<keyof EntryFields, LineRange>> = {}
  const marks = new Set<Mark>(linesOf(record).some((line) => line.isRepaired) ? ['repaired-text'] : [])
  for (const part of record) {
    const read = readPart(part, context)
    fields = { ...fields, ...read.fields }
    for (const name of Object.keys(read.fields) as (keyof EntryFields)[]) spans[name] = rangeOf(part.paragraphs.flat())
    if (!read.isCertain) marks.add('uncertain-authors')
  }
  return { ...rangeOf(linesOf(record)), fields, spans, marks: [...marks] }
}

/** One line of text per paragraph. */
export function readParagraphs(part: RecordPart, hyphenation: Hyphenation): readonly string[] {
  return part.paragraphs.map((lines) =>
    joinWrappedLines(
      lines.map((line) => line.text),
      hyphenation,
    ),
  )
}

function readPart(
  part: RecordPart,
  { hyphenation, convention, titlePrefixes, hasNumberedAbstracts }: ReadingContext,
): { fields: EntryFields; isCertain: boolean } {
  const paragraphs = readParagraphs(part, hyphenation)
  switch (part.role) {
    case 'title':
      return { fields: { title: removeTitlePrefixes(paragraphs.join(' '), titlePrefixes) }, isCertain: true }
    case 'authors': {
      const { authors, andOthers, isCertain } = parseAuthorLine(joinNames(paragraphs), convention)
      return { fields: andOthers ? { authors, andOthers } : { authors }, isCertain }
    }
    case 'abstract':
      return { fields: { abstract: readAbstract(paragraphs, hasNumberedAbstracts) }, isCertain: true }
  }
}

/** A list of names that was wrapped, or a column of names. */
export function joinNames(paragraphs: readonly string[]): string {
  return paragraphs.every((name) => singleName.test(name)) ? paragraphs.join('; ') : paragraphs.join(' ')
}

/** A blank line stands between paragraphs, as in Markdown. */
function readAbstract(paragraphs: readonly string[], isNumbered: boolean): string {
  const [opening = '', ...rest] = paragraphs
  const first = isNumbered ? removeTitlePrefixes(opening, { hasNumbers: true, hasHours: false, label: '' }) : opening
  return [removeAbstractMarks(first), ...rest.map(removeButton)].filter((paragraph) => paragraph !== '').join('\n\n')
}

export function linesOf(record: ListRecord): readonly ListLine[] {
  const lines: ListLine[] = []
  for (const { paragraphs } of record) for (const paragraph of paragraphs) for (const line of paragraph) lines.push(line)
  return lines
}

function rangeOf(lines: readonly ListLine[]): LineRange {
  return { lineStart: lines.at(0)?.number ?? 0, lineEnd: lines.at(-1)?.number ?? 0 }
}
