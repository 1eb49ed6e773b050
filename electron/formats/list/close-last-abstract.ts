/**
 * Below the last record stands the foot of the page or mail: `You are receiving this because …`. Where each other abstract has one
 * paragraph, the last one has, too, and what stands behind a blank line is left over.
 */
import { readFeatures } from './line-features.ts'
import type { ListRecord } from './read-record.ts'

const fewestAbstracts = 3

export function closeLastAbstract(records: readonly ListRecord[]): readonly ListRecord[] {
  const last = records.at(-1)
  const part = last?.at(-1)
  if (last === undefined || part?.role !== 'abstract' || part.paragraphs.length < 2) return records
  const others = records.slice(0, -1).flatMap((record) => record.filter(({ role }) => role === 'abstract'))
  if (others.length < fewestAbstracts - 1 || others.some(({ paragraphs }) => paragraphs.length > 1)) return records
  const end = part.paragraphs.findIndex(
    ([line], index) => index > 0 && line !== undefined && line.gap > 0 && !readFeatures(line).startsSection,
  )
  if (end === -1) return records
  return [...records.slice(0, -1), [...last.slice(0, -1), { ...part, paragraphs: part.paragraphs.slice(0, end) }]]
}
