/*
 * Asked part by part: V8 looks for up to sixteen letters at sixteen places of a text at once, those beyond ASCII being one with those
 * 128 before, and letter by letter for more.
 */
const marks = /[\\$%&#_{}~^`*<>\x7f]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\0-\x0f\x80-\x8f]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const moreControls = /[\x10-\x1f\x90-\x9f]/
const beyondLatin1 = /[^\0-\xff]/
/** Most short texts are words, and to ask each of the others takes as long as to read forty letters. */
const beyondWords = /[^A-Za-z0-9 ]/
const shortText = 40

/**
 * Whether a text of ASCII and the letters of Western Europe has nothing that is a command, a ligature or markup: it says the same in
 * LaTeX and out of it. To look for two spaces, which LaTeX reads as one, would take longer than all of this.
 */
export function isPlainLatex(text: string): boolean {
  if (text.length < shortText && !beyondWords.test(text)) return true
  if (marks.test(text) || controls.test(text) || moreControls.test(text) || beyondLatin1.test(text)) return false
  return !(text.includes('\u00a0') || text.includes('--') || text.includes("''") || text.includes(',,'))
}
