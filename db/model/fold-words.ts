/*
 * Most text is ASCII: what is said of other characters is said of their runs alone, as patterns of all Unicode are read several
 * times as slowly. Most words are parted by one space: those places are left as they are.
 */
const beyondAscii = /[\u0080-\uffff]+/g
const isAscii = /^[\0-\x7f]*$/
const otherThanOneSpace = /[^a-z0-9 \u0080-\uffff][^a-z0-9\u0080-\uffff]*| [^a-z0-9\u0080-\uffff]+/g

/** The words of a text, letters and digits of any script without accents and case, parted by single spaces. */
export function foldWords(text: string): string {
  const letters = isAscii.test(text) ? text.toLowerCase() : foldBeyondAscii(text)
  return letters.replace(otherThanOneSpace, ' ').trim()
}

function foldBeyondAscii(text: string): string {
  return text
    .replace(beyondAscii, (run) => run.normalize('NFKD').replace(/\p{M}+/gu, ''))
    .toLowerCase()
    .replace(beyondAscii, (run) => run.replace(/[^\p{L}\p{N}]+/gu, ' '))
}
