import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { runCommandLine } from './run-command-line.ts'

let folder = ''

/** What the command prints, or what it complains of. */
function octavo(...args: readonly string[]): string {
  const printed: string[] = []
  const print = (text: string | Uint8Array) => printed.push(String(text)) > 0
  const spies = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')]
  for (const spy of spies) spy.mockImplementation(print)
  runCommandLine(['--library', join(folder, 'library.db'), ...args])
  for (const spy of spies) spy.mockRestore()
  return printed.join('')
}

function addPaper(title: string, authors: string, { year, volume }: { readonly year: string; readonly volume: string }): void {
  const place = ['--year', year, '--venue', 'Communications of the ACM', '--volume', volume]
  octavo('add', title, '--authors', authors, ...place)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-cite-'))
  addPaper('Go To Statement Considered Harmful', 'Dijkstra, Edsger W.', { year: '1968', volume: '11' })
  addPaper('An Axiomatic Basis for Computer Programming', 'Hoare, C. A. R.', { year: '1969', volume: '12' })
})
afterEach(() => rmSync(folder, { recursive: true }))

const keys = ['dijkstra1968go', 'hoare1969axiomatic']

it('prints what cites papers, in the syntax or the style asked for', () => {
  expect(octavo('cite', ...keys)).toBe('\\cite{dijkstra1968go,hoare1969axiomatic}\n')
  expect(octavo('cite', ...keys, '--format', 'pandoc')).toBe('[@dijkstra1968go; @hoare1969axiomatic]\n')
  expect(octavo('cite', ...keys, '--format', 'typst')).toBe('@dijkstra1968go @hoare1969axiomatic\n')
  expect(octavo('cite', ...keys, '--format', 'apa')).toBe('(Dijkstra, 1968; Hoare, 1969)\n')
  expect(octavo('cite', ...keys, '--format', 'ieee')).toBe('[1], [2]\n')
})

it('says which ways of citing there are, and which paper is not there', () => {
  expect(octavo('cite')).toBe('The command is: octavo cite KEY…\n')
  expect(octavo('cite', 'dijkstra1968go', '--format', 'mla')).toBe(
    'Papers are cited as latex, pandoc, typst, apa, ieee, chicago, nature, vancouver, not as “mla”.\n',
  )
  expect(octavo('cite', 'wirth1971program')).toContain('No paper has the key wirth1971program.')
})

it('writes references in a style, with emphasis where the file is one of HTML', () => {
  const reference = 'Dijkstra, E. W. (1968). Go To Statement Considered Harmful. Communications of the ACM, 11.'
  expect(octavo('export', '--format', 'formatted', '--style', 'apa', '--query', 'key:dijkstra1968go')).toBe(`${reference}\n`)
  const file = join(folder, 'references.html')
  expect(octavo('export', '--format', 'formatted', '--style', 'ieee', '--out', file)).toBe(`2 references written to ${file}\n`)
  expect(readFileSync(file, 'utf8')).toContain(
    '<p>[2] C. A. R. Hoare, “An Axiomatic Basis for Computer Programming,” <i>Communications of the ACM</i>, vol. 12, 1969.</p>',
  )
  expect(octavo('export', '--format', 'formatted', '--style', 'mla')).toBe(
    'The styles are apa, ieee, chicago, nature, vancouver, not “mla”.\n',
  )
})
