import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createTestLibrary } from '../../db/create-test-library.ts'
import type { WritableDatabase } from '../../db/database.ts'
import { openLibrary, openLibraryForReading } from '../../db/open-database.ts'
import type { ArgsOf } from './contract.ts'
import { issueAndExport } from './issue-and-export.ts'
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

  const args = { paperIds: [first, second], ...request }
  expect(perform(library, 'bibliography:export', { args, at }).value).toEqual({ unissued: [first] })
  expect(issueAndExport(library, { args, at })).toEqual({ text: preview, problems: [] })
  expect(issuedKeys(library)).toEqual(['dijkstrago', 'dijkstrahumble'])
})

it('exports what a paper was merged into, and each paper once', () => {
  const library = createTestLibrary()
  const paperIds = addPapers(library)
  const request = { format: 'ris', order: 'list', abstracts: true, notes: true, keywords: true, byStatus: false } as const
  perform(library, 'papers:merge', { args: { paperIds }, at })
  const { text } = issueAndExport(library, { args: { paperIds, ...request }, at })
  expect(text.match(/^TY/gm)).toHaveLength(1)
})

it('reads one state of the library, while another program writes to it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-'))
  const path = join(folder, 'library.db')
  const library = openLibrary(path)
  const paperIds = addPapers(library)
  perform(library, 'bibliography:issueKeys', { args: { paperIds }, at })
  const args = { paperIds, format: 'ris', order: 'list', abstracts: true, notes: true, keywords: true, byStatus: false } as const
  const reader = openLibraryForReading(path) as WritableDatabase
  const [paperId = 0] = paperIds
  const rename = ({ what }: { what: string }) =>
    perform(library, 'papers:setField', { args: { paperId, field: 'title', text: `Changed after ${what}` }, at })
  const written = perform(reader, 'bibliography:export', { args, at, onProgress: rename }).value
  expect(written).toEqual({ text: expect.stringContaining('TI  - Changed after Reading papers'), problems: [] })
  reader.close()
  library.close()
  rmSync(folder, { recursive: true })
})
