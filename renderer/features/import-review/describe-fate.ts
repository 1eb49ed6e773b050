import { assertNever } from '../../../db/model/assert-never.ts'
import type { Mark } from '../../../db/model/draft.ts'
import { printPlain, readInlineMarkup } from '../../../db/model/inline-markup.ts'
import type { PaperRow } from '../../../db/model/view.ts'
import { describeEvidence } from '../../describe-evidence.ts'
import {
  countOf,
  type EntryPlace,
  entryAt,
  type ImportPlan,
  isUntitled,
  type PlannedEntry,
  placesOf,
  type Target,
  titleInLists,
  type Works,
} from './review-model.ts'

export type FateText = {
  readonly tone: 'new' | 'same' | 'quiet' | 'look'
  readonly headline: string
  /** Sentences below it. */
  readonly reasons: readonly string[]
  /** Entries to go and see. */
  readonly places: readonly EntryPlace[]
}

export type Review = {
  readonly plan: ImportPlan
  readonly works: Works
  /** Papers of the library that the plan speaks of; those still on their way are absent. */
  readonly papers: ReadonlyMap<number, PaperRow>
}

/** What becomes of an entry, in words. */
export function describeFate(review: Review, place: EntryPlace): FateText {
  const entry = entryAt(review.plan, place)
  if (entry === undefined) return { tone: 'quiet', headline: '', reasons: [], places: [] }
  const text = describeKind(review, place, entry)
  const notes = entry.doubts.length > 0 ? [doubtSentence(entry)] : []
  const [doubt] = entry.doubts
  const tone = doubt === undefined ? text.tone : 'look'
  const headline = doubt === undefined ? text.headline : `Maybe the same as ${quotedTitle(review, doubt.target)}`
  return { ...text, tone, headline, reasons: [...text.reasons, ...notes, ...describeMarks(entry)] }
}

const markSentences: { readonly [Name in Mark]?: string } = {
  'uncertain-authors': 'The names are unclear and stay as they are written.',
  'broken-record': 'The record is broken: a brace, quotation mark or comma is missing. What could be read of it comes in.',
  'repeated-key': 'An earlier record here has the same key, so this one gets a new one.',
}

function describeMarks({ draft, isKeyTaken }: PlannedEntry): readonly string[] {
  const taken = isKeyTaken === true ? [`Another paper has the key ${draft.citationKey}, so this one gets a letter behind it.`] : []
  return [...draft.marks.flatMap((mark) => markSentences[mark] ?? []), ...taken]
}

function describeKind(review: Review, place: EntryPlace, entry: PlannedEntry): FateText {
  const { fate } = entry
  switch (fate.kind) {
    case 'added':
      return describeAdded(review, place, entry)
    case 'merged':
      return describeMerged(review, place, {
        target: fate.target,
        evidence: fate.evidence,
        hasTitle: 'title' in entry.draft.fields,
      })
    case 'unchanged':
      return {
        tone: 'quiet',
        headline: 'In the library already',
        reasons: [fate.isMoved ? 'It stands at another place in the list.' : 'Nothing changes.'],
        places: [],
      }
    case 'repeated':
      return { tone: 'quiet', headline: 'Read already', reasons: ['The same list comes earlier in this import.'], places: [] }
    case 'changed':
      return {
        tone: 'same',
        headline: 'Changed in the list',
        reasons: ['Its paper takes the new text. What you typed stays.'],
        places: [],
      }
    case 'excluded':
      return { tone: 'quiet', headline: 'Left out', reasons: ['Its lines are set aside.'], places: [] }
    default:
      return assertNever(fate)
  }
}

function describeAdded(review: Review, place: EntryPlace, entry: PlannedEntry): FateText {
  const target = entry.fate.kind === 'added' ? entry.fate.target : null
  const others = target === null ? [] : othersOf(review, place, target)
  const again = others.length === 0 ? [] : [`Seen ${others.length === 1 ? 'once' : `${others.length} times`} more in these lists:`]
  if (!isUntitled(review.plan, review.works, entry)) return { tone: 'new', headline: 'New paper', reasons: again, places: others }
  const proposed = 'abstract' in entry.draft.fields ? 'The list gives none. Proposed from the abstract.' : 'The list gives none.'
  return { tone: 'look', headline: 'New paper without a title', reasons: [proposed, ...again], places: others }
}

type Merge = { readonly target: Target; readonly evidence: string; readonly hasTitle: boolean }

function describeMerged(review: Review, place: EntryPlace, { target, evidence, hasTitle }: Merge): FateText {
  const why = evidence === '' ? [] : [describeEvidence(evidence)]
  if ('group' in target) {
    const first = othersOf(review, place, target).slice(0, 1)
    return { tone: 'same', headline: 'Same work as another entry', reasons: why, places: first }
  }
  const isGift = hasTitle && review.papers.get(target.paperId)?.titleOrigin === 'provisional'
  const gift = isGift ? ['It gets its title from this list.'] : []
  return { tone: 'same', headline: `Same as ${quotedTitle(review, target)}`, reasons: [...why, ...gift], places: [] }
}

function othersOf({ works }: Review, place: EntryPlace, target: Target): readonly EntryPlace[] {
  return placesOf(works, target).filter(({ source, entry }) => source !== place.source || entry !== place.entry)
}

function quotedTitle({ plan, works, papers }: Review, target: Target): string {
  const known = 'paperId' in target ? (papers.get(target.paperId)?.title ?? null) : null
  const title = known ?? titleInLists(plan, placesOf(works, target))
  if (title !== null) return `“${printPlain(readInlineMarkup(title))}”`
  return 'paperId' in target ? 'a paper that you have' : 'another entry, which has no title'
}

function doubtSentence({ doubts, fate }: PlannedEntry): string {
  const [first, ...more] = doubts
  const why = describeEvidence(first?.evidence ?? '')
  const others = more.length === 0 ? '' : ` And ${countOf(more.length, 'other')}.`
  return fate.kind === 'added' ? `${why}${others} Comes in by itself and waits under Needs a look.` : `${why}${others}`
}

/** Words of the names that the list does not hold as they now stand: what was repaired. */
export function repairedWords(entry: PlannedEntry, lines: readonly string[]): readonly string[] {
  if (!entry.draft.marks.includes('repaired-text')) return []
  const { lineStart, lineEnd, fields } = entry.draft
  const source = lines.slice(lineStart - 1, lineEnd).join('\n')
  const names = (fields.authors ?? []).flatMap((author) =>
    'literal' in author ? [author.literal] : [`${author.given ?? ''} ${author.family}`],
  )
  const words = [...names, fields.title ?? '', fields.abstract ?? ''].flatMap((text) => text.split(/\s+/))
  return [...new Set(words.filter((word) => /[^\p{ASCII}]/u.test(word) && !source.includes(word)))].slice(0, 4)
}
