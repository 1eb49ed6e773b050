import { expect, it } from 'vitest'
import { connect } from '../database.ts'
import { migrate } from '../migrate.ts'
import { createImportedKeys } from './0009-create-imported-keys.ts'
import { migrations } from './index.ts'

it('tells keys that came in from those that were given out', () => {
  const db = connect(':memory:')
  const before = migrations.indexOf(createImportedKeys)
  migrate(db, before)
  db.exec(`
    INSERT INTO papers (id, addedAt) VALUES (1, '2026-01-01T00:00:00.000Z');
    INSERT INTO issuedKeys (citationKey, paperId, typedAt, exportedAt) VALUES
      ('knuth:art', 1, NULL, NULL), ('knuth1968art', 1, NULL, '2026-01-02T00:00:00.000Z'), ('gone', 7, NULL, NULL);`)
  migrate(db, before + 1)
  expect(db.prepare('SELECT citationKey, paperId, importedAt FROM importedKeys ORDER BY id').all()).toEqual([
    { citationKey: 'knuth:art', paperId: 1, importedAt: '2026-01-01T00:00:00.000Z' },
    { citationKey: 'gone', paperId: 7, importedAt: '' },
  ])
  expect(db.prepare('SELECT citationKey FROM issuedKeys').pluck().all()).toEqual(['knuth1968art'])
})
