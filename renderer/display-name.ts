import type { Author } from '../db/model/author.ts'

const eastAsian = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}々ー]+$/u

/** A name as its bearer would write it: given name first, but in Chinese, Japanese and Korean script the family name. */
export function displayName(author: Author): string {
  if ('literal' in author) return author.literal
  const { family, given } = author
  if (given === null) return family
  return eastAsian.test(family) && eastAsian.test(given) ? `${family}${given}` : `${given} ${family}`
}
