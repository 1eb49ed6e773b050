/**
 * A saved web page: its texts are read as lines of their own; what is said of their places is of the source's lines. Items of lists
 * whose links are titles are read as a list in Markdown; links to identifiers belong to the records that they stand in.
 */
import type { Draft, LineRange, ParsedSource } from '../../../db/model/draft.ts'
import type { SourceLine } from '../decode-text.ts'
import { addSaid } from './build-draft.ts'
import { readWebPage, type ShownLine } from './html-lines.ts'
import { fieldsOfIdentifiers, type Identifiers, readAddress } from './identifiers.ts'
import { prepareLines } from './prepare-lines.ts'
import { readMarkdownList } from './read-markdown-list.ts'

const leastShareOfWorks = 0.6
const fewestItems = 2

type Parse = (lines: readonly SourceLine[]) => ParsedSource

export function readPage(source: readonly SourceLine[], parse: Parse): ParsedSource {
  const shown = readWebPage(source)
  const plain = parse(shown.map(({ text }, index) => ({ number: index + 1, text })))
  const items = readItems(shown, parse)
  const { drafts, ...others } = items !== null && items.drafts.length >= plain.drafts.length ? items : plain
  return moveToSource({ ...others, drafts: drafts.map((draft) => addLinks(draft, shown)) }, shown)
}

/** `null`: the items are not mostly works, but a menu. */
function readItems(shown: readonly ShownLine[], parse: Parse): ParsedSource | null {
  const lines = shown.flatMap(({ markdown, isInItem }, index) => {
    const line = { number: index + 1, text: markdown }
    return isInItem ? [line] : [{ ...line, text: '' }, line]
  })
  if (readMarkdownList(prepareLines(lines)) === null) return null
  const reading = parse(lines)
  const works = reading.drafts.filter(
    ({ fields }) => fields.title !== undefined && (fields.authors ?? fields.doi ?? fields.arxivId) !== undefined,
  )
  const isList = works.length >= fewestItems && works.length >= reading.drafts.length * leastShareOfWorks
  if (!isList) return null
  const leftovers = reading.leftovers.map((leftover) => ({ ...leftover, text: shown[leftover.line - 1]?.text ?? '' }))
  return { ...reading, leftovers }
}

/** Where links name more than one work, those on the title count. */
function addLinks(draft: Draft, shown: readonly ShownLine[]): Draft {
  const within = ({ lineStart, lineEnd }: LineRange) => shown.slice(lineStart - 1, lineEnd).flatMap(({ addresses }) => addresses)
  const all = identify(within(draft))
  const linked = all ?? identify(within(draft.spans.title ?? draft))
  if (linked === null) return draft
  const span = draft.spans.title ?? draft
  const lines = [span.lineStart, span.lineEnd].map((number) => ({ number, text: '', source: '', isRepaired: false, gap: 0 }))
  return addSaid(draft, { fields: fieldsOfIdentifiers(linked), lines })
}

function identify(addresses: readonly string[]): Identifiers | null {
  const found = addresses.flatMap((address) => readAddress(address)).filter(({ name }) => name !== 'url')
  const values = new Set(found.map(({ name, value }) => `${name} ${value}`))
  const names = new Set(found.map(({ name }) => name))
  return found.length > 0 && values.size === names.size ? Object.fromEntries(found.map(({ name, value }) => [name, value])) : null
}

function moveToSource({ drafts, leftovers, ...others }: ParsedSource, shown: readonly ShownLine[]): ParsedSource {
  const lineOf = (line: number) => shown[line - 1]?.number ?? line
  const place = ({ lineStart, lineEnd }: LineRange) => ({ lineStart: lineOf(lineStart), lineEnd: lineOf(lineEnd) })
  const spansOf = (spans: Draft['spans']) =>
    Object.fromEntries(Object.entries(spans).flatMap(([name, range]) => (range === undefined ? [] : [[name, place(range)]])))
  const placed = drafts.map((draft) => ({ ...draft, ...place(draft), spans: spansOf(draft.spans) }))
  const taken = new Set(
    placed.flatMap(({ lineStart, lineEnd }) => Array.from({ length: lineEnd - lineStart + 1 }, (_, index) => lineStart + index)),
  )
  const left = new Map(leftovers.map((leftover) => [lineOf(leftover.line), leftover]))
  return {
    ...others,
    drafts: placed,
    leftovers: [...left].flatMap(([line, leftover]) => (taken.has(line) ? [] : [{ ...leftover, line }])),
  }
}
