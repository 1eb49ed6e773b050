import { expect, it } from 'vitest'
import { createTestLibrary } from '../../db/create-test-library.ts'
import { perform } from '../ipc/perform.ts'
import { lastValue } from './last-value.ts'
import { readSource } from './read-source.ts'

const at = '2026-01-01T00:00:00.000Z'

function read(text: string) {
  const source = lastValue(readSource({ name: 'saved', bytes: Buffer.from(text) }, { what: 'Reading saved', done: 0, total: 1 }))
  return 'error' in source ? source.error.code : source.drafts.map(({ fields }) => fields.title)
}

it('reads a saved web page, and no other XML', () => {
  const item = (authors: string, title: string) => `<li>${authors} (2015). ${title}. <i>Nature</i>, 521, 436&ndash;444.</li>`
  const items = `${item('LeCun, Y., Bengio, Y., &amp; Hinton, G.', 'Deep learning')}${item('Turing, A. M.', 'Computing machinery')}`
  expect(read(`<!DOCTYPE html>\n<html><body><ol>${items}</ol></body></html>`)).toEqual(['Deep learning', 'Computing machinery'])
  expect(read(`<?xml version="1.0"?>\n<rss><channel>${items}</channel></rss>`)).toBe('unsupported-format')
})

it('leaves a library in order whose entries meet on a line', () => {
  const db = createTestLibrary()
  const bytes = Buffer.from('10.1038/nature14539, 10.1126/science.1127647\narXiv:1706.03762\n')
  const plan = perform(db, 'imports:plan', { args: { sources: [{ name: 'doi.txt', bytes }] }, at }).value
  perform(db, 'imports:apply', { args: { plan }, at })
  expect(perform(db, 'papers:list', { args: {}, at }).value.map(({ doi, arxivId }) => doi ?? arxivId)).toEqual([
    '10.1038/nature14539',
    '10.1126/science.1127647',
    '1706.03762',
  ])
  expect(perform(db, 'library:check', { args: undefined, at }).value).toEqual([])
})
