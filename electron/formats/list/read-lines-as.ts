/**
 * Reads lines that a person has given a role: this is the title, these are the authors. What only the whole source can tell (how
 * words are divided, in which order names stand, what stands before titles) is learned from it as for the first reading.
 * Where a line has more than 160 characters, each is a paragraph; else they were wrapped, and a paragraph ends at a blank line or where
 * the next word would still have fitted.
 */
import { voteNameConvention } from '../../../db/model/author-names.ts'
import type { Draft, LineRange } from '../../../db/model/draft.ts'
import { repairMojibake } from '../repair-mojibake.ts'
import { learnHyphenation } from './learn-hyphenation.ts'
import type { Role } from './list-grammars.ts'
import type { ListLine } from './list-line.ts'
import { type ReadingContext, type RecordPart, readRecord } from './read-record.ts'
import { learnTitlePrefixes } from './title-prefixes.ts'

const longestWrapped = 160

export type SourceText = {
  /** The first is line 1. */
  readonly lines: readonly string[]
  readonly drafts: readonly Draft[]
}

/** The lines of each role, by their numbers in ascending order. */
export type RoleLines = { readonly [Name in Role]?: readonly number[] }

export function readLinesAs({ lines, drafts }: SourceText, roles: RoleLines): Draft {
  const record = (['title', 'authors', 'abstract'] as const)
    .map((role) => ({ role, paragraphs: toParagraphs(lines, roles[role] ?? []) }))
    .filter(({ paragraphs }) => paragraphs.length > 0)
  const numbers = Object.values(roles).flat()
  return { ...readRecord(record, learnContext(lines, drafts)), lineStart: Math.min(...numbers), lineEnd: Math.max(...numbers) }
}

function toParagraphs(lines: readonly string[], numbers: readonly number[]): RecordPart['paragraphs'] {
  const paragraphs: ListLine[][] = []
  const part = numbers.map((number) => toListLine(lines, number))
  const width = Math.max(...part.map(({ text }) => text.length))
  for (const [index, line] of part.entries()) {
    const last = part[index - 1]
    const isFilled = last !== undefined && last.text.length + 1 + (line.text.split(' ', 1)[0] ?? '').length > width
    if (isFilled && width <= longestWrapped && last.number === line.number - 1) paragraphs.at(-1)?.push(line)
    else paragraphs.push([line])
  }
  return paragraphs
}

function toListLine(lines: readonly string[], number: number): ListLine {
  const source = lines[number - 1] ?? ''
  const repaired = repairMojibake(source.trim())
  return { number, source, text: repaired ?? source.trim(), isRepaired: repaired !== null, gap: 0 }
}

function learnContext(lines: readonly string[], drafts: readonly Draft[]): ReadingContext {
  const textsOf = (role: Role) => drafts.flatMap(({ spans }) => (spans[role] === undefined ? [] : [textOf(lines, spans[role])]))
  const prepared = lines.map((source, index) => ({ number: index + 1, source, text: source.trim(), isRepaired: false, gap: 0 }))
  return {
    hyphenation: learnHyphenation(prepared),
    convention: voteNameConvention(textsOf('authors')),
    titlePrefixes: learnTitlePrefixes(textsOf('title')),
    hasNumberedAbstracts: false,
  }
}

function textOf(lines: readonly string[], { lineStart, lineEnd }: LineRange): string {
  return lines
    .slice(lineStart - 1, lineEnd)
    .map((line) => line.trim())
    .join(' ')
}
