import { describe, expect, it } from 'vitest'
import { perform } from '../../electron/ipc/perform.ts'
import { createTestLibrary } from '../create-test-library.ts'
import type { WritableDatabase } from '../database.ts'

const at = '2026-01-01T00:00:00.000Z'

function add(db: WritableDatabase, fields: Record<string, string>): number {
  return perform(db, 'papers:add', { args: { fields }, at }).value
}

function keys(db: WritableDatabase): readonly string[] {
  return perform(db, 'papers:list', { args: {}, at }).value.map(({ citationKey }) => citationKey)
}

function setPattern(db: WritableDatabase, pattern: string): void {
  perform(db, 'keys:setPattern', { args: { pattern }, at })
}

const diffie = { title: 'New Directions in Cryptography', authors: 'Diffie, Whitfield\nHellman, Martin', year: '1976' }
const rivest = { title: 'A Method for Obtaining Digital Signatures', authors: 'Rivest, Ronald\nShamir, Adi', year: '1978' }

describe('the pattern of citation keys', () => {
  it('is followed for papers that come after it was set, and changes no key that is there', () => {
    const db = createTestLibrary()
    add(db, diffie)
    setPattern(db, '[authors:capitalize][yy]')
    add(db, rivest)
    expect(keys(db)).toEqual(['diffie1976new', 'RivestShamir78'])
    expect(perform(db, 'library:check', { args: undefined, at }).value).toEqual([])
  })

  it('tells equal keys apart', () => {
    const db = createTestLibrary()
    setPattern(db, 'paper-[year]')
    for (const title of ['First Words', 'Second Words', 'Third Words']) add(db, { title, year: '1978' })
    expect(keys(db)).toEqual(['paper-1978', 'paper-1978a', 'paper-1978b'])
  })

  it('is refused with a reason when it is none, and the one before stands', () => {
    const db = createTestLibrary()
    expect(() => setPattern(db, '[auth')).toThrow('A bracket is open: close it with ].')
    expect(perform(db, 'keys:pattern', { args: undefined, at }).value.pattern).toBe('[auth][year][shorttitle]')
  })

  it('is no step of the history', () => {
    const db = createTestLibrary()
    setPattern(db, '[auth]')
    expect(perform(db, 'journal:list', { args: undefined, at }).value).toEqual([])
  })

  it('comes with a few papers that show what it makes', () => {
    const db = createTestLibrary()
    add(db, { title: 'Without Anything Else' })
    add(db, diffie)
    const { examples } = perform(db, 'keys:pattern', { args: undefined, at }).value
    expect(examples.map(({ title, year }) => [title, year])).toEqual([
      ['New Directions in Cryptography', 1976],
      ['Without Anything Else', null],
    ])
  })
})
