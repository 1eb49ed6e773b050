/**
 * The structure of a .bib file, as BibTeX (btxdoc and bibtex.web, 1988) and biber (btparse) read it:
 *   file    = { junk | '@' type body }
 *   body    = '{' … '}' | '(' … ')'       `@comment`: balanced text; `@preamble`: a value; `@string`: name '=' value
 *   entry   = key { ',' name '=' value } [ ',' ]
 *   value   = piece { '#' piece }         piece = '{' balanced '}' | '"' balanced '"' | number | name of a string
 * Every brace counts, also one after a backslash; `"` ends a quoted piece outside braces only. `%` between fields opens a comment.
 * More is taken than the programs take: a comma or a key may be missing, a second comma be there. An entry that is not closed
 * ends where the next begins at the start of a line; one that closes too early goes on if `, name =` follows.
 * The items tile the text: each begins where the one before ends. The scan is linear in the text.
 */

import { findClosedComments } from './find-closed-comments.ts'

/** Part of a value: text between delimiters (`null` of none), or a number, or the name of a string. */
export type Piece = { readonly kind: 'text' | 'name'; readonly text: string }

export type RawField = { readonly name: string; readonly pieces: readonly Piece[]; readonly start: number; readonly end: number }

type Span = { readonly start: number; readonly end: number }

export type BibtexItem =
  | (Span & { readonly kind: 'junk' })
  | (Span & { readonly kind: 'comment' })
  | (Span & { readonly kind: 'preamble'; readonly pieces: readonly Piece[] })
  | (Span & { readonly kind: 'string'; readonly fields: readonly RawField[] })
  /** `brokenAt` is where the entry could not be read further, or null; `isClosed` tells whether its last brace was there. */
  | (Span & {
      readonly kind: 'entry'
      readonly type: string
      readonly key: string
      readonly fields: readonly RawField[]
      readonly brokenAt: number | null
      readonly isClosed: boolean
    })

type Scan = {
  readonly text: string
  at: number
  /** Where the next entry begins that stands at the start of a line. */
  nextEntry: number
  /** The next closing brace, looked for once. */
  nextClose: number
}

const command = /@[ \t]*([A-Za-z][^\s"#%'(),={}@]*)\s*([{(])/y
/** What is surely the next entry where a line begins: with a key, or a command of its own. */
const nextEntry = /[ \t]*@[ \t]*(?:(?:string|comment|preamble)\s*[{(]|[A-Za-z]+\s*[{(]\s*[^\s"#%(),={}]*\s*,)/iy
const braces = /[{}]/g
const bracesAndQuotes = /[{}"]/g
const entryAhead = /\n[ \t]*@[ \t]*[A-Za-z]+\s*[{(]/g
const fieldName = /[^\s"#%'(),={}\d@][^\s"#%'(),={}]*/y
const fieldAhead = /\s*,\s*[A-Za-z][\w:+.-]*\s*=\s*[{"\w]/y
const swallowedField = /\n[ \t]*[A-Za-z][\w:+.-]*[ \t]*=[ \t]*[{"\w]/
const key = /[^\s,={}]*/y
/** Some write a key with spaces, which no document can cite. */
const restOfKey = /[ \t][^\n,={}]*(?=,)/y
const equals = /\s*=/y
const space = /\s*/y
const separators = /(?:[\s,]+|%.*)*/y
const bareword = /[^\s"#%'(),={}]+/y

/** `from` is where an item begins. */
export function* scanBibtex(text: string, from = 0): Generator<BibtexItem> {
  const scan: Scan = { text, at: from, nextEntry: -1, nextClose: -1 }
  let closedComments: ReadonlySet<number> | null = null
  let junk = from
  let isCommentedOut = false
  for (let at = text.indexOf('@', from); at >= 0; at = text.indexOf('@', scan.at)) {
    isCommentedOut = isInComment(text.slice(scan.at, at), isCommentedOut)
    scan.at = at + 1
    const found = isCommentedOut ? null : matchAt(command, text, at)
    if (found === null) continue
    const end = at + found[0].length
    const type = (found[1] ?? '').toLowerCase()
    if (type === 'comment') {
      closedComments ??= findClosedComments(text)
      if (!closedComments.has(end - 1)) continue
    }
    if (junk < at) yield { kind: 'junk', start: junk, end: at }
    scan.at = end
    yield readCommand(scan, { type, start: at, close: found[2] === '{' ? '}' : ')' })
    junk = scan.at
    isCommentedOut = false
  }
  if (junk < text.length) yield { kind: 'junk', start: junk, end: text.length }
}

/** Whether a percent sign stands before the end of this text, on its line: a comment of biber. */
function isInComment(text: string, isBegun: boolean): boolean {
  const lineStart = text.lastIndexOf('\n') + 1
  return (isBegun && lineStart === 0) || text.includes('%', lineStart)
}

type Opened = { readonly type: string; readonly start: number; readonly close: '}' | ')' }

function readCommand(scan: Scan, opened: Opened): BibtexItem {
  const { type, start, close } = opened
  if (type === 'comment') {
    scan.at = findClosing(scan.text, scan.at) + 1
    return { kind: 'comment', start, end: scan.at }
  }
  if (type === 'preamble') {
    const pieces = readValue(scan) ?? []
    skipSpace(scan)
    if (scan.text[scan.at] === close) scan.at++
    return { kind: 'preamble', pieces, start, end: scan.at }
  }
  const found = type === 'string' ? '' : readKey(scan)
  const { fields, brokenAt, isClosed } = readFields(scan, close)
  if (type === 'string') return { kind: 'string', fields, start, end: scan.at }
  return { kind: 'entry', type, key: found, fields, brokenAt, isClosed, start, end: scan.at }
}

/** The key up to the comma; where a field stands in its place, there is none. */
function readKey(scan: Scan): string {
  skipSpace(scan)
  const found = matchAt(key, scan.text, scan.at)?.[0] ?? ''
  const after = scan.at + found.length
  if (matchAt(equals, scan.text, after) !== null) return ''
  scan.at = after
  const rest = matchAt(restOfKey, scan.text, after)?.[0] ?? ''
  if (rest === '') return found
  scan.at += rest.length
  return found + rest.trimEnd()
}

type Fields = { readonly fields: readonly RawField[]; readonly brokenAt: number | null; readonly isClosed: boolean }

function readFields(scan: Scan, close: '}' | ')'): Fields {
  const { text } = scan
  const fields: RawField[] = []
  for (;;) {
    skipSeparators(scan)
    const start = scan.at
    if (text[start] === close) {
      scan.at++
      if (matchAt(fieldAhead, text, scan.at) === null) return { fields, brokenAt: null, isClosed: true }
      continue
    }
    if (start >= text.length || (text[start] === '@' && matchAt(nextEntry, text, start) !== null))
      return { ...withoutSwallowed(fields), isClosed: false }
    const field = readField(scan)
    if (field === null) {
      scan.at = findEntryAhead(text, start)
      return { fields, brokenAt: start, isClosed: false }
    }
    fields.push(field)
  }
}

/** An entry whose last brace closed a field instead: what swallowed the fields after it is no field. */
function withoutSwallowed(fields: readonly RawField[]): { fields: readonly RawField[]; brokenAt: number | null } {
  const last = fields.at(-1)
  if (last === undefined || !last.pieces.some(({ text }) => swallowedField.test(text))) return { fields, brokenAt: null }
  return { fields: fields.slice(0, -1), brokenAt: last.start }
}

function readField(scan: Scan): RawField | null {
  const start = scan.at
  const name = readName(scan)
  skipSpace(scan)
  if (name === '' || scan.text[scan.at] !== '=') return null
  scan.at++
  const pieces = readValue(scan)
  return pieces === null ? null : { name, pieces, start, end: scan.at }
}

/** `null` where a piece has no end. */
function readValue(scan: Scan): readonly Piece[] | null {
  const pieces: Piece[] = []
  for (;;) {
    skipSpace(scan)
    const piece = readPiece(scan)
    if (piece === null) return null
    pieces.push(piece)
    const end = scan.at
    skipSpace(scan)
    if (scan.text[scan.at] !== '#') {
      scan.at = end
      return pieces
    }
    scan.at++
  }
}

function readPiece(scan: Scan): Piece | null {
  const { text, at } = scan
  const opening = text[at]
  if (opening !== '{' && opening !== '"') {
    const word = matchAt(bareword, text, at)?.[0]
    if (word === undefined) return null
    scan.at += word.length
    return { kind: /^\d+$/.test(word) ? 'text' : 'name', text: word }
  }
  const end = findEnd(scan, at + 1, opening === '{' ? brace.close : brace.quote)
  if (end < 0) return null
  scan.at = end + 1
  return { kind: 'text', text: text.slice(at + 1, end) }
}

const brace = { open: 0x7b, close: 0x7d, quote: 0x22 } as const

/** Where `ending` stands outside braces; -1 before the end of the text, a brace too many, or the next entry. */
function findEnd(scan: Scan, from: number, ending: number): number {
  const { text } = scan
  const limit = findNextEntry(scan, from)
  if (ending === brace.close) {
    if (scan.nextClose < from) scan.nextClose = indexOrEnd(text, '}', from)
    if (scan.nextClose < limit && indexOrEnd(text, '{', from) > scan.nextClose) return scan.nextClose
  }
  const marks = ending === brace.quote ? bracesAndQuotes : braces
  let depth = 0
  marks.lastIndex = from
  while (marks.test(text)) {
    const at = marks.lastIndex - 1
    if (at >= limit) return -1
    const code = text.charCodeAt(at)
    if (code === ending && depth === 0) return at
    if (code === brace.open) depth++
    else if (code === brace.close && --depth < 0) return -1
  }
  return -1
}

function indexOrEnd(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from)
  return at < 0 ? text.length : at
}

/** Found once for all the values before it. */
function findNextEntry(scan: Scan, from: number): number {
  const { text } = scan
  if (scan.nextEntry >= from) return scan.nextEntry
  let sign = text.indexOf('@', from)
  while (sign >= 0 && !(isLineStart(text, sign) && matchAt(nextEntry, text, sign) !== null)) sign = text.indexOf('@', sign + 1)
  scan.nextEntry = sign < 0 ? text.length : sign
  return scan.nextEntry
}

function isLineStart(text: string, at: number): boolean {
  let before = at - 1
  while (text[before] === ' ' || text[before] === '\t') before--
  return text[before] === '\n'
}

/** The end of a group that surely has one. */
function findClosing(text: string, from: number): number {
  let depth = 1
  let at = from
  while (depth > 0) {
    const code = text.charCodeAt(at++)
    if (code === brace.open) depth++
    else if (code === brace.close) depth--
  }
  return at - 1
}

function findEntryAhead(text: string, from: number): number {
  entryAhead.lastIndex = from
  const found = entryAhead.exec(text)
  return found === null ? text.length : found.index + 1
}

/** Mostly a comma, a line end and spaces; comments, and what is no ASCII, are left to the pattern. */
function skipSeparators(scan: Scan): void {
  const { text } = scan
  let code = text.charCodeAt(scan.at)
  while (code === 0x20 || code === 0x2c || code === 0x0a) code = text.charCodeAt(++scan.at)
  if (code <= 0x25 || code > 0x7e) skipMatch(scan, separators)
}

/** In lower case; mostly it is small letters up to a space or the equals sign. */
function readName(scan: Scan): string {
  const { text, at } = scan
  let end = at
  let code = text.charCodeAt(end)
  while (code >= 0x61 && code <= 0x7a) code = text.charCodeAt(++end)
  const isUsual = end > at && (code === 0x20 || code === 0x3d)
  scan.at = isUsual ? end : at + (matchAt(fieldName, text, at)?.[0].length ?? 0)
  return isUsual ? text.slice(at, end) : text.slice(at, scan.at).toLowerCase()
}

/** Mostly there is none, or one space. */
function skipSpace(scan: Scan): void {
  if (scan.text.charCodeAt(scan.at) === 0x20) scan.at++
  const code = scan.text.charCodeAt(scan.at)
  if (code <= 0x20 || code > 0x7e) skipMatch(scan, space)
}

function skipMatch(scan: Scan, pattern: RegExp): void {
  scan.at += matchAt(pattern, scan.text, scan.at)?.[0].length ?? 0
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
