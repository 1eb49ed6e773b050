/** What a line of names has besides them: a label, affiliations and their marks, and that there are others. */

const familyWithInitials = /^(?:\p{L}[\p{L}\p{M}'’-]* )+\p{Lu}{1,3}$/u
const others =
  /,? ?(?:(?:& |and |und |et )?(?:\d+ (?:more|others|weitere|autres)|et al\b\.?|et coll\.|u\. ?a\b\.?|others|等|ほか)|…|\.{3})$/i
/** Where a list leaves out those in the middle. */
const gap = /(?<=[,;] )(?:…|\.{3}|\. \. \.),? (?:& )?(?=\p{Lu})/gu
/** `Ada Lovelace, +3 authors Alan Turing`, as search pages shorten lists. */
const moreAuthors = /,? \+ ?\d+ (?:more )?(?:authors?|others)(?:,? (?=\p{Lu})|$)/u
const lead = /^(?:(?:authors?|contributors?|autor(?:es|en)?|auteurs?|作者) ?[:：]|by |(?:joint(?:ly)?(?: work)? )?with ) ?/i
/** An affiliation or its number, in brackets. */
const behindName = /(?<=[\p{L}.*∗†‡\d])(?: ?\([^()]{1,100}\)){1,4}(?= *(?:[,;.]|and |& |$))/gu
/** `Diego Ongaro and John Ousterhout, Stanford University`, before a semicolon or at the end. */
const institutions =
  /, (?:the )?(?:[^\s,;]+ ){0,7}?(?:universit[^\s,;]*|college|institutes? of|corporation|laborator(?:y|ies)|labs?|research(?=;|$)|inc\.?(?=;|$)|schools? of|academy of|hospital)(?: [^\s,;]+){0,7}(?=;|$)/giu
/** What a work was given, or how it is shown. */
const distinction =
  /(?<=\p{L})[ ,]* [([]?(?:(?:best|outstanding|distinguished)(?: student)? papers?(?: (?:award|finalist|honou?rable mention|candidate|runner-up|nominee))?|oral(?: presentation)?|spotlight)[)\]]?[.!]?$/iu
/** Few lines of names have any of these words. */
const besideNames =
  /universit|college|institute|corporation|laborator|labs?\b|research|inc\b|school|academy|hospital|(?:paper|oral|presentation|spotlight|award|finalist|mention|candidate|runner-up|nominee)\W{0,2}$/i
/** `(joint with Ada Lovelace)`, whole. */
const withInBrackets = /^\(((?:joint(?:ly)?(?: work)? )?with [^()]+)\)$/i
const noteMarks = /[*∗⋆†‡§¶‖#✉]+|(?<=[\p{L}.] ?)[\d⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:, \d+)*(?=[*∗⋆†‡§¶‖#✉\s]*(?:[,;&]|and |$))/gu
/** `Wei Wang 0001`, as DBLP tells people of one name apart. */
const namesake = /(?<=\p{L}) 0\d{3}(?= *(?:[,;:&]|and |$))/gu
/** The word for "and" in other languages, where it cannot be part of a name, as in Ortega y Gasset. */
const conjunction = / (?:et|und) (?!al\b|coll\b)(?=\p{L})|(?<=\p{Lu}\.),? [ye] (?=\p{Lu})/gu
/** Between two whole names, as in David Card y Alan B. Krueger. */
const foreignAnd =
  /,? (?:y|e|en|och|og) (?<=\p{Lu}[\p{L}.’'-]* \p{Lu}[\p{L}’'-]+,? \p{L}+ )(?=\p{Lu}[\p{L}.’'-]* (?:\p{Lu}\.? ?){0,3}\p{Lu}\p{L})/gu

/** `David Card y Alan B. Krueger` with an English "and". */
export function translateAnd(line: string): string {
  return line.replace(foreignAnd, ' and ')
}

export function removeAuthorLabel(line: string): string {
  return line.trimStart().replace(lead, '')
}

/** The line without the places where people work, and without what their work was given. */
export function removeInstitutions(line: string): string {
  return besideNames.test(line) ? line.replace(distinction, '').replace(institutions, '') : line
}

/** The names alone, parted by `, `, `; ` and ` and `. */
export function cleanAuthorLine(line: string): { text: string; andOthers: boolean } {
  const parted = line
    .replace(withInBrackets, '$1')
    .replace(/ *[,，、] */g, ', ')
    .replace(/；| *[|] *| [·•] /g, '; ')
    .replace(behindName, '')
  const spaced = removeInstitutions(parted).replace(namesake, '').replace(/\s+/g, ' ').trim()
  const whole = spaced.replace(moreAuthors, ', ')
  const bare = whole
    .replace(lead, '')
    .replace(noteMarks, '')
    .replace(conjunction, ' and ')
    .replace(foreignAnd, ' and ')
    .replace(gap, '')
    .trimEnd()
  const named = bare.replace(others, '')
  const text = named.replace(/^[ ,;]+/, '').replace(/(?<![ ,;])[ ,;]+$/, '')
  const isSentence = /\p{Ll}{3}\.$/u.test(text) || (text.endsWith('.') && text.slice(0, -1).split(', ').every(isFamilyWithInitials))
  return { text: isSentence ? text.slice(0, -1) : text, andOthers: named !== bare || whole !== spaced }
}

export function isFamilyWithInitials(name: string): boolean {
  return familyWithInitials.test(name)
}
