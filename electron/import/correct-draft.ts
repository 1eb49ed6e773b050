/**
 * Reads a draft again as a person says: each line of it has one role at most, and only the fields whose lines changed are read anew.
 * A title or authors given to a line beside the present ones go on with them; given to a line elsewhere, that line takes their place.
 */
import type { Draft, LineRange, Mark } from '../../db/model/draft.ts'
import type { FieldName } from '../../db/model/fields.ts'
import { parseList } from '../formats/list/parse-list.ts'
import { type RoleLines, readLinesAs, type SourceText } from '../formats/list/read-lines-as.ts'

export type Role = 'title' | 'authors' | 'abstract'
type Assignment = LineRange & { readonly role: Role | 'nothing' }

const roles = ['title', 'authors', 'abstract'] as const

/** null where nothing is left of it. */
export function assignRole(text: SourceText, draft: Draft, { role, ...range }: Assignment): Draft | null {
  const assigned = numbersOf(text.lines, range)
  const present = roleLinesOf(text.lines, draft)
  const next: { [Name in Role]: readonly number[] } = { title: [], authors: [], abstract: [] }
  for (const name of roles) next[name] = present[name].filter((number) => !assigned.includes(number))
  if (role !== 'nothing') {
    const goesOn = role === 'abstract' || next[role].length === 0 || isBeside(text.lines, next[role], assigned)
    next[role] = goesOn ? [...next[role], ...assigned].sort((a, b) => a - b) : assigned
  }
  const changed = roles.filter((name) => name === role || touches(draft.spans[name], assigned))
  const whole = { lineStart: Math.min(draft.lineStart, range.lineStart), lineEnd: Math.max(draft.lineEnd, range.lineEnd) }
  const kept = withoutFields({ ...draft, ...(role === 'nothing' ? shrink(text.lines, draft, assigned) : whole) }, [
    ...changed,
    ...otherFieldsOn(draft, assigned),
  ])
  return readInto(text, kept, Object.fromEntries(changed.map((name) => [name, next[name]])))
}

/** The lines before one, and those from it on, as two drafts. */
export function splitDraft(text: SourceText, draft: Draft, line: number): readonly [Draft, Draft] | null {
  const above = partOf(text, draft, { lineStart: draft.lineStart, lineEnd: lastBefore(text.lines, line) })
  const below =
    readAlone(text, { lineStart: line, lineEnd: draft.lineEnd }) ?? partOf(text, draft, { lineStart: line, lineEnd: draft.lineEnd })
  return line <= draft.lineStart || line > draft.lineEnd || above === null || below === null ? null : [above, below]
}

/** Two drafts as one: what the first one says already, the second says as its abstract. */
export function joinDrafts(text: SourceText, first: Draft, second: Draft): Draft {
  const own = roleLinesOf(text.lines, first)
  const other = roleLinesOf(text.lines, second)
  const said = new Set(Object.keys(first.fields))
  const next = { title: [...own.title], authors: [...own.authors], abstract: [...own.abstract] }
  for (const name of roles) next[said.has(name) ? 'abstract' : name].push(...other[name])
  next.abstract.sort((a, b) => a - b)
  const changed = roles.filter((name) => next[name].join() !== own[name].join())
  const merged: Draft = {
    ...first,
    lineEnd: second.lineEnd,
    fields: { ...second.fields, ...first.fields },
    spans: { ...second.spans, ...first.spans },
    marks: [...new Set([...first.marks, ...second.marks])],
  }
  return readInto(text, withoutFields(merged, changed), Object.fromEntries(changed.map((name) => [name, next[name]]))) ?? merged
}

/** One line that was in no entry, as an entry. */
export function draftOfLine(text: SourceText, line: number, role: Role): Draft {
  return corrected(readLinesAs(text, { [role]: [line] }))
}

export function corrected(draft: Draft): Draft {
  return { ...draft, marks: [...new Set<Mark>([...draft.marks, 'corrected'])] }
}

/** Lines that are one record as they stand. */
function readAlone({ lines }: SourceText, range: LineRange): Draft | null {
  const numbers = numbersOf(lines, range)
  const { drafts } = parseList(numbers.map((number) => ({ number, text: lines[number - 1] ?? '' })))
  const [draft] = drafts
  const isWhole = drafts.length === 1 && draft?.lineStart === numbers.at(0) && draft?.lineEnd === numbers.at(-1)
  return isWhole && draft !== undefined ? corrected(draft) : null
}

function partOf(text: SourceText, draft: Draft, range: LineRange): Draft | null {
  const isIn = (span: LineRange | undefined) =>
    span !== undefined && span.lineStart >= range.lineStart && span.lineEnd <= range.lineEnd
  const lines = roleLinesOf(text.lines, draft)
  const inPart = (number: number) => number >= range.lineStart && number <= range.lineEnd
  const cut = roles.filter((name) => !isIn(draft.spans[name]))
  const outside = (Object.keys(draft.fields) as FieldName[]).filter(
    (name) => name !== 'andOthers' && !(name === 'extra' && range.lineStart === draft.lineStart) && !isIn(draft.spans[name]),
  )
  const next = Object.fromEntries(cut.map((name) => [name, lines[name].filter(inPart)]))
  return readInto(text, withoutFields({ ...draft, ...range }, [...cut, ...outside]), next)
}

function readInto(text: SourceText, kept: Draft, lines: RoleLines): Draft | null {
  const isRead = Object.values(lines).some((numbers) => numbers.length > 0)
  const read = isRead ? readLinesAs(text, lines) : null
  const fields = { ...kept.fields, ...read?.fields }
  if (Object.keys(fields).length === 0) return null
  return corrected({
    ...kept,
    fields,
    spans: { ...kept.spans, ...read?.spans },
    marks: [...new Set([...kept.marks, ...(read?.marks ?? [])])],
  })
}

function withoutFields(draft: Draft, names: readonly FieldName[]): Draft {
  const dropped = new Set<string>(names.includes('authors') ? [...names, 'andOthers'] : names)
  const keep = <Values extends object>(values: Values) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !dropped.has(name)))
  const marks = draft.marks.filter((mark) => mark !== 'uncertain-authors' || !dropped.has('authors'))
  return { ...draft, fields: keep(draft.fields), spans: keep(draft.spans), marks }
}

function otherFieldsOn({ spans }: Draft, assigned: readonly number[]): readonly FieldName[] {
  return (Object.keys(spans) as FieldName[]).filter((name) => {
    const span = spans[name]
    return !roles.some((role) => role === name) && touches(span, assigned)
  })
}

function touches(span: LineRange | undefined, lines: readonly number[]): boolean {
  return span !== undefined && lines.some((line) => line >= span.lineStart && line <= span.lineEnd)
}

/** Lines at either end that say nothing leave the draft. */
function shrink(lines: readonly string[], draft: Draft, nothing: readonly number[]): LineRange {
  const rest = numbersOf(lines, draft)
  const first = rest.find((number) => !nothing.includes(number))
  const last = rest.findLast((number) => !nothing.includes(number))
  return { lineStart: first ?? draft.lineStart, lineEnd: last ?? draft.lineEnd }
}

/** A span is a range: lines within it that say something of their own are not its. */
function roleLinesOf(lines: readonly string[], { spans }: Draft): { readonly [Name in Role]: readonly number[] } {
  const of = (role: Role) => (spans[role] === undefined ? [] : numbersOf(lines, spans[role]))
  const title = of('title')
  const authors = of('authors').filter((number) => !title.includes(number))
  return { title, authors, abstract: of('abstract').filter((number) => !title.includes(number) && !authors.includes(number)) }
}

function isBeside(lines: readonly string[], present: readonly number[], assigned: readonly number[]): boolean {
  const [first = 0, last = 0] = [Math.min(...present, ...assigned), Math.max(...present, ...assigned)]
  return numbersOf(lines, { lineStart: first, lineEnd: last }).every(
    (number) => present.includes(number) || assigned.includes(number),
  )
}

function lastBefore(lines: readonly string[], line: number): number {
  let number = line - 1
  while (number > 1 && (lines[number - 1] ?? '').trim() === '') number -= 1
  return number
}

function numbersOf(lines: readonly string[], { lineStart, lineEnd }: LineRange): readonly number[] {
  return Array.from({ length: lineEnd - lineStart + 1 }, (_, index) => lineStart + index).filter(
    (number) => (lines[number - 1] ?? '').trim() !== '',
  )
}
