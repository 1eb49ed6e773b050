import type { Leftover, LeftoverReason } from '../../../db/model/draft.ts'
import { areNames } from './are-names.ts'
import type { LineFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'

/** A leftover line with what stands around it. */
export type LeftoverLine = {
  /** Among the lines that are not blank. */
  readonly index: number
  readonly line: ListLine
  readonly features: LineFeatures
  readonly isRepeated: boolean
  /** It goes on the paragraph of the line before. */
  readonly isContinuation: boolean
  readonly place: 'top' | 'between' | 'bottom'
}

const mostHeaderParagraphs = 2
const longestNote = 200
const longestHeading = 60
const longestPageLine = 100

/** Says of each leftover line why it is in no record. */
export function nameLeftovers(leftovers: readonly LeftoverLine[]): readonly Leftover[] {
  const top = leftovers.filter((leftover) => leftover.place === 'top' && reasonOfItself(leftover) === null)
  const isHeader = top.filter((leftover) => !leftover.isContinuation).length <= mostHeaderParagraphs
  return leftovers.map((leftover, at) => {
    const after = leftovers[at + 1]
    const isTitle = after?.index === leftover.index + 1 && isNameList(after)
    const reason = reasonOfItself(leftover) ?? reasonOfPlace(leftover, isHeader, isTitle)
    return { line: leftover.line.number, text: leftover.line.source, reason }
  })
}

function reasonOfItself({ features, isRepeated }: LeftoverLine): LeftoverReason | null {
  if (features.isDate) return 'date'
  if (features.length > longestNote || features.marker !== 'none' || features.proseWords > 3) return 'unreadable'
  return isRepeated ? 'page-furniture' : null
}

/** A title with its authors, names and long lines are content, wherever they stand. */
function reasonOfPlace(leftover: LeftoverLine, isHeader: boolean, isTitle: boolean): LeftoverReason {
  const { place, features } = leftover
  if (place === 'top' && isHeader) return 'header'
  if (isTitle || isNameList(leftover) || features.length > longestPageLine) return 'unreadable'
  if (place !== 'between') return 'page-furniture'
  return features.length <= longestHeading && !features.endsFullStop ? 'section-heading' : 'unreadable'
}

function isNameList({ line, features }: LeftoverLine): boolean {
  return /[,;]/.test(line.text) && areNames([features])
}
