/**
 * Names in one text, as BibTeX lists them: `Family, Given and Family, Suffix, Given and {World Health Organization}`, and `others`
 * at the end for "et al.". Braces keep a name whole.
 */
import type { Author } from '../../db/model/author.ts'
import { parseAuthorLine } from '../../db/model/author-names.ts'
import { splitSuffix } from './exported-paper.ts'

export function parseNameList(text: string): readonly Author[] {
  return text
    .split(text.includes('{') ? / and (?![^{}]*\})/ : ' and ')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'others')
    .flatMap(parseName)
}

export function formatNameList(authors: readonly Author[]): string {
  return authors.map(formatName).join(' and ')
}

/** `Family, Given, Suffix`; without a comma it is no person's, or has one part. */
export function readCommaName(name: string): Author {
  const [family = '', given = '', ...suffix] = name.split(/\s*,\s*/)
  if (!name.includes(',')) return /\s/.test(name) ? { literal: name } : { family: name, given: null }
  return { family, given: [given, ...suffix].filter((part) => part !== '').join(', ') || null }
}

function parseName(name: string): readonly Author[] {
  if (/^\{[^{}]*\}$/.test(name)) return [{ literal: name.slice(1, -1) }]
  const [family = '', second, third] = name.split(/\s*,\s*/).map((part) => part.replace(/[{}]/g, ''))
  if (second === undefined) return parseAuthorLine(name).authors
  return [{ family, given: third === undefined ? second : `${third}, ${second}` }]
}

function formatName(author: Author): string {
  if ('literal' in author) return `{${author.literal.replace(/[{}]/g, '')}}`
  const { given, suffix } = splitSuffix(author.given ?? '')
  return [author.family, suffix, given].filter((part) => part !== '').join(', ')
}
