/** As a 32-bit integer: begun with a number beyond them, a hash is kept as a fraction all along, at several times the cost. */
const seed = 0x811c9dc5 | 0
const space = 0x20

/**
 * Sampled word 3-grams of a normalised text, its words parted by single spaces: every hash that is a multiple of 8, so that two texts
 * which share most of their wording share most of their samples (Broder 1997, "modulo" sampling). Measured in findings: 98 % recall
 * at 42 MB for 100,000 papers. Three hashes run along, each begun a word later than the one before.
 */
export function fingerprints(text: string): readonly number[] {
  const hashes = new Set<number>()
  let [three, two, one] = [seed, seed, seed]
  let wordsBefore = 0
  for (let index = 0; index <= text.length; index += 1) {
    const code = index < text.length ? text.charCodeAt(index) : space
    if (code === space) {
      const hash = finish(three)
      if (wordsBefore >= 2 && hash % 8 === 0) hashes.add(hash)
      three = mix(two, code)
      two = mix(one, code)
      one = seed
      wordsBefore += 1
    } else {
      three = mix(three, code)
      two = mix(two, code)
      one = mix(one, code)
    }
  }
  return [...hashes]
}

/** A hash of words in whatever order; told from the sampled ones by its remainder, 1 of 8. */
export function hashWords(words: readonly string[]): number {
  return ((hashText(words.toSorted().join(' ')) & ~7) | 1) >>> 0
}

/** FNV-1a over UTF-16 code units, finished as MurmurHash3 finishes, so that the low bits can be sampled; 0 to 2³²−1. */
export function hashText(text: string, start = 0, end = text.length): number {
  let hash = seed
  for (let index = start; index < end; index += 1) hash = mix(hash, text.charCodeAt(index))
  return finish(hash)
}

function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

function finish(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) >>> 0
}
