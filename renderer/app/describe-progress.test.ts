import { expect, it } from 'vitest'
import { describeProgress, type Measured, measure } from './describe-progress.ts'

function after(...told: readonly (readonly [done: number, at: number, what?: string])[]): string | null {
  const measured = told.reduce<Measured | null>(
    (last, [done, at, what = 'Adding entries']) => measure(last, { what, done, total: 10_000, unit: 'entries' }, at),
    null,
  )
  return measured === null ? null : describeProgress(measured)
}

it('tells how much is done, at what pace, and how long it still takes', () => {
  expect(after([0, 1000])).toBe('0 of 10,000 entries')
  expect(after([0, 1000], [3200, 1630])).toBe('3,200 of 10,000 entries · 5,100/s')
  expect(after([0, 1000], [500, 2000])).toBe('500 of 10,000 entries · 500/s · 19 s left')
  expect(after([0, 1000], [20, 2000])).toBe('20 of 10,000 entries · 20/s · 8 min left')
})

it('says no pace before it knows one', () => {
  expect(after([0, 1000], [100, 1100])).toBe('100 of 10,000 entries')
  expect(after([0, 1000], [0, 9000])).toBe('0 of 10,000 entries')
})

it('measures each stage from its own beginning', () => {
  expect(after([0, 0, 'Recognising papers'], [9000, 9000, 'Recognising papers'], [0, 10_000], [5000, 11_000])).toBe(
    '5,000 of 10,000 entries · 5,000/s',
  )
})

it('says nothing of what is not counted', () => {
  expect(describeProgress(measure(null, { what: 'Copying the library', done: 0, total: 0 }, 0))).toBe('')
  expect(describeProgress(measure(null, { what: 'Reading list.txt', done: 0, total: 1, unit: 'lists' }, 0))).toBe('')
})
