import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { formatRecords, generateRecords } from '../build/generate-records.ts'
import type { Progress } from '../db/model/progress.ts'
import { openLibrary } from '../db/open-database.ts'
import type { LibraryCallName } from './ipc/contract.ts'
import { perform } from './ipc/perform.ts'
import { type LibraryThreads, startLibrary } from './library-threads.ts'

let folder = ''
let library: LibraryThreads
let onProgress: (progress: Progress) => void = () => undefined

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-threads-'))
  onProgress = () => undefined
  library = await startLibrary(join(folder, 'library.db'), {
    mustExist: false,
    onProgress: (progress) => onProgress(progress),
    onChange: () => undefined,
  })
})
afterEach(async () => {
  await library.close()
  rmSync(folder, { recursive: true })
})

async function ask<Value>(name: LibraryCallName, args?: unknown): Promise<Value> {
  const answer = await library.ask(name, args)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value as Value
}

async function planList(records: number): Promise<unknown> {
  const bytes = new Uint8Array(Buffer.from(formatRecords(generateRecords(records, 5))))
  return ask('imports:plan', { sources: [{ name: 'generated.txt', bytes }] })
}

/** Stops what is being done when it first tells of this. */
function stopAt(what: string): void {
  onProgress = (progress) => {
    if (progress.what === what) library.cancelWork()
  }
}

async function countPapers(): Promise<number> {
  return (await ask<{ all: number }>('views:count')).all
}

it.each(['Adding entries', 'Settling papers'])(
  'writes nothing of an import that is stopped at “%s”, and all of it when asked again',
  async (what) => {
    const plan = await planList(1500)
    stopAt(what)
    await expect(ask('imports:apply', { plan })).rejects.toThrow('cancelled')
    expect(await countPapers()).toBe(0)
    onProgress = () => undefined
    await ask('imports:apply', { plan })
    expect(await countPapers()).toBe(1500)
  },
)

it.each(['Reading generated.txt', 'Comparing with the library', 'Recognising papers'])('stops a plan at “%s”', async (what) => {
  stopAt(what)
  await expect(planList(1500)).rejects.toThrow('cancelled')
})

it('tells how many entries are in', async () => {
  const plan = await planList(1500)
  const told: Progress[] = []
  onProgress = (progress) => told.push(progress)
  await ask('imports:apply', { plan })
  expect(told.filter(({ unit }) => unit === 'entries').map(({ done, total }) => [done, total])).toEqual(
    [0, 200, 400, 600, 800, 1000, 1200, 1400].map((done) => [done, 1500]),
  )
})

it('stops a check between two papers', async () => {
  await ask('imports:apply', { plan: await planList(1500) })
  stopAt('Checking papers')
  await expect(ask('library:check')).rejects.toThrow('cancelled')
  onProgress = () => undefined
  expect(await ask('library:check')).toEqual([])
})

it('leaves nothing of a backup that is stopped', async () => {
  await ask('imports:apply', { plan: await planList(100) })
  const path = join(folder, 'copy.db')
  stopAt('Checking the copy')
  await expect(ask('library:backUp', { path })).rejects.toThrow('cancelled')
  expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual([])
  onProgress = () => undefined
  expect(await ask('library:backUp', { path })).toBe(path)
  expect(existsSync(path)).toBe(true)
})

it('stops only what was asked before', async () => {
  library.cancelWork()
  expect(await ask('library:check')).toEqual([])
})

it('rewrites a kept file after changes, by itself or by another program', async () => {
  const path = join(folder, 'kept.bib')
  const written = { format: 'bibtex', order: 'key', abstracts: false, notes: false, keywords: false, byStatus: false }
  const id = await ask<number>('keptExports:keep', { path, request: { ...written, search: { view: 'all', query: '' } } })
  await library.writeKept(id, 'overwrite')
  const isWritten = (title: string) => () => expect(readFileSync(path, 'utf8')).toContain(title)
  await ask('papers:add', { fields: { title: 'The Mythical Man-Month', authors: 'Brooks, Frederick P.' } })
  await vi.waitFor(isWritten('The Mythical Man-Month'), 10_000)
  const other = openLibrary(library.path)
  perform(other, 'papers:add', {
    args: { fields: { title: 'No Silver Bullet', authors: 'Brooks, Frederick P.' } },
    at: '2026-11-22T12:00:00.000Z',
  })
  other.close()
  await vi.waitFor(isWritten('No Silver Bullet'), 10_000)
})
