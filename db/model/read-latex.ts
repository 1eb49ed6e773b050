/*
 * LaTeX as TeX reads it, into the tree of inline markup: the value of a field of a .bib, where `inline-markup.ts` reads the mixed
 * text of lists. Here braces only group, `~` is a no-break space, `*` a star, a command of letters takes the spaces after it.
 *   text    = { character | '{' text '}' | '$' formula '$' | '\(' formula '\)' | command }
 *   command = accent or symbol | style '{' text '}' | quotation '{' text '}' | anything else, kept verbatim with its arguments
 * Commands that stand for one character of mathematics (`\ensuremath{\beta}`, `\textsuperscript{2}`) become that character.
 * Any text can be read, in linear time; groups deeper than 60 are kept as they are.
 */

import { appendNode, type InlineNode, printPlain } from './inline-markup.ts'
import { commandNameAt, matchAt, readCharacterCommand } from './latex-characters.ts'
import { enclosures, moreStyles, silentArguments } from './latex-commands.ts'
import { countMathArguments, printMath } from './latex-math.ts'
import { levelScripts, lower, raise } from './latex-scripts.ts'
import { mathSourceOf, mathSymbols } from './latex-symbols.ts'
import { matchBraces } from './match-braces.ts'
import { findDollarMath, findParenthesisMath } from './math-delimiters.ts'
import { isEmphasisedWords, type MarkupStyle, markupStyles } from './scan-markup.ts'

type Reading = {
  readonly source: string
  readonly braces: Int32Array
  at: number
  depth: number
  /** Single quotation marks that are open. */
  quotes: number
  /** Styles that are open: one inside itself is one. */
  readonly open: Set<MarkupStyle>
}

const deepest = 60
const plainRun = /[^\\${}~`'\-^_?!]+/y
const spaceAfterName = /[ \t]*/y

export function readLatex(source: string): readonly InlineNode[] {
  const text = source.replace(/[ \t\r\n\f\v]+/g, ' ').trim()
  const nodes: InlineNode[] = []
  readUpTo({ source: text, braces: matchBraces(text), at: 0, depth: 0, quotes: 0, open: new Set() }, text.length, nodes)
  return nodes
}

function readUpTo(reading: Reading, end: number, nodes: InlineNode[]): void {
  while (reading.at < end) {
    const run = matchAt(plainRun, reading.source, reading.at).slice(0, end - reading.at)
    if (run === '') readMark(reading, end, nodes)
    else addText(nodes, run)
    reading.at += run.length
  }
}

function readMark(reading: Reading, end: number, nodes: InlineNode[]): void {
  const { source, at } = reading
  const character = source.charAt(at)
  if (character === '\\' && readCommand(reading, nodes)) return
  if (character === '$' && readMath(reading, end, nodes)) return
  if (character === '{' && readGroup(reading, nodes)) return
  if ((character === '^' || character === '_') && readScript(reading, nodes)) return
  const [text, length] = readSigns(reading, character)
  addText(nodes, text)
  reading.at = at + length
}

/** The ligatures of TeX's fonts; `'` alone stays what it is typed as. */
function readSigns(reading: Reading, character: string): readonly [text: string, length: number] {
  const { source, at } = reading
  for (const [signs, text] of ligatures)
    if (signs.startsWith(character) && source.startsWith(signs, at)) return [text, signs.length]
  if (character === '`') reading.quotes++
  if (character === "'" && reading.quotes > 0 && !/[\p{L}\p{N}]/u.test(source.charAt(at + 1))) {
    reading.quotes--
    return ['’', 1]
  }
  return [character === '`' ? '‘' : character, 1]
}

const ligatures = [
  ['---', '—'],
  ['--', '–'],
  ['``', '“'],
  ["''", '”'],
  ['?`', '¿'],
  ['!`', '¡'],
  ['~', '\u00a0'],
] as const

function readCommand(reading: Reading, nodes: InlineNode[]): boolean {
  const { source, at, braces } = reading
  const name = commandNameAt(source, at)
  const start = at + 1 + name.length
  if (name === '(' || name === '[') return readParentheses(reading, nodes)
  const group = start + matchAt(/\*? ?/y, source, start).length
  if ((braces[group] ?? -1) >= 0 && readArgument(reading, { name, group }, nodes)) return true
  const character = readCharacterCommand(source, at)
  if (character !== null) {
    addText(nodes, character.text)
    const isBare = character.end === start && /[A-Za-z]$/.test(name)
    reading.at = isBare ? start + matchAt(spaceAfterName, source, start).length : character.end
    return true
  }
  return readSymbol(reading, name, nodes) || readUnknown(reading, name, nodes)
}

type Argument = { readonly name: string; readonly group: number }

/** A command that gives its argument a look, or signs around it, or takes it away. */
function readArgument(reading: Reading, { name, group }: Argument, nodes: InlineNode[]): boolean {
  const style = markupStyles.get(name) ?? moreStyles.get(name)
  if (name === 'url' || name === 'path' || name === 'nolinkurl') return readAddress(reading, group, nodes)
  if (style !== undefined) return readStyled(reading, { style, start: group + 1, close: reading.braces[group] ?? -1 }, nodes)
  const signs = enclosures.get(name)
  if (signs !== undefined) {
    addText(nodes, signs[0])
    readStyled(reading, { style: 'plain', start: group + 1, close: reading.braces[group] ?? -1 }, nodes)
    addText(nodes, signs[1])
    return true
  }
  if (silentArguments.has(name)) {
    reading.at = (reading.braces[group] ?? group) + 1
    return true
  }
  return readTwoParts(reading, { name, group }, nodes) || readFormula(reading, { name, group }, nodes)
}

function readAddress(reading: Reading, group: number, nodes: InlineNode[]): boolean {
  const close = reading.braces[group] ?? group
  addText(
    nodes,
    reading.source
      .slice(group + 1, close)
      .replace(/\\([%#_&~])/g, '$1')
      .trim(),
  )
  reading.at = close + 1
  return true
}

/** `\textcolor{red}{text}` is its text; `\href{address}{text}` is its text and the address in parentheses. */
function readTwoParts(reading: Reading, { name, group }: Argument, nodes: InlineNode[]): boolean {
  const { source, braces } = reading
  const second = (braces[group] ?? -1) + 1
  const close = braces[second] ?? -1
  if (!/^(?:href|textcolor|foreignlanguage|texorpdfstring)$/.test(name) || close < 0) return false
  readStyled(reading, { style: 'plain', start: second + 1, close }, nodes)
  const address = source.slice(group + 1, second - 1).replace(/\\([%#_&~])/g, '$1')
  if (name === 'href' && address !== source.slice(second + 1, close)) addText(nodes, ` (${address})`)
  return true
}

/** Mathematics outside dollars; one symbol of it is a character. */
function readFormula(reading: Reading, { name, group }: Argument, nodes: InlineNode[]): boolean {
  const { source, at, braces } = reading
  const count = name === 'ensuremath' ? 1 : (countMathArguments(name) ?? 0)
  let end = group
  for (let index = 0; index < count; index++) end = (braces[end] ?? -1) + 1 || source.length + 1
  if (count === 0 || end > source.length) return false
  if (name === 'ensuremath' && source.slice(group, end).includes('$'))
    return readStyled(reading, { style: 'plain', start: group + 1, close: end - 1 }, nodes)
  const tex = source.slice(name === 'ensuremath' ? group + 1 : at, name === 'ensuremath' ? end - 1 : end)
  const symbol = /^(?:-|\\[A-Za-z]+(?:\{[A-Z]?\})?)$/.test(tex) ? characterOf(tex) : null
  if (symbol === null) addFormula(nodes, tex)
  else addText(nodes, symbol)
  reading.at = end
  return true
}

function characterOf(tex: string): string | null {
  const text = printMath(tex, 'plain')
  return text !== null && [...text].length === 1 && (mathSourceOf(text) === tex.replace(/\{\}$/, '') || /[{}]/.test(text))
    ? text
    : null
}

function readSymbol(reading: Reading, name: string, nodes: InlineNode[]): boolean {
  const symbol = mathSymbols.get(name)
  const start = reading.at + 1 + name.length
  const isSilent = markupStyles.has(name) || silentArguments.get(name) === 0
  if (symbol === undefined && !isSilent) return false
  addText(nodes, name === 'hyphen' ? '-' : (symbol ?? ''))
  reading.at = start + matchAt(/(?:\{\}|[ \t]*)/y, reading.source, start).length
  return true
}

/** Kept as it is written, its braced arguments too. */
function readUnknown(reading: Reading, name: string, nodes: InlineNode[]): boolean {
  const { source, at, braces } = reading
  if (!/^[A-Za-z]/.test(name)) return false
  nodes.push({ kind: 'command', source: `\\${name}` })
  reading.at = at + 1 + name.length
  for (let close = braces[reading.at] ?? -1; source[reading.at] === '{' && close >= 0; close = braces[reading.at] ?? -1) {
    addText(nodes, '{')
    readStyled(reading, { style: 'plain', start: reading.at + 1, close }, nodes)
    addText(nodes, '}')
  }
  return true
}

function readGroup(reading: Reading, nodes: InlineNode[]): boolean {
  const { source, at, braces } = reading
  const close = braces[at] ?? -1
  if (close < 0 || reading.depth >= deepest) return false
  const name = source[at + 1] === '\\' ? commandNameAt(source, at + 1) : ''
  const start = at + 2 + name.length
  const style = /[\s\\{]/.test(source.charAt(start)) && source[start] !== '{' ? markupStyles.get(name) : undefined
  if (style === undefined) return readStyled(reading, { style: 'plain', start: at + 1, close }, nodes)
  return readStyled(reading, { style, start: start + matchAt(/\s*/y, source, start).length, close }, nodes)
}

type Group = { readonly style: MarkupStyle | 'plain'; readonly start: number; readonly close: number }

function readStyled(reading: Reading, { style, start, close }: Group, nodes: InlineNode[]): boolean {
  reading.at = start
  reading.depth++
  const isNew = style !== 'plain' && !reading.open.has(style)
  const children: InlineNode[] = isNew ? [] : nodes
  if (isNew) reading.open.add(style)
  if (reading.depth > deepest) addText(children, reading.source.slice(start, close))
  else readUpTo(reading, close, children)
  reading.depth--
  reading.at = close + 1
  if (!isNew) return true
  reading.open.delete(style)
  addStyled(nodes, style, children)
  return true
}

/** Raised and lowered characters that Unicode has are those. */
function addStyled(nodes: InlineNode[], style: MarkupStyle, children: InlineNode[]): void {
  const text = levelScripts(printPlain(children))
  const script = style === 'superscript' ? raise(text) : style === 'subscript' ? lower(text) : null
  if (script !== null) addText(nodes, script)
  else if (children.length > 0) appendNode(nodes, { kind: style, children })
}

/** `mAP_{50}`, as it is written where people forget the dollars. */
function readScript(reading: Reading, nodes: InlineNode[]): boolean {
  const { source, at, braces } = reading
  const close = braces[at + 1] ?? -1
  if (close <= at + 2 || /^\s?$/.test(source.charAt(at - 1))) return false
  return readStyled(reading, { style: source[at] === '^' ? 'superscript' : 'subscript', start: at + 2, close }, nodes)
}

function readMath(reading: Reading, end: number, nodes: InlineNode[]): boolean {
  const math = findDollarMath(reading.source, reading.at)
  if (math === null || math.end > end) return false
  addFormula(nodes, math.tex)
  reading.at = math.end
  return true
}

function readParentheses(reading: Reading, nodes: InlineNode[]): boolean {
  const math = findParenthesisMath(reading.source, reading.at)
  if (math === null) return false
  addFormula(nodes, math.tex)
  reading.at = math.end
  return true
}

/** Authors misuse mathematics for italics: `$NOVA$`. */
function addFormula(nodes: InlineNode[], source: string): void {
  const tex = source.trim()
  if (isEmphasisedWords(tex)) appendNode(nodes, { kind: 'emphasis', children: [{ kind: 'text', text: tex }] })
  else if (tex !== '') nodes.push({ kind: 'math', tex })
}

function addText(nodes: InlineNode[], text: string): void {
  appendNode(nodes, { kind: 'text', text })
}
