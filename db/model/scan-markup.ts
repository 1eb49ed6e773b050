/** Reads text with markup into a flat row of tokens, in one pass; `inline-markup.ts` says what is markup. */

import { commandNameAt, matchAt, readCharacterCommand } from './latex-characters.ts'
import { countMathArguments, printMath } from './latex-math.ts'
import { matchBraces } from './match-braces.ts'
import { findDollarMath, findParenthesisMath } from './math-delimiters.ts'

export type MarkupStyle = 'strong' | 'emphasis' | 'superscript' | 'subscript' | 'smallcaps' | 'code'

/** `plain` groups say nothing of the look of their content: `\mbox{…}`. A `close` ends the innermost open group. */
export type MarkupToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'math'; readonly tex: string }
  | { readonly kind: 'command'; readonly source: string }
  | { readonly kind: 'open'; readonly style: MarkupStyle | 'plain' }
  | { readonly kind: 'close' }
  | { readonly kind: 'stars'; readonly length: number; readonly opens: boolean; readonly closes: boolean }

type Scan = {
  readonly source: string
  readonly tokens: MarkupToken[]
  /** For each `{` the place of its `}`. */
  readonly braces: Int32Array
  /** What ends at a `}` or a closing quotation mark that was foreseen. */
  readonly ends: Map<number, readonly MarkupToken[]>
  at: number
}

/** Reads what stands at `scan.at` and moves on, or returns false, and the character is text. */
type Reader = (scan: Scan) => boolean

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['\\', readCommand],
  ['$', readDollar],
  ['{', readGroup],
  ['}', readForeseen],
  ["'", readForeseen],
  ['*', readStars],
  ['-', readDashes],
  ['`', readQuotes],
  ['~', readTie],
  ['^', readScript],
  ['_', readScript],
  [':', readUrl],
])
const plainRun = /[^\\${}'*`~^_:-]+/y

/** Commands that give a group a look, and declarations that give it to what follows in theirs. */
export const markupStyles: ReadonlyMap<string, MarkupStyle | 'plain'> = new Map([
  ...['textbf', 'strong', 'bf', 'bfseries'].map((name) => [name, 'strong'] as const),
  ...['emph', 'textit', 'textsl', 'em', 'it', 'itshape', 'sl', 'slshape'].map((name) => [name, 'emphasis'] as const),
  ...['textsc', 'sc', 'scshape'].map((name) => [name, 'smallcaps'] as const),
  ...['texttt', 'tt', 'ttfamily'].map((name) => [name, 'code'] as const),
  ...['textrm', 'textsf', 'textup', 'textmd', 'textnormal', 'text', 'mbox', 'hbox', 'underline', 'uline', 'url']
    .concat(['rm', 'sf', 'rmfamily', 'sffamily', 'normalfont', 'upshape', 'small', 'large'])
    .map((name) => [name, 'plain'] as const),
  ['textsuperscript', 'superscript'],
  ['textsubscript', 'subscript'],
])

export function scanMarkup(source: string): readonly MarkupToken[] {
  const scan: Scan = { source, tokens: [], braces: matchBraces(source), ends: new Map(), at: 0 }
  while (scan.at < source.length) {
    const run = matchAt(plainRun, source, scan.at)
    if (run !== '') takeText(scan, run, scan.at + run.length)
    const character = source[scan.at]
    if (character === undefined) break
    if (readers.get(character)?.(scan) !== true) takeText(scan, character, scan.at + 1)
  }
  return scan.tokens
}

/** A no-break space in TeX stands between the parts of a phrase (`Fig.~1`, `a~word`); elsewhere `~` means "about", or a home page. */
export function isTie(before: string, after: string): boolean {
  return /[\p{L}\p{N}.,:;)\]}%]/u.test(before) && /[\p{L}\p{N}\\$([]/u.test(after) && !(/\d/.test(before) && /\d/.test(after))
}

function readCommand(scan: Scan): boolean {
  const { source, at } = scan
  const name = commandNameAt(source, at)
  if (name === '') return false
  if ((name === '(' || name === '[') && readParenthesisMath(scan)) return true
  if (openStyledGroup(scan, name)) return true
  const character = readCharacterCommand(source, at)
  if (character !== null) return takeText(scan, character.text, character.end)
  if (readMathCommand(scan, name) || openTwoPartGroup(scan, name)) return true
  if (!/[A-Za-z]/.test(name)) return false
  return take(scan, { kind: 'command', source: `\\${name}` }, at + 1 + name.length)
}

function openStyledGroup(scan: Scan, name: string): boolean {
  const style = markupStyles.get(name)
  const start = scan.at + 1 + name.length
  const open = start + matchAt(/ */y, scan.source, start).length
  const close = scan.braces[open] ?? -1
  if (style === undefined || close < 0) return false
  return openGroup(scan, { style, start: open + 1, close })
}

/** `\textcolor{red}{text}` is its text; `\href{address}{text}` is its text and the address in parentheses. */
function openTwoPartGroup(scan: Scan, name: string): boolean {
  if (name !== 'href' && name !== 'textcolor') return false
  const first = scan.at + 1 + name.length
  const second = (scan.braces[first] ?? -1) + 1
  const close = second > 0 ? (scan.braces[second] ?? -1) : -1
  if (close < 0) return false
  const address = scan.source.slice(first + 1, second - 1).replace(/\\([%#_&~])/g, '$1')
  const isShown = name === 'href' && address !== scan.source.slice(second + 1, close)
  const end: MarkupToken[] = isShown ? [{ kind: 'close' }, { kind: 'text', text: ` (${address})` }] : [{ kind: 'close' }]
  return openGroup(scan, { style: 'plain', start: second + 1, close, end })
}

/** `\ensuremath{…}` is mathematics, if not within it; outside dollars a known command of mathematics is a formula of its own. */
function readMathCommand(scan: Scan, name: string): boolean {
  const { source, braces } = scan
  const start = scan.at + 1 + name.length
  const close = braces[start] ?? -1
  if (name === 'ensuremath' && close >= 0) {
    const tex = source.slice(start + 1, close)
    return tex.includes('$') ? openGroup(scan, { style: 'plain', start: start + 1, close }) : takeMath(scan, tex, close + 1)
  }
  const count = countMathArguments(name)
  let end = start
  for (let index = 0; index < (count ?? 0); index++) end = (braces[end] ?? -1) + 1 || source.length + 1
  if (count === null || end > source.length) return false
  const tex = source.slice(scan.at, end)
  return printMath(tex, 'plain') !== null && takeMath(scan, tex, source.startsWith('{}', end) ? end + 2 : end)
}

function readParenthesisMath(scan: Scan): boolean {
  const math = findParenthesisMath(scan.source, scan.at)
  return math !== null && takeMath(scan, math.tex, math.end)
}

function readDollar(scan: Scan): boolean {
  const math = findDollarMath(scan.source, scan.at)
  return math !== null && takeMath(scan, math.tex, math.end)
}

function readGroup(scan: Scan): boolean {
  const { source, at } = scan
  const close = scan.braces[at] ?? -1
  const before = source[at - 1] ?? ''
  if (source[at + 1] === '}' && source[at + 2] === before && "-',<>`".includes(before)) return takeText(scan, '', at + 2)
  if (close < 0 || source[at + 1] !== '\\') return false
  const name = commandNameAt(source, at + 1)
  const style = markupStyles.get(name)
  const start = at + 2 + name.length
  if (style !== undefined && /[\s\\]/.test(source[start] ?? '')) {
    return openGroup(scan, { style, start: start + matchAt(/\s*/y, source, start).length, close })
  }
  const character = readCharacterCommand(source, at + 1)
  return character?.end === close && takeText(scan, character.text, close + 1)
}

function readForeseen(scan: Scan): boolean {
  const tokens = scan.ends.get(scan.at)
  if (tokens === undefined) return false
  scan.tokens.push(...tokens)
  scan.at += scan.source.startsWith("''", scan.at) && tokens[0]?.kind === 'text' && tokens[0].text === '”' ? 2 : 1
  return true
}

function readStars(scan: Scan): boolean {
  const { source, at } = scan
  const stars = matchAt(/\*+/y, source, at)
  const end = at + stars.length
  if (source.startsWith('{}', end)) return takeText(scan, stars, end + 2)
  const before = scan.tokens.at(-1)?.kind === 'open' ? ' ' : (matchBefore(source, at) ?? ' ')
  const after = scan.ends.has(end) ? ' ' : matchAt(/./suy, source, end) || ' '
  const isLeftFlanking = !isSpace(after) && (!isSign(after) || isSpace(before) || isSign(before))
  const closes = !isSpace(before) && (!isSign(before) || isSpace(after) || isSign(after))
  const isInsideWord = stars.length === 1 && isWord(before) && isWord(after)
  return take(scan, { kind: 'stars', length: stars.length, opens: isLeftFlanking && !isInsideWord, closes }, end)
}

function readDashes(scan: Scan): boolean {
  const dashes = matchAt(/-+/y, scan.source, scan.at)
  const text = dashes === '--' ? '–' : dashes === '---' ? '—' : dashes
  return takeText(scan, text, scan.at + dashes.length)
}

/** TeX's quotation marks, where they come in pairs; a lone sign stays what it is. */
function readQuotes(scan: Scan): boolean {
  const { source, at } = scan
  const isDouble = source.startsWith('``', at)
  const content = isDouble
    ? matchAt(/``[^`]*?''/y, source, at)
    : /[\s([“—–-]|^$/.test(source[at - 1] ?? '') &&
      matchAt(/`(?=\S)[^`']*(?:'(?=[\p{L}\p{N}'])[^`']*)*'(?![\p{L}\p{N}'])/uy, source, at)
  if (content === '' || content === false) return false
  const end = at + content.length - (isDouble ? 2 : 1)
  scan.ends.set(end, [{ kind: 'text', text: isDouble ? '”' : '’' }])
  return takeText(scan, isDouble ? '“' : '‘', at + (isDouble ? 2 : 1))
}

function readTie(scan: Scan): boolean {
  const { source, at } = scan
  return isTie(matchBefore(source, at) ?? '', matchAt(/./suy, source, at + 1)) && takeText(scan, '\u00a0', at + 1)
}

/** `mAP_{50}`: with its braces a raised or lowered part can be told from an underscore in a name. */
function readScript(scan: Scan): boolean {
  const { source, at } = scan
  const close = scan.braces[at + 1] ?? -1
  if (close <= at + 2 || /^\s?$/.test(source[at - 1] ?? '')) return false
  return openGroup(scan, { style: source[at] === '^' ? 'superscript' : 'subscript', start: at + 2, close })
}

/** In an address a double hyphen is no dash, and an underscore lowers nothing. */
function readUrl(scan: Scan): boolean {
  const { source, at } = scan
  if (!source.startsWith('://', at) || !/https?$/i.test(source.slice(Math.max(0, at - 5), at))) return false
  const address = matchAt(/[^\s\\${}*`'"<>^]+/y, source, at)
  const end = at + address.length - (source[at + address.length] === '{' && address.endsWith('_') ? 1 : 0)
  return takeText(scan, source.slice(at, end), end)
}

type GroupStart = {
  readonly style: MarkupStyle | 'plain'
  readonly start: number
  readonly close: number
  readonly end?: readonly MarkupToken[]
}

function openGroup(scan: Scan, { style, start, close, end = [{ kind: 'close' }] }: GroupStart): boolean {
  scan.ends.set(close, end)
  return take(scan, { kind: 'open', style }, Math.min(start, close))
}

function takeMath(scan: Scan, source: string, end: number): boolean {
  const tex = source.trim()
  if (tex === '') return takeText(scan, '', end)
  if (!isEmphasisedWords(tex)) return take(scan, { kind: 'math', tex }, end)
  scan.tokens.push({ kind: 'open', style: 'emphasis' }, { kind: 'text', text: tex })
  return take(scan, { kind: 'close' }, end)
}

/** Authors misuse mathematics for italics: `$NOVA$`, `$evaluation-only$`. */
export function isEmphasisedWords(tex: string): boolean {
  return /^\p{L}+(?:[ -]\p{L}+)*$/u.test(tex) && /\p{L}{3}/u.test(tex)
}

function takeText(scan: Scan, text: string, end: number): boolean {
  return take(scan, { kind: 'text', text }, end)
}

function take(scan: Scan, token: MarkupToken, end: number): boolean {
  scan.tokens.push(token)
  scan.at = end
  return true
}

/** The character before a place, which may take two code units. */
function matchBefore(source: string, at: number): string | undefined {
  return at === 0 ? undefined : /.$/su.exec(source.slice(Math.max(0, at - 2), at))?.[0]
}

function isSpace(character: string): boolean {
  return /\s/.test(character)
}

function isSign(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character)
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character)
}
