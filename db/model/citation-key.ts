/**
 * A free one of `base`, `basea` … `basez`, `baseaa` …: the first after a taken one, found by doubling and halving, so that
 * thousands of papers of one base do not each ask for all before them. `isTaken` is asked in lower case, for BibTeX compares keys
 * without case.
 */
export function withSuffix(base: string, isTaken: (key: string) => boolean): string {
  const isNumberTaken = (count: number) => isTaken((base + suffix(count)).toLowerCase())
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

/** Whether a typed or imported key can be kept: what BibTeX, biber, pandoc and `\cite{a,b}` all take. */
export function isCitationKey(text: string): boolean {
  return text.length <= longestKey && /^[A-Za-z0-9][A-Za-z0-9_:.+/-]*$/.test(text)
}

const longestKey = 100

/** 0 is no suffix, 1 is `a`, 26 is `z`, 27 is `aa`. */
function suffix(count: number): string {
  let letters = ''
  for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters
  return letters
}
