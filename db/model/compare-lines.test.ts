import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareLines } from './compare-lines.ts'

const differ = (before: string, after: string) => compareLines([...before], [...after]).map((found) => Object.values(found))

it('finds nothing in what is equal, and all in what has nothing in common', () => {
  expect([differ('', ''), differ('abc', 'abc'), differ('', 'ab'), differ('ab', 'cd')]).toEqual([
    [],
    [],
    [[0, 0, 0, 2]],
    [[0, 2, 0, 2]],
  ])
})

it('finds lines that came, went and changed', () => {
  expect(differ('abcde', 'abXcd')).toEqual([
    [2, 2, 2, 3],
    [4, 5, 5, 5],
  ])
  expect(differ('a}b}c}', 'a}x}b}C}')).toEqual([
    [2, 2, 2, 4],
    [4, 5, 6, 7],
  ])
})

it('holds to the most lines that keep their order, where others moved', () => {
  expect(differ('abcdx', 'xabcd')).toEqual([
    [0, 0, 0, 1],
    [4, 5, 5, 5],
  ])
})

it('leaves out what makes the one text into the other', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '}', '{'), { maxLength: 30 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const made: string[] = []
      let place = 0
      for (const { beforeStart, beforeEnd, afterStart, afterEnd } of compareLines(before, after)) {
        made.push(...before.slice(place, beforeStart), ...after.slice(afterStart, afterEnd))
        place = beforeEnd
      }
      expect([...made, ...before.slice(place)]).toEqual(after)
    }),
  )
})
