/**
 * `Attention is All you Need Ashish Vaswani, Noam Shazeer`: behind a title, with nothing but a space between, stand whole names. From the
 * second name on, commas part them; the first begins where
 *   a word that is no name's ends the title (`… for Image Recognition` does not, `… you need Ashish Vaswani` does), or else
 *   the given name is one that other lines have, or else
 *   two words are left, three where the middle one is an initial or a particle; such a line is marked for a look.
 */
import type { Author } from '../../../db/model/author.ts'
import { parseAuthorLine } from '../../../db/model/author-names.ts'
import type { SaidFields } from './build-draft.ts'
import { removeItemStart } from './item-start.ts'
import type { ListLine } from './list-line.ts'
import { nameParticles } from './word-lists.ts'

type Tail = { readonly head: readonly string[]; readonly others: readonly string[] }

const wholeName =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|[a-z]{2,3}|’t|'t)(?: (?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Ll}{1,3})){0,3} \p{Lu}[\p{L}\p{M}'’-]*(?: (?:Jr|Sr|II|III)\.?)?$/u
const namePart = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u
const longestLine = 1500
const sampleSize = 100
const mostWords = 4
const fewestWordsOfTitle = 2

export function splitRunOnNames(lines: readonly ListLine[]): (line: ListLine) => SaidFields | null {
  const sample = lines.slice(0, sampleSize)
  if (sample.filter((line) => cutTail(line) !== null).length * 2 < sample.length) return () => null
  const given = new Set(lines.flatMap((line) => cutTail(line)?.others.map((name) => name.slice(0, name.indexOf(' '))) ?? []))
  return (line) => {
    const tail = cutTail(line)
    if (tail === null) return null
    const { words, isCertain } = countNameWords(tail.head, given)
    const first = tail.head.slice(-words).join(' ')
    const title = tail.head.slice(0, -words).join(' ')
    const authors = parseNames([first, ...tail.others])
    return authors === null || tail.head.length - words < fewestWordsOfTitle
      ? null
      : { fields: { title, authors }, lines: [line], isCertain }
  }
}

/** The words up to the first comma after which there are only names, and those names; a title may have commas of its own. */
function cutTail({ text: whole }: ListLine): Tail | null {
  if (whole.length > longestLine || !whole.includes(',')) return null
  const parts = removeItemStart(whole).split(/, (?:and )?/)
  let start = parts.length
  while (start > 1 && wholeName.test(parts[start - 1] ?? '')) start--
  if (start === parts.length) return null
  const head = parts.slice(0, start).join(', ').split(' ')
  return head.length < fewestWordsOfTitle + 2 ? null : { head, others: parts.slice(start) }
}

function countNameWords(head: readonly string[], given: ReadonlySet<string>): { words: number; isCertain: boolean } {
  const at = (back: number) => head[head.length - back] ?? ''
  let most = 0
  while (most < mostWords && isOfName(at(most + 1))) most++
  while (most > 2 && nameParticles.has(at(most))) most--
  const least = nameParticles.has(at(2)) || /^\p{Lu}\.?$/u.test(at(2)) ? 3 : 2
  if (most <= least) return { words: Math.max(2, most), isCertain: most >= 2 }
  for (let words = most; words > least; words--)
    if (given.has(at(words)) && !given.has(at(words - 1))) return { words, isCertain: false }
  return { words: least, isCertain: given.has(at(least)) }
}

function isOfName(word: string): boolean {
  return namePart.test(word) || nameParticles.has(word)
}

function parseNames(names: readonly string[]): readonly Author[] | null {
  const authors = names.flatMap((name) => parseAuthorLine(name, 'whole-names').authors)
  return authors.length === names.length && authors.every((author) => 'family' in author) ? authors : null
}
