import { listSteps } from '../../db/journal.ts'
import { redo, undo } from '../../db/run-write.ts'
import type { HandlersOf } from './contract.ts'

export const journalHandlers = {
  'journal:list': listSteps,
  'journal:undo': undo,
  'journal:redo': redo,
} satisfies HandlersOf<'journal'>
