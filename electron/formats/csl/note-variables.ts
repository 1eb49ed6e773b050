/**
 * Variables that stand in the note, for want of a field for them, as citeproc-js, pandoc and Zotero read them: lines `original-date: 1890` or
 * `Original Date: 1890` at its beginning, and `{:original-date: 1890}` anywhere; a name is `editor: Family || Given`, one a line.
 */
import type { Values } from './crossref-item.ts'
import { cslVariables, ownVariables, type VariableKind } from './csl-variables.ts'

const kinds: ReadonlyMap<string, VariableKind> = new Map<string, VariableKind>([
  ...['DOI', 'URL', 'volume', 'issue', 'page', 'container-title', 'collection-title'].map((name) => [name, 'text'] as const),
  ...['author', 'editor', 'translator'].map((name) => [name, 'names'] as const),
  ...cslVariables.filter(([, name]) => name !== 'note').map(([, name, kind]) => [name, kind] as const),
  ...ownVariables,
  ['issued', 'date'],
])

const variables: ReadonlyMap<string, string> = new Map([...kinds.keys()].map((name) => [name.toLowerCase(), name]))

/** Takes them out of the note; what is said in its own place counts. */
export function spreadNote(values: Values): void {
  const note = values.get('note')
  if (note === undefined || typeof note.value !== 'string' || !note.value.includes(':')) return
  const said: Said[] = []
  const unbraced = note.value.replace(/\{:([\w-]+): *([^{}]+)\}/g, (whole, variable: string, value: string) => {
    const name = variables.get(variable.toLowerCase())
    if (name !== undefined) said.push({ name, value: value.trim() })
    return name === undefined ? whole : ''
  })
  const lines = unbraced.split('\n')
  const text = lines.findIndex((line) => line.trim() !== '' && !label.test(line))
  const rest = lines.filter((line, place) => {
    const found = text < 0 || place < text ? readLine(line) : null
    if (found !== null) said.push(found)
    return found === null
  })
  if (said.length === 0) return
  for (const [name, all] of Map.groupBy(said, (line) => line.name))
    if (!values.has(name)) values.set(name, { value: readSaid(name, all), lines: note.lines })
  values.set('note', { value: rest.join('\n').trim(), lines: note.lines })
}

type Said = { readonly name: string; readonly value: string }

const label = /^\s*([A-Za-z][\w.-]*(?: [A-Za-z]+){0,3}): *(\S.*)$/

function readLine(line: string): Said | null {
  const [, words = '', value = ''] = label.exec(line) ?? []
  const name = variables.get(words.toLowerCase().replaceAll(' ', '-'))
  return name === undefined ? null : { name, value: value.trim() }
}

function readSaid(name: string, said: readonly Said[]): unknown {
  if (kinds.get(name) !== 'names') return said[0]?.value
  return said.map(({ value }) => {
    const [family = '', given] = value.split(/ *\|\| */)
    return given === undefined ? { literal: family } : { family, given }
  })
}
