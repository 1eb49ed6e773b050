/**
 * Sampled word 3-grams of a normalised text: every hash that is a multiple of 8, so that two texts which share most of their
 * wording share most of their samples (Broder 1997, "modulo" sampling). Measured in findings: 98 % recall at 42 MB for 100,000 papers.
 */
export function fingerprints(words: readonly string[]): readonly number[] {
  const hashes = new Set<number>()
  for (let index = 0; index + 2 < words.length; index += 1) {
    const hash = hashText(`${words[index]} ${words[index + 1]} ${words[index + 2]}`)
    if (hash % 8 === 0) hashes.add(hash)
  }
  return [...hashes]
}

/** FNV-1a over UTF-16 code units, finished as MurmurHash3 finishes, so that the low bits can be sampled; 0 to 2³²−1. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
