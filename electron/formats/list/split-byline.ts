/** `Y LeCun, Y Bengio - Nature, 2015 - nature.com`: what stands behind the names of a line, parted by a dash, a dot or a full stop. */

import { areNames } from './are-names.ts'
import { readCitationDetails } from './citation-details.ts'
import { readFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'

const separator =
  /(?:…| …)? [-–—·|] |…? in (?=\p{Lu})|; (?=(?:Proceedings|Proc\.|In|Advances|Transactions|Journal|Conference)\b)| (?=\((?:\p{L}{3,9}\.?,? (?:\d{1,2}, )?)?(?:19|20)\d\d\)\.?$)|(?<=\p{L}{3})\. (?=\p{Lu})/u
const host = / [-–—] [^\s-][^-]{0,60}$/
/** In brackets behind the last name. */
const affiliation = /(?<=\p{L}) \([^()]{2,80}\)$/u
const anyYear = /(?<!\d)(?:19|20)\d\d(?!\d)|\d:\d+[-–]\d/
const longestByline = 400

/** The line of names, and the citation behind them; `null` where there is none. */
export function splitByline(line: ListLine): { readonly names: ListLine; readonly citation: string } | null {
  const match = line.text.length > longestByline || !anyYear.test(line.text) ? null : separator.exec(line.text)
  if (match === null) return null
  const before = line.text.slice(0, match.index)
  const names = { ...line, text: before.replace(affiliation, '') + (match[0].includes('…') ? ' …' : '') }
  const rest = line.text.slice(match.index + match[0].length)
  const citation = /[-–—·|]/u.test(match[0]) ? rest.replace(host, '') : rest
  const { year, pages } = readCitationDetails(citation)
  const bare = { ...names, text: names.text.replace(/ …$/, '') }
  return (year ?? pages) !== undefined && areNames([readFeatures(bare)]) ? { names, citation } : null
}
