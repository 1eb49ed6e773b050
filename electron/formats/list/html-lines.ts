/**
 * A saved web page → lines of text that keep their numbers: tags go, what is not shown goes with them, and where a tag of a block or a line
 * break parts two texts of one line, they become two. Beside the text stands what its links name, and the text with items of lists and
 * links marked as in Markdown.
 */
import { decodeEntities } from '../../../db/model/html-entities.ts'
import type { SourceLine } from '../decode-text.ts'

const page = /^\s*(?:<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<!doctype html)/i
const hidden = /^(?:script|style|head|noscript|template|svg|nav|select|button|annotation)$/i
const block =
  /^\/?(?:address|article|aside|blockquote|body|br|caption|center|dd|details|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|li|main|menu|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/i
/** What stands in a row of a table. */
const cellTag = /^\/?(?:t[dh]|p|br|div|span|ul|ol|li|h[1-6])$/
/** Bounded, so that a quote or comment that is never closed costs little. */
const tag = /<!--[\s\S]{0,50000}?-->|<(\/?[a-z][a-z0-9]*|![a-z]+)(?:"[^"]{0,9999}"|'[^']{0,9999}'|[^"'<>])*>/gi
const href = /\bhref\s*=\s*(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'>]{1,2000}))/i

export function isWebPage(lines: readonly SourceLine[]): boolean {
  const first = lines.find(({ text }) => text.trim() !== '')
  return first !== undefined && page.test(first.text)
}

export type ShownLine = SourceLine & {
  readonly markdown: string
  readonly isInItem: boolean
  readonly addresses: readonly string[]
}

type Link = { readonly address: string; readonly index: number; readonly start: number }

type Page = {
  readonly shown: { readonly number: number; text: string; markdown: string; isInItem: boolean; readonly addresses: string[] }[]
  line: number
  hiddenIn: string | null
  isBreak: boolean
  /** Where an item of a list begins, and inside of it. */
  isItem: boolean
  isInItem: boolean
  link: Link | null
  /** Nothing stands between buttons, and yet they are two. */
  isBehindLink: boolean
  readonly hasLineBreaks: boolean
  /** Where the table ends whose cells a tab parts; 0 outside of such. */
  tableEnd: number
}

/** Texts on one source line share its number. */
export function readWebPage(lines: readonly SourceLine[]): readonly ShownLine[] {
  const source = lines.map(({ text }) => text).join('\n')
  const state: Page = {
    shown: [],
    line: 1,
    hiddenIn: null,
    isBreak: true,
    isItem: false,
    isInItem: false,
    link: null,
    isBehindLink: false,
    hasLineBreaks: /<br\b/i.test(source),
    tableEnd: 0,
  }
  let last = 0
  for (const match of source.matchAll(tag)) {
    if (match.index > last) state.isBehindLink = false
    putText(state, source.slice(last, match.index))
    last = match.index + match[0].length
    state.line += match[0].split('\n').length - 1
    const name = (match[1] ?? '').toLowerCase()
    if (name === 'table') state.tableEnd = findTableEnd(source, match.index) ?? state.tableEnd
    if (match.index < state.tableEnd && cellTag.test(name)) passCell(state, name)
    else passTag(state, name)
    passLink(state, name, match[0])
  }
  putText(state, source.slice(last))
  return state.shown
}

/** Of a table with a row of headings and none inside of it, whose rows are lines. */
function findTableEnd(source: string, start: number): number | null {
  const next = source.indexOf('<table', start + 1)
  const end = source.indexOf('</table', start)
  if (end === -1 || (next !== -1 && next < end)) return null
  const table = source.slice(start + 1, end)
  const rows = table.match(/<tr\b/gi)?.length ?? 0
  const headings = table.match(/<th\b/gi)?.length ?? 0
  return rows > 2 && headings > 1 && headings < 20 ? end : null
}

/** Inside of a row, blocks and line breaks are spaces. */
function passCell(state: Page, name: string): void {
  const last = state.isBreak ? undefined : state.shown.at(-1)
  if (last === undefined) return
  const separator = /^\/t[dh]$/.test(name) ? '\t' : ' '
  last.text += separator
  last.markdown += separator
}

function passTag(state: Page, name: string): void {
  if (state.hiddenIn === null && hidden.test(name)) state.hiddenIn = name
  else if (name === `/${state.hiddenIn}` || (state.hiddenIn === 'head' && name === 'body')) state.hiddenIn = null
  if (block.test(name)) state.isBreak = true
  if (
    (/^\/?h[1-6]$/.test(name) || (name === 'p' && state.hasLineBreaks)) &&
    state.hiddenIn === null &&
    state.shown.at(-1)?.text !== ''
  )
    partHere(state)
  if (/^\/?(?:li|[uo]l)$/.test(name)) state.isItem = state.isInItem = name === 'li'
}

/** A heading and what stands below it are no one text, nor are paragraphs of a page that has line breaks in its text. */
function partHere({ shown, line }: Page): void {
  shown.push({ number: line, text: '', markdown: '', isInItem: false, addresses: [] })
}

function passLink(state: Page, name: string, source: string): void {
  if (name === 'a' && state.hiddenIn === null) state.link = openLink(state, source)
  else if (name === '/a' && state.link !== null) {
    closeLink(state.shown[state.link.index], state.link)
    state.link = null
    state.isBehindLink = true
  }
}

function openLink({ shown, isBreak, isInItem, isBehindLink }: Page, source: string): Link {
  const [, quoted, single, bare] = href.exec(source) ?? []
  const address = decodeEntities(quoted ?? single ?? bare ?? '').trim()
  const last = isBreak ? undefined : shown.at(-1)
  if (isBehindLink && last !== undefined && !/\s$/.test(last.text)) {
    last.text += ' '
    last.markdown += ' '
  }
  const start = last?.markdown.length ?? (isInItem ? 2 : 0)
  return { address, index: last === undefined ? shown.length : shown.length - 1, start }
}

/** The line where the link began has its address, and its words up to that line's end. */
function closeLink(line: Page['shown'][number] | undefined, { address, start }: Link): void {
  if (line === undefined || address === '') return
  line.addresses.push(address)
  const text = line.markdown.slice(start).trim()
  if (text !== '' && !/[()\s<>]/.test(address)) line.markdown = `${line.markdown.slice(0, start)} [${text}](${address})`
}

function putText(state: Page, text: string): void {
  for (const [index, piece] of text.split('\n').entries()) {
    if (index > 0) state.line++
    const plain = state.hiddenIn === null ? decodeEntities(index > 0 ? ` ${piece}` : piece).replace(/\s+/g, ' ') : ''
    const last = state.shown.at(-1)
    if (!state.isBreak && last !== undefined) {
      last.text += plain
      last.markdown += plain
    } else if (plain.trim() !== '') {
      const prefix = state.isItem ? '- ' : state.isInItem ? '  ' : ''
      state.shown.push({ number: state.line, text: plain, markdown: prefix + plain, isInItem: state.isInItem, addresses: [] })
      state.isBreak = false
      state.isItem = false
    }
  }
}
