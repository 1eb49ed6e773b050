/**
 * The words of a title that its source protects with braces, and the rules of `bibtex-title.ts` would not: they go out protected again. Braces around a whole title, which programs set around every one, say nothing; nor do those of a command or an accent,
 * and the first word keeps its capital anyway.
 */
import { printPlain } from '../../../db/model/inline-markup.ts'
import { matchBraces } from '../../../db/model/match-braces.ts'
import { readLatex } from '../../../db/model/read-latex.ts'
import { toLatex } from '../bibtex-text.ts'
import { keepsCaseAlone, protectCase, wordInText } from '../bibtex-title.ts'

/** In the order of the alphabet. `latex` is the title as it stands in the file, `title` as the library has it. */
export function findProtectedWords(latex: string, title: string): readonly string[] {
  const words = wordsInBraces(latex.trim())
  if (words.length === 0) return words
  const ruled = new Set(wordsInBraces(protectCase(toLatex(title))))
  return words.filter((word) => !ruled.has(word)).toSorted()
}

function wordsInBraces(title: string): readonly string[] {
  const words = new Set<string>()
  const braces = matchBraces(title)
  for (const { 0: word, index } of title.matchAll(/\S+/g)) {
    const opening = index === 0 ? undefined : startOfGroup.exec(word)?.[0]
    if (opening === undefined) continue
    const open = index + opening.length - 1
    const group = title.slice(index, endOfWord(title, Math.max(open, braces[open] ?? -1)))
    const plain = printPlain(readLatex(group))
    for (const found of plain.match(wordInText) ?? []) if (/\p{Lu}/u.test(found) && !keepsCaseAlone(found)) words.add(found)
  }
  return [...words]
}

/** Up to a brace that opens before a letter, and belongs to no command or accent; it may be the second of `\emph{{`. */
const startOfGroup =
  /^(?:[^\s\\${]|\\[A-Za-z]+(?![A-Za-z])(?:\{\}|\{(?=\{)|(?!\{))|\\[^A-Za-z](?!\{)|\{(?![\p{L}\p{N}]))*\{(?=[\p{L}\p{N}])/u

function endOfWord(title: string, from: number): number {
  const end = /\s/g
  end.lastIndex = from
  return end.exec(title)?.index ?? title.length
}
