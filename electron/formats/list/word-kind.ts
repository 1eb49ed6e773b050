import { buttonWords, nameParticles, proseWords, subjectWords, titleSmallWords } from './word-lists.ts'

/** What one word, with the punctuation on it, adds to what is counted on its line. */
export type WordKind = {
  readonly isLower: boolean
  /** Written as a title writes its words, or as prose does; the small words of titles and numbers between letters are neither. */
  readonly isCapitalised: boolean
  readonly isPlain: boolean
  readonly isProse: boolean
  /** In lower case, and in no name. */
  readonly isNameless: boolean
  readonly isName: boolean
  /** Neither a name nor in lower case: `(CNNs)`, `T3D:`, `2021`. */
  readonly isStrange: boolean
  readonly isOdd: boolean
  readonly isAddress: boolean
  readonly isSeparator: boolean
  readonly endsSentence: boolean
}

export type ReadWord = (word: string) => WordKind

const lowerWord = /^["'“‘«([{*]*\p{Ll}[\p{Ll}\p{M}'’.-]*[\p{P}\p{S}]*$/u
const capitalWord = /^[\p{P}\p{S}]*(?:\p{Lu}|\d|\p{Ll}+[\p{Lu}\d])/u
const nameWord = /^\p{Lu}[\p{L}\p{M}'’.-]*[\d⁰¹²³⁴-⁹*∗⋆†‡§¶‖✉]*[,;]?$/u
const oddWord = /[{}<>=_|\\/]|^[^\p{L}]+$/u
const separator = /[,;]$|^(?:and|&|und|et|\||·)$/
const edgePunctuation = /^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu
const sentenceEnd = /.{3}[.!?。！？]["'”’»)\]}*]*$/u
/** `Optimization`, `Feasibility`, `Topology`: how words for ideas end; `Collaboration` stands in the names of groups. */
const subjectEnding =
  /(?<!collabora|organi[sz]a|associa|corpora|founda|commis)(?:[aeiou]tions?|ctions?|[eu]ssions?|isms?|ical|ically|istics?|ivity|ality|ability|ibility|ology|ologies|ometry|ography|rithms|nesses)$/i
const shortestSubject = 6
const lastOfSubject = 'nsmlyc'
const mostRemembered = 100_000

/** A source has few words many times over. */
export function rememberWords(): ReadWord {
  const kinds = new Map<string, WordKind>()
  return (word) => {
    const known = kinds.get(word)
    if (known !== undefined) return known
    const kind = readWord(word)
    if (kinds.size < mostRemembered) kinds.set(word, kind)
    return kind
  }
}

export function readWord(word: string): WordKind {
  const isLower = lowerWord.test(word)
  const isName = nameWord.test(word) && !isOfNobody(/[,;]$/.test(word) ? word.slice(0, -1) : word)
  const bare = isLower ? word.replace(edgePunctuation, '') : word.toLowerCase()
  return {
    isLower,
    isCapitalised: !isLower && capitalWord.test(word),
    isPlain: isLower && !titleSmallWords.has(bare),
    isProse: proseWords.has(bare),
    isNameless: isLower && !nameParticles.has(bare) && word !== 'al.',
    isName,
    isStrange: !isLower && !isName && !separator.test(word),
    isOdd: !isLower && !isName && oddWord.test(word) && word !== '|',
    isAddress: word.includes('://'),
    isSeparator: separator.test(word),
    endsSentence: sentenceEnd.test(word),
  }
}

/** A word in capitals that is no part of a person's name. */
function isOfNobody(word: string): boolean {
  if (buttonWords.has(word) || subjectWords.has(word)) return true
  return word.length >= shortestSubject && lastOfSubject.includes(word.slice(-1)) && subjectEnding.test(word)
}
