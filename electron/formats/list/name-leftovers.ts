import type { Leftover, LeftoverReason } from '../../../db/model/draft.ts'
import type { LineFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'

/** A leftover line with what stands around it. */
export type LeftoverLine = {
  readonly line: ListLine
  readonly features: LineFeatures
  readonly isRepeated: boolean
  /** It goes on the paragraph of the line before. */
  readonly isContinuation: boolean
  readonly place: 'top' | 'between' | 'bottom'
}

const mostHeaderParagraphs = 2
const longestNote = 200
const longestHeading = 100

/** Says of each leftover line why it is in no record. */
export function nameLeftovers(leftovers: readonly LeftoverLine[]): readonly Leftover[] {
  const top = leftovers.filter((leftover) => leftover.place === 'top' && reasonOfItself(leftover) === null)
  const isHeader = top.filter((leftover) => !leftover.isContinuation).length <= mostHeaderParagraphs
  return leftovers.map((leftover) => ({
    line: leftover.line.number,
    text: leftover.line.source,
    reason: reasonOfItself(leftover) ?? reasonOfPlace(leftover, isHeader),
  }))
}

function reasonOfItself({ features, isRepeated }: LeftoverLine): LeftoverReason | null {
  if (features.isDate) return 'date'
  if (features.length > longestNote || features.marker !== 'none' || features.proseWords > 3) return 'unreadable'
  return isRepeated ? 'page-furniture' : null
}

function reasonOfPlace({ place, features }: LeftoverLine, isHeader: boolean): LeftoverReason {
  switch (place) {
    case 'top':
      return isHeader ? 'header' : 'page-furniture'
    case 'between':
      return features.length <= longestHeading && !features.endsFullStop ? 'section-heading' : 'unreadable'
    case 'bottom':
      return 'page-furniture'
  }
}
