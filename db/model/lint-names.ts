import type { Author } from './author.ts'
import { authorsText } from './field-value.ts'
import type { LintedPaper, LintRule, Trouble } from './lint-rule.ts'
import { isGroupName } from './parse-name.ts'

type Person = Extract<Author, { readonly family: string }>

const affiliation =
  /\b(?:universi(?:ty|tät|té|dad|tà)|institut(?:e|o)?|department|college|laborator(?:y|ies)|hospital|corporation|gmbh|inc\.|ltd\.)(?!\p{L})/iu
const etAl = /[,;]?\s*\bet\.?\s+al\b\.?|^others$/iu
const suffix = /,\s*(?:jr|sr|ii|iii|iv|2nd|3rd)\.?$/i
const initials = /^(?:\p{Lu}\.?|(?:\p{Lu}\.[ -]?){2,})$/u
const note = /[\d*†‡§]+(?=\s|$)/gu

/** A family name of two or three capitals may be one (`LI`, `NG`); four and more are shouted. */
export const nameCapitals: LintRule = (paper) =>
  inNames(paper, {
    message: (name) => `The name ${name} is in capitals.`,
    isOdd: (author) => isPerson(author) && isShouted(author.family),
    fix: (author) =>
      isPerson(author) ? { family: capitalise(author.family), given: author.given === null ? null : calm(author.given) } : null,
  })

export const nameDigits: LintRule = (paper) =>
  inNames(paper, {
    message: (name) => `The name ${name} has a digit or a mark in it.`,
    isOdd: (author) => isPerson(author) && /[\d*†‡§]/.test(fullName(author)),
    fix: (author) => {
      if (!isPerson(author)) return null
      const { family, given } = {
        family: author.family.replace(note, '').trim(),
        given: author.given?.replace(note, '').trim() ?? '',
      }
      return family === '' || /[\d*†‡§]/.test(family + given) ? null : { family, given: given === '' ? null : given }
    },
  })

export const nameInitials: LintRule = (paper) =>
  inNames(paper, {
    message: (name) => `Initials stand for the family name in ${name}.`,
    isOdd: (author) => isPerson(author) && initials.test(author.family),
    fix: (author) =>
      isPerson(author) && author.given !== null && /^\p{Lu}[\p{L}'’-]+$/u.test(author.given)
        ? { family: author.given, given: author.family }
        : null,
  })

/** `et al.` is no name: it says that there are others. */
export const nameEtAl: LintRule = (paper) => {
  if (!paper.authors.some((author) => etAl.test(fullName(author)))) return []
  const authors = paper.authors.flatMap((author): readonly Author[] => {
    const clean = (text: string) => text.replace(etAl, '').trim()
    if (!isPerson(author)) return clean(author.literal) === '' ? [] : [{ literal: clean(author.literal) }]
    const [family, given] = [clean(author.family), clean(author.given ?? '')]
    return family + given === ''
      ? []
      : [{ family: family === '' ? given : family, given: family === '' || given === '' ? null : given }]
  })
  const fix = authorsText({ authors, andOthers: true })
  return [{ field: 'authors', message: '“et al.” stands among the names.', fix }]
}

export const nameAffiliation: LintRule = (paper) =>
  inNames(paper, {
    message: (name) => `${name} looks like an affiliation, not a person.`,
    isOdd: (author) => isPerson(author) && affiliation.test(fullName(author)),
    fix: () => null,
  })

export const nameComma: LintRule = (paper) =>
  inNames(paper, {
    message: (name) => `It is not clear what is the family name in ${name}.`,
    isOdd: (author) =>
      isPerson(author)
        ? /[,;]| and /.test(author.family) || /[,;]/.test((author.given ?? '').replace(suffix, ''))
        : /[,;]/.test(author.literal) && !isGroupName(author.literal),
    fix: () => null,
  })

type NameRule = {
  readonly message: (name: string) => string
  readonly isOdd: (author: Author) => boolean
  readonly fix: (author: Author) => Author | null
}

/** One trouble for all names of a paper that are odd in one way; its fix mends them together, or there is none. */
function inNames({ authors, andOthers }: LintedPaper, { message, isOdd, fix }: NameRule): readonly Trouble[] {
  const [first] = authors.filter(isOdd)
  if (first === undefined) return []
  const fixed = authors.map((author) => (isOdd(author) ? fix(author) : author)).filter((author) => author !== null)
  const text = fixed.length === authors.length ? authorsText({ authors: fixed, andOthers }) : null
  return [{ field: 'authors', message: message(`“${fullName(first)}”`), fix: text }]
}

function isPerson(author: Author): author is Person {
  return 'family' in author
}

function fullName(author: Author): string {
  if (!isPerson(author)) return author.literal
  return author.given === null ? author.family : `${author.given} ${author.family}`
}

function isShouted(name: string): boolean {
  return /^(?:\p{Lu}['’ -]?){4,}$/u.test(name)
}

function calm(name: string): string {
  return isShouted(name) ? capitalise(name) : name
}

function capitalise(name: string): string {
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
}
