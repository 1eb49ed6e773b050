import { spawnSync } from 'node:child_process'
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formatRecords, generateRecords } from '../../build/generate-records.ts'

const program = fileURLToPath(new URL('../cli.ts', import.meta.url))
const records = generateRecords(4, 11)

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-cli-'))
  writeFileSync(join(folder, 'list.txt'), formatRecords(records.slice(0, 3)))
})
afterEach(() => rmSync(folder, { recursive: true }))

type Outcome = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

/** Runs the program as a person does, in the folder of the test. */
function octavo(...args: readonly string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--library', 'library.db', ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function json<Value>(...args: readonly string[]): Value {
  const { stdout } = octavo(...args, '--json')
  return JSON.parse(stdout) as Value
}

type ListedPaper = {
  citationKey: string
  title: string
  status: string
  tags: string[]
  year: number | null
  authors: unknown[]
  notes: { text: string }[]
}

function keys(): readonly string[] {
  return json<ListedPaper[]>('list').map(({ citationKey }) => citationKey)
}

describe('the command line', () => {
  it('says what may be wrong with the papers, and fixes what can be', () => {
    octavo('add', 'Computer Programming as an Art.', '--authors', 'Knuth, Donald E.', '--year', '1974')
    expect(octavo('lint').stdout).toBe(
      'Title ends in a full stop (title-full-stop): 1\n    knuth1974computer: The title ends in a full stop. → Computer Programming as an Art\n',
    )
    expect(octavo('lint', '--fix', 'title-full-stop').stdout).toContain('Computer Programming as an Art ·')
    expect(json('lint')).toEqual([])
    expect(octavo('lint', '--fix', 'nothing').status).toBe(2)
  })

  it('says what a restore would change, and restores', () => {
    octavo('add', 'Before the Backup')
    octavo('backup', 'backup.db')
    octavo('add', 'After the Backup')
    const dry = octavo('restore', 'backup.db', '--dry-run')
    expect(dry.stdout).toBe(
      'The library changes: papers 2 → 1, notes 0 → 0, tags 0 → 0, lists 0 → 0.\nThis was a dry run: nothing was changed.\n',
    )
    expect(keys()).toEqual(['backup', 'backupa'])
    const done = json<{ restored: boolean; keptAs: string }>('restore', 'backup.db')
    expect(done).toMatchObject({ restored: true, before: { papers: 2 }, after: { papers: 1 } })
    expect(keys()).toEqual(['backup'])
    expect(readFileSync(done.keptAs).subarray(0, 15).toString()).toBe('SQLite format 3')
    expect(octavo('restore', 'list.txt')).toMatchObject({ status: 1, stdout: '' })
    expect(octavo('restore').status).toBe(2)
  })

  it('takes a list through the whole loop: in, read, tagged, noted, edited, out', () => {
    expect(octavo('import', 'list.txt').status).toBe(0)
    const [key = ''] = keys()
    expect(octavo('status', 'reading', '--query', `key:${key}`).status).toBe(0)
    octavo('tag', 'add', 'to/discuss', '--query', `key:${key}`)
    octavo('note', key, 'Compare with the other one.')
    octavo('set', key, 'year', '2024')
    const [paper] = json<ListedPaper[]>('list', '--query', 'tag:to status:reading discuss*')
    expect(paper).toBeUndefined()
    const [found] = json<ListedPaper[]>('list', '--query', 'tag:to status:reading compare')
    expect(found).toMatchObject({ title: records[0]?.title, status: 'reading', tags: ['to/discuss'], year: 2024 })
    expect(found?.notes.map(({ text }) => text)).toEqual(['Compare with the other one.'])
    const exported = octavo('export', '--format', 'bibtex', '--query', 'status:reading').stdout
    expect(exported).toContain(`title = {`)
    expect(exported).toContain('year = {2024}')
    expect(exported).toContain('keywords = {to/discuss}')
  })

  it('writes every format, sorted as asked, and names what one has no place for', () => {
    octavo('add', 'Go To Statement Considered Harmful', '--authors', 'Dijkstra, Edsger W.')
    octavo('add', 'An Axiomatic Basis for Computer Programming', '--authors', '{Hoare, Logic and Company} and Hoare, C. A. R.')
    const written = ['bibtex', 'biblatex', 'csl-json', 'ris', 'hayagriva', 'markdown'].map((format) =>
      octavo('export', '--format', format, '--sort', 'key'),
    )
    for (const { status, stdout } of written)
      expect([status, stdout.indexOf('Go To') < stdout.indexOf('Axiomatic')]).toEqual([0, true])
    expect(written[3]?.stderr).toMatch(/^\w+: Not everything is there of: authors\.\n$/)
  })

  it('undoes and redoes across restarts, and tells its history', () => {
    octavo('import', 'list.txt')
    octavo('delete', '--query', `"${records[1]?.title}"`)
    octavo('add', 'Notes on Structured Programming', '--authors', 'Dijkstra, Edsger W.', '--year', '1970')
    expect(json<ListedPaper[]>('list').length).toBe(3)
    expect(json<{ undone: boolean }[]>('undo', '2').map(({ undone }) => undone)).toEqual([true, true])
    expect(json<ListedPaper[]>('list').map(({ title }) => title)).toEqual(records.slice(0, 3).map(({ title }) => title))
    octavo('redo')
    expect(json<{ what: string; undone: boolean }[]>('history').map(({ what, undone }) => [what, undone])).toEqual([
      ['Import list.txt', false],
      ['Delete a paper', false],
      ['Add “Notes on Structured Programming”', true],
    ])
  })

  it('reports an import in the shape that other programs read', () => {
    expect(json('import', 'list.txt')).toEqual({
      files: [
        {
          path: 'list.txt',
          format: 'list',
          entries: 3,
          added: 3,
          merged: 0,
          unchanged: 0,
          changed: 0,
          uncertain: 0,
          leftovers: [],
        },
      ],
    })
  })

  it('writes nothing in a dry run', () => {
    expect(json<{ files: { added: number }[] }>('import', '--dry-run', 'list.txt').files[0]?.added).toBe(3)
    expect(readdirSync(folder)).toEqual(['list.txt'])
  })

  it('reads standard input', () => {
    const { stdout } = spawnSync(process.execPath, [program, '--library', join(folder, 'library.db'), 'import', '-', '--json'], {
      input: formatRecords(records),
      encoding: 'utf8',
    })
    expect(JSON.parse(stdout).files[0]).toMatchObject({ path: '-', entries: 4, added: 4 })
  })

  it('says one clear sentence for each bad file and imports the others', () => {
    writeFileSync(join(folder, 'empty.txt'), '')
    writeFileSync(
      join(folder, 'picture.png'),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 0, 0, 1]),
    )
    writeFileSync(join(folder, 'refs.ris'), 'TY  - JOUR\n')
    mkdirSync(join(folder, 'folder'))
    const huge = openSync(join(folder, 'huge.txt'), 'w')
    ftruncateSync(huge, 200_000_001)
    closeSync(huge)
    writeFileSync(join(folder, 'one-line.txt'), 'a word '.repeat(200_000_000 / 7))
    const names = [
      'empty.txt',
      'picture.png',
      'refs.ris',
      'folder',
      'absent.txt',
      'list.txt/inside.txt',
      'huge.txt',
      'one-line.txt',
    ]
    const { status, stdout, stderr } = octavo('import', ...names, 'list.txt', '--json')
    const files = JSON.parse(stdout).files as { path: string; added: number; error?: { code: string; message: string } }[]
    expect(files.map(({ path, error }) => [path, error?.code])).toEqual([
      ['empty.txt', 'empty-file'],
      ['picture.png', 'binary-file'],
      ['refs.ris', 'nothing-found'],
      ['folder', 'unreadable-file'],
      ['absent.txt', 'unreadable-file'],
      ['list.txt/inside.txt', 'unreadable-file'],
      ['huge.txt', 'too-large'],
      ['one-line.txt', 'unsupported-format'],
      ['list.txt', undefined],
    ])
    expect(files.at(-1)?.added).toBe(3)
    expect(stderr.trim().split('\n').length).toBe(names.length)
    for (const { path, error } of files.slice(0, -1)) expect(error?.message).toContain(path)
    expect(status).toBe(1)
  })

  it('keeps the lines of a file in which nothing is a paper as leftovers', () => {
    writeFileSync(join(folder, 'shopping.txt'), 'milk\neggs\n')
    const { files } = json<{ files: { error: { code: string }; leftovers: unknown[] }[] }>('import', 'shopping.txt')
    expect(files[0]?.error.code).toBe('nothing-found')
    expect(files[0]?.leftovers).toEqual([
      { line: 1, text: 'milk', reason: 'unreadable' },
      { line: 2, text: 'eggs', reason: 'unreadable' },
    ])
  })

  it('ends bad usage with 2 and changes nothing', () => {
    octavo('import', 'list.txt')
    const wrong = [
      ['fly'],
      ['list', '--colour', 'red'],
      ['list', '--sort', 'weight'],
      ['status', 'finished', '--query', 'a'],
      ['status', 'read'],
      ['delete', '--query', 'author:liu'],
      ['tag', 'paint', 'x', '--query', 'a'],
      ['export', '--format', 'docx'],
      ['undo', 'all'],
      [],
    ]
    expect(wrong.map((args) => octavo(...args).status)).toEqual(wrong.map(() => 2))
    expect(json<unknown[]>('history').length).toBe(1)
  })

  it('ends what cannot be done with 1 and a sentence', () => {
    expect(octavo('set', 'nobody2020', 'year', '2020')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('No paper has the key nobody2020'),
    })
    expect(octavo('undo')).toMatchObject({ status: 1, stderr: 'There is nothing to undo.\n' })
    octavo('import', 'list.txt')
    const [key = ''] = keys()
    expect(octavo('set', key, 'year', 'last year').stderr).toBe('“last year” is not a year: type a number such as 2025.\n')
    expect(octavo('remove-list', 'other.txt').stderr).toContain('The lists are list.txt')
  })

  it('sorts, also downwards, and limits', () => {
    octavo('import', 'list.txt')
    const titles = json<ListedPaper[]>('list', '--sort', 'title').map(({ title }) => title)
    expect(titles).toEqual(titles.toSorted())
    expect(json<ListedPaper[]>('list', '--sort', '-title', '--limit', '1').map(({ title }) => title)).toEqual([titles.at(-1)])
  })

  it('removes a list and keeps the paper that was worked on', () => {
    octavo('import', 'list.txt')
    octavo('tag', 'add', 'mine', '--query', `key:${keys()[2]}`)
    expect(json<ListedPaper[]>('remove-list', 'list.txt').map(({ title }) => title)).toEqual([records[2]?.title])
    expect(json<ListedPaper[]>('list').map(({ title }) => title)).toEqual([records[2]?.title])
    octavo('undo')
    expect(keys().length).toBe(3)
    expect(octavo('check').stdout).toBe('The library is in order.\n')
  })

  it('issues a key when it leaves the program, and finds the paper by its old key after it was changed', () => {
    octavo('import', 'list.txt')
    const [key = ''] = keys()
    octavo('export', '--format', 'bibtex', '--out', 'refs.bib')
    octavo('set', key, 'title', 'Quite Another Title')
    expect(keys()[0]).toBe(key)
    octavo('set', key, 'citationKey', 'mine2024')
    expect(json<ListedPaper[]>('list', '--query', `key:${key}`).map(({ citationKey }) => citationKey)).toEqual(['mine2024'])
    expect(octavo('set', keys()[1] ?? '', 'citationKey', key).stderr).toContain('belongs to another paper')
    expect(readFileSync(join(folder, 'refs.bib'), 'utf8')).toContain(`{${key},`)
  })

  it('leaves an export file as it was when it cannot be replaced', () => {
    octavo('import', 'list.txt')
    mkdirSync(join(folder, 'refs.bib'))
    expect(octavo('export', '--format', 'bibtex', '--out', 'refs.bib')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('could not be written'),
    })
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([])
  })

  it('backs up into a file that opens as a library', () => {
    octavo('import', 'list.txt')
    const { file } = json<{ file: string }>('backup', 'copy.db')
    rmSync(join(folder, 'library.db'))
    expect(JSON.parse(octavo('--library', file, 'list', '--json').stdout).length).toBe(3)
  })
})
