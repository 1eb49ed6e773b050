/**
 * Values that are taken from other entries one by one (biblatex manual, 3.13.6): `publisher = {xdata=presses-publisher}`, and of a list of
 * names or places one item, counted from 1: `author = {xdata=people-author-2 and Leslie Lamport}`. What leads nowhere stays as it is.
 */
import { fieldKindOf, fieldNameOf } from './field-names.ts'
import { splitList } from './split-names.ts'

type Value = { readonly latex: string }
type Fields<Latex extends Value> = ReadonlyMap<string, Latex>
type FindRecord<Latex extends Value> = (key: string) => { readonly fields: Fields<Latex> } | undefined

/** Whether a file may have any: few do, and the others need not be searched. */
export function mayHaveGranularXdata(text: string): boolean {
  return text.includes('xdata=')
}

export function hasGranularXdata(fields: Fields<Value>): boolean {
  return [...fields.values()].some(isGranular)
}

export function takeGranularXdata<Latex extends Value>(fields: Fields<Latex>, find: FindRecord<Latex>): Fields<Latex> {
  const taken = new Map(fields)
  for (const [name, value] of fields) if (isGranular(value)) taken.set(name, { ...value, latex: resolve(name, value.latex, find) })
  return taken
}

function isGranular({ latex }: Value): boolean {
  return latex.includes('xdata=') && splitList(latex).some((item) => reference.test(item))
}

/** A key may have dashes of its own. */
const reference = /^xdata=(\S+?)-([a-z]+)(?:-(\d+))?$/i

function resolve(name: string, latex: string, find: FindRecord<Value>): string {
  const items = splitList(latex)
  const isList = fieldKindOf(name) === 'names' || fieldKindOf(name) === 'list'
  return isList || items.length === 1 ? items.map((item) => resolveItem(item, find)).join(' and ') : latex
}

function resolveItem(item: string, find: FindRecord<Value>): string {
  const [, key = '', field = '', place] = reference.exec(item) ?? []
  const value = find(key.toLowerCase())?.fields.get(fieldNameOf(field.toLowerCase()))?.latex
  if (value === undefined) return item
  return place === undefined ? value : (splitList(value)[Number(place) - 1] ?? item)
}
