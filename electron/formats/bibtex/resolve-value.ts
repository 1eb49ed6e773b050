/**
 * From the pieces of a value to one text: names of strings are looked up, pieces joined, and commands that the `@preamble` defines
 * (`\newcommand{\noopsort}[1]{}`, as in Patashnik's xampl.bib) written out, for no reader of the library knows them.
 * A string counts from where it is defined, as in BibTeX; of one that is not defined, the name is better than nothing.
 */
import { matchBraces } from '../../../db/model/match-braces.ts'
import type { Piece, RawField } from './scan-bibtex.ts'

export type ValueReader = {
  readonly read: (pieces: readonly Piece[]) => string
  readonly defineStrings: (fields: readonly RawField[]) => void
  readonly defineCommands: (pieces: readonly Piece[]) => void
}

/** Strings that every BibTeX style defines. */
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

export function createValueReader(): ValueReader {
  const strings = new Map(months.map((month) => [month.slice(0, 3).toLowerCase(), month]))
  const macros = new Map<string, Macro>()
  return {
    read: (pieces) => expandMacros(joinPieces(pieces, strings), macros),
    defineStrings: (fields) => {
      for (const { name, pieces } of fields) strings.set(name, joinPieces(pieces, strings))
    },
    defineCommands: (pieces) => {
      for (const [name, macro] of readMacros(joinPieces(pieces, strings))) macros.set(name, macro)
    },
  }
}

function joinPieces(pieces: readonly Piece[], strings: ReadonlyMap<string, string>): string {
  const [first] = pieces
  if (first !== undefined && pieces.length === 1 && first.kind === 'text') return first.text
  return pieces.map(({ kind, text }) => (kind === 'text' ? text : (strings.get(text.toLowerCase()) ?? text))).join('')
}

/** A command that a preamble defines: how many arguments it takes, and what it stands for, with `#1` for the first. */
type Macro = { readonly count: number; readonly body: string }

const definition =
  /\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s*(?:\{\s*\\([A-Za-z]+)\s*\}|\\([A-Za-z]+))\s*(?:\[(\d)\])?\s*(?=\{)|\\def\s*\\([A-Za-z]+)\s*((?:#\d)*)\s*(?=\{)/g

function readMacros(preamble: string): ReadonlyMap<string, Macro> {
  const braces = matchBraces(preamble)
  const macros = new Map<string, Macro>()
  for (const { 0: found, 1: braced, 2: bare, 3: count, 4: defined, 5: parameters, index } of preamble.matchAll(definition)) {
    const start = index + found.length
    const end = braces[start] ?? -1
    const name = braced ?? bare ?? defined ?? ''
    const body = preamble.slice(start + 1, end)
    if (end > 0 && !body.includes(`\\${name}`)) macros.set(name, { count: Number(count ?? (parameters ?? '').length / 2), body })
  }
  return macros
}

const mostExpansions = 100

/** Writes commands out, a bounded number of times; what lacks an argument stays. */
function expandMacros(value: string, macros: ReadonlyMap<string, Macro>): string {
  if (macros.size === 0 || !value.includes('\\')) return value
  let text = value
  for (let count = 0, from = 0; count < mostExpansions; count++) {
    const found = findMacro(text, from, macros)
    if (found === null) break
    text = text.slice(0, found.start) + found.expansion + text.slice(found.end)
    from = found.start
  }
  return text
}

type Use = { readonly start: number; readonly end: number; readonly expansion: string }

function findMacro(text: string, from: number, macros: ReadonlyMap<string, Macro>): Use | null {
  const commands = /\\([A-Za-z]+)\s*/g
  commands.lastIndex = from
  for (let match = commands.exec(text); match !== null; match = commands.exec(text)) {
    const macro = macros.get(match[1] ?? '')
    const found = macro === undefined ? null : readArguments(text, commands.lastIndex, macro)
    if (found !== null) return { start: match.index, ...found }
  }
  return null
}

function readArguments(text: string, at: number, { count, body }: Macro): Omit<Use, 'start'> | null {
  const braces = count === 0 ? null : matchBraces(text)
  const values: string[] = []
  let end = at
  for (let index = 0; index < count; index++) {
    const close = braces?.[end] ?? -1
    if (close < 0) return null
    values.push(text.slice(end + 1, close))
    end = close + 1
  }
  return { end, expansion: body.replace(/#(\d)/g, (_all, digit: string) => values[Number(digit) - 1] ?? '') }
}
