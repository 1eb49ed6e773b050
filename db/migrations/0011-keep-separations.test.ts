import { expect, it } from 'vitest'
import { connect } from '../database.ts'
import { migrate } from '../migrate.ts'

it('keeps what was told apart between entries as told apart between what they say', () => {
  const db = connect(':memory:')
  migrate(db, 10)
  db.exec(`
    INSERT INTO papers (id, addedAt) VALUES (1, '2026-01-01'), (2, '2026-01-01');
    INSERT INTO sources VALUES (1, 'sha', 'list.txt', 'list', 'title', 2, '2026-01-01', NULL);
    INSERT INTO entries VALUES (1, 1, 1, 1, 1, '{}', '{}', '[]', 'sand'), (2, 1, 2, 2, 2, '{}', '{}', '[]', 'birds');
    INSERT INTO separations VALUES (1, 1, 2, '2026-02-02');`)
  migrate(db, 11)
  expect(db.prepare('SELECT record, otherRecord, separatedAt FROM separations').all()).toEqual([
    { record: 'birds', otherRecord: 'sand', separatedAt: '2026-02-02' },
  ])
})
