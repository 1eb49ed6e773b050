/*
 * Mathematics as one line of Unicode text: `16\times` is 16×, `D^3` is D³, `\frac{a+b}{2}` is (a+b)/2. What is read here is
 * also what `printLatex` dares to print as mathematics, so the grammar holds to what plain LaTeX with amsmath and amssymb
 * compiles: every command known and given its arguments, one raised and one lowered part at a place, `\left` with `\right`.
 *   run      = { atom | '^' script | '_' script | "'" | space }
 *   atom     = '{' run '}' | character | symbol | function | alphabet argument | accent argument | fraction | root | fence
 *   argument = '{' run '}' | letter | digit | symbol          script = argument | other character
 */

import { commandNameAt, matchAt } from './latex-characters.ts'
import { lower, raise } from './latex-scripts.ts'
import { doubleStruckOf, mathSourceOf, mathSymbols } from './latex-symbols.ts'

/** `plain` shows raised and lowered parts as such, `search` puts their characters on the line. */
export type MathStyle = 'plain' | 'search'

type Cursor = { readonly tex: string; readonly style: MathStyle; at: number; depth: number }

const functions = wordSet(
  'log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh max min sup inf lim limsup liminf arg det dim ker deg gcd hom Pr',
)
const alphabets = wordSet(
  'mathrm mathbf mathit mathsf mathtt mathcal mathfrak mathnormal boldsymbol operatorname underline overbrace underbrace mathord mathbin mathrel mathop',
)
const textArguments = wordSet('text textrm textbf textit textsf texttt textnormal mbox')
const marks: ReadonlyMap<string, string> = new Map(
  Object.entries({
    hat: '\u0302',
    widehat: '\u0302',
    tilde: '\u0303',
    widetilde: '\u0303',
    bar: '\u0304',
    overline: '\u0304',
  }).concat(
    Object.entries({
      dot: '\u0307',
      ddot: '\u0308',
      check: '\u030c',
      breve: '\u0306',
      acute: '\u0301',
      grave: '\u0300',
      vec: '\u20d7',
    }),
  ),
)
const fences = wordSet('big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm')
const silent = wordSet('limits nolimits displaystyle textstyle scriptstyle')
/** LaTeX's old declarations of an alphabet, which take the spaces after them. */
const declarations = wordSet('rm bf it sf tt cal')
const spacing: ReadonlyMap<string, string> = new Map([...[...',;: >'].map((name) => [name, ' '] as const), ['!', '']])
const deepest = 40

/** The text of a formula, or null when it is not one that LaTeX surely compiles. */
export function printMath(tex: string, style: MathStyle): string | null {
  const cursor: Cursor = { tex, style, at: 0, depth: 0 }
  const text = readRun(cursor, '')
  return text === null ? null : text.replace(/\s+/g, ' ').trim().normalize('NFC')
}

/** Whether a command may stand in mathematics, and how many braced arguments it takes there; null for an unknown one. */
export function countMathArguments(name: string): number | null {
  if (/^[dt]?frac$/.test(name)) return 2
  if (alphabets.has(name) || marks.has(name) || name === 'mathbb' || name === 'sqrt') return 1
  return mathSymbols.has(name) || functions.has(name) ? 0 : null
}

/** Reads up to the end, to `}` or to `\right`, and past it. */
function readRun(cursor: Cursor, stop: '' | '}' | '\\right'): string | null {
  if (++cursor.depth > deepest) return null
  let text = ''
  let scripts = ''
  while (!isRunOver(cursor)) {
    const character = cursor.tex.charAt(cursor.at)
    const isScript = character === '^' || character === '_'
    if (scripts.includes(character === "'" ? '^' : character)) return null
    if (isScript) scripts += character
    else if (!/[\s']/.test(character)) scripts = ''
    const next = isScript ? readScript(cursor, character) : readAtom(cursor)
    if (next === null) return null
    text += next
  }
  cursor.depth--
  const isStopped = stop === '' ? cursor.at === cursor.tex.length : cursor.tex.startsWith(stop, cursor.at)
  cursor.at += stop.length
  return isStopped ? text : null
}

function isRunOver(cursor: Cursor): boolean {
  return cursor.at >= cursor.tex.length || cursor.tex[cursor.at] === '}' || isCommand(cursor, 'right')
}

function readScript(cursor: Cursor, kind: '^' | '_'): string | null {
  cursor.at++
  skipSpaces(cursor)
  const isAtom = /^(?:[-+*=<>/()[\]|.,:;!?"]|\\(?:text|math(?:rm|bf|it|sf|cal|bb))\{)/.test(
    cursor.tex.slice(cursor.at, cursor.at + 9),
  )
  const content = isAtom ? readAtom(cursor) : readArgument(cursor)
  if (content === null) return null
  if (cursor.style === 'search') return content === '∘' ? '°' : content
  const script = (kind === '^' ? raise : lower)(content.trim())
  if (script !== null) return script
  return /^[\p{L}\p{N}]+$/u.test(content) || [...content].length <= 1 ? kind + content : `${kind}(${content})`
}

function readAtom(cursor: Cursor): string | null {
  const character = String.fromCodePoint(cursor.tex.codePointAt(cursor.at) ?? 0)
  if (character === '\\') return readCommand(cursor)
  cursor.at += character.length
  if (character === '{') return readRun(cursor, '}')
  if (character === '~') return ' '
  if (character === '-' && cursor.style === 'plain') return '−'
  if (character === "'") return '′'
  if (character === '$' || character < ' ' || character === '\u007f') return /[\t\n\r]/.test(character) ? ' ' : null
  return character < '\u0080' || mathSourceOf(character) !== null ? character : null
}

function readArgument(cursor: Cursor): string | null {
  skipSpaces(cursor)
  const character = cursor.tex[cursor.at] ?? ''
  if (character === '\\' && countMathArguments(commandNameAt(cursor.tex, cursor.at)) !== 0) return null
  return /[{\\\p{L}\p{N}]/u.test(character) || mathSourceOf(character) !== null ? readAtom(cursor) : null
}

function readCommand(cursor: Cursor): string | null {
  const name = commandNameAt(cursor.tex, cursor.at)
  const before = cursor.tex[cursor.at - 1] ?? ''
  cursor.at += 1 + name.length
  const symbol = mathSymbols.get(name)
  if (symbol !== undefined) {
    if (/\p{L}/u.test(symbol) || !/\s/.test(before)) skipSpaces(cursor)
    return symbol
  }
  if (functions.has(name)) return /[\p{L}\p{N})]$/u.test(before) ? ` ${name}` : name
  if (silent.has(name)) return ''
  if (declarations.has(name)) {
    skipSpaces(cursor)
    return ''
  }
  if ('%#&$_{}'.includes(name) && name !== '') return name
  if (name === '|') return '‖'
  return spacing.get(name) ?? readCommandWithArgument(cursor, name)
}

function readCommandWithArgument(cursor: Cursor, name: string): string | null {
  if (textArguments.has(name)) return readText(cursor)
  if (/^[dt]?frac$/.test(name)) return readFraction(cursor)
  if (name === 'sqrt') return readRoot(cursor)
  if (name === 'left') return readFenced(cursor)
  if (fences.has(name)) return readFence(cursor)
  if (name !== 'mathbb' && !alphabets.has(name) && !marks.has(name)) return null
  const content = readArgument(cursor)
  if (content === null) return null
  if (name === 'mathbb') return doubleStruckOf(content)
  return [...content].length === 1 ? content + (marks.get(name) ?? '') : content
}

/** Inside `\text{…}` the rules of running text hold, so only what is the same in both is taken. */
function readText(cursor: Cursor): string | null {
  const content = matchAt(/\{[A-Za-z0-9 .,;:()+/'-]*\}/y, cursor.tex, cursor.at)
  cursor.at += content.length
  return content === '' ? null : content.slice(1, -1)
}

function readFraction(cursor: Cursor): string | null {
  const above = readArgument(cursor)
  const below = above === null ? null : readArgument(cursor)
  return above === null || below === null ? null : `${enclose(above)}/${enclose(below)}`
}

function readRoot(cursor: Cursor): string | null {
  const index = matchAt(/\[[0-9n]\]/y, cursor.tex, cursor.at)
  cursor.at += index.length
  const content = readArgument(cursor)
  return content === null ? null : `${raise(index.slice(1, -1)) ?? ''}√${enclose(content)}`
}

function readFenced(cursor: Cursor): string | null {
  const opening = readFence(cursor)
  const content = opening === null ? null : readRun(cursor, '\\right')
  const closing = content === null ? null : readFence(cursor)
  return closing === null ? null : `${opening}${content}${closing}`
}

function readFence(cursor: Cursor): string | null {
  skipSpaces(cursor)
  const fence = matchAt(
    /[()[\]|/.<>]|\\(?:[{}|]|[lr](?:angle|floor|ceil|vert|Vert|brace|brack)(?![A-Za-z]))/y,
    cursor.tex,
    cursor.at,
  )
  cursor.at += fence.length
  if (fence === '') return null
  if (fence === '.') return ''
  if (fence === '\\|') return '‖'
  return mathSymbols.get(fence.slice(1)) ?? fence.slice(-1)
}

function isCommand(cursor: Cursor, name: string): boolean {
  return cursor.tex.startsWith(`\\${name}`, cursor.at) && commandNameAt(cursor.tex, cursor.at) === name
}

function skipSpaces(cursor: Cursor): void {
  cursor.at += matchAt(/\s*/y, cursor.tex, cursor.at).length
}

function enclose(text: string): string {
  return [...text].length > 1 && !/^[\p{L}\p{N}.]+$/u.test(text) ? `(${text})` : text
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}
