import type { WritableDatabase } from '../database.ts'
import { createSources } from './0001-create-sources.ts'
import { createPapers } from './0002-create-papers.ts'
import { createReading } from './0003-create-reading.ts'
import { createSettled } from './0004-create-settled.ts'
import { createJournal } from './0005-create-journal.ts'
import { createSettings } from './0006-create-settings.ts'
import { addExtraFields } from './0007-add-extra-fields.ts'
import { createKeptExports } from './0008-create-kept-exports.ts'
import { createImportedKeys } from './0009-create-imported-keys.ts'
import { createIgnoredProblems } from './0010-create-ignored-problems.ts'
import { keepSeparations } from './0011-keep-separations.ts'
import { settleAgain } from './0012-settle-again.ts'
import { gatherFingerprints } from './0013-gather-fingerprints.ts'

/** Position + 1 is the schema version. Append only: a shipped migration is never edited, moved or removed. */
export const migrations: readonly ((db: WritableDatabase) => void)[] = [
  createSources,
  createPapers,
  createReading,
  createSettled,
  createJournal,
  createSettings,
  addExtraFields,
  createKeptExports,
  createImportedKeys,
  createIgnoredProblems,
  keepSeparations,
  settleAgain,
  gatherFingerprints,
]
