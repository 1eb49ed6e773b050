import { expect, it } from 'vitest'
import { findAbstractMarker, removeAbstractMarker } from './abstract-marker.ts'

it.each([
  ['Abstract:We measure tides.', 'start', 'We measure tides.'],
  ['Abstract—We measure tides.', 'start', 'We measure tides.'],
  ['Abstract - We measure tides.', 'start', 'We measure tides.'],
  ['ABSTRACT We measure tides.', 'start', 'We measure tides.'],
  ['**Abstract.** We measure tides.', 'start', 'We measure tides.'],
  ['Summary. We measure tides.', 'start', 'We measure tides.'],
  ['Zusammenfassung: Wir messen.', 'start', 'Wir messen.'],
  ['摘要：我们测量潮汐。', 'start', '我们测量潮汐。'],
  ['### Abstract', 'alone', ''],
  ['Abstract:', 'alone', ''],
  ['Abstract reasoning is a skill.', 'none', 'Abstract reasoning is a skill.'],
  ['Abstracts: a study', 'none', 'Abstracts: a study'],
  ['An abstract: none', 'none', 'An abstract: none'],
])('%s', (text, place, rest) => {
  expect([findAbstractMarker(text), removeAbstractMarker(text)]).toEqual([place, rest])
})
