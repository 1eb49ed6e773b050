import type { Author } from './author.ts'
import {
  type EntryFields,
  emptyFields,
  type FieldName,
  fieldNames,
  isFieldName,
  type PaperFields,
  type ValueName,
} from './fields.ts'
import { provisionalTitle } from './provisional-title.ts'

/**
 * What a paper shows, from the set of its entries and the user's edits. The order in which they arrived decides nothing:
 *  1. what the user typed, the latest of each field;
 *  2. a title that is whole before one cut off ("…"), mixed case before all capitals, the longer before the shorter;
 *  3. the most complete authors: a closed list before one with "et al.", more persons, fewer literals, fuller given names;
 *  4. the longest abstract that is not cut off;
 *  5. all else from the entry that says most about where the work appeared, gaps filled from the next, so that a year and a
 *     volume come from one edition;
 *  6. all fields beside the usual ones likewise, field by field;
 *  7. without any title, one proposed from the abstract.
 * Ties are broken by the text itself.
 */
export type SettlingEntry = { readonly id: number; readonly fields: EntryFields }

/** `value` is a `PaperFields` value of that field; `null` or `[]` where the user emptied it. */
export type Edit = { readonly id: number; readonly field: string; readonly value: unknown; readonly editedAt: string }

export type Origin =
  | { readonly kind: 'source'; readonly entryId: number }
  | { readonly kind: 'user'; readonly editId: number }
  | { readonly kind: 'provisional' }

export type SettledPaper = {
  readonly values: PaperFields
  /** Fields without a value have no origin. */
  readonly origins: { readonly [Name in ValueName]?: Origin }
}

/** Where a work appeared belongs together: these fields are taken from one entry as far as it has them. */
const publicationFields = ['entryType', 'year', 'venue', 'volume', 'issue', 'pages', 'doi', 'arxivId', 'url'] as const

export function settlePaper(entries: readonly SettlingEntry[], edits: readonly Edit[]): SettledPaper {
  const chosen: Choices = {}
  chooseFrom(entries.toSorted(byRank('title', titleRank)), ['title'], chosen)
  chooseFrom(entries.toSorted(byRank('authors', authorsRank)), ['authors'], chosen)
  chooseFrom(entries.toSorted(byRank('abstract', abstractRank)), ['abstract'], chosen)
  const published = entries.toSorted(byPublication)
  chooseFrom(published, publicationFields, chosen)
  chooseExtra(published, chosen)
  chooseAndOthers(entries, chosen)
  for (const edit of edits.toSorted((a, b) => compareText(a.editedAt, b.editedAt) || a.id - b.id)) applyEdit(edit, chosen)
  proposeTitle(chosen)
  return collect(chosen)
}

type Choice = { readonly value: unknown; readonly origin: Origin }
type Choices = Partial<Record<ValueName, Choice>>

function chooseFrom(entries: readonly SettlingEntry[], names: readonly FieldName[], chosen: Choices): void {
  for (const name of names) {
    const entry = entries.find(({ fields }) => fields[name] !== undefined)
    if (entry !== undefined) chosen[name] = { value: entry.fields[name], origin: { kind: 'source', entryId: entry.id } }
  }
}

function chooseExtra(entries: readonly SettlingEntry[], chosen: Choices): void {
  for (const { id, fields } of entries) {
    for (const [name, value] of Object.entries(fields.extra ?? {}))
      chosen[`extra.${name}`] ??= { value, origin: { kind: 'source', entryId: id } }
  }
}

/** Whether a list of authors ended in "et al." belongs to that list. */
function chooseAndOthers(entries: readonly SettlingEntry[], chosen: Choices): void {
  const origin = chosen.authors?.origin
  if (origin?.kind !== 'source') return
  if (entries.find(({ id }) => id === origin.entryId)?.fields.andOthers === true) chosen.andOthers = { value: true, origin }
}

function applyEdit(edit: Edit, chosen: Choices): void {
  if (!isValueName(edit.field)) return
  chosen[edit.field] = { value: edit.value, origin: { kind: 'user', editId: edit.id } }
  if (edit.field === 'authors') delete chosen.andOthers
}

function proposeTitle(chosen: Choices): void {
  const abstract = chosen.abstract?.value
  if (typeof (chosen.title?.value ?? null) === 'string' || typeof abstract !== 'string') return
  const title = provisionalTitle(abstract)
  if (title !== null) chosen.title = { value: title, origin: { kind: 'provisional' } }
}

function collect(chosen: Choices): SettledPaper {
  const values: Record<string, unknown> = { ...emptyFields }
  const origins: Partial<Record<ValueName, Origin>> = {}
  const extra: Record<string, unknown> = {}
  const extras = Object.entries(chosen).filter(([name]) => name.startsWith('extra.'))
  for (const [name, choice] of extras.sort(([a], [b]) => compareText(a, b))) {
    if (choice === undefined || !isPresent(choice.value)) continue
    extra[name.slice('extra.'.length)] = choice.value
    origins[name as ValueName] = choice.origin
  }
  values.extra = extra
  for (const name of fieldNames) {
    const choice = chosen[name]
    if (choice === undefined) continue
    values[name] = choice.value ?? emptyFields[name]
    if (isPresent(choice.value)) origins[name] = choice.origin
  }
  return { values: values as PaperFields, origins }
}

function isValueName(name: string): name is ValueName {
  return isFieldName(name) || name.startsWith('extra.')
}

function isPresent(value: unknown): boolean {
  return value !== null && value !== false && !(Array.isArray(value) && value.length === 0)
}

type Rank<Name extends FieldName> = (value: NonNullable<EntryFields[Name]>, fields: EntryFields) => readonly number[]

/** Entries that have the field come first, the highest rank before lower ones, equal ranks by the text. */
function byRank<Name extends FieldName>(name: Name, rank: Rank<Name>): (a: SettlingEntry, b: SettlingEntry) => number {
  return (a, b) => {
    const left = a.fields[name]
    const right = b.fields[name]
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined)
    return (
      compareRanks(rank(right, b.fields), rank(left, a.fields)) ||
      compareText(JSON.stringify(left), JSON.stringify(right)) ||
      byText(a, b)
    )
  }
}

function titleRank(title: string): readonly number[] {
  return [Number(!isCutOff(title)), Number(!isAllCapitals(title)), title.length]
}

function authorsRank(authors: readonly Author[], fields: EntryFields): readonly number[] {
  const persons = authors.filter((author) => 'family' in author)
  const givenLength = persons.reduce((sum, { given }) => sum + (given?.length ?? 0), 0)
  return [Number(fields.andOthers !== true), persons.length, persons.length - authors.length, givenLength]
}

function abstractRank(abstract: string): readonly number[] {
  return [Number(!isCutOff(abstract)), abstract.length]
}

/** Scripts without case are not. */
function isAllCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase()
}

function isCutOff(text: string): boolean {
  return /(…|\.\.\.)\s*$/.test(text)
}

function byPublication(a: SettlingEntry, b: SettlingEntry): number {
  const count = ({ fields }: SettlingEntry) => publicationFields.filter((name) => fields[name] !== undefined).length
  const text = ({ fields }: SettlingEntry) => JSON.stringify(publicationFields.map((name) => fields[name] ?? null))
  return count(b) - count(a) || compareText(text(a), text(b)) || byText(a, b)
}

/** Entries that say the same are told apart by the rest of what they say, and only then by their number. */
function byText(a: SettlingEntry, b: SettlingEntry): number {
  return compareText(JSON.stringify(a.fields), JSON.stringify(b.fields)) || a.id - b.id
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** By code unit: the same on every machine, whatever its language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
