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
  const words: string[] = []
  for (const { 0: word, index } of title.matchAll(/\S+/g)) {
    const opening = index === 0 ? undefined : startOfGroup.exec(word)?.[0]
    if (opening === undefined) continue
    const group = title.slice(index, endOfGroup(title, index + opening.length - 1))
    const plain = printPlain(readLatex(group))
    for (const found of plain.match(wordInText) ?? [])
      if (/\p{Lu}/u.test(found) && !keepsCaseAlone(found) && !words.includes(found)) words.push(found)
  }
  return words
}

/** Up to a brace that opens before a letter, and belongs to no command or accent; it may be the second of `\emph{{`. */
const startOfGroup =
  /^(?:[^\s\\${]|\\[A-Za-z]+(?![A-Za-z])(?:\{\}|\{(?=\{)|(?!\{))|\\[^A-Za-z](?!\{)|\{(?![\p{L}\p{N}]))*\{(?=[\p{L}\p{N}])/u

/** The end of the word in which the group that opens at a place ends. */
function endOfGroup(title: string, open: number): number {
  const close = matchBraces(title)[open] ?? -1
  const end = title.slice(Math.max(close, open)).search(/\s/)
  return end < 0 ? title.length : Math.max(close, open) + end
}
