import type { Author } from './author.ts'
import { printPlain, readInlineMarkup } from './inline-markup.ts'
import { transliterate } from './transliterate.ts'

/**
 * The words of which citation keys are made, in lower-case ASCII.
 * - A family name keeps its particles and loses everything but letters and digits (`vanderberg`); of a literal name the first
 *   significant word is taken (`world` of World Health Organization).
 * - Title words end at white space, dashes, slashes and hyphens, but a piece of fewer than four characters takes the next piece
 *   along: `MedVLM-R1` is `medvlm`, `U-Net` is `unet`, `RAD-DINO` is `raddino`. Stop words do not count unless there is nothing else.
 */
export type CitedParts = {
  readonly authors: readonly Author[]
  readonly year: number | null
  readonly title: string | null
  readonly venue: string | null
}

const longestPart = 32
const shortestWord = 4

export function nameWords(authors: readonly Author[]): readonly string[] {
  return authors.map(nameWord)
}

function nameWord(author: Author): string {
  if ('literal' in author) return significantWords(author.literal, 1).join('')
  return lettersAndDigits(transliterate(plain(author.family))).slice(0, longestPart)
}

export function significantWords(text: string, count = Number.POSITIVE_INFINITY): readonly string[] {
  const words = transliterate(plain(text).replace(/[\s/\u2012-\u2015]+/gu, ' ')).split(' ')
  const significant: string[] = []
  const others: string[] = []
  for (const word of words) {
    if (significant.length >= count) break
    const key = leadingPieces(word)
    if (key !== '') (stopWords.has(key) ? others : significant).push(key)
  }
  return significant.length > 0 ? significant : others.slice(0, count)
}

function leadingPieces(word: string): string {
  let key = ''
  for (const piece of word.split('-')) {
    key += lettersAndDigits(piece)
    if (key.length >= shortestWord) break
  }
  return key.slice(0, longestPart)
}

function lettersAndDigits(ascii: string): string {
  return ascii.replace(/[^a-z0-9]/g, '')
}

function plain(markup: string): string {
  return printPlain(readInlineMarkup(markup))
}

/** Words that open a title without saying what it is about; articles of other languages only where they are no English word. */
const stopWords: ReadonlySet<string> = new Set(
  `a about above across after against all along also am among an and any are as at be because been before being below between beyond both
  but by can could did do does done during each else for from had has have how if in inside into is it its just like more most near no nor
  not of off on onto or our out over per should so some such than that the their them then there these they this those through thus to
  toward towards under until up upon using versus via vs was we were what when where whether which while who whom whose why will with within
  without would you your
  das dem den der des ein eine einem einen einer eines el gli las le les los un una uno une und zur zum`.split(/\s+/),
)
