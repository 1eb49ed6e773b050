const backslash = 0x5c
const opening = 0x7b
const closing = 0x7d

/** For each `{` the place of the `}` that ends its group, and -1 everywhere else. A backslash takes the next character with it. */
export function matchBraces(source: string): Int32Array {
  const ends = new Int32Array(source.length).fill(-1)
  const open: number[] = []
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === backslash) at++
    else if (code === opening) open.push(at)
    else if (code === closing) {
      const start = open.pop()
      if (start !== undefined) ends[start] = at
    }
  }
  return ends
}

/** Whether each brace of a piece of text has its partner in it, in the right order. */
export function hasBalancedBraces(source: string): boolean {
  let depth = 0
  for (const [found] of source.matchAll(/\\.|[{}]/gsu)) {
    if (found === '{') depth++
    if (found === '}' && --depth < 0) return false
  }
  return depth === 0
}

/** Braces without a partner as BibTeX counts them: it does not know that a backslash makes one a character. */
export function findUnmatchedBraces(source: string): ReadonlySet<number> {
  const unmatched = new Set<number>()
  const open: number[] = []
  for (const { 0: found, index } of source.matchAll(/[{}]/g)) {
    if (found === '{') open.push(index)
    else if (open.pop() === undefined) unmatched.add(index)
  }
  for (const index of open) unmatched.add(index)
  return unmatched
}
