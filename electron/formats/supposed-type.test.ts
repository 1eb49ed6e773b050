import { expect, it } from 'vitest'
import { supposedType } from './supposed-type.ts'

it.each([
  ['Nature', 'article', '171'],
  ['Journal of Symbolic Logic', 'article', null],
  ['Phys. Rev. Lett.', 'article', null],
  ['Proceedings of the IEEE', 'article', null],
  ['Proceedings of the 31st Conference on Neural Networks', 'inproceedings', null],
  ['ICLR 2025', 'inproceedings', null],
  ['CHI ’19', 'inproceedings', null],
  ['arXiv preprint arXiv:1706.03762', '', null],
  ['Nature', '', null],
])('supposes of a paper in %s that it is of the type “%s”, where the volume is %s', (venue, type, volume) => {
  expect(supposedType({ venue, volume, issue: null })).toBe(type)
})

it('supposes nothing of a paper that appeared nowhere', () => {
  expect(supposedType({ venue: null, volume: '3', issue: null })).toBe('')
})
