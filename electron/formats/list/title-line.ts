import { areNames } from './are-names.ts'
import { readFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'

const fewestWords = 3
const mostWords = 35
const mostProseWords = 2
const longestTitle = 300
const code = /^[{}<>|=]|": ?["{[\d]/
const fewestIdeographs = 5

/** Whether a line by itself reads as a title: a phrase that begins with a capital, no sentence, no names, no address. */
export function isTitleLine(line: ListLine): boolean {
  const features = readFeatures(line)
  const { words, ideographs, length } = features
  if (length > longestTitle || code.test(line.text) || features.isDate || features.addresses > 0 || features.marker !== 'none')
    return false
  if (ideographs >= fewestIdeographs) return features.sentenceBreaks === 0 && !/[。；]/.test(line.text)
  if (words < fewestWords || words > mostWords || features.startsLower || features.endsComma || line.text.endsWith(':'))
    return false
  if (
    features.sentenceBreaks > 1 ||
    features.proseWords > mostProseWords ||
    (features.endsFullStop && features.proseWords > 0 && features.capitals < 0.8)
  )
    return false
  return !(features.separators > 0 && areNames([features])) && features.oddWords * 2 <= words
}
