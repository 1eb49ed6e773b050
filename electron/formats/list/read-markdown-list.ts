/**
 * Lists in Markdown, as on pages of collected links and in reading lists:
 *   - [Title](address) – Authors, Venue 2017        * **Title.** Authors. *Venue*, 2017. [[pdf](…)] [[code](…)]
 *   - [x] Title, or an address alone: a check mark says that it was read, an empty box that it is to be
 *   - TODO [[Title]] by [[Author]] #tag            - **Notes** of Obsidian and Logseq, also below an item that is a heading
 *   1. [paper](address) Title                        nested items without an address belong to the item above
 * Headings and text outside of items are left over.
 */
import type { CarriedReading, Draft } from '../../../db/model/draft.ts'
import type { EntryFields } from '../../../db/model/fields.ts'
import type { Status } from '../../../db/model/status.ts'
import { areNames } from './are-names.ts'
import { buildDraft } from './build-draft.ts'
import { readCitationDetails } from './citation-details.ts'
import { findFieldWord } from './field-words.ts'
import { fieldsOfIdentifiers, readIdentifiers } from './identifiers.ts'
import { leaveOver } from './leave-over.ts'
import { type LineFeatures, readFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'
import type { ListReading } from './list-reading.ts'
import { readAuthors, readTitleWithBrackets } from './read-inline-list.ts'
import { areOnlyLinks, readMarks } from './read-marks.ts'
import { findAuthorsEnd, readNames } from './reference-names.ts'
import { referenceStyles } from './reference-parts.ts'
import { readSaidValues } from './said-values.ts'

type Item = { readonly indent: number; readonly text: string; readonly status: Status | null; readonly lines: ListLine[] }

/** Also of Emacs’s Org, whose headings have a state. */
const start = /^(?:[-*+•]|\d{1,4}[.)]|\*{1,6}(?= (?:TODO|DONE|NEXT|WAITING) )) +(?=\S)|^(?=\[[ xX]\] |[☐☑☒✅✓✔□])/u
const lineBreak = /(?:\\|<br ?\/?>)$/
const box = /^(?:\[([ xX~/-])\]|([☐□]|TODO|LATER)|([☑☒✅✓✔]|DONE)|(DOING|NOW)|(CANCELL?ED))\s+(?=\S)/u
/** At the end of an item. */
const hashTags = /(?:\s+#[\p{L}][\p{L}\p{N}/_-]*)+$/u
const leastShareOfItems = 0.4
const leastShareMarked = 0.5
/** `Scoville & Milner (1957).` */
const namesBefore = /^(.{2,1000}?)(?:,? ?\(?((?:1[5-9]|20)\d\d)[a-z]?\)?[.:,]?)?[\s–—:,("“[-]*$/
const yearFirst = /^\(?((?:1[5-9]|20)\d\d)\)?[.,:]? +(?=\S)/
/** An `and` stands before the last name. */
const lastName = /^[^(]{2,600}? (?:and|&) [^,;(]{3,60}(?=, )/
const labelled = /^(\p{L}[\p{L} ]{1,24}) ?: (.+)$/u
const yearBehindNames = /^(.{3,600}?),? [([]((?:19|20)\d\d)[)\]]$/
const separator = /^\s*(?:[-–—:;,.|·•]|by\b)\s*/i

export function readMarkdownList(lines: readonly ListLine[]): ListReading | null {
  const items = findItems(lines)
  const inItems = items.reduce((sum, item) => sum + item.lines.length, 0)
  const marked = items.filter(({ text, status }) => status !== null || /\]\(|\[\[/.test(text))
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
    if (match !== null && /^#{1,6} /.test(text)) continue
    const isOwn = match !== null && !(isNested && (areOnlyLinks(text) || isPlain(text)))
    if (isOwn) items.push({ indent, text: text.replace(box, ''), status: statusOf(text), lines: [line] })
    else if (isNested || (isAdjacent && line.gap === 0 && match === null && !/^(?:#|\||>|-{3,}|={3,})/.test(line.text)))
      last.lines.push(line)
  }
  return items
}

function isPlain(text: string): boolean {
  return !text.includes('](') && !text.startsWith('[[') && !box.test(text) && readIdentifiers(text).count === 0
}

function removeLineBreak(text: string): string {
  return lineBreak.test(text) ? text.replace(lineBreak, '').trimEnd() : text
}

function statusOf(text: string): Status | null {
  const match = box.exec(text)
  if (match === null) return null
  if (match[2] !== undefined || match[1] === ' ') return 'to-read'
  if (match[3] !== undefined || match[1]?.toLowerCase() === 'x') return 'read'
  return match[1] === '-' || match[5] !== undefined ? 'dropped' : 'reading'
}

function toDraft(item: Item): readonly Draft[] {
  const [first, ...others] = item.lines
  if (first === undefined) return []
  const tags = [...(hashTags.exec(item.text)?.[0].matchAll(/#(\S+)/g) ?? [])].map(([, tag = '']) => tag)
  const { text, title, emphasised, addresses } = readMarks(tags.length === 0 ? item.text : item.text.replace(hashTags, ''))
  const { identifiers, rest } = readIdentifiers(text)
  const linked = readIdentifiers(addresses).identifiers
  const said = { ...fieldsOfIdentifiers(linked), ...fieldsOfIdentifiers(identifiers) }
  const marked = title ?? (emphasised !== null && isBehindNames(rest, emphasised) ? emphasised : null)
  const fields = { ...onlySaid(readItem(rest, marked), first.text), ...said }
  const below = others.map((line) => ({
    fields: onlySaid(readBelow(removeLineBreak(line.text.replace(start, ''))), line.text),
    lines: [line],
  }))
  const reading: CarriedReading | undefined =
    item.status === null && tags.length === 0 ? undefined : { status: item.status, tags, notes: [] }
  if (fields.title === undefined && Object.keys(said).length === 0) return []
  return [buildDraft(item.lines, [{ fields, lines: [first] }, ...below], reading)]
}

/** `Vaswani et al. 2017 — *Attention Is All You Need*`: nothing but names and the year stands before. */
function isBehindNames(text: string, emphasised: string): boolean {
  const [, named = ''] = namesBefore.exec(text.slice(0, Math.max(0, text.indexOf(emphasised)))) ?? []
  return named !== '' && emphasised.includes(' ') && readAuthors(named, true) !== null
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

function readItem(text: string, marked: string | null): EntryFields {
  if (marked === null) return readUnmarked(text)
  const at = text.indexOf(marked)
  const title = trimTitle(marked)
  if (at === -1) return { title }
  const [, named = '', year] = namesBefore.exec(text.slice(0, at)) ?? []
  const before = named === '' ? null : readAuthors(named, true)
  const after = text.slice(at + marked.length).replace(/^[”"\])*.]+/, '')
  if (before !== null && year !== undefined) return { title, ...before, ...readCitationDetails(after.trim()), year: Number(year) }
  if (before !== null) return { title, ...before, ...yearAndVenue(after) }
  return { title, ...readBehind(after) }
}

/** Without a link or bold text, an item is a reference, or its text is the title. */
function readUnmarked(text: string): EntryFields {
  if (/^\([^()]*\)$/.test(text)) return {}
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
    .trimStart()
    .replace(/^\((.*)\)[.,]?$/, '$1')
    .trim()
  const [dated = '', year] = yearFirst.exec(rest) ?? []
  if (year !== undefined) return { ...readBehind(rest.slice(dated.length)), year: Number(year) }
  const last = lastName.exec(rest)?.[0].length
  const sentence = last ?? findAuthorsEnd(rest)
  const ends = [...rest.matchAll(/\. | [-–—|·] |[;(]|, (?=[^,]*(?:19|20)\d\d)|, (?=\p{Lu}[\p{L} &]{3,60}$)|$/gu)].map(
    ({ index }) => index,
  )
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
  const [, label = '', value = ''] = labelled.exec(plain) ?? []
  const word = findFieldWord(label)
  if (word !== undefined && value !== '')
    return readSaidValues([{ word, value: addresses === '' ? value : `${value} ${addresses}` }]).fields
  const { identifiers, rest } = readIdentifiers(`${plain} ${addresses}`.trim())
  const bare = rest.replace(/^(?:authors?|by):? /i, '')
  const names = readNames(bare)
  const isNames = names?.authors.some((author) => 'family' in author) === true
  const [, before = '', year] = isNames ? [] : (yearBehindNames.exec(bare) ?? [])
  const dated = year === undefined || !areNames([featuresOf(before)]) ? null : readNames(before)
  return {
    ...fieldsOfIdentifiers(identifiers),
    ...(isNames
      ? { authors: names.authors }
      : dated !== null
        ? { authors: dated.authors, year: Number(year) }
        : yearAndVenue(rest)),
  }
}

function featuresOf(text: string): LineFeatures {
  return readFeatures({ number: 0, text, source: text, isRepaired: false, gap: 0 })
}

function trimTitle(text: string): string {
  return text.replace(/^[\s"“]+|[\s"”:,–—-]+$/g, '').replace(/(?<=\p{L})\.$/u, '')
}
