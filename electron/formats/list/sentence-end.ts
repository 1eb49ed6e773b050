/** Where the first sentence of a reference's text ends, its mark included; `null` if it is the only one. */
const end = /[.?!][”"’)]?(?= )/g
/** `Planck 2018 results. VI. Cosmological parameters` */
const partBefore = /[.:] [IVX]{1,4}\.$/
const abbreviation =
  /(?:^|[\s(])(?:\p{Lu}|\p{L}\.\p{L}|vs|cf|st|dr|mr|mrs|prof|no|vol|pp?|al|etc|ed|eds|e\.g|i\.e|approx|inc|ltd|jr|sr)\.$/iu
/** `La conjecture de Weil. I` */
const partNumber = /^[IVX]{1,4}(?:,|$)|^(?=..)[IVX]{2,4}\./
/** In a title, a small word goes on; so does a number with its unit. */
const nextStart =
  /^(?:— )?["“‘'([]?[\p{Lu}\p{Lo}\d]|^in:? |^arxiv|^nature|^\p{Ll}+ ?\d|^\p{Ll}{1,2}\p{Lu}|^(?:van|von|de[nrl]?|di|da|du|la|le|te[nr]) (?:\p{Ll}{2,3} )?\p{Lu}/u

export function findSentenceEnd(text: string): number | null {
  for (const match of text.matchAll(end)) {
    const stop = match.index + match[0].length
    const before = text.slice(0, stop)
    const isMark = match[0].startsWith('.')
    if (
      isMark &&
      (abbreviation.test(before.slice(-8)) || partBefore.test(before.slice(-8)) || partNumber.test(text.slice(stop + 1, stop + 8)))
    )
      continue
    if (nextStart.test(text.slice(stop + 1, stop + 20))) return stop
  }
  return null
}
