/**
 * What a way to cut took for a reference's title, against what stands behind it:
 *   a venue with its volume        A. Einstein, Phys. Rev. 47, 777 (1935)          physicists leave titles out
 *   the same behind the year       Riess, A. G. 1998, AJ, 116, 1009
 *   an imprint in brackets         Deep Learning (MIT Press, 2016)
 *   an edition                     Introduction to Modern Cryptography, 2nd edn
 *   a further sentence in small letters    The hippocampus as a spatial map. Preliminary evidence from unit activity in the rat. Brain Res. …
 *   a book's further sentence      Soziale Systeme. Grundriß einer allgemeinen Theorie. Frankfurt am Main: Suhrkamp
 */
import type { ReferenceParts } from './cut-title.ts'
import { titleSmallWords } from './word-lists.ts'

type Settled = { readonly title: string | null; readonly tail: string }

export const journalAndVolume =
  /^(?:\p{Lu}\p{L}*\.? (?:(?:of|the|and|&|in|der|für) )?){1,8}(?:\(\p{Lu}[\p{L}., ]{2,30}\) )?(?:[A-Z] ?)?\d{1,4}$/u
const imprint = / \(([^()]{2,80}), ((?:1[5-9]|20)\d\d)\)$/
/** `; Wiley: New York, 1989`, as chemists write. */
const imprintBehindSemicolon = /; [^;:]{2,80}: [^;:]{2,60}, ((?:1[5-9]|20)\d\d)\.?$/
/** `ApJ, 116, 1009`: astronomers leave titles out, too. */
const astronomy = /^\p{Lu}[\p{L}&. ]{0,40}, [A-Z]?\d{1,5}, [A-Z]?\d{1,6}$/u
const yearBehind = / \(((?:1[5-9]|20)\d\d)\)$/
/** A chapter is cited by its book. */
const bookAlone = /^(?:in:? (?:the )?[Pp]roc|in \p{Lu}|In:? (?:the )?Proc)/u
const openBracket = / \([^()]{2,120}$/
/** Behind a bracket that was opened in the title. */
const closedYear = /^(?:1[5-9]|20)\d\d(?=\))/
/** With the publisher behind it. */
const edition =
  /(?:,? \(|[,.] | (?=\d{1,2}(?:st|nd|rd|th) ))(?:\d{1,2} ?(?:st|nd|rd|th|\.?[ªº]|[ae.])|second|third|fourth|fifth|sixth|revised|rev\.|anniversary|international) (?:ed(?:ition|n|ición|ição)?|éd(?:ition)?|aufl(?:age)?)(?=[\s.,;)]|$).{0,80}$/i
/** Who edited or translated it. */
const helpers =
  / \([^()]{5,200}, (?:eds?|trans|hrsg)\.(?: ?& (?:eds?|trans)\.)?\)$|, (?:a cura di|trans\.|translated by|edited by|ed\. by|trad\.|hrsg\. von|übers\. von) .{3,120}$|, \d{1,2} (?:t|vols?|bde)\.?$/i
/** What a work is, in brackets, as APA and Vancouver say. */
const kind =
  / ?\[(?:internet|online|(?:computer |mobile )?(?:software|program|app)|data ?set|(?:doctoral |master['’]s |ph\.? ?d\.? |unpublished )*(?:dissertation|thesis)|video|film|podcast|conference [a-z ]+|manuscript[^\]]*|preprint|review[^\]]*|letter|editorial|abstract|poster|patent|press release)[^\]]{0,40}\]/i
const number = / \((?:version|report|publication|working paper|technical report|discussion paper|policy|no|nr)\b[^()]{0,60}\)$/i
const placeAndPublisher =
  / \((?:\p{Lu}[\p{L} .,’'-]{1,40}: [^()]{2,60}|[^()]{2,60}\b(?:Press|Publish(?:ers|ing)|Verlag|Wiley|Springer))\)$/u
const subtitle =
  /^(?!in\b|ed\b|rev\b|trans|hrsg|übers|\d)([^.:\d]{3,120}(?: \d{1,2})?)\. (?:— )?(\p{Lu}[\p{L}., ’'/-]{1,40}: \p{Lu}[^:]{1,60})$/iu
const nextSentence = /^(?!In\b)(\p{Lu}[^.:\d]{10,150})\. (?=\p{Lu})/u
const fewestSmallWords = 3
const notTitle =
  /\b(?:available|dissertation|edited|journal|manuscript|preprint|press|proceedings|report|retrieved|revista|revue|thesis|translated|university|zeitschrift)\b/i
const editionWords = /\b(?:edition|ed|edn|aufl(?:age)?|édition|edición)\b/i

export function settleTitle(parts: ReferenceParts): Settled {
  const { title, tail } = parts
  if (isVenue(parts)) return { title: null, tail: tail === '' ? title : `${title}, ${tail}` }
  const { title: ending, tail: rest } = withoutImprint(parts)
  const [, further = '', place = ''] = subtitle.exec(rest) ?? []
  const [, sentence = ''] = nextSentence.exec(rest) ?? []
  if (ending === title && isProse(sentence)) return { title: `${title}. ${sentence}`, tail: tail.slice(sentence.length + 2) }
  if (ending === title && further !== '' && !editionWords.test(further)) return { title: `${title}. ${further}`, tail: place }
  return withoutEdition({ title: ending, tail: rest })
}

function isVenue({ title, tail }: ReferenceParts): boolean {
  return astronomy.test(title) || (journalAndVolume.test(title) && /^[A-Z]?\d/.test(tail)) || bookAlone.test(title)
}

/** The title up to what it is, who sold it and when. */
function withoutImprint({ title, tail }: ReferenceParts): { title: string; tail: string } {
  const [sold = '', yearOfBook = ''] = imprintBehindSemicolon.exec(title) ?? []
  if (sold !== '') return { title: title.slice(0, -sold.length), tail: yearOfBook }
  const [mark = ''] = kind.exec(title) ?? []
  if (mark !== '') {
    const [before = '', behind = ''] = title.split(mark)
    return { title: before, tail: `${behind.replace(/^[,.:; ]+/, '')}. ${tail}` }
  }
  const [, publisher = '', year = ''] = imprint.exec(title) ?? []
  if (publisher !== '') return { title: title.replace(imprint, ''), tail: `${publisher}, ${year}. ${tail}` }
  const [, alone] = tail === '' ? (yearBehind.exec(title) ?? []) : []
  if (alone !== undefined) return { title: title.replace(yearBehind, ''), tail: alone }
  const open = openBracket.exec(title)?.[0] ?? ''
  if (open === '') return { title, tail }
  const [closed = `${open.slice(2)}, ${tail}`] = closedYear.exec(tail) ?? []
  return { title: title.slice(0, -open.length), tail: closed }
}

/** Journals have capitals on their words. */
function isProse(sentence: string): boolean {
  const small = sentence.split(' ').filter((word) => /^\p{Ll}{3,}[,;]?$/u.test(word) && !titleSmallWords.has(word))
  return small.length >= fewestSmallWords && !notTitle.test(sentence)
}

function withoutEdition({ title, tail }: { title: string; tail: string }): Settled {
  return { title: title.replace(helpers, '').replace(edition, '').replace(placeAndPublisher, '').replace(number, ''), tail }
}
