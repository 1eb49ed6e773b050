import { applyImport } from '../import/apply-import.ts'
import { planImport } from '../import/plan-import.ts'
import type { HandlersOf } from './contract.ts'

export const importHandlers = {
  'imports:plan': (db, { sources }) => planImport(db, sources),
  'imports:apply': applyImport,
} satisfies HandlersOf<'imports'>
