import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../cli.ts', import.meta.url))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function octavo(...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [program, '--library', 'library.db', ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return stdout + stderr
}

it('makes keys again, keeps those that documents cite, and finds papers by old ones', () => {
  octavo('add', 'Go To Statement Considered Harmful', '--authors', 'Dijkstra, Edsger W.', '--year', '1968')
  octavo('add', 'Structured Programming with go to Statements', '--authors', 'Knuth, Donald E.', '--year', '1974')
  octavo('export', '--format', 'bibtex')
  mkdirSync(join(folder, 'thesis'))
  writeFileSync(join(folder, 'thesis', 'one.tex'), '\\cite{knuth1974structured}')
  expect(octavo('keys', 'pattern', '[auth][yy]')).toBe('[auth][yy]\n')
  expect(octavo('keys', 'renew', '--folder', 'thesis', '--dry-run')).toContain('Would make 1 key again')
  expect(octavo('keys', 'renew', '--folder', 'thesis')).toBe(
    'dijkstra1968go → dijkstra68, dijkstra1968go stays as an alias\nMade 1 key again; 1 kept because documents cite them.\n',
  )
  expect(octavo('list', '--query', 'key:dijkstra1968go')).toContain('dijkstra68')
  expect(octavo('key', 'dijkstra1968go')).toMatch(
    /^dijkstra68 {2}the key now, chosen by you .*\ndijkstra1968go {2}an alias, issued /,
  )
  expect(octavo('keys', 'check', 'thesis')).toBe('1 key in 1 document, 0 unknown.\n')
  expect(octavo('undo')).toContain('Make a key again')
  expect(octavo('list')).toContain('dijkstra1968go')
  expect(octavo('keys', 'renew', '--folder', 'nowhere')).toContain('could not be read')
})
