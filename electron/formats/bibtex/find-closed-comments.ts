const opening = 0x7b
const closing = 0x7d

/** The opening braces of comments that are closed, by the place of the brace; found from the end, so that no text is read twice. */
export function findClosedComments(text: string): ReadonlySet<number> {
  const openings = [...text.matchAll(/@[ \t]*comment\s*\{/gi)].map(({ 0: found, index }) => index + found.length - 1)
  const closed = new Set<number>()
  let depth = 0
  let least = 0
  for (let at = text.length - 1; openings.length > 0 && at >= 0; at--) {
    const code = text.charCodeAt(at)
    if (openings.at(-1) === at) {
      openings.pop()
      if (least < depth) closed.add(at)
    }
    if (code === closing) depth++
    else if (code === opening) depth--
    if (depth < least) least = depth
  }
  return closed
}
