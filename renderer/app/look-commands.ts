import { BookUp2, Check, CopyCheck, KeyRound, ListChecks, Unlink, UserX } from 'lucide-react'
import type { PaperDetail } from '../../db/model/paper-detail.ts'
import { call } from '../api.ts'
import { beFineWithoutAuthors, merge, separate } from '../features/library/library-actions.ts'
import { selectedIds, useLibrary } from '../features/library/library-store.ts'
import { attempt, showToast } from '../features/library/toast-store.ts'
import { openDialog } from './app-store.ts'
import type { Command } from './command.ts'

const isLooking = () => useLibrary.getState().view === 'needs-look' && selectedIds().length === 1

/** Working through what needs a look: each answer takes the paper out of the view, and the next one is chosen. */
export const lookCommands: readonly Command[] = [
  {
    id: 'look.same',
    label: 'Same work as its possible duplicate',
    group: 'Paper',
    shortcut: 'S',
    icon: BookUp2,
    when: isLooking,
    run: () => answerMatch((pair) => merge(pair)),
  },
  {
    id: 'look.different',
    label: 'Different from its possible duplicate',
    group: 'Paper',
    shortcut: 'D',
    icon: Unlink,
    when: isLooking,
    run: () => answerMatch(separate),
  },
  {
    id: 'look.keepTitle',
    label: 'Keep the proposed title',
    group: 'Paper',
    shortcut: 'Y',
    icon: Check,
    when: isLooking,
    run: () => withDetail(keepTitle),
  },
  {
    id: 'look.withoutAuthors',
    label: 'Fine without authors',
    group: 'Paper',
    shortcut: 'X',
    icon: UserX,
    when: () => useLibrary.getState().view === 'needs-look' && selectedIds().length > 0,
    run: () => beFineWithoutAuthors(selectedIds()),
  },
  {
    id: 'library.findDuplicates',
    label: 'Find and merge duplicates…',
    group: 'Library',
    icon: CopyCheck,
    when: () => true,
    run: () => openDialog({ kind: 'duplicates' }),
  },
  {
    id: 'library.lint',
    label: 'Look for problems…',
    group: 'Library',
    shortcut: 'Ctrl+Shift+L',
    icon: ListChecks,
    when: () => true,
    run: () => openDialog({ kind: 'lint' }),
  },
  {
    id: 'keys.renew',
    label: 'Make citation keys again…',
    group: 'Library',
    icon: KeyRound,
    when: () => true,
    run: () => openDialog({ kind: 'renew-keys', paperIds: selectedIds() }),
  },
]

function withDetail(answer: (detail: PaperDetail) => unknown): void {
  const [paperId] = selectedIds()
  if (paperId !== undefined) attempt(async () => answer(await call('papers:detail', { paperId })))
}

function answerMatch(answer: (pair: readonly [number, number]) => void): void {
  withDetail(({ paper, possibleDuplicates: [match] }) => {
    if (match === undefined) showToast({ text: 'This paper has no possible duplicate' })
    else answer([paper.id, match.paperId])
  })
}

async function keepTitle({ paper }: PaperDetail): Promise<void> {
  if (paper.title === null || paper.titleOrigin !== 'provisional') showToast({ text: 'No title is proposed here' })
  else await call('papers:setField', { paperId: paper.id, field: 'title', text: paper.title })
}
