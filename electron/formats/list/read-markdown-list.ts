/**
 * Lists in Markdown, as on pages of collected links and in reading lists:
 *   - [Title](address) – Authors, Venue 2017        * **Title.** Authors. *Venue*, 2017. [[pdf](…)] [[code](…)]
 *   - [x] Title, or an address alone: a check mark says that it was read, an empty box that it is to be
 *   1. [paper](address) Title                        nested items without an address belong to the item above
 * Headings and text outside of items are left over.
 */
import type { CarriedReading, Draft } from '../../../db/model/draft.ts'
import type { EntryFields } from '../../../db/model/fields.ts'
import type { Status } from '../../../db/model/status.ts'
import { buildDraft } from './build-draft.ts'
import { readCitationDetails } from './citation-details.ts'
import { fieldsOfIdentifiers, readIdentifiers } from './identifiers.ts'
import { leaveOver } from './leave-over.ts'
import type { ListLine } from './list-line.ts'
import type { ListReading } from './list-reading.ts'
import { readTitleWithBrackets } from './read-inline-list.ts'
import { findAuthorsEnd, readNames } from './reference-names.ts'
import { referenceStyles } from './reference-parts.ts'

type Item = { readonly indent: number; readonly text: string; readonly status: Status | null; readonly lines: ListLine[] }

type MarkedText = { readonly text: string; readonly title: string | null; readonly addresses: string }

const start = /^(?:[-*+•]|\d{1,4}[.)]) +(?=\S)|^(?=\[[ xX]\] |[☐☑☒✅✓✔□])/u
const lineBreak = /(?:\\|<br ?\/?>)$/
const box = /^(?:\[([ xX~/-])\]|([☐□])|([☑☒✅✓✔]))\s+/u
const link = /!?\[((?:[^[\]]|\[[^[\]]*\])*)\]\(\s*<?([^()\s>]*(?:\([^()\s]*\)[^()\s]*)*)>?(?:\s+"[^"]*")?\s*\)/g
const strong = /(?:\*\*|__)(.{3,300}?)(?:\*\*|__)/
const emphasised = /^([*_])(?=\S)([^*_]{3,300})\1/
const linkWord =
  /^[\s[(]*(?:pdf|paper|papers|arxiv|link|links|code|github|url|html|abs|doi|website|web|site|page|project|project page|slides|video|blog|blog post|post|demo|dataset|data|model|models|official|official code|implementation|repo|here|read|bib|bibtex|openreview|acl|semantic scholar|tweet|poster|talk|review|notes?|supp|appendix|pytorch|tensorflow|jax|hugging ?face|unofficial)[\s\])]*$/i
const leastShareOfItems = 0.4
const leastShareMarked = 0.5
const separator = /^\s*(?:[-–—:;,.|·•]|by\b)\s*/i

export function readMarkdownList(lines: readonly ListLine[]): ListReading | null {
  const items = findItems(lines)
  const inItems = items.reduce((sum, item) => sum + item.lines.length, 0)
  const marked = items.filter(({ text, status }) => status !== null || text.includes(']('))
  if (marked.length === 0 || marked.length < items.length * leastShareMarked || inItems < lines.length * leastShareOfItems)
    return null
  const drafts = items.flatMap(toDraft)
  return drafts.length === 0 ? null : { layout: 'markdown', drafts, leftovers: leaveOver(lines, drafts) }
}

/** Items with what is nested in them, as long as that has no address or check mark of its own. */
function findItems(lines: readonly ListLine[]): readonly Item[] {
  const items: Item[] = []
  for (const [index, line] of lines.entries()) {
    const indent = line.source.length - line.source.trimStart().length
    const match = start.exec(line.text)
    const last = items.at(-1)
    const isAdjacent = last !== undefined && last.lines.at(-1) === lines[index - 1]
    const isNested = isAdjacent && indent > last.indent
    const text = removeLineBreak(line.text.replace(start, ''))
    const isOwn = match !== null && !(isNested && !text.includes('](') && !box.test(text) && readIdentifiers(text).count === 0)
    if (isOwn) items.push({ indent, text: text.replace(box, ''), status: statusOf(text), lines: [line] })
    else if (isNested || (isAdjacent && line.gap === 0 && match === null && !/^(?:#|\||>|-{3,}|={3,})/.test(line.text)))
      last.lines.push(line)
  }
  return items
}

function removeLineBreak(text: string): string {
  return lineBreak.test(text) ? text.replace(lineBreak, '').trimEnd() : text
}

function statusOf(text: string): Status | null {
  const match = box.exec(text)
  if (match === null) return null
  if (match[2] !== undefined || match[1] === ' ') return 'to-read'
  if (match[3] !== undefined || match[1]?.toLowerCase() === 'x') return 'read'
  return match[1] === '-' ? 'dropped' : 'reading'
}

function toDraft(item: Item): readonly Draft[] {
  const [first, ...others] = item.lines
  if (first === undefined) return []
  const { text, title, addresses } = readMarks(item.text)
  const { identifiers, rest } = readIdentifiers(text)
  const linked = readIdentifiers(addresses).identifiers
  const said = { ...fieldsOfIdentifiers(linked), ...fieldsOfIdentifiers(identifiers) }
  const fields = { ...onlySaid(readItem(rest, title), first.text), ...said }
  const below = others.map((line) => ({ fields: readBelow(removeLineBreak(line.text.replace(start, ''))), lines: [line] }))
  const reading: CarriedReading | undefined = item.status === null ? undefined : { status: item.status, tags: [], notes: [] }
  if (fields.title === undefined && Object.keys(said).length === 0) return []
  return [buildDraft(item.lines, [{ fields, lines: [first] }, ...below], reading)]
}

/** What was taken out between may not leave a value that stands nowhere. */
function onlySaid(fields: EntryFields, source: string): EntryFields {
  const text = fold(source)
  const { title, venue, ...others } = fields
  const isThere = (value: string | undefined) => value !== undefined && text.includes(fold(value))
  return { ...others, ...(isThere(title) ? { title } : {}), ...(isThere(venue) ? { venue } : {}) } as EntryFields
}

function fold(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The text without marks, with the addresses of its links beside it; the first link or bold text that is no mere "pdf" is the title. */
function readMarks(source: string): MarkedText {
  const addresses: string[] = []
  let title: string | null = null
  const linked = source.replace(/!\[[^\]]*\]\([^)]*\)/g, ' ').replace(link, (_, words: string, address: string) => {
    const isPaper = !linkWord.test(words) || addresses.length === 0
    if (isPaper || /arxiv|doi/i.test(address)) addresses.push(address)
    if (linkWord.test(words)) return ' '
    if (words.split(/\s+/).length > 1 || /\p{Script=Han}{4}/u.test(words)) title ??= removeEmphasis(words)
    return words
  })
  const bold = title === null ? (strong.exec(linked)?.[1] ?? emphasised.exec(linked)?.[2]) : undefined
  if (bold?.trim().includes(' ')) title = bold
  const text = removeEmphasis(linked.replace(/\[\s*\]|\(\s*\)/g, ' ').replace(/`/g, ''))
    .replace(/\s+/g, ' ')
    .trim()
  return { text, title: title === null ? null : removeEmphasis(title).trim(), addresses: addresses.join(' ') }
}

function removeEmphasis(text: string): string {
  return text.replace(/(\*\*|__)(?=\S)(.+?)\1/g, '$2').replace(/(?<![\p{L}\p{N}])([*_])(?=\S)([^*_]+)\1(?![\p{L}\p{N}])/gu, '$2')
}

function readItem(text: string, marked: string | null): EntryFields {
  if (marked === null) return readUnmarked(text)
  const at = text.indexOf(marked)
  const title = trimTitle(marked)
  if (at === -1) return { title }
  const before = readNames(text.slice(0, at).replace(/[\s–—:,("“[-]+$/, ''))
  const after = text.slice(at + marked.length).replace(/^[”"\])*.]+/, '')
  if (before !== null)
    return { title, authors: before.authors, ...(before.andOthers ? { andOthers: true } : {}), ...yearAndVenue(after) }
  return { title, ...readBehind(after) }
}

/** Without a link or bold text, an item is a reference, or its text is the title. */
function readUnmarked(text: string): EntryFields {
  const cited = readTitleWithBrackets(text)
  if (cited !== null) return cited
  const parts = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.test(text)
    ? referenceStyles.map((cut) => cut(text)).find((cut) => cut !== null)
    : undefined
  if (parts === undefined || parts === null) {
    const title = trimTitle(text)
    return title.split(' ').length < 2 && !/\p{Lo}{4}/u.test(title) ? {} : { title }
  }
  const { authors, title, tail, year } = parts
  const names = authors === null ? {} : { authors: authors.authors, ...(authors.andOthers ? { andOthers: true } : {}) }
  return { title, ...names, ...readCitationDetails(tail), ...(year === null ? {} : { year }) }
}

/** `– Authors. Venue 2017`, `(Authors, 2017)`, `, NeurIPS 2017`. */
function readBehind(text: string): EntryFields {
  const rest = text
    .replace(separator, '')
    .replace(/^\((.*)\)[.,]?$/, '$1')
    .trim()
  const sentence = findAuthorsEnd(rest)
  const ends = [...rest.matchAll(/\. | [-–—|·] |[;(]|, (?=[^,]*(?:19|20)\d\d)|$/g)].map(({ index }) => index)
  for (const end of [...(sentence === null ? [] : [sentence]), ...ends.toReversed()]) {
    const names = readNames(rest.slice(0, end).replace(/[.,]$/, ''))
    if (names?.authors.every((author) => 'family' in author)) {
      const behind = rest.slice(end).replace(/^[\s.,;|·-]+|[\s.]+$/g, '')
      const details = nameOfVenue.test(behind) ? { venue: behind } : yearAndVenue(rest.slice(end))
      return { authors: names.authors, ...(names.andOthers ? { andOthers: true } : {}), ...details }
    }
  }
  return yearAndVenue(rest)
}

/** Behind names, each word with a capital; a description has none. */
const nameOfVenue = /^\p{Lu}[\p{L}&-]*(?: (?:of|the|on|and|in|for|\p{Lu}[\p{L}&-]*)){0,9}$/u

/** A description is no venue. */
function yearAndVenue(text: string): EntryFields {
  const rest = text.replace(/^[\s.,;:–—|·(-]+|[\s)\]]+$/g, '')
  const details = readCitationDetails(rest)
  const isVenue = details.year !== undefined && (details.venue?.split(' ').length ?? 0) <= 12
  return isVenue ? details : {}
}

/** A line below its item: names, a venue, or nothing that is known for sure. */
function readBelow(text: string): EntryFields {
  const { text: plain, addresses } = readMarks(text)
  const { identifiers, rest } = readIdentifiers(`${plain} ${addresses}`)
  const names = readNames(rest.replace(/^(?:authors?|by):? /i, ''))
  const isNames = names?.authors.some((author) => 'family' in author) === true
  return { ...fieldsOfIdentifiers(identifiers), ...(isNames ? { authors: names.authors } : yearAndVenue(rest)) }
}

function trimTitle(text: string): string {
  return text.replace(/^[\s"“]+|[\s"”:,–—-]+$/g, '').replace(/(?<=\p{L})\.$/u, '')
}
