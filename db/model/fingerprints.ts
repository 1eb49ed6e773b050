/*
 * Hashes are signed integers of 32 bits: a larger number is kept as a fraction, at several times the cost, and boxed wherever it is
 * kept in a set.
 */
const seed = 0x811c9dc5 | 0
const space = 0x20

export type Wording = {
  /** Of the whole text. */
  readonly hash: number
  readonly samples: readonly number[]
}

/**
 * Sampled word 3-grams of a normalised text, its words parted by single spaces: every hash that is a multiple of 8, so that two texts
 * which share most of their wording share most of their samples (Broder 1997, "modulo" sampling). Measured in findings: 98 % recall
 * at 42 MB for 100,000 papers. Three hashes run along, each begun a word later than the one before, and one of the whole.
 */
export function hashWording(text: string): Wording {
  const samples = new Set<number>()
  let [whole, three, two, one] = [seed, seed, seed, seed]
  let wordsBefore = 0
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    whole = mix(whole, unit)
    if (unit === space) {
      if (wordsBefore >= 2) addSample(samples, finish(three))
      three = mix(two, unit)
      two = mix(one, unit)
      one = seed
      wordsBefore += 1
    } else {
      three = mix(three, unit)
      two = mix(two, unit)
      one = mix(one, unit)
    }
  }
  if (wordsBefore >= 2) addSample(samples, finish(three))
  return { hash: finish(whole), samples: [...samples] }
}

function addSample(samples: Set<number>, hash: number): void {
  if ((hash & 7) === 0) samples.add(hash)
}

/** A hash of words in the order of the alphabet; told from the sampled ones by its remainder, 1 of 8. */
export function hashWords(words: readonly string[]): number {
  return (hashText(words.join(' ')) & ~7) | 1
}

/** As they are kept: each once, 32 bits, little-endian, in ascending order. */
export function packHashes(hashes: readonly number[]): Uint8Array {
  const sorted = new Int32Array(hashes).sort()
  let kept = 0
  for (const hash of sorted) if (kept === 0 || sorted[kept - 1] !== hash) sorted[kept++] = hash
  return new Uint8Array(sorted.buffer, 0, kept * sorted.BYTES_PER_ELEMENT)
}

export function unpackHashes(packed: Uint8Array): Int32Array {
  // What a database returns need not lie where integers may.
  return new Int32Array(Uint8Array.from(packed).buffer)
}

/** FNV-1a over UTF-16 code units, finished as MurmurHash3 finishes, so that the low bits can be sampled. */
export function hashText(text: string, start = 0, end = text.length): number {
  let hash = seed
  for (let index = start; index < end; index += 1) hash = mix(hash, text.charCodeAt(index))
  return finish(hash)
}

function mix(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

function finish(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}
