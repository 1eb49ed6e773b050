import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect } from './database.ts'
import { latestVersion, migrate, schemaVersion } from './migrate.ts'
import { openLibrary } from './open-database.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-open-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A library as an older program would have left it. */
function writeLibraryOfVersion(path: string, version: number): void {
  openLibrary(path).close()
  const db = connect(path)
  db.pragma('journal_mode = DELETE')
  db.pragma(`user_version = ${version}`)
  db.close()
}

describe('opening a library', () => {
  it('creates the file and its folder when they are missing', () => {
    const path = join(folder, 'new', 'library.db')
    const db = openLibrary(path)
    expect(schemaVersion(db)).toBe(latestVersion)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    db.close()
  })

  it('refuses a library from a newer program and leaves its bytes alone', () => {
    const path = join(folder, 'library.db')
    writeLibraryOfVersion(path, latestVersion + 1)
    const bytes = readFileSync(path)
    expect(() => openLibrary(path)).toThrow(/was last used by a newer Octavo.*Update Octavo to open it/)
    expect(readFileSync(path)).toEqual(bytes)
  })

  it('refuses a file that is no database, and one of another program', () => {
    const text = join(folder, 'list.txt')
    writeFileSync(text, 'A title\nAn abstract\n')
    expect(() => openLibrary(text)).toThrow(`${text} is not an Octavo library`)
    const foreign = join(folder, 'foreign.db')
    const db = connect(foreign)
    db.exec('CREATE TABLE things (id INTEGER)')
    db.close()
    expect(() => openLibrary(foreign)).toThrow(`${foreign} is a database of another program`)
  })

  it('refuses a folder, and a damaged file, with a sentence', () => {
    const path = join(folder, 'folder')
    mkdirSync(path)
    expect(() => openLibrary(path)).toThrow(/could not be read/)
    const damaged = join(folder, 'damaged.db')
    openLibrary(damaged).close()
    const bytes = readFileSync(damaged)
    bytes.fill(0x5a, 100, 4096)
    writeFileSync(damaged, bytes)
    expect(() => openLibrary(damaged)).toThrow(/is damaged and was left as it is/)
    expect(readFileSync(damaged)).toEqual(bytes)
  })

  it('says that the library is busy when another program holds it', () => {
    const path = join(folder, 'library.db')
    const holder = openLibrary(path)
    holder.exec('BEGIN IMMEDIATE')
    const other = connect(path, { busyMilliseconds: 1 })
    expect(() => other.exec('BEGIN IMMEDIATE')).toThrow(/locked/)
    other.close()
    holder.close()
  })

  it('copies an older library before it migrates it', () => {
    const path = join(folder, 'library.db')
    const old = connect(path)
    migrate(old, latestVersion - 1)
    old.pragma('application_id = 0x4f435456')
    old.close()
    const db = openLibrary(path)
    expect(schemaVersion(db)).toBe(latestVersion)
    db.close()
    expect(readdirSync(folder)).toContain(`library.db.before-version-${latestVersion}`)
    const copy = connect(join(folder, `library.db.before-version-${latestVersion}`))
    expect(schemaVersion(copy)).toBe(latestVersion - 1)
    copy.close()
  })

  it('reaches the same schema one step at a time as in one go', () => {
    const schemaOf = (versions: readonly number[]) => {
      const db = connect(':memory:')
      for (const version of versions) migrate(db, version)
      return db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all()
    }
    expect(schemaOf(Array.from({ length: latestVersion }, (_, index) => index + 1))).toEqual(schemaOf([latestVersion]))
  })
})
