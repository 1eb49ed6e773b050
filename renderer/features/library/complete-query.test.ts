import { expect, it } from 'vitest'
import { completeQuery, fieldQuery } from './complete-query.ts'

it('takes the last word as a beginning', () => {
  expect(completeQuery('deep segm')).toBe('deep segm*')
  expect(completeQuery('tag:ecg segm')).toBe('tag:ecg segm*')
})

it('leaves alone what is whole already', () => {
  expect(['', 'deep ', 'segm*', 'tag:ecg', '"deep learning"', '"deep learn'].map(completeQuery)).toEqual([
    '',
    'deep ',
    'segm*',
    'tag:ecg',
    '"deep learning"',
    '"deep learn',
  ])
})

it('quotes a name of several words', () => {
  expect(fieldQuery('tag', 'ecg/lead')).toBe('tag:ecg/lead')
  expect(fieldQuery('source', 'my list.txt')).toBe('source:"my list.txt"')
})
