import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WritableDatabase } from '../db/database.ts'
import { openLibrary } from '../db/open-database.ts'
import type { Answer } from './ipc/contract.ts'
import { perform } from './ipc/perform.ts'
import { type LibraryThreads, startLibrary } from './library-threads.ts'

const at = '2026-03-01T10:00:00.000Z'
const begun = '2026-03-01T11:00:00.000Z'
const silent = { mustExist: false, onProgress: () => undefined, onChange: () => undefined }

let folder = ''
let path = ''
let paperId = 0
/** Another program with the library open. */
let other: WritableDatabase
const running: LibraryThreads[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-drafts-'))
  path = join(folder, 'library.db')
  other = openLibrary(path)
  paperId = perform(other, 'papers:add', { args: { fields: { title: 'On Computable Numbers' } }, at }).value
})
afterEach(async () => {
  other.close()
  await Promise.all(running.splice(0).map((library) => library.close()))
  rmSync(folder, { recursive: true })
})

async function start(): Promise<LibraryThreads> {
  const library = await startLibrary(path, silent)
  running.push(library)
  return library
}

async function until(isSo: () => boolean): Promise<void> {
  await expect.poll(isSo, { interval: 10, timeout: 20_000 }).toBe(true)
}

function texts(): readonly string[] {
  return perform(other, 'notes:list', { args: { paperId }, at }).value.map(({ text }) => text)
}

function steps(): readonly string[] {
  return perform(other, 'journal:list', { args: undefined, at }).value.map(({ what }) => what)
}

function draftTexts(): readonly unknown[] {
  if (!existsSync(`${path}.drafts`)) return []
  return (JSON.parse(readFileSync(`${path}.drafts`, 'utf8')) as { args: { text: unknown } }[]).map(({ args }) => args.text)
}

describe('text that is typed while another program holds the library', () => {
  it('stands in a file beside the library until it is written, each text once and the newest of it', async () => {
    const library = await start()
    other.exec('BEGIN IMMEDIATE')
    const saves = [
      library.ask('notes:add', { paperId, text: 'The machine', startedAt: begun }),
      library.ask('papers:setField', { paperId, field: 'year', text: '1936' }),
      library.ask('notes:add', { paperId, text: 'The machine halts, or not.', startedAt: begun }),
    ]
    await until(() => draftTexts().includes('The machine halts, or not.'))
    expect(draftTexts().length).toBe(2)
    other.exec('COMMIT')
    const answers = await Promise.all(saves)
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(texts()).toEqual(['The machine halts, or not.'])
    expect(existsSync(`${path}.drafts`)).toBe(false)
  })

  it('is written at the next start, as steps that can be undone', async () => {
    const library = await start()
    other.exec('BEGIN IMMEDIATE')
    void library.ask('notes:add', { paperId, text: 'Read again.', startedAt: begun })
    await library.close()
    expect(draftTexts()).toEqual(['Read again.'])
    other.exec('COMMIT')
    await start()
    await until(() => texts().length === 1)
    expect({ texts: texts(), steps: steps() }).toEqual({
      texts: ['Read again.'],
      steps: ['Add “On Computable Numbers”', 'Add note “Read again.”'],
    })
    await until(() => !existsSync(`${path}.drafts`))
  })

  it('is tried again after the writer gave up, and an older save of the same text never comes after a newer one', async () => {
    const library = await start()
    other.exec('BEGIN IMMEDIATE')
    const first = library.ask('papers:setField', { paperId, field: 'venue', text: 'Mind' })
    await until(() => draftTexts().includes('Mind'))
    const refused = await library.ask('papers:setStatus', { paperIds: [paperId], status: 'read' })
    expect(refused).toMatchObject({ ok: false, error: { code: 'library-busy' } })
    const second = library.ask('papers:setField', { paperId, field: 'venue', text: 'Proceedings' })
    await until(() => draftTexts().includes('Proceedings'))
    other.exec('COMMIT')
    expect((await Promise.all([first, second])).map(({ ok }) => ok)).toEqual([true, true])
    expect(perform(other, 'papers:get', { args: { paperIds: [paperId] }, at }).value[0]?.venue).toBe('Proceedings')
  })
})

describe('drafts that an earlier run left', () => {
  function leave(...drafts: readonly object[]): void {
    writeFileSync(`${path}.drafts`, JSON.stringify(drafts))
  }

  it('are not written twice when the last run died between the commit and the file', async () => {
    const args = { paperId, text: 'Written, then dead.', startedAt: begun }
    perform(other, 'notes:add', { args, at: begun })
    leave({ name: 'notes:add', args, at: begun })
    await start()
    await until(() => !existsSync(`${path}.drafts`))
    expect({ texts: texts(), steps: steps() }).toEqual({
      texts: ['Written, then dead.'],
      steps: ['Add “On Computable Numbers”', 'Add note “Written, then dead.”'],
    })
  })

  it('are dropped when what they are the text of is gone', async () => {
    leave(
      { name: 'notes:setText', args: { noteId: 999, text: 'To nobody' }, at },
      { name: 'papers:setField', args: { paperId, field: 'year', text: '1936' }, at },
    )
    await start()
    await until(() => !existsSync(`${path}.drafts`))
    expect(perform(other, 'papers:get', { args: { paperIds: [paperId] }, at }).value[0]?.year).toBe(1936)
  })

  it('are put aside when they cannot be read', async () => {
    writeFileSync(`${path}.drafts`, 'not what was written')
    const library = await start()
    const answer = (await library.ask('notes:add', { paperId, text: 'All the same' })) as Answer<number>
    expect(answer.ok).toBe(true)
    expect(readFileSync(`${path}.drafts.unreadable`, 'utf8')).toBe('not what was written')
  })
})

describe('a field that is being typed and not yet saved', () => {
  const field = { paperId: 1, field: 'venue' }

  it('is written at the next start when nothing came of it', async () => {
    const library = await start()
    library.keepField({ ...field, text: 'Proceedings of the' })
    await library.close()
    await start()
    await until(() => steps().includes('Edit venue'))
    expect(perform(other, 'papers:get', { args: { paperIds: [paperId] }, at }).value[0]?.venue).toBe('Proceedings of the')
  })

  it('leaves no draft when it is saved or given up', async () => {
    const library = await start()
    library.keepField({ ...field, text: 'Proceedings of the' })
    expect(draftTexts()).toEqual(['Proceedings of the'])
    await library.ask('papers:setField', { ...field, text: 'Proceedings of the Society' })
    expect(draftTexts()).toEqual([])
    library.keepField({ ...field, text: 'Something else' })
    library.dropField(field)
    expect(draftTexts()).toEqual([])
  })
})
