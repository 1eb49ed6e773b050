import { applyImport } from '../import/apply-import.ts'
import { correctReview, startReview } from '../import/review-session.ts'
import type { HandlersOf } from './contract.ts'

export const importHandlers = {
  'imports:plan': (db, { sources }) => startReview(db, sources),
  'imports:correct': correctReview,
  'imports:apply': applyImport,
} satisfies HandlersOf<'imports'>
