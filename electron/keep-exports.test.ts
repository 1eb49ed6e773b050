import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { WritableDatabase } from '../db/database.ts'
import type { KeptExport, KeptRequest } from '../db/model/kept-export.ts'
import { openLibrary } from '../db/open-database.ts'
import { answer } from './ipc/answer.ts'
import type { ArgsOf, LibraryCallName, ValueOf } from './ipc/contract.ts'
import { perform } from './ipc/perform.ts'
import { type ExportKeeper, keepExports } from './keep-exports.ts'

let folder = ''
let path = ''
let db: WritableDatabase
let keeper: ExportKeeper

const request: KeptRequest = {
  format: 'bibtex',
  order: 'key',
  abstracts: false,
  notes: false,
  keywords: true,
  byStatus: false,
  search: { view: 'all', query: '' },
}

/** As the library's threads do, in this one. */
function start(): void {
  const ask = async (name: LibraryCallName, args: unknown, at: string) => answer(db, name, { args: args as never, at })
  keeper = keepExports({ ask, startThread: async () => ({ ask, close: () => undefined }) })
  keeper.follow()
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-kept-'))
  path = join(folder, 'refs.bib')
  db = openLibrary(join(folder, 'library.db'))
  start()
  addPaper('Cramming More Components onto Integrated Circuits', '1965')
})
afterEach(() => {
  keeper.close()
  db.close()
  rmSync(folder, { recursive: true })
})

function ask<Name extends LibraryCallName>(name: Name, args: ArgsOf<Name>): ValueOf<Name> {
  const { value, changed } = perform(db, name, { args, at: new Date().toISOString() })
  if (changed.length > 0) keeper.follow()
  return value
}

function addPaper(title: string, year: string): number {
  return ask('papers:add', { fields: { title, authors: 'Moore, Gordon E.', year } })
}

/** As the window's dialog does after a file was chosen. */
async function keep(changes: Partial<KeptRequest> = {}): Promise<number> {
  const id = ask('keptExports:keep', { path, request: { ...request, ...changes } })
  await keeper.write(id, 'overwrite')
  return id
}

function keptNow(): KeptExport | undefined {
  return ask('keptExports:list', undefined)[0]
}

/** The keeper gathers changes first. */
function eventually(check: () => unknown): Promise<void> {
  return vi.waitFor(async () => void (await check()), { timeout: 10_000, interval: 20 })
}

function text(): string {
  return readFileSync(path, 'utf8')
}

const inOneEntry = 'moore1975progress'
const conflict = `${'refs.bib'} was changed by another program since Octavo wrote it, and was left as it is.`

it('writes the file at once, and again after each change, and only what changed moves in it', async () => {
  await keep()
  const before = text().split('\n')
  expect(before[0]).toBe('@misc{moore1965cramming,')
  addPaper('Progress in Digital Integrated Electronics', '1975')
  await eventually(() => expect(text()).toContain(inOneEntry))
  expect(
    text()
      .split('\n')
      .slice(0, before.length - 1),
  ).toEqual(before.slice(0, -1))
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
})

it('issues the keys of papers that come in', async () => {
  await keep()
  const id = addPaper('Progress in Digital Integrated Electronics', '1975')
  await eventually(() => expect(text()).toContain(inOneEntry))
  ask('papers:setField', { paperId: id, field: 'title', text: 'A Decade of Progress' })
  await eventually(() => expect(text()).toContain('A Decade of Progress'))
  expect(text()).toContain(`{${inOneEntry},`)
})

it('holds what its search finds', async () => {
  const [first = 0] = ask('papers:find', { view: 'all', query: '' })
  await keep({ search: { view: 'all', query: 'tag:chips' } })
  expect(text()).toBe('')
  ask('tags:add', { paperIds: [first], name: 'chips' })
  await eventually(() => expect(text()).toContain('keywords = {chips}'))
  ask('journal:undo', { count: 1 })
  await eventually(() => expect(text()).toBe(''))
})

it('does not touch a file whose bytes would be the same', async () => {
  const id = await keep()
  const before = statSync(path).ino
  await keeper.write(id, 'now')
  expect(statSync(path).ino).toBe(before)
})

it('catches up after a start with what changed while nothing was running', async () => {
  await keep()
  keeper.close()
  addPaper('Progress in Digital Integrated Electronics', '1975')
  expect(text()).not.toContain(inOneEntry)
  start()
  await eventually(() => expect(text()).toContain(inOneEntry))
})

describe('a file that somebody else changed', () => {
  it('is left alone, is told of, and stays so over a restart', async () => {
    await keep()
    writeFileSync(path, 'mine')
    addPaper('Progress in Digital Integrated Electronics', '1975')
    await eventually(() => expect(keptNow()?.trouble).toBe('conflict'))
    expect(keptNow()?.message).toBe(join(folder, conflict))
    keeper.close()
    start()
    addPaper('Lithography and the Future of Moore’s Law', '1995')
    expect(await keeper.write(1, 'now')).toMatchObject({ trouble: 'conflict' })
    expect(text()).toBe('mine')
  })

  it('is noticed after a start when it was changed while nothing was running', async () => {
    await keep()
    keeper.close()
    writeFileSync(path, 'mine')
    start()
    await eventually(() => expect(keptNow()?.trouble).toBe('conflict'))
    expect(text()).toBe('mine')
  })

  it('is written again on the user’s word, and followed from then on', async () => {
    const id = await keep()
    writeFileSync(path, 'mine')
    expect(await keeper.write(id, 'overwrite')).toMatchObject({ path, trouble: null })
    addPaper('Progress in Digital Integrated Electronics', '1975')
    await eventually(() => expect(text()).toContain(inOneEntry))
    expect(keptNow()?.trouble).toBe(null)
  })

  it('stays the user’s own when it is no longer kept', async () => {
    const id = await keep()
    writeFileSync(path, 'mine')
    ask('keptExports:stop', { id })
    addPaper('Progress in Digital Integrated Electronics', '1975')
    await expect(keeper.write(id, 'now')).rejects.toThrow('This file is no longer kept up to date. Nothing was written.')
    expect(text()).toBe('mine')
  })

  it('gets another file beside it to compare with, which replaces nothing', async () => {
    const id = await keep()
    writeFileSync(path, 'mine')
    writeFileSync(join(folder, 'refs (from Octavo).bib'), 'older')
    const beside = join(folder, 'refs (from Octavo 2).bib')
    expect(await keeper.write(id, 'beside')).toMatchObject({ path: beside, trouble: null })
    expect(readFileSync(beside, 'utf8')).toContain('moore1965cramming')
    expect(text()).toBe('mine')
  })

  it('is compared with what Octavo would write, line by line, in any line ends', async () => {
    const id = await keep()
    const lines = text().split('\n')
    writeFileSync(path, ['@comment{mine}', ...lines.filter((line) => !line.includes('year'))].join('\r\n'))
    const compared = ask('keptExports:compare', { id })
    expect(compared).toEqual({
      removed: 1,
      added: 1,
      lines: [
        { kind: 'removed', number: 1, text: '@comment{mine}' },
        { kind: 'same', number: 2, text: '@misc{moore1965cramming,' },
        { kind: 'same', number: 3, text: '  author = {Moore, Gordon E.},' },
        { kind: 'same', number: 4, text: '  title = {Cramming More Components onto Integrated Circuits},' },
        { kind: 'added', number: 4, text: '  year = {1965},' },
        { kind: 'same', number: 5, text: '}' },
      ],
    })
    rmSync(path)
    expect(() => ask('keptExports:compare', { id })).toThrow(`${path} is not there any more. There is nothing to compare.`)
  })

  it('is followed again when it is as Octavo wrote it', async () => {
    const id = await keep()
    const ours = text()
    writeFileSync(path, 'mine')
    expect(await keeper.write(id, 'now')).toMatchObject({ trouble: 'conflict' })
    writeFileSync(path, ours)
    expect(await keeper.write(id, 'now')).toMatchObject({ trouble: null, message: null })
    expect(keptNow()?.trouble).toBe(null)
  })

  it('is no conflict when it holds what would be written', async () => {
    const id = await keep()
    const before = text()
    addPaper('Progress in Digital Integrated Electronics', '1975')
    await eventually(() => expect(text()).toContain(inOneEntry))
    const after = text()
    writeFileSync(path, before)
    expect(await keeper.write(id, 'now')).toMatchObject({ trouble: 'conflict' })
    writeFileSync(path, after)
    expect(await keeper.write(id, 'now')).toMatchObject({ trouble: null })
  })
})

it('does not bring back a file that was deleted or moved', async () => {
  const id = await keep()
  rmSync(path)
  expect(await keeper.write(id, 'now')).toEqual({
    path,
    trouble: 'conflict',
    message: `${path} is not there any more: it was moved or deleted, and was not written again.`,
    sha256: null,
  })
  expect(existsSync(path)).toBe(false)
})

it('says why a file cannot be written, and writes it when it can', async () => {
  const away = join(folder, 'disk')
  mkdirSync(away)
  path = join(away, 'refs.bib')
  const id = await keep()
  rmSync(away, { recursive: true })
  expect(await keeper.write(id, 'now')).toMatchObject({
    trouble: 'failed',
    message: `${path} could not be written: its folder does not exist. What was there is as it was.`,
  })
  mkdirSync(away)
  expect(await keeper.write(id, 'overwrite')).toMatchObject({ trouble: null })
  expect(keptNow()?.trouble).toBe(null)
})

it('writes through a link, which stays one, and lets nobody else read the file', async () => {
  const elsewhere = join(folder, 'paper')
  mkdirSync(elsewhere)
  writeFileSync(join(elsewhere, 'real.bib'), '', { mode: 0o600 })
  symlinkSync(join(elsewhere, 'real.bib'), path)
  await keep()
  expect(readFileSync(join(elsewhere, 'real.bib'), 'utf8')).toContain('moore1965cramming')
  expect(readdirSync(elsewhere)).toEqual(['real.bib'])
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

it('is outside the undo journal', async () => {
  await keep()
  ask('journal:undo', { count: 1 })
  expect(keptNow()?.path).toBe(path)
  expect(ask('journal:list', undefined).map(({ undone }) => undone)).toEqual([true])
})
