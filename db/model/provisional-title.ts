/*
 * A title for a paper that came without one, made of words of its abstract, so that a researcher knows the paper again:
 * 1. "we propose NAME, a method that …": `NAME: a method`, up to the first that, which, to or by, or the clause's end;
 * 2. "we propose a method for X that …": `method for X`, to the same end, or to the next where that leaves too few words;
 * 3. else the first sentence to a clause's end, twelve words at most, and `…`.
 * Announcements are the table below; a row is tried in the whole abstract before the next. How a phrase ends: `cut-phrase.ts`.
 */

import { countWordsThatTell, cutClause, cutPhrase, type Phrase } from './cut-phrase.ts'
import { printPlain, readInlineMarkup } from './inline-markup.ts'

const making = formsOf(
  'propose present introduce develop design devise describe formulate create construct build establish organise organize release contribute unveil',
)
const studying = formsOf(
  'investigate study examine explore analyse analyze evaluate assess compare review survey provide revisit consider discuss report summarise summarize quantify validate conduct train use employ leverage apply',
)
const solving = formsOf('address tackle solve overcome mitigate bridge fill resolve')
const adverbs = '(?:(?:\\p{L}{1,20}ly|also|first|then|therefore|thus|hence|here|further|now|instead|have|hereby) ){0,3}'
const thisWork =
  '(?:this|our|the present|the current) (?:paper|work|study|article|survey|review|report|letter|thesis|chapter|manuscript|research)'
const ourMethod = '(?:our|the proposed) (?:method|approach|framework|model|system|algorithm|solution|technique)'

const firstStudy = `(?:perform|conduct|undertake|report)(?:ed)?(?= (?:an?|the) (?:[\\p{L}-]{1,20} ){0,4}(?:study|survey|comparison|investigation|review|evaluation)(?!\\p{L}))`
const resource = '(?:challenge|dataset|data set|benchmark|corpus|toolkit|toolbox|library|package|database|trial|project)'

/** What comes before the words that name the subject, the most telling first. */
const announcements: readonly RegExp[] = [
  [
    `we ${adverbs}(?:${making}(?: and [\\p{L}-]{1,20})?|${firstStudy})`,
    `${thisWork} ${adverbs}${making}`,
    `we ${adverbs}${solving} [^.;]{1,80}? (?:with|by \\p{L}{1,20}ing|through|via|using)`,
    `${ourMethod} [^.;,]{1,80}? (?:by \\p{L}{1,20}ing|through|via)(?= an? )`,
  ],
  [`in ${thisWork},(?= (?:an?|the) )`, `we [^.;]{1,200}? and ${adverbs}${making}`],
  [`${thisWork} (?:aims?|seeks?|attempts?) to`, `the(?= \\S{2,40} ${resource} (?:provides?|offers?|comprises?|contains?) )`],
  [`(?:we|${thisWork}) ${adverbs}${studying}`],
].map((patterns) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')}) (?=\\S)`, 'giu'))

/** Objects that say how the work was judged, or point at something said before. */
const emptyObject =
  /^(?:(?:that )?(?:it|for|them|this|these|those|such|here|in|on|upon|as|and) |our (?:proposed )?(?:method|approach|framework|model|system)|(?:the |an? )?proposed |(?:an? |the )?(?:\p{L}{1,20} ){0,2}(?:experiments?|evidence|insights?|results|findings|code) |(?:the )?(?:effectiveness|performance|utility|superiority|efficacy) of (?:our|the proposed|this) )/iu
/** A phrase of fewer telling words than this names too many papers. */
const fewestWords = 4
const fewestWordsAfterName = 1
const longestName = 12
const longestTitle = 20
const shortestAfterName = 8

/** The words are spans of the abstract's plain text; null when it has none. */
export function provisionalTitle(abstract: string): string | null {
  const text = printPlain(readInlineMarkup(abstract)).replace(/\s+/g, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(text)) return null
  const objects = announcements.map((pattern) =>
    [...text.matchAll(pattern)].map((match) => objectAt(text, match.index + match[0].length)),
  )
  return first(objects.slice(0, 2).flat(), titleWithName) ?? first(objects.flat(), titleOfPhrase) ?? cutClause(text)
}

/** Words enough for any title. */
function objectAt(text: string, at: number): readonly string[] {
  return text.slice(at, at + 600).split(' ')
}

function titleWithName(words: readonly string[]): string | null {
  const end = words.slice(0, longestName).findIndex((word, index) => /[,:]$/.test(word) || /^[–—]$/.test(words[index + 1] ?? ''))
  const name = words
    .slice(0, end + 1)
    .join(' ')
    .replace(/[,:]$/, '')
  const rest = words.slice(/^[–—]$/.test(words[end + 1] ?? '') ? end + 2 : end + 1)
  const isName =
    /[\p{Lu}\p{N}]/u.test(name) &&
    !/^(?:an?|two|three|several|novel|new|and|on|upon|that) |\b(?:that|which|is|are) /i.test(name.replace(/\([^)]*\)/g, ''))
  if (end < 0 || !isName || !/^(?:an?|the|our|one)$/i.test(rest[0] ?? '')) return null
  const phrase = cutPhrase(rest, {
    fewest: fewestWordsAfterName,
    longest: Math.max(shortestAfterName, longestTitle - name.split(' ').length),
  })
  return `${name.replace(/^(?:the|our) /i, '')}: ${phrase.text}${ellipsis(phrase)}`
}

function titleOfPhrase(words: readonly string[]): string | null {
  const start = /^(?:an?|the|our|to|that)$/i.test(words[0] ?? '') ? 1 : 0
  const object = words.slice(start)
  const phrase = cutPhrase(object, { fewest: fewestWords, longest: longestTitle })
  if (emptyObject.test(words.slice(0, 8).join(' ')) || !isTelling(phrase.text)) return null
  return phrase.text + ellipsis(phrase)
}

/** Two common words name nothing, but one with a name in it does. */
function isTelling(text: string): boolean {
  return countWordsThatTell(text) >= (/[\p{Lu}\p{N}]/u.test(text) ? 1 : 3)
}

function ellipsis(phrase: Phrase): string {
  return phrase.isCut ? '…' : ''
}

function first<Item, Result>(items: readonly Item[], find: (item: Item) => Result | null): Result | null {
  for (const item of items) {
    const found = find(item)
    if (found !== null) return found
  }
  return null
}

/** `propose` as propose, proposes and proposed; "proposing" announces nothing. */
function formsOf(verbs: string): string {
  const forms = verbs.split(' ').flatMap((verb) => {
    const stem = verb.replace(/y$/, 'i')
    return [verb, verb + (/s$/.test(verb) ? 'es' : 's'), `${stem}es`, verb.endsWith('e') ? `${verb}d` : `${stem}ed`]
  })
  return `(?:${[...new Set(forms), 'built'].join('|')})`
}
