/**
 * Names of CSL: a family name without the particles in lower case that stand before it, which are a variable of their own, as citeproc,
 * pandoc and Zotero have it; a name that is no person's is a literal. "et al." is a last literal `others`, as pandoc writes it.
 */
import type { Author } from '../../../db/model/author.ts'
import { isNamed, splitSuffix } from '../exported-paper.ts'

export type CslName = {
  readonly [Part in 'family' | 'given' | 'suffix' | 'literal' | 'name' | 'dropping-particle' | 'non-dropping-particle']?: string
}

const others: CslName = { literal: 'others' }

export function toCslNames(authors: readonly Author[], andOthers: boolean, print: (text: string) => string): readonly CslName[] {
  const names = authors.filter(isNamed).map((author) => toCslName(author, print))
  return andOthers && names.length > 0 ? [...names, others] : names
}

export function fromCslNames(names: readonly CslName[]): { readonly authors: readonly Author[]; readonly andOthers: boolean } {
  const last = names.at(-1)?.literal ?? ''
  const andOthers = /^(?:others|et\.? al\.?)$/i.test(last.trim())
  return { authors: names.slice(0, andOthers ? -1 : undefined).flatMap(fromCslName), andOthers }
}

function toCslName(author: Author, print: (text: string) => string): CslName {
  if ('literal' in author) return { literal: print(author.literal) }
  const whole = print(author.family)
  const { given, suffix } = splitSuffix(print(author.given ?? ''))
  if (given === '' || whole === '') return whole === '' || /\s/.test(whole) ? { literal: whole + given } : { family: whole }
  const [, particle = '', family = whole] = /^((?:[\p{Ll}'’]+ )+)(\P{Ll}.*)$/su.exec(whole) ?? []
  return {
    ...(particle === '' ? {} : { 'non-dropping-particle': particle.trimEnd() }),
    family,
    given,
    ...(suffix === '' ? {} : { suffix }),
  }
}

function fromCslName(name: CslName): readonly Author[] {
  const text = (part: keyof CslName) => (typeof name[part] === 'string' ? name[part].trim() : '')
  const family = [text('dropping-particle'), text('non-dropping-particle'), text('family')].filter((part) => part !== '')
  const joined = family.join(' ').replace(/(?<=['’-]) /g, '')
  const given = [text('given'), text('suffix')].filter((part) => part !== '').join(', ')
  // Crossref says `name` of a group.
  if (joined === '') return [text('literal') || text('name') || given].filter((part) => part !== '').map((literal) => ({ literal }))
  return [{ family: joined, given: given === '' ? null : given }]
}
