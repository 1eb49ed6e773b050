/** One name of a person or a group: `Family, Given`, `Given Family` with its particles and suffixes, or `Family GI`. */
import type { Author } from './author.ts'
import { particles } from './name-particles.ts'

export const suffix = /^(?:jr|sr|ii|iii|iv|2nd|3rd)\.?$/i
const initials = /^(?:\p{Lu}\p{M}?\.?[ -]?){1,4}$/u
const spacedInitials = /^(?:\p{Lu}\p{M}?\.[ -]?)+$/u
/** `Hinton GE`, `van der Waals JD`, and `WATSON J D` as Chinese standards have it. */
const familyFirst = /^(\S{2,}(?: \S+?)*?) (?:\p{Lu}{1,3}|(?:\p{Lu}\.-? ?){1,3}|\p{Lu}(?: \p{Lu}){1,3})$/u
export const groupWord =
  /\b(?:association|collaborat(?:ion|ors)|committee|community|consortium|council|foundation|group|initiative|institute|investigators|laboratory|network|organi[sz]ation|project|society|team|university|working party)\b/i
/** Beside words in small letters these are words like others. */
const office =
  /\b(?:Academy|Administration|Agency|Authority|Bank|Bureau|Cent(?:er|re)|Commission|Department|Federation|Ministry|Nations|Office|Parliament|Union|Bundes\p{Ll}+|Minist[eéè]r\p{Ll}+|Institut\p{Ll}*|Universi\p{Ll}+)(?![\p{L}])/u
const commonWord = /(?:^| )(?!(?:della|delle|para|pour) )\p{Ll}{4,}/u
/** `BOURDIEU Pierre`, as French writes. */
const shoutedFirst = /^((?:\p{Lu}[\p{Lu}'’-]{2,} )+)(\p{Lu}\p{M}?[\p{Ll}.](?:(?!\p{Lu}{2}).)*)$/u

/** Null for what is no name. Braces keep a name whole, as in BibTeX. */
export function parseName(name: string): Author | null {
  const text = name.trim()
  if (text === '') return null
  if (text.startsWith('{') && text.endsWith('}')) return { literal: text.slice(1, -1) }
  if (!text.includes(',')) return parseWholeName(text)
  if (groupWord.test(text)) return { literal: text }
  const parts = text.split(/\s*,\s*/).filter((part) => part !== '')
  const [family = '', second = null, third] = parts
  if (parts.length > 3 || isInitials(family)) return null
  if (second !== null && suffix.test(second) && third === undefined && !isHalf(family)) return parseWholeName(text)
  if (second !== null && suffix.test(second)) return { family, given: third === undefined ? second : `${third}, ${second}` }
  if (third !== undefined && !suffix.test(third)) return null
  return { family, given: third === undefined ? second : `${second}, ${third}` }
}

function parseWholeName(text: string): Author | null {
  if (isGroupName(text)) return { literal: text }
  const [name = '', ending] = text.split(/,? (?=(?:jr|sr|ii|iii|iv)\.?$)/i)
  const words = name.split(' ')
  if (words.length === 1) return /^\p{Lu}+$/u.test(ending ?? '') ? { family: name, given: ending ?? null } : { literal: text }
  if (words.length > 6) return null
  const [, shouted = '', givenBehind = ''] = shoutedFirst.exec(name) ?? []
  if (shouted !== '') return { family: shouted.trimEnd(), given: givenBehind }
  const family = isInitials(words[0] ?? '') ? '' : (familyFirst.exec(name)?.[1] ?? '')
  if (family !== '') return { family, given: [name.slice(family.length + 1), ...(ending === undefined ? [] : [ending])].join(', ') }
  const start = startsWithParticle(name) ? 0 : findFamily(words)
  const given = [words.slice(0, start).join(' '), ending ?? ''].filter((part) => part !== '').join(', ')
  return { family: words.slice(start).join(' '), given: given === '' ? null : given }
}

/** Where the family's name begins: at the particle before the last word, if there is one. */
function findFamily(words: readonly string[]): number {
  const isInside = (index: number) => index > 0 && index < words.length - 1
  const particle = words.findIndex((word, index) => isInside(index) && particles.has(word))
  const capital = words.findIndex((_, index) => isInside(index) && areParticles(words.slice(index, -1)))
  if (particle === -1) return capital === -1 ? words.length - 1 : capital
  const joinsNames = /^[ye]$/.test(words[particle] ?? '')
  return particle > 1 && (joinsNames || particles.has((words[particle - 1] ?? '').toLowerCase())) ? particle - 1 : particle
}

/** `Van Der`, as some write before `Maaten`. */
function areParticles(words: readonly string[]): boolean {
  return words.every((word) => word.length > 1 && particles.has(word.toLowerCase()))
}

/** Whether a name has a word that only groups of people have. */
export function isGroupName(name: string): boolean {
  return groupWord.test(name) || (office.test(name) && !commonWord.test(name))
}

/** `van der Waals JD`, as PubMed writes names. */
export function startsWithParticle(name: string): boolean {
  return name.includes(' ') && particles.has(name.slice(0, name.indexOf(' ')))
}

/** Between commas: a family or given names, which may be the half of a name, and no whole one. */
export function isHalf(part: string): boolean {
  return !part.includes(' ') || startsWithParticle(part)
}

/** `S.` and `J. A.` are no family name; `Li` and the short names of two capitals such as `NG` may be. */
export function isInitials(name: string): boolean {
  return spacedInitials.test(name) || (name.length === 1 && initials.test(name))
}
