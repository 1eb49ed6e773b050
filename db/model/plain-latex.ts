const marks = /[^ !"'()+,\-./0-9:;=?@A-Z[\]a-z|]/

/** Whether a text is ASCII without anything that is a command, a ligature or markup: it is the same in LaTeX and out of it. */
export function isPlainLatex(text: string): boolean {
  return !(marks.test(text) || text.includes('--') || text.includes("''") || text.includes(',,') || text.includes('  '))
}
