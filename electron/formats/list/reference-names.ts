/** The names that a reference begins with: whether text is names, and where they end. */
import { type ParsedAuthors, parseAuthorLine } from '../../../db/model/author-names.ts'
import { isGroupName } from '../../../db/model/parse-name.ts'
import { readFeatures } from './line-features.ts'

export const initial = /^(?:\p{Lu}\p{M}?\.?[-‐]?){1,4}$/u
export const dottedInitial = /^(?:\p{Lu}\p{M}?\.[-‐]?){1,4}$/u
const longestAuthors = 3000
/** `van der Waals JD`, as PubMed and Chinese standards write names. */
const surnameFirst = /^(?:\p{L}[\p{L}\p{M}'’-]*\p{L} )+\p{Lu}{1,3}(?:\.? ?\p{Lu}){0,3}\.?$/u
/** `Fleming A. On the …`, unlike `Geoffrey E. Hinton and …` */
const inSentence = /^\p{Lu}[\p{L}’'-]*:? (?!and |et |und |y |&|van |von |de |der |di |la |le )\p{Ll}/u
/** A sentence that ends, or what no name has. */
const noNames = /(?<!\b(?:Jr|Sr|St|Dr|Ch|Kh|Ph|Sh|Th|Ya|Yu|Zh))(?<=\p{Ll}{2})\. |[[\]:]/u
/** `27 J. LEGAL STUD` */
const numbered = /(?:^|, )\d+ \p{Lu}/u
const editorMark =
  /,? ?\(?\beds?\.?\)?[.,]?$|,? ?\((?:eds?|éds?|dirs?|coords?|comps?|orgs?|hrsg|hg)\b\.?(?: (?:& )?trans\.?)?\)[.,]?$/i
/** `B. P. Abbott et al. (LIGO Scientific Collaboration)`, `Lockhart S, et al; Clinical Trial Group` */
const groupBehindOthers = /(\bet al\.?)(?: \([^()]{2,120}\)|; [^.;,]{2,120}\.?)$/
const longestGroup = 120
/** What is said in a text of several. */
const dated = /\((?:1[5-9]|20)\d\d\)/
const mostWordsOfGroup = 9
/** No initials, numbers or sentences. */
const groupName = /^(?!(?:In|See) )\p{Lu}[\p{L}'’&/() -]{1,110}(?:, [\p{L}'’& -]{2,60}){0,2}$/u

const endsInInitial = /(?:^|[ .‐-])\p{Lu}\.$/u
/** `Fleming, Alexander F.`, and `BECKER Howard S.` as French writes. */
const givenBehind = /^(?:[^,.]+, (?:[^,.]+ )?|\p{Lu}{2,} \p{Lu}\p{Ll}+ )\p{Lu}\.$/u

/** Where the names end in a full stop that is not one of an initial. */
export function findAuthorsEnd(text: string): number | null {
  const startsWithInitial = dottedInitial.test(text.slice(0, text.indexOf(' ')))
  for (let dot = text.indexOf('. '); dot !== -1 && dot < longestAuthors; dot = text.indexOf('. ', dot + 1)) {
    const before = text.slice(0, dot + 1)
    const next = (text.slice(dot + 2, dot + 40).split(' ', 1)[0] ?? '').replace(/[,;]$/, '')
    const last = before.slice(before.lastIndexOf(' ') + 1)
    if (dottedInitial.test(next) || (last === 'u.' && next === 'a.') || /^(?:and|&|et|[,;]|Jr\b|Sr\b|II)/.test(next)) continue
    if (!dottedInitial.test(last))
      return /\b(?:Jr|Sr|St)\.$/.test(before) && !/^\p{Lu}\p{Ll}+ \p{Ll}/u.test(text.slice(dot + 2)) ? null : dot
    if (
      !startsWithInitial &&
      (endsAfterInitials(before) ||
        (surnameFirst.test(before.slice(0, -1)) && (inSentence.test(text.slice(dot + 2)) || text.includes(' // '))))
    )
      return dot
  }
  return null
}

/** `Hinton, G. E.`, `Hinton GE` and, first of all, `Hinton, Geoffrey E.` end a name; `Geoffrey E.` and `and G. E.` do not. */
function endsAfterInitials(before: string): boolean {
  const chunks = before.split(/[,;] ?|(?<=\.) (?=& |and )/)
  const last = (chunks.at(-1) ?? '').split(' ')
  const family = chunks.at(-2) ?? ''
  if (chunks.length === 2 && !family.includes(' ') && !last.slice(1, -1).some((word) => !initial.test(word))) return true
  if (last.every((word) => initial.test(word))) return family !== '' && !dottedInitial.test(family.split(' ').at(-1) ?? '')
  return chunks.length > 1 && chunks.slice(0, -1).every((chunk) => surnameFirst.test(chunk))
}

/** `null`: these are no names. */
export function readNames(text: string): ParsedAuthors | null {
  const names = trimEnd(text.trim().replace(editorMark, '').replace(groupBehindOthers, '$1'))
  if (
    names.length < 2 ||
    names.length > longestAuthors ||
    !/^\p{L}|^["']?\p{L}/u.test(names) ||
    noNames.test(names) ||
    numbered.test(names)
  )
    return null
  const [first = ''] = names.split(', ', 1)
  const people = first !== names && isGroupName(first) ? names.slice(first.length + 2) : names
  const named = people.replace(/ u\. ?a\.?$/, '')
  const features = readFeatures({ number: 0, source: named, text: named, isRepaired: false, gap: 0 })
  if (!names.includes(',') && names.length <= longestGroup && isGroupName(names) && !dated.test(names))
    return { authors: [{ literal: names }], andOthers: false, isCertain: true }
  if (features.nameless > 0 || features.addresses > 0 || numbered.test(names)) return null
  const parsed = parseAuthorLine(names)
  const isName =
    parsed.andOthers ||
    parsed.authors.length > 1 ||
    parsed.authors.some((author) => 'family' in author || !/\p{Ll}/u.test(author.literal))
  return parsed.isCertain && isName && !/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.test(names) ? parsed : null
}

/** A full stop belongs to an initial, unless the last of a lone name ends the names, as in `Fleming A.` */
function trimEnd(names: string): string {
  const end = names.at(-1)
  if (end === ',' || end === ':' || end === ';') return names.replace(/[,:;]+$/, '')
  if (end !== '.') return names
  const isInitial = endsInInitial.test(names.slice(-4))
  return !isInitial || (names.indexOf('.') === names.length - 1 && !givenBehind.test(names)) ? names.slice(0, -1) : names
}

/** Where a list has its authors, this may be one, as `Department of Health` is. */
export function isGroup(text: string): boolean {
  return groupName.test(text) && text.split(' ').length <= mostWordsOfGroup
}
