import { expect, it } from 'vitest'
import { createTestLibrary } from '../../db/create-test-library.ts'
import type { WritableDatabase } from '../../db/database.ts'
import type { ArgsOf } from './contract.ts'
import { perform } from './perform.ts'

const at = '2026-11-22T12:00:00.000Z'

function issuedKeys(library: WritableDatabase): readonly unknown[] {
  return library.prepare('SELECT citationKey FROM issuedKeys ORDER BY citationKey').pluck().all()
}

function addPapers(library: WritableDatabase): number[] {
  const titles = ['Go To Statement Considered Harmful', 'The Humble Programmer']
  return titles.map(
    (title) => perform(library, 'papers:add', { args: { fields: { title, authors: 'Dijkstra, Edsger W.' } }, at }).value,
  )
}

it('shows a preview without issuing a key, and issues those that are cited or exported', () => {
  const library = createTestLibrary()
  const [first = 0, second = 0] = addPapers(library)
  const request: Omit<ArgsOf<'bibliography:export'>, 'paperIds'> = {
    format: 'ris',
    order: 'list',
    abstracts: true,
    notes: true,
    keywords: true,
    byStatus: false,
  }
  const preview = perform(library, 'bibliography:preview', { args: { paperIds: [first, second], ...request }, at }).value
  expect(issuedKeys(library)).toEqual([])

  expect(perform(library, 'bibliography:cite', { args: { paperIds: [second], style: 'pandoc' }, at }).value).toBe(
    '[@dijkstrahumble]',
  )
  expect(issuedKeys(library)).toEqual(['dijkstrahumble'])

  const written = perform(library, 'bibliography:export', { args: { paperIds: [first, second], ...request }, at }).value
  expect(written).toEqual({ text: preview, problems: [] })
  expect(issuedKeys(library)).toEqual(['dijkstrago', 'dijkstrahumble'])
})
