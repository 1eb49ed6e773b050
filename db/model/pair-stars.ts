/*
 * Emphasis of Markdown, after CommonMark 0.31, section 6.2: `*em*` and `**strong**`. A run of stars opens when it stands
 * before a word and closes when it stands after one (flanking), and pairs are found by the delimiter stack given there, in
 * linear time. Pairs never cross the group of a TeX command. One rule differs: a single star between two letters or digits
 * never opens, for in papers `HLA-A*02:01` and `2*3*4` are no emphasis.
 */

import type { MarkupToken } from './scan-markup.ts'

type Stars = Extract<MarkupToken, { readonly kind: 'stars' }>
type Run = Stars & { left: number; readonly closed: MarkupToken[]; readonly opened: MarkupToken[] }
type Group = { readonly openers: Run[]; readonly floors: number[] }

/** Replaces the runs of stars by openings and closings, and the stars left over by text. */
export function pairStars(tokens: readonly MarkupToken[]): readonly MarkupToken[] {
  if (!tokens.some((token) => token.kind === 'stars')) return tokens
  const groups: Group[] = [openGroup()]
  const paired = tokens.map((token) => {
    if (token.kind === 'open') groups.push(openGroup())
    if (token.kind === 'close') groups.pop()
    const group = groups.at(-1)
    return token.kind === 'stars' && group !== undefined ? pairRun(group, token) : token
  })
  return paired.flatMap((token) => (token.kind === 'stars' ? settleRun(token) : [token]))
}

function pairRun(group: Group, stars: Stars): Run {
  const closer: Run = { ...stars, left: stars.length, closed: [], opened: [] }
  const { openers, floors } = group
  const key = (stars.length % 3) + (stars.opens ? 3 : 0)
  while (stars.closes && closer.left > 0) {
    const opener = findOpener(group, closer, key)
    if (opener === undefined) {
      floors[key] = openers.length
      break
    }
    const style = opener.left >= 2 && closer.left >= 2 ? 'strong' : 'emphasis'
    const used = style === 'strong' ? 2 : 1
    opener.left -= used
    closer.left -= used
    opener.opened.push({ kind: 'open', style })
    closer.closed.push({ kind: 'close' })
    if (opener.left === 0) openers.pop()
    for (const [index, floor] of floors.entries()) floors[index] = Math.min(floor, openers.length)
  }
  if (stars.opens && closer.left > 0) openers.push(closer)
  return closer
}

/** The nearest opener that fits, taken to the top of the stack; those passed over can match nothing any more. */
function findOpener({ openers, floors }: Group, closer: Run, key: number): Run | undefined {
  for (let index = openers.length - 1; index >= (floors[key] ?? 0); index--) {
    const opener = openers[index]
    if (opener === undefined || !isPair(opener, closer)) continue
    openers.length = index + 1
    return opener
  }
  return undefined
}

/** CommonMark's "multiple of 3" rule keeps `**a*b**` from closing in the middle. */
function isPair(opener: Run, closer: Run): boolean {
  if (!opener.closes && !closer.opens) return true
  return (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0)
}

function settleRun(stars: Stars | Run): MarkupToken[] {
  if (!('left' in stars)) return [{ kind: 'text', text: '*'.repeat(stars.length) }]
  const rest: MarkupToken[] = stars.left > 0 ? [{ kind: 'text', text: '*'.repeat(stars.left) }] : []
  return [...stars.closed, ...rest, ...stars.opened.reverse()]
}

function openGroup(): Group {
  return { openers: [], floors: [0, 0, 0, 0, 0, 0] }
}
