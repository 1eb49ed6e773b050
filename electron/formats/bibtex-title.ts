/**
 * Which words of a title keep their case. BibTeX styles and pandoc set titles in sentence case: they lower each letter outside braces but
 * the first. Braces around a whole title would forbid that, so only these words stand in them, without the punctuation around them:
 * 1. a capital after a letter, digit or apostrophe: acronyms, CamelCase, `3D`, `O'Neil`; a capital alone but for the article `A`: `X-ray`, `R&D`;
 * 2. a letter followed by a digit: `seg2med`, `Covid-19`, `GPT-4`;
 * 3. capitals in formulas and in the names of commands: `$N$`, `\Delta`;
 * 4. in a title that is in sentence case itself, any other capitalised word that does not begin a sentence: it is a name;
 * 5. the first word, capitalised, of a title that opens with a bracket or quotation mark, for styles then see no first letter.
 * 6. what `protected` says: its words, and none that stand there after a minus sign.
 * A title all in capitals says nothing about its words and is left alone.
 * Braces never open directly before a command: BibTeX takes `{\emph{X}}` for one accented letter and lowers what is in it.
 */
import { hasBalancedBraces } from './bibtex-text.ts'

/** `words` are those of rule 6. */
export function protectCase(latex: string, words: readonly string[] = []): string {
  if ((words.length === 0 && plainTitle.test(latex)) || !hasLowerCase(latex)) return latex
  const pieces = splitWords(latex)
  const isSentenceCase = isInSentenceCase(pieces)
  const separators = isSeparator(pieces[0] ?? '') ? 0 : 1
  let startsSentence = true
  let kept = ''
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === separators) kept += piece
    else if (isPlainWord(piece, isSentenceCase) && !words.includes(piece)) {
      kept += piece
      startsSentence = false
    } else {
      kept += protectWord(piece, { isFirst: index === 0, startsSentence, isSentenceCase, words })
      startsSentence = sentenceEnd.test(piece.slice(-4))
    }
  }
  return kept
}

/** Many titles: plain words, of which the rules keep none where all are in lower case but the first, or all long ones have capitals. */
const plainTitle = /^[A-Z]?[a-z]+[,:]?(?:(?: [a-z]+[,:]?)*|(?: (?:[A-Z][a-z]+|[a-z]{1,3})[,:]?)*)$/

/** Of its own, not in the names of commands. */
function hasLowerCase(latex: string): boolean {
  const text = latex.includes('\\') ? latex.replace(/\\[A-Za-z]+/g, '') : latex
  return /[a-z]/.test(text) || /\p{Ll}/u.test(text)
}

const sentenceEnd = /[:.?!]\W*$/

type Position = {
  readonly isFirst: boolean
  readonly startsSentence: boolean
  readonly isSentenceCase: boolean
  readonly words: readonly string[]
}

function protectWord(word: string, position: Position): string {
  const group = /\s/.test(word.replace(formula, '')) ? oneGroupOf(word) : null
  if (group !== null) return group.before + protectCase(group.inside, position.words) + group.after
  const { opening, core, closing } = trimPunctuation(word)
  if (!keepsCase(core, { ...position, isFirst: position.isFirst && opening !== '' })) return word
  return `${opening}${core.startsWith('\\') ? `{{${core}}}` : `{${core}}`}${closing}`
}

/** Most words: the rules above have nothing to say of them. */
function isPlainWord(word: string, isSentenceCase: boolean): boolean {
  return lowerCaseWord.test(word) || (!isSentenceCase && capitalisedWord.test(word))
}

const lowerCaseWord = /^[a-z]+$/
const capitalisedWord = /^[A-Z][a-z]+$/

/** A formula, whole; escaped dollars are none. */
const formula = /\\[^()]|\$[^$]*\$|\\\(.*?\\\)/gs

/** A command around several words, `\emph{Deep MedVLM}`, is protected word by word. */
function oneGroupOf(word: string): { before: string; inside: string; after: string } | null {
  const start = word.indexOf('{') + 1
  const end = word.lastIndexOf('}')
  const group = { before: word.slice(0, start), inside: word.slice(start, end), after: word.slice(end) }
  return start > 1 && !/[}$]/.test(group.before) && hasBalancedBraces(group.inside) ? group : null
}

function keepsCase(core: string, { isFirst, startsSentence, isSentenceCase, words }: Position): boolean {
  if (words.length > 0) {
    const visible = visibleTextOf(core)
    if (words.includes(`-${visible}`)) return false
    if (words.includes(visible) || visible.match(wordInText)?.some((word) => words.includes(word)) === true) return true
  }
  if (/\$|\\\(/.test(core) ? /[A-Z]/.test(core) : /\\[a-z]*[A-Z]/.test(core)) return true
  const visible = visibleTextOf(core)
  if (keepsCaseAlone(visible)) return true
  if (!/^\p{Lu}/u.test(visible)) return false
  return isFirst || (isSentenceCase && !startsSentence && visible !== 'A')
}

/** Of `Input/Output` each is one; dashes and apostrophes stand inside. */
export const wordInText = /\p{L}(?:[\p{L}\p{M}\p{N}'’-]*[\p{L}\p{M}\p{N}])?/gu

function visibleTextOf(latex: string): string {
  return latex.replace(/\\[A-Za-z]+|[{}\\]/g, '')
}

/** Rules 1 and 2, which ask for nothing but the word. */
export function keepsCaseAlone(word: string): boolean {
  if (/[\p{L}\p{N}'’]\p{Lu}|\p{L}-?\p{N}/u.test(word)) return true
  return word !== 'A' && /(?<![\p{L}\p{N}])\p{Lu}(?![\p{L}\p{N}])/u.test(word)
}

/** At least three words of four letters or more inside the title, and two thirds of them in lower case. */
function isInSentenceCase(pieces: readonly string[]): boolean {
  let [words, lowerCase] = [0, 0]
  for (const [index, piece] of pieces.entries()) {
    if (index === 0 || piece.length < 4) continue
    const isAscii = longAsciiWord.test(piece)
    if (!isAscii && !longWord.test(piece)) continue
    words++
    if (isAscii ? piece >= 'a' : /^\p{Ll}/u.test(piece)) lowerCase++
  }
  return words >= 3 && lowerCase * 3 >= words * 2
}

/** Asked first, for it is faster. */
const longAsciiWord = /^[A-Za-z]{4}/
const longWord = /^\p{L}{4}/u

/** Words and the separators between them, in turn; groups and formulas are never cut. */
function splitWords(latex: string): readonly string[] {
  if (!/[\\{$]/.test(latex)) return splitPlainWords(latex)
  const pieces: string[] = []
  let piece = ''
  let depth = 0
  let isMath = false
  for (const token of latex.match(/\\(?:[A-Za-z]+|.)|--+|./gsu) ?? []) {
    const isInside = depth > 0 || isMath
    if (!isInside && piece !== '' && isSeparator(token) !== isSeparator(piece)) {
      pieces.push(piece)
      piece = ''
    }
    piece += token
    if (token === '{' || token === '\\{') depth++
    if (token === '}' || token === '\\}') depth--
    if (token === '$') isMath = !isMath
    if (token === '\\(' || token === '\\)') isMath = token === '\\('
  }
  pieces.push(piece)
  return pieces
}

/** As `splitWords` does, where there are no groups and formulas. */
function splitPlainWords(text: string): readonly string[] {
  const words = text.split(/((?:[\s~–—]|--+)+)/)
  return words[0] === '' ? words.slice(1) : words.at(-1) === '' ? words.slice(0, -1) : words
}

function isSeparator(piece: string): boolean {
  return /^(?:[\s~–—]|--)/.test(piece)
}

const openingOf: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
])

function trimPunctuation(word: string): { opening: string; core: string; closing: string } {
  let start = 0
  let end = word.length
  while (start < end && '([“‘"\'`«¿¡'.includes(word.charAt(start))) start++
  while (end > start && ')].,:;!?”’"\'»…'.includes(word.charAt(end - 1)) && word.charAt(end - 2) !== '\\') {
    // The bracket of `O(n)` belongs to the word.
    const opening = openingOf.get(word.charAt(end - 1))
    if (opening !== undefined && word.slice(start, end).includes(opening)) break
    end--
  }
  return { opening: word.slice(0, start), core: word.slice(start, end), closing: word.slice(end) }
}
