import { marksOfMarkup } from './inline-markup.ts'
import type { LintedPaper, LintRule, Trouble } from './lint-rule.ts'
import { findUnmatchedBraces, hasBalancedBraces } from './match-braces.ts'
import { hasLoneDollar } from './math-delimiters.ts'
import { readRichText } from './read-rich-text.ts'

const texts = ['title', 'abstract', 'venue'] as const

type Text = (typeof texts)[number]

const tag = /<\/?(?:a|b|br|div|em|i|italic|bold|p|sc|span|strong|sub|sup|title|jats:[a-z]+)(?:\s[^<>]{0,300})?\/?>/gi
const entity = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});/i
/** The replacement character, and UTF-8 read as Windows-1252, that no reader could repair. */
const broken = /\uFFFD|[ÃÂ][\u0080-\u00BF]|â€|ï»¿/
const label = /^\s*(?:Abstract|ABSTRACT)(?:\s*[:.—–]\s*|\s+-\s+|\s*\n\s*|\s+(?=\p{Lu}))/u
/** Words that end a title with a full stop of their own; so does what has another one in it, as `U.S.` */
const abbreviations = new Set(['al.', 'co.', 'corp.', 'etc.', 'inc.', 'jr.', 'ltd.', 'no.', 'sr.', 'st.', 'vol.', 'vs.'])
const shortestShout = 12

export const titleFullStop: LintRule = ({ title, titleOrigin }) => {
  const last = (title ?? '').split(' ').at(-1) ?? ''
  const isSentence = /^\P{P}{2,}\.$/u.test(last) && !abbreviations.has(last.toLowerCase()) && titleOrigin !== 'provisional'
  return isSentence
    ? [{ field: 'title', message: 'The title ends in a full stop.', fix: (title ?? '').trimEnd().slice(0, -1) }]
    : []
}

export const titleCapitals: LintRule = ({ title }) => {
  const letters = (title ?? '').replace(/\P{L}+/gu, '')
  if (title === null || letters.length < shortestShout || letters !== letters.toUpperCase() || !title.includes(' ')) return []
  if (letters === letters.toLowerCase()) return []
  return [{ field: 'title', message: 'The title is in capitals.', fix: marksOfMarkup.test(title) ? null : sentenceCase(title) }]
}

function sentenceCase(title: string): string {
  return title.toLowerCase().replace(/^\P{L}*\p{L}|[:.?!]\s+\p{L}/gu, (start) => start.toUpperCase())
}

export const abstractLabel: LintRule = ({ abstract }) => {
  if (abstract === null || !label.test(abstract)) return []
  return [{ field: 'abstract', message: 'The abstract begins with the word “Abstract”.', fix: abstract.replace(label, '') }]
}

export const markupLeft: LintRule = (paper) =>
  inTexts(paper, (text, field) => {
    tag.lastIndex = 0
    if (!entity.test(text) && !tag.test(text)) return null
    return { message: `The ${field} has marks of a web page in it.`, fix: readRichText(text).replace(tag, '') }
  })

export const brokenCharacters: LintRule = (paper) => [
  ...inTexts(paper, (text, field) =>
    broken.test(text) ? { message: `Some characters of the ${field} were lost or misread.`, fix: null } : null,
  ),
  ...(broken.test(JSON.stringify(paper.authors))
    ? [{ field: 'authors', message: 'Some characters of the authors were lost or misread.', fix: null } as const]
    : []),
]

export const unbalancedMarkup: LintRule = (paper) =>
  inTexts(paper, (text, field) => {
    if (!hasBalancedBraces(text)) return { message: `A brace in the ${field} has no partner.`, fix: withoutUnmatched(text) }
    return hasLoneDollar(text) ? { message: `A dollar sign in the ${field} has no partner.`, fix: null } : null
  })

function withoutUnmatched(text: string): string | null {
  const unmatched = findUnmatchedBraces(text)
  const fixed = [...text.matchAll(/./gsu)].flatMap(({ 0: sign, index }) => (unmatched.has(index) ? [] : [sign])).join('')
  return hasBalancedBraces(fixed) ? fixed : null
}

function inTexts(
  paper: LintedPaper,
  find: (text: string, field: Text) => { readonly message: string; readonly fix: string | null } | null,
): readonly Trouble[] {
  return texts.flatMap((field) => {
    const text = field === 'title' && paper.titleOrigin === 'provisional' ? null : paper[field]
    const found = text === null ? null : find(text, field)
    return found === null ? [] : [{ field, ...found }]
  })
}
