import type { LineFeatures } from './line-features.ts'

const mostWordsOfName = 4

/** Whole names between separators, or one name. */
export function areNames(features: readonly LineFeatures[]): boolean {
  const words = sumOf(features, (line) => line.words)
  const names = sumOf(features, (line) => line.names)
  if (features.some((line) => line.nameless > 0 || line.addresses > 0 || line.startsWithName)) return false
  if (features.some((line) => line.ideographs > 0)) return features.every((line) => line.separators > 0 || line.words === 1)
  if (features.every((line) => line.separators === 0)) return words > 1 && words <= mostWordsOfName && names === words
  const separators = sumOf(features, (line) => line.separators)
  const ands = features.every((line) => line.strange === 0) ? separators : 0
  return names * 5 >= words * 3 && (separators + 1) * mostWordsOfName + Math.min(1, ands) >= words
}

function sumOf(features: readonly LineFeatures[], count: (line: LineFeatures) => number): number {
  return features.reduce((sum, line) => sum + count(line), 0)
}
