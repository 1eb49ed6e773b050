/**
 * Where most records of a list have one shape, as a title, names and a venue each on a line of its own, lines between them that stand in the
 * same shape are records, too: `Job Market Signaling` above `Michael Spence` might by itself be two names.
 */
import { areNames } from './are-names.ts'
import type { Aside } from './aside-lines.ts'
import { readFeatures } from './line-features.ts'
import type { ListLine } from './list-line.ts'
import type { ListRecord } from './read-record.ts'

/** The part in a record, or the kind of an aside; nothing is known of a hole. */
type Code = { readonly code: string; readonly hasGap: boolean }

const fewestRecords = 3
const leastShare = 0.6
const mostWordsOfTitle = 40
const hole = '?'
/** At the end of a record, or above the next one. */
const saysNothing: ReadonlySet<string> = new Set(['links', 'furniture', 'page'])

export function fillHoles(
  records: readonly ListRecord[],
  { lines: all, kept, asides }: { lines: readonly ListLine[]; kept: readonly ListLine[]; asides: readonly Aside[] },
): readonly ListRecord[] {
  const bare = records.filter((record) => record.every(({ role }) => role !== 'abstract'))
  if (bare.length < Math.max(fewestRecords, records.length * leastShare)) return records
  const lines = withKept(all, kept)
  const codes = codeLines(records, lines, asides)
  const shape = findShape(codes, records)
  if (shape === null) return records
  const found: ListRecord[] = []
  const shortest = shape.findLastIndex(({ code }) => code === 'title' || code === 'authors') + 2
  for (let at = 0; at + shortest <= lines.length; at++) {
    const isHole = shape.every(({ code, hasGap }, index) => {
      if (at + index >= lines.length) return true
      const own = codes[at + index]
      const isAlike = own?.code === (code === 'title' || code === 'authors' ? hole : code)
      return isAlike && (index === 0 || own?.hasGap === hasGap) && canBe(lines[at + index], code)
    })
    if (!isHole) continue
    found.push(toRecord(lines.slice(at, at + shape.length), shape))
    at += shape.length - 1
  }
  return found.length === 0 ? records : [...records, ...found].sort((one, other) => numberOf(one) - numberOf(other))
}

/** The lines as records may consist of them, among all. */
function withKept(lines: readonly ListLine[], kept: readonly ListLine[]): readonly ListLine[] {
  const own = new Map(kept.map((line) => [line.number, line]))
  return lines.map((line) => ({ ...(own.get(line.number) ?? line), gap: line.gap }))
}

function codeLines(records: readonly ListRecord[], lines: readonly ListLine[], asides: readonly Aside[]): readonly Code[] {
  const known = new Map<number, string>()
  for (const { kind, lines: own } of asides) for (const { number } of own) known.set(number, kind)
  for (const record of records)
    for (const { role, paragraphs } of record)
      for (const [index, { number }] of paragraphs.flat().entries()) known.set(number, index === 0 ? role : `further ${role}`)
  return lines.map(({ number, gap }) => ({ code: known.get(number) ?? hole, hasGap: gap > 0 }))
}

/** The lines from one record's beginning to the next one's, as most records have them: a title and names, and something that tells where. */
function findShape(codes: readonly Code[], records: readonly ListRecord[]): readonly Code[] | null {
  const lead = records[0]?.[0]?.role
  const starts = codes.flatMap(({ code }, index) => (code === lead ? [index] : []))
  const counts = new Map<string, { readonly shape: readonly Code[]; count: number }>()
  for (const [index, start] of starts.entries()) {
    const whole = codes.slice(start, starts[index + 1] ?? codes.length)
    const end = whole.findIndex(({ code }) => code === hole)
    const known = end === -1 ? whole : whole.slice(0, end)
    const shape = known.slice(0, known.findLastIndex(({ code }) => !saysNothing.has(code)) + 1)
    const key = shape.map(({ code, hasGap }, at) => (hasGap && at > 0 ? `/${code}` : code)).join()
    const same = counts.get(key)
    if (same === undefined) counts.set(key, { shape, count: 1 })
    else same.count++
  }
  const [best] = [...counts.values()].sort((one, other) => other.count - one.count)
  if (best === undefined || best.count < Math.max(fewestRecords, (starts.length - 1) * leastShare)) return null
  const parts = best.shape.map(({ code }) => code)
  const isPlain = parts.every((code) => code !== 'abstract' && !code.startsWith('further'))
  return isPlain && parts.includes('title') && parts.includes('authors') && parts.length > 2 ? best.shape : null
}

function canBe(line: ListLine | undefined, code: string): boolean {
  if (line === undefined || (code !== 'title' && code !== 'authors')) return line !== undefined
  const features = readFeatures(line)
  const { words, addresses, startsUpper, endsComma, isDate } = features
  if (!startsUpper || endsComma || isDate || addresses > 0) return false
  return code === 'title' ? words <= mostWordsOfTitle : areNames([features])
}

function toRecord(lines: readonly ListLine[], shape: readonly Code[]): ListRecord {
  return shape.flatMap(({ code }, index) => {
    const line = lines[index]
    return line !== undefined && (code === 'title' || code === 'authors') ? [{ role: code, paragraphs: [[line]] }] : []
  })
}

function numberOf(record: ListRecord): number {
  return record[0]?.paragraphs[0]?.[0]?.number ?? 0
}
