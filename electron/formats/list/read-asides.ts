/** Gives asides to the records that they belong to, and reads what they say. */
import type { Draft } from '../../../db/model/draft.ts'
import type { EntryFields } from '../../../db/model/fields.ts'
import { type Aside, type AsideKind, citationPiece, isSubmission, wholeMark } from './aside-lines.ts'
import { addSaid } from './build-draft.ts'
import { readCitationDetails } from './citation-details.ts'
import { type FieldWord, findFieldWord } from './field-words.ts'
import { fieldsOfIdentifiers, readIdentifiers } from './identifiers.ts'
import { removeItemStart } from './item-start.ts'
import type { ListLine } from './list-line.ts'
import { readSaidValues } from './said-values.ts'

/** Of the records, those that must have such a line, for it to be theirs. */
const leastShare = 0.4
/** What records say of themselves above their title, and so where they begin. */
const telling: ReadonlySet<AsideKind> = new Set(['venue', 'label', 'identifier', 'year', 'date'])
/** Above records, between blank lines. */
const fewestAbove = 2
/** A year may head a section, too. */
const leastShareOfYears = 0.8
const order: readonly AsideKind[] = ['venue', 'label', 'identifier', 'year', 'numbers', 'date', 'links', 'affiliation']
/** `Volume: 452, P: 872-876` */
const nextLabel = / ?[,|] (?=(?:vol(?:ume)?|issue|no|pp?|pages?|year): )| [|] | [•·] (?=[\p{L}-]{2,16}: )/iu
const numbered = new Set<FieldWord>(['volume', 'issue', 'pages'])
const yearBefore =
  /^(?:(?:\p{L}[\p{L} ]{2,30}?\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}{0,6}\.? )?((?:19|20)\d\d)[)\]]?[ .:,·•|]+(\p{Lu}.*)$/u
const anyYear = /(?<![\d#])(?:19|20)\d\d(?!\d)/g

/** The drafts with their asides, and the asides that are nobody's; what is left over between a record and a line parts them. */
export function joinAsides(
  drafts: readonly Draft[],
  asides: readonly Aside[],
  lines: readonly ListLine[],
): { drafts: readonly Draft[]; left: readonly Aside[] } {
  const owned: Aside[][] = drafts.map(() => [])
  const left: Aside[] = []
  const counts = countKinds(asides)
  const countOf = (kind: AsideKind) => (counts.get(kind) ?? 0) + (kind === 'year' ? (counts.get('date') ?? 0) : 0)
  const leads = findLeads(asides, drafts)
  const isClear = clearBetween(findUnused(drafts, asides, lines))
  const sides = findSides(drafts, asides, lines)
  const owners = sides.map(({ at, isInside, side }, index) => {
    const {
      kind,
      lines: [line],
    } = asides[index] ?? nothing
    const number = line?.number ?? 0
    const isTold = kind !== 'furniture' && kind !== 'page'
    const isOften = isTold && countOf(kind) >= drafts.length * (kind === 'year' ? leastShareOfYears : leastShare)
    const isLead = side === null ? leads.has(kind) : side === 'below'
    const owner = isInside || isLead ? at : at - 1
    const draft = drafts[owner]
    const isNear = draft !== undefined && isOften && isClear(Math.min(number, draft.lineEnd), Math.max(number, draft.lineStart))
    return isInside || isNear ? owner : null
  })
  for (const [index, owner] of inOrder(owners).entries()) {
    const aside = asides[index]
    if (aside !== undefined) (owner === null ? left : owned[owner])?.push(aside)
  }
  const joined = drafts.map((draft, index) => addAsides(draft, owned[index] ?? []))
  return { drafts: joined, left: outsideOf(joined, left) }
}

const nothing: Aside = { kind: 'furniture', lines: [] }

/** Lines that stand in no draft and beside none. */
function findUnused(drafts: readonly Draft[], asides: readonly Aside[], lines: readonly ListLine[]): readonly number[] {
  const known = new Set(asides.flatMap((aside) => aside.lines.map(({ number }) => number)))
  let at = 0
  return lines.flatMap(({ number }) => {
    while ((drafts[at]?.lineEnd ?? Number.POSITIVE_INFINITY) < number) at++
    return known.has(number) || (drafts[at]?.lineStart ?? Number.POSITIVE_INFINITY) <= number ? [] : [number]
  })
}

/** `at` is the draft that an aside stands in or above; `side` the one that no blank line parts it from, where one parts it from the other. */
type Place = { readonly at: number; readonly isInside: boolean; readonly side: 'above' | 'below' | null }

/** Blank lines say whose a line is, if those of its kind stand so above records in a good part of the source. */
function findSides(drafts: readonly Draft[], asides: readonly Aside[], lines: readonly ListLine[]): readonly Place[] {
  const isTight = clearBetween(lines.flatMap(({ gap, number }) => (gap > 0 ? [number] : [])))
  let at = 0
  const places = asides.map((aside): Place => {
    const [first, last] = [aside.lines.at(0)?.number ?? 0, aside.lines.at(-1)?.number ?? 0]
    while (at < drafts.length && (drafts[at]?.lineEnd ?? 0) < first) at++
    const [above, below] = [drafts[at - 1], drafts[at]]
    const isAbove = above !== undefined && isTight(above.lineEnd, first + 1)
    const isBelow = below !== undefined && isTight(last, below.lineStart + 1)
    const isInside = below !== undefined && below.lineStart < first
    return { at, isInside, side: isAbove === isBelow || !telling.has(aside.kind) ? null : isAbove ? 'above' : 'below' }
  })
  const counts = new Map<AsideKind, number>()
  for (const [index, { kind }] of asides.entries())
    if (places[index]?.side === 'below' && places[index]?.at !== 0) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const fewest = Math.max(fewestAbove, drafts.length * leastShare)
  return places.map((place, index) =>
    (counts.get(asides[index]?.kind ?? 'furniture') ?? 0) >= fewest ? place : { ...place, side: null },
  )
}

/** What stands above a line of one record is of no later one. */
function inOrder(owners: readonly (number | null)[]): readonly (number | null)[] {
  let last = Number.POSITIVE_INFINITY
  return owners
    .toReversed()
    .map((owner) => {
      if (owner !== null) last = Math.min(last, owner)
      return owner === null ? null : last
    })
    .toReversed()
}

/** Whether none of the numbers, which stand in order, lies between two lines. */
function clearBetween(numbers: readonly number[]): (from: number, to: number) => boolean {
  return (from, to) => {
    let [low, high] = [0, numbers.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[middle] ?? 0) <= from) low = middle + 1
      else high = middle
    }
    return (numbers[low] ?? Number.POSITIVE_INFINITY) >= to
  }
}

/** A record that reaches to a line takes what stands before that line. */
function outsideOf(drafts: readonly Draft[], asides: readonly Aside[]): readonly Aside[] {
  let at = 0
  return asides.filter(({ lines }) => {
    const number = lines[0]?.number ?? 0
    while (at < drafts.length && (drafts[at]?.lineEnd ?? 0) < number) at++
    return (drafts[at]?.lineStart ?? Number.POSITIVE_INFINITY) > number
  })
}

function countKinds(asides: readonly Aside[]): ReadonlyMap<AsideKind, number> {
  const counts = new Map<AsideKind, number>()
  for (const { kind } of asides) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

/** The kinds that stand before their record: above the first one, and not below the last. */
function findLeads(asides: readonly Aside[], drafts: readonly Draft[]): ReadonlySet<AsideKind> {
  const first = drafts.at(0)?.lineStart ?? 0
  const last = drafts.at(-1)?.lineEnd ?? 0
  const kindsAt = (isThere: (line: number) => boolean) =>
    new Set(asides.filter(({ lines }) => isThere(lines[0]?.number ?? 0)).map(({ kind }) => kind))
  const below = kindsAt((line) => line > last)
  return new Set([...kindsAt((line) => line < first)].filter((kind) => !below.has(kind)))
}

function addAsides(draft: Draft, asides: readonly Aside[]): Draft {
  const inOrder = asides.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  const joined = inOrder.reduce((known, { kind, lines }) => addSaid(known, { fields: readAside(kind, lines), lines }), draft)
  const numbers = asides.flatMap(({ lines }) => lines.map(({ number }) => number))
  return { ...joined, lineStart: Math.min(draft.lineStart, ...numbers), lineEnd: Math.max(draft.lineEnd, ...numbers) }
}

export function readAside(kind: AsideKind, lines: readonly ListLine[]): EntryFields {
  const text = lines.map((line) => line.text).join(' ')
  switch (kind) {
    case 'venue':
      return readVenue(text)
    case 'label': {
      if (isSubmission(text)) return firstYearOf(text)
      const said = text.split(nextLabel).flatMap((part) => {
        const colon = part.search(/[:：]/)
        const word = colon === -1 ? undefined : findFieldWord(part.slice(0, colon))
        const value = part.slice(colon + 1).trim()
        const isSaid = word !== undefined && (!numbered.has(word) || /^[\w.]+(?:[-–—][\w.]+)?$/.test(value))
        return isSaid ? [{ word, value }] : []
      })
      return readSaidValues(said).fields
    }
    case 'identifier':
      return fieldsOfIdentifiers(readIdentifiers(removeItemStart(text), { isBare: true }).identifiers)
    case 'year':
      return { ...yearOf(text), ...venueBeside(text) }
    case 'links':
    case 'furniture':
    case 'page':
    case 'affiliation':
      return {}
    default:
      return yearOf(text)
  }
}

function readVenue(text: string): EntryFields {
  const bare = text.replace(wholeMark, '$2')
  const whole = /^(?:19|20)\d\d[.:]/.test(bare) ? bare : removeItemStart(bare)
  const said = fieldsOfIdentifiers(readIdentifiers(whole).identifiers)
  const piece = citationPiece(whole)
  const [citation = '', ...others] = readIdentifiers(piece).rest.split(/\t+/)
  const cells = yearOf(others.join(' '))
  const [, year = '', series] = yearBefore.exec(citation) ?? []
  if (series !== undefined) return { venue: series, ...readCitationDetails(series), year: Number(year), ...said }
  const { venue, ...details } = readCitationDetails(citation)
  // What an identifier in its middle parts is no venue, and no label with its value.
  const isOne = venue !== undefined && (citation === text || text.includes(venue)) && !/^\p{L}[\p{L} ]{2,30}: \p{Ll}/u.test(venue)
  return { ...(piece === whole ? {} : firstYearOf(whole)), ...cells, ...(isOne ? { venue } : {}), ...details, ...said }
}

/** `2017 · NeurIPS`; words in small letters say what kind of work it is. */
function venueBeside(text: string): EntryFields {
  const venue = /^\W*(?:19|20)\d\d [|·•–—-] (\p{Lu}[\p{L}&. -]{1,60})$/u.exec(text)?.[1]
  return venue !== undefined && /\p{Lu}.*\p{Lu}/u.test(venue) ? { venue } : {}
}

/** Of all versions the first. */
function firstYearOf(text: string): EntryFields {
  const years = (text.match(anyYear) ?? []).map(Number)
  return years.length === 0 ? {} : { year: Math.min(...years) }
}

/** The last number that may be a year: counts stand before it. */
function yearOf(text: string): EntryFields {
  const year = text.match(anyYear)?.at(-1)
  return year === undefined ? {} : { year: Number(year) }
}
