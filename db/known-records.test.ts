import { expect, it } from 'vitest'
import { createTestLibrary } from './create-test-library.ts'
import { recallRecord, rememberRecord } from './known-records.ts'
import { runWrite } from './run-write.ts'

const record = { digest: 'sand', fields: { title: 'Sand' }, sample: { keys: ['title:sand'], hashes: [], titleHashes: [] } }

it('knows an entry as it was written, until the transaction ends, however it ends', () => {
  const db = createTestLibrary()
  const recalled = (digest: string) => recallRecord(db, { id: 1, digest })?.fields
  const write = () => {
    rememberRecord(db, 1, record)
    expect([recalled('sand'), recalled('birds')]).toEqual([{ title: 'Sand' }, undefined])
  }
  runWrite(db, { step: null, at: '2026-01-01' }, write)
  expect(recalled('sand')).toBeUndefined()
  const fail = () => {
    write()
    throw new Error('The disk is full.')
  }
  expect(() => runWrite(db, { step: null, at: '2026-01-01' }, fail)).toThrow('The disk is full.')
  expect(recalled('sand')).toBeUndefined()
})
