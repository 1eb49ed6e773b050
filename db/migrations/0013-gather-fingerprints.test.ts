import { expect, it } from 'vitest'
import { connect } from '../database.ts'
import { migrate } from '../migrate.ts'

it('keeps the fingerprints of each paper, in one row', () => {
  const db = connect(':memory:')
  migrate(db, 12)
  db.exec('INSERT INTO fingerprints VALUES (8, 1), (8, 2), (16, 1), (4294967288, 1)')
  migrate(db, 13)
  expect(db.prepare('SELECT paperId, hex(hashes) AS hashes FROM fingerprints').all()).toEqual([
    { paperId: 1, hashes: 'F8FFFFFF0800000010000000' },
    { paperId: 2, hashes: '08000000' },
  ])
})
