import type { WritableDatabase } from '../../db/database.ts'
import { readKeyHistory } from '../../db/queries/key-history.ts'
import { readKeyPatternSetting, setKeyPattern } from '../../db/queries/settings.ts'
import { applyKeyChanges, type KeyChange, planKeyChanges } from '../../db/renew-keys.ts'
import { lastValue } from '../import/last-value.ts'
import { findKeysInUse } from '../keys-in-use.ts'
import type { HandlersOf } from './contract.ts'

export const keyHandlers = {
  'keys:pattern': readKeyPatternSetting,
  'keys:setPattern': setKeyPattern,
  'keys:history': readKeyHistory,
  'keys:plan': planKeyChanges,
  'keys:renew': renewKeys,
  'keys:inUse': findKeysInUse,
} satisfies HandlersOf<'keys'>

type Renewing = { readonly changes: readonly Pick<KeyChange, 'paperId' | 'to'>[]; readonly at: string }

function renewKeys(db: WritableDatabase, { changes, at }: Renewing): void {
  const planned = lastValue(planKeyChanges(db, { paperIds: changes.map(({ paperId }) => paperId) }))
  applyKeyChanges(db, { changes, planned, at })
}
