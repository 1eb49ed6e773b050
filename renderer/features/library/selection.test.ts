import { expect, it } from 'vitest'
import { extendTo, keepSelection, nothingSelected, selectOne, stepFrom, toggleOne } from './selection.ts'

const shown = [11, 12, 13, 14, 15]

it('chooses all papers between the anchor and the one clicked, in either direction', () => {
  expect(extendTo(shown, selectOne(14), 12)).toEqual({ ids: new Set([12, 13, 14]), activeId: 12, anchorId: 14 })
  expect(extendTo(shown, selectOne(12), 14)).toEqual({ ids: new Set([12, 13, 14]), activeId: 14, anchorId: 12 })
})

it('chooses the one clicked when the anchor is no longer in the list', () => {
  expect(extendTo(shown, selectOne(99), 12)).toEqual(selectOne(12))
})

it('adds one paper to the others and takes it out again', () => {
  const two = toggleOne(selectOne(11), 13)
  expect(two).toEqual({ ids: new Set([11, 13]), activeId: 13, anchorId: 13 })
  expect(toggleOne(two, 13)).toEqual(selectOne(11))
  expect(toggleOne(selectOne(11), 11)).toEqual(nothingSelected)
})

it('stops at both ends of the list', () => {
  expect(stepFrom(shown, selectOne(14), 3)).toBe(15)
  expect(stepFrom(shown, selectOne(11), -1)).toBe(11)
  expect(stepFrom(shown, nothingSelected, 1)).toBe(11)
  expect(stepFrom([], nothingSelected, 1)).toBeNull()
})

it('goes on with the paper that took the place of the one that left the list', () => {
  expect(keepSelection(shown, [11, 12, 14, 15], selectOne(13))).toEqual(selectOne(14))
  expect(keepSelection(shown, [11, 12, 13, 14], selectOne(15))).toEqual(selectOne(14))
  expect(keepSelection(shown, [], selectOne(15))).toEqual(nothingSelected)
})

it('keeps what is still there of several chosen papers', () => {
  const both = toggleOne(selectOne(11), 13)
  expect(keepSelection(shown, [11, 12], both)).toEqual(selectOne(11))
  expect(keepSelection(shown, [13, 11], both)).toBe(both)
})
