import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readRememberedLibrary, rememberLibrary } from './remembered-library.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-settings-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('remembers the library that was opened last', () => {
  expect(readRememberedLibrary(folder)).toBeNull()
  rememberLibrary(folder, '/papers/thesis.db')
  rememberLibrary(folder, '/papers/group.db')
  expect(readRememberedLibrary(folder)).toBe('/papers/group.db')
})

it('remembers nothing where the file says nothing sensible', () => {
  writeFileSync(join(folder, 'settings.json'), '{"libraryPath": 3}')
  expect(readRememberedLibrary(folder)).toBeNull()
})
