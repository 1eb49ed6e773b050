/**
 * Which words typesetting divided at the ends of lines, as the whole source tells:
 *   by itself       the source has `segmentation` elsewhere and `segmen-tation` nowhere, and so for a good part of all its breaks: one
 *                   writer's `multi-modal` beside another's `multimodal` is no typesetting
 *   by its pieces   `tion`, `ments`, `con`, `dif` are no words: a source that ends lines in them was typeset, and so all its breaks divide
 *                   words, but for those of compounds (`first-order`, `gradient-based`)
 */
import { findBrokenWord, firstWord, type Hyphenation, noHyphenation } from './join-wrapped-lines.ts'
import type { ListLine } from './list-line.ts'

/** Compounds begin with these; with the loose ones, other words do as often. */
const looseStarts = new Set('di in re un pre con co de ex'.split(' '))
const compoundStarts = new Set(
  'all anti auto back best bi bottom cross data deep di domain down end fine first full half hand high hyper inter intra knowledge large light long low macro meta micro mini mono multi near non object off on one open over part peer per poly post pre pro quasi rank re real right self semi short single small soft state sub super task text time top trans tri two ultra un under up user web weight well wide world zero'.split(
    ' ',
  ),
)
const compound = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*(?:-[\p{L}\p{N}\p{M}'’]+)*/gu
/** Of the words that typesetting divided, a source has a third to a half elsewhere; of compounds, one in fifty in one word. */
const leastShareOfDivided = 0.25
/** What stands behind the hyphen of a compound. */
const compoundEnds = new Set(
  'aware based bound case class code connected control dependent depth dimensional driven end error feature field first form free friendly grained guided key language learning level like linear local long means memory mode model modal negative neural of order oriented out parametric play point policy quality rank rate scale series set sensitive sequence shot side size space specific speed state step supervised talk task temporal term test time to trained training tuning turn type variable view way wide wise word world'.split(
    ' ',
  ),
)
/** Syllables with which no compound begins, and endings with which none goes on. */
const syllable =
  /^(?:ac|ad|af|al|ap|as|be|cal|car|cen|chal|com|con|cor|dif|dis|ef|em|es|ev|fea|fre|gen|im|ma|mea|meth|mod|ob|oc|op|par|per|prob|prop|rec|ref|rep|res|sig|sim|spe|sta|struc|tech|ter|tra|uni|vari)$/
const ending =
  /^(?:[a-z]?(?:tions?|sions?|ments?|tive|tures?|ness|ical|ously)|[bcdglmpstvz]ations?|[lrstv]?ity|[lrstv]?ities|[lmnrt]?ances?|[dlrst]?ences?|[dglmnptvz]?ings?|i[sz]ed|i[sz]es|i[sz]ing|ally|bly|ble|ly|ed|ers?|als?|ics?|est|ples?|nal|tics?|cols?|works?|ters?|vide|clude[sd]?|duc(?:es?|ed|ing)|rect(?:ed|ion)?|form(?:ed|ance)|posed)$/
const leastShareOfPieces = 0.25
const fewestOfPieces = 2

/** Looks at all lines once, and only for the words in question. */
export function learnHyphenation(lines: readonly ListLine[]): Hyphenation {
  return learn(lines, ({ pieces, open, fragments }) => {
    const areAllFragments = pieces > 0 && open > 1 && fragments === open
    return areAllFragments || pieces >= Math.max(fewestOfPieces, open * leastShareOfPieces)
  })
}

/** Of narrow columns, in sources of few words: a line that ends in a hyphen ends in no whole word, unless the source shows otherwise. */
export function learnTypesetHyphenation(lines: readonly ListLine[]): Hyphenation {
  return learn(lines, ({ pieces, open, fragments }) => pieces > open * leastShareOfPieces || fragments * 2 > open)
}

/** How many breaks there are but for those of compounds, and what they leave. */
type Breaks = { readonly open: number; readonly pieces: number; readonly fragments: number }

function learn(lines: readonly ListLine[], isTypeset: (breaks: Breaks) => boolean): Hyphenation {
  const breaks = findBreaks(lines)
  if (breaks.length === 0) return noHyphenation
  const known = findKnown(lines, new Set(breaks.flatMap(([left, right]) => [left, right, left + right, `${left}-${right}`])))
  const isWord = ([left, right]: Break) => known.has(left + right) && !known.has(`${left}-${right}`)
  const isPiece = ([left, right]: Break) => (syllable.test(left) && !known.has(left)) || (ending.test(right) && !known.has(right))
  const isFragment = (each: Break) =>
    !known.has(`${each[0]}-${each[1]}`) && !isCompound(each) && (isPiece(each) || !(known.has(each[0]) || known.has(each[1])))
  const dividesWords = breaks.filter(isWord).length >= breaks.length * leastShareOfDivided
  const areTypeset = isTypeset({
    open: breaks.filter((each) => !isCompound(each)).length,
    pieces: breaks.filter(isPiece).length,
    fragments: breaks.filter(isFragment).length,
  })
  return {
    isDivided: (left, right) => {
      const each: Break = [lastPart(left), right.toLowerCase()]
      if (dividesWords && isWord(each)) return true
      const areLetters =
        /^\p{Ll}/u.test(right) || (isAcronym(left) && isAcronym(right) && !known.has(each[0]) && !known.has(each[1]))
      return areTypeset && areLetters && isFragment(each)
    },
  }
}

function isCompound([left, right]: Break): boolean {
  if (compoundEnds.has(right)) return !syllable.test(left)
  return compoundStarts.has(left) && !looseStarts.has(left) && !ending.test(right)
}

/** `AIS-` `TATS`, unless either is known as a word of its own. */
function isAcronym(part: string): boolean {
  return /^\p{Lu}{2,5}$/u.test(part)
}

type Break = readonly [left: string, right: string]

function findBreaks(lines: readonly ListLine[]): readonly Break[] {
  const breaks: Break[] = []
  for (const [index, line] of lines.entries()) {
    const left = findBrokenWord(line.text)
    const right = left === undefined ? undefined : firstWord.exec(lines[index + 1]?.text ?? '')?.[0]
    if (left !== undefined && right !== undefined) breaks.push([lastPart(left), right.toLowerCase()])
  }
  return breaks
}

/** Which of these the source has, also as parts of longer compounds, but for those beside a line's end that are in question. */
function findKnown(lines: readonly ListLine[], wanted: ReadonlySet<string>): ReadonlySet<string> {
  const known = new Set<string>()
  const seen = new Set<string>()
  let wasBroken = false
  for (const { text } of lines) {
    const isBroken = findBrokenWord(text) !== undefined
    for (const word of text.split(' ').slice(wasBroken ? 1 : 0, isBroken ? -1 : undefined)) {
      if (seen.has(word)) continue
      seen.add(word)
      for (const form of formsOf(word)) if (wanted.has(form)) known.add(form)
    }
    wasBroken = isBroken
  }
  return known
}

/** `(State-of-the-art,` has `state-of-the-art`, `state-of`, `of-the` and `the-art`. */
function formsOf(word: string): readonly string[] {
  const compounds = word.toLowerCase().match(compound) ?? []
  return compounds.flatMap((form) => {
    const parts = form.split('-')
    return [form, ...parts.slice(1).map((part, index) => `${parts[index]}-${part}`)]
  })
}

function lastPart(left: string): string {
  return left.slice(left.lastIndexOf('-') + 1).toLowerCase()
}
