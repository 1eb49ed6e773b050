/**
 * `Leslie Lamport (IBM Research)`: one name with a place behind it, in brackets, reads as a title with its acronym does. Where other lines
 * are names that each have such brackets, it is a name as well.
 */
import { areNames } from './are-names.ts'
import { readFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'

const several = /\([^()]{2,80}\)[,;] .{2,300}\([^()]{2,80}\)$/
const single = /^(\p{Lu}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+){1,3}) ?\([^()]{2,80}\)$/u
const fewestLists = 2

export function openAffiliations(lines: readonly ListLine[]): readonly ListLine[] {
  const lists = lines.filter((line) => several.test(line.text) && areNames([readFeatures(line)]))
  if (lists.length < fewestLists) return lines
  return lines.map((line) => {
    const name = single.exec(line.text)?.[1]
    const bare = name === undefined ? line : { ...line, text: name }
    return bare !== line && areNames([readFeatures(bare)]) ? bare : line
  })
}
