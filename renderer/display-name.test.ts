import { expect, it } from 'vitest'
import { displayName } from './display-name.ts'

it.each([
  [{ family: 'Lamport', given: 'Leslie' }, 'Leslie Lamport'],
  [{ family: 'Plato', given: null }, 'Plato'],
  [{ literal: 'The LIGO Collaboration' }, 'The LIGO Collaboration'],
  [{ family: '福島', given: '邦彦' }, '福島邦彦'],
  [{ family: '김', given: '민수' }, '김민수'],
  [{ family: '王', given: 'Hao' }, 'Hao 王'],
])('shows %o as %s', (author, shown) => {
  expect(displayName(author)).toBe(shown)
})
