import { type ReadableDatabase, statement, type WritableDatabase } from '../database.ts'
import { AppError } from '../model/app-error.ts'
import { type CitationForm, citationForms } from '../model/format-citation.ts'
import { defaultKeyPattern, type KeyPattern, parseKeyPattern } from '../model/key-pattern.ts'
import type { CitedParts } from '../model/key-words.ts'
import { type ReferenceStyle, referenceStyleIds } from '../model/reference-styles.ts'
import { readPapers } from './papers.ts'

export type KeyPatternSetting = {
  readonly pattern: string
  /** What a few papers of the library have, to show what a pattern would make of them. */
  readonly examples: readonly CitedParts[]
}

const examplesShown = 5

/** How papers are cited by hand: the style of formatted references, and what papers become that are copied or dragged into a text. */
export type CitingSettings = { readonly style: ReferenceStyle; readonly form: CitationForm }

type SettingName = 'keyPattern' | 'referenceStyle' | 'draggedCitation'

function readSetting(db: ReadableDatabase, name: SettingName): string | undefined {
  return statement<[string], { value: string }>(db, 'SELECT value FROM settings WHERE name = ?').get(name)?.value
}

function writeSetting(db: WritableDatabase, name: SettingName, value: string): void {
  statement<[string, string], never>(
    db,
    'INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, value)
}

export function readCitingSettings(db: ReadableDatabase): CitingSettings {
  const [style, form] = [readSetting(db, 'referenceStyle'), readSetting(db, 'draggedCitation')]
  return {
    style: referenceStyleIds.find((id) => id === style) ?? 'apa',
    form: citationForms.find((id) => id === form) ?? 'latex',
  }
}

export function setCitingSettings(db: WritableDatabase, { style, form }: CitingSettings): void {
  writeSetting(db, 'referenceStyle', style)
  writeSetting(db, 'draggedCitation', form)
}

export function readKeyPatternText(db: ReadableDatabase): string {
  return readSetting(db, 'keyPattern') ?? defaultKeyPattern
}

/** A pattern that this program cannot read, having been set by a newer one, is not followed. */
export function readKeyPattern(db: ReadableDatabase): KeyPattern {
  const parsed = parseKeyPattern(readKeyPatternText(db))
  return 'problem' in parsed ? (parseKeyPattern(defaultKeyPattern) as KeyPattern) : parsed
}

/** For papers that come from now on: keys that were proposed or issued stay. Throws `bad-arguments`. */
export function setKeyPattern(db: WritableDatabase, { pattern }: { pattern: string }): void {
  const parsed = parseKeyPattern(pattern)
  if ('problem' in parsed) throw new AppError('bad-arguments', parsed.problem)
  writeSetting(db, 'keyPattern', pattern)
}

/** Papers with a real title and authors first, then the newest. */
export function readKeyPatternSetting(db: ReadableDatabase): KeyPatternSetting {
  const ids = statement<[number], { id: number }>(
    db,
    `SELECT paperValues.paperId AS id FROM paperValues JOIN papers ON papers.id = paperValues.paperId AND papers.trashedAt IS NULL
     WHERE paperValues.paperId > (SELECT max(paperId) - 500 FROM paperValues)
     ORDER BY EXISTS (SELECT 1 FROM paperAuthors WHERE paperAuthors.paperId = paperValues.paperId) DESC,
       paperValues.year IS NULL, paperValues.paperId DESC LIMIT ?`,
  ).all(examplesShown)
  const papers = readPapers(
    db,
    ids.map(({ id }) => id),
  )
  const examples = papers.map(({ authors, year, title, titleOrigin, venue }) => ({
    authors,
    year,
    title: titleOrigin === 'provisional' ? null : title,
    venue,
  }))
  return { pattern: readKeyPatternText(db), examples }
}
