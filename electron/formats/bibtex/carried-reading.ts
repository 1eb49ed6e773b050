/**
 * What a .bib says of someone's reading: keywords, JabRef's groups, Mendeley's tags and folders are tags (`Parent/Child` for nested
 * ones); JabRef's `readstatus` and the `read` of BibDesk and Papers are the status, JabRef's other special fields are tags (JabRef manual,
 * "Special fields"); annotations, comments and reviews are notes, as Zotero and JabRef write notes there. What is a note stays a field
 * too, for bibliographies print annotations.
 */
import { decodeLatex } from '../../../db/model/decode-latex.ts'
import type { CarriedReading } from '../../../db/model/draft.ts'
import { printPlain } from '../../../db/model/inline-markup.ts'
import { isPlainLatex } from '../../../db/model/plain-latex.ts'
import { readLatex } from '../../../db/model/read-latex.ts'
import type { Status } from '../../../db/model/status.ts'

/** Takes the fields that become tags or a status out of the values. */
export function takeReading(values: Map<string, string>): CarriedReading | null {
  if (!hasReading(values)) return null
  const tags = new Set(tagFields.flatMap((name) => (values.has(name) ? readTags(take(values, name)) : [])))
  for (const [name, tagOf] of specialTags) if (values.has(name)) tags.add(tidyTag(tagOf(take(values, name)) ?? ''))
  tags.delete('')
  const status = statuses.get(take(values, 'readstatus').toLowerCase()) ?? takeRead(values)
  const notes = [...values].filter(([name]) => isNote(name)).map(([, value]) => readNote(value))
  const written = notes.filter((note) => note !== '')
  return tags.size + written.length === 0 && status === null ? null : { status, tags: [...tags], notes: written }
}

function take(values: Map<string, string>, name: string): string {
  const value = values.get(name) ?? ''
  values.delete(name)
  return value.trim()
}

const tagFields = ['keywords', 'groups', 'tags', 'mendeley-tags', 'mendeley-groups'] as const

/** The check mark of BibDesk (`1`) and Papers (`Yes`). */
function takeRead(values: Map<string, string>): Status | null {
  return /^(?:1|yes|true)$/i.test(values.get('read')?.trim() ?? '') && values.delete('read') ? 'read' : null
}

const statuses: ReadonlyMap<string, Status> = new Map([
  ['read', 'read'],
  ['skimmed', 'reading'],
])

const specialTags: ReadonlyMap<string, (value: string) => string | null> = new Map([
  ['ranking', (value) => numberedTag('rank', /^rank([1-5])$/, value)],
  ['priority', (value) => numberedTag('priority', /^prio([1-3])$/, value)],
  ...['relevance', 'qualityassured', 'printed'].map((name): [string, (value: string) => string | null] => [
    name,
    (value) => (value === '' ? null : value.replace('qualityAssured', 'quality assured')),
  ]),
])

function numberedTag(name: string, pattern: RegExp, value: string): string | null {
  const number = pattern.exec(value)?.[1]
  return number === undefined ? (value === '' ? null : `${name}/${value}`) : `${name}/${number}`
}

const readingFields: ReadonlySet<string> = new Set([...tagFields, 'readstatus', 'read', ...specialTags.keys()])

function hasReading(values: ReadonlyMap<string, string>): boolean {
  for (const name of values.keys()) {
    if (readingFields.has(name) || isNote(name)) return true
  }
  return false
}

/** `value` is without white space around it. */
export function readTags(value: string): readonly string[] {
  return splitKeywords(value).map(tidyTag)
}

/** By semicolons, or commas where there is no semicolon, for keywords have commas of their own; not in braces. */
function splitKeywords(value: string): readonly string[] {
  if (!/[\\{;\n]/.test(value)) return value.split(',').map(readTag)
  const line = value.replace(/\s+/g, ' ')
  const separator = /;(?![^{}]*\})/.test(line) ? ';' : ','
  const keywords: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at <= line.length; at++) {
    if (line[at] === '\\') at++
    else if (line[at] === '{') depth++
    else if (line[at] === '}') depth--
    else if (at === line.length || (depth === 0 && line[at] === separator)) {
      keywords.push(readTag(line.slice(start, at)))
      start = at + 1
    }
  }
  return keywords
}

/** Tags have no markup. */
function readTag(latex: string): string {
  return isPlainLatex(latex) ? latex : printPlain(readLatex(latex))
}

const untidy = /[^\p{L}\p{N} _-]|^ | $| {2}/u

/** Parts between slashes, as a typed tag has them. */
function tidyTag(tag: string): string {
  if (!untidy.test(tag)) return tag.slice(0, 200)
  const parts = tag.split('/').map((part) => part.replace(/[\s\p{Cc}]+/gu, ' ').trim())
  return parts
    .filter((part) => part !== '')
    .join('/')
    .slice(0, 200)
}

function isNote(name: string): boolean {
  return name === 'annotation' || name === 'review' || name === 'comment' || name.startsWith('comment-')
}

/** Blank lines part paragraphs. */
function readNote(value: string): string {
  const paragraphs = value.split(/\n[ \t]*\n/).map(decodeLatex)
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')
}
