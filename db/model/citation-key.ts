/**
 * A free one of `base`, `basea` … `basez`, `baseaa` …: the first after a taken one, found by doubling and halving, so that
 * thousands of papers of one base do not each ask for all before them. `isTaken` is asked by `foldKey`.
 */
export function withSuffix(base: string, isTaken: (key: string) => boolean): string {
  const isNumberTaken = (count: number) => isTaken(foldKey(base + suffix(count)))
  if (!isNumberTaken(0)) return base
  let taken = 0
  let free = 1
  while (isNumberTaken(free)) [taken, free] = [free, free * 2]
  while (free - taken > 1) {
    const middle = Math.floor((taken + free) / 2)
    if (isNumberTaken(middle)) taken = middle
    else free = middle
  }
  return base + suffix(free)
}

/** BibTeX, and SQLite's NOCASE, compare keys without the case of ASCII's letters, and of no others. */
export function foldKey(key: string): string {
  return key.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())
}

/** Whether a typed or imported key can be kept: what BibTeX, biber, pandoc and `\cite{a,b}` all take, in letters of any script. */
export function isCitationKey(text: string): boolean {
  return text.length <= longestKey && /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_:.+/-]*$/u.test(text)
}

/** The nearest key that can be kept, without what cannot stand in one; null where nothing is left. */
export function nearestCitationKey(text: string): string | null {
  const key = text
    .replace(/[^\p{L}\p{M}\p{N}_:.+/-]+/gu, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, longestKey)
  return isCitationKey(key) ? key : null
}

const longestKey = 100

/** 0 is no suffix, 1 is `a`, 26 is `z`, 27 is `aa`. */
function suffix(count: number): string {
  let letters = ''
  for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters
  return letters
}
