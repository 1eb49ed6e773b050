/**
 * Where bullets or numbers open the records of a list, a record begins with each, as it does behind a blank line, and they are no part of
 * its title or names. If nearly each line has one, they open lines and say nothing of records.
 */
import { bullet, itemNumber, readItemNumber, removeItemStart } from './item-start.ts'
import type { ListLine } from './list-line.ts'

const fewest = 3
const leastShare = 0.1
const mostShare = 0.67

export function openRecords(lines: readonly ListLine[]): readonly ListLine[] {
  const isStart = findStarts(lines)
  const count = isStart.filter(Boolean).length
  if (count < Math.max(fewest, lines.length * leastShare)) return lines
  const areRecords = count <= lines.length * mostShare
  return lines.map((line, index) => {
    if (!isStart[index]) return line
    return { ...line, text: removeItemStart(line.text), gap: areRecords && index > 0 ? Math.max(1, line.gap) : line.gap }
  })
}

/** Lines that open with the same bullet, or with numbers that count on from 1. */
function findStarts(lines: readonly ListLine[]): readonly boolean[] {
  const bullets = lines.map(({ text }) => bullet.exec(text)?.[0].trim() ?? '')
  const known = new Set(bullets.filter((each) => each !== ''))
  if (known.size === 1) return bullets.map((each) => each !== '')
  let next = 1
  const starts = lines.map(({ text }) => {
    if (!itemNumber.test(text) || readItemNumber(text) !== next) return false
    next++
    return removeItemStart(text) !== ''
  })
  return starts
}
