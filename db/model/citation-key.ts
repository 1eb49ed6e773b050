import type { Author } from './author.ts'
import { printPlain, readInlineMarkup } from './inline-markup.ts'
import { transliterate } from './transliterate.ts'

/**
 * The default citation key: first author's family name + year + first significant title word (`pan2025medvlm`), in lower-case ASCII,
 * absent parts left out; with neither author nor year, the first two significant title words (`nestedmorphenhancing`).
 * - A family name keeps its particles and loses everything but letters and digits (`vanderberg`); of a literal name the first
 *   significant word is taken (`world` of World Health Organization).
 * - Title words end at white space, dashes, slashes and hyphens, but a piece of fewer than four characters takes the next piece
 *   along: `MedVLM-R1` is `medvlm`, `U-Net` is `unet`, `RAD-DINO` is `raddino`. Stop words do not count unless there is nothing else.
 * - What would be empty, or begin with a digit, begins with `paper`: `paper3dmedical`, `paper2025`.
 */
export function proposeKey({ authors, year, title }: CitedParts): string {
  const family = authors[0] === undefined ? '' : nameWord(authors[0])
  const yearPart = year === null || !Number.isSafeInteger(year) ? '' : String(Math.abs(year))
  const wordsTaken = family === '' && yearPart === '' ? 2 : 1
  const key = family + yearPart + significantWords(title ?? '', wordsTaken).join('')
  return /^[a-z]/.test(key) ? key : `paper${key}`
}

export type CitedParts = { readonly authors: readonly Author[]; readonly year: number | null; readonly title: string | null }

/**
 * A free one of `base`, `basea` … `basez`, `baseaa` …: the first after a taken one, found by doubling and halving, so that
 * thousands of papers of one base do not each ask for all before them. `isTaken` is asked in lower case, for BibTeX compares keys
 * without case.
 */
export function withSuffix(base: string, isTaken: (key: string) => boolean): string {
  const isNumberTaken = (count: number) => isTaken((base + suffix(count)).toLowerCase())
  if (!isNumberTaken(0)) return base
  let taken = 0
  let free = 1
  while (isNumberTaken(free)) [taken, free] = [free, free * 2]
  while (free - taken > 1) {
    const middle = Math.floor((taken + free) / 2)
    if (isNumberTaken(middle)) taken = middle
    else free = middle
  }
  return base + suffix(free)
}

/** Whether a typed or imported key can be kept: what BibTeX, biber, pandoc and `\cite{a,b}` all take. */
export function isCitationKey(text: string): boolean {
  return text.length <= longestKey && /^[A-Za-z0-9][A-Za-z0-9_:.+/-]*$/.test(text)
}

const longestKey = 100
const longestPart = 32
const shortestWord = 4

/** 0 is no suffix, 1 is `a`, 26 is `z`, 27 is `aa`. */
function suffix(count: number): string {
  let letters = ''
  for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters
  return letters
}

function nameWord(author: Author): string {
  if ('literal' in author) return significantWords(author.literal, 1).join('')
  return lettersAndDigits(transliterate(plain(author.family))).slice(0, longestPart)
}

function significantWords(text: string, count: number): readonly string[] {
  const words = transliterate(plain(text).replace(/[\s/\u2012-\u2015]+/gu, ' '))
    .split(' ')
    .map(leadingPieces)
    .filter((word) => word !== '')
  const significant = words.filter((word) => !stopWords.has(word))
  return (significant.length > 0 ? significant : words).slice(0, count)
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
