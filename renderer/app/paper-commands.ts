import {
  ArrowDown,
  ArrowUp,
  ChevronsUp,
  Combine,
  Copy,
  Pencil,
  Quote,
  RotateCcw,
  StickyNote,
  Tag,
  Trash2,
  UserPen,
} from 'lucide-react'
import { type CitationStyle, citationStyles } from '../../db/model/format-citation.ts'
import { statuses } from '../../db/model/status.ts'
import { statusIcons, statusLabels } from '../components/status-mark.tsx'
import {
  copyCitation,
  copyFormatted,
  copyUsual,
  merge,
  moveInQueue,
  moveToFrontOfQueue,
  restore,
  setStatus,
  trash,
} from '../features/library/library-actions.ts'
import { moveSelection, selectAllShown, selectedIds, shownSearch, useLibrary } from '../features/library/library-store.ts'
import { type OpenEditor, openEditor } from '../features/paper-reader/reader-store.ts'
import { openDialog } from './app-store.ts'
import type { Command } from './command.ts'

const hasPapers = () => selectedIds().length > 0
const hasOne = () => selectedIds().length === 1
const isInTrash = () => useLibrary.getState().view === 'trash'
const isQueueShown = () => hasPapers() && useLibrary.getState().view === 'to-read' && useLibrary.getState().sort === null

const citationNames: { readonly [Style in CitationStyle]: string } = { latex: 'LaTeX', pandoc: 'Pandoc', typst: 'Typst' }

export const paperCommands: readonly Command[] = [
  ...statuses.map(
    (status, place): Command => ({
      id: `paper.status.${status}`,
      label: `Mark as ${statusLabels[status].toLowerCase()}`,
      group: 'Status',
      shortcut: String(place + 1),
      icon: statusIcons[status],
      when: hasPapers,
      run: () => setStatus(selectedIds(), status),
    }),
  ),
  {
    id: 'paper.tag',
    label: 'Add a tag',
    group: 'Paper',
    shortcut: 'T',
    icon: Tag,
    when: hasPapers,
    run: () => openInReader({ kind: 'tag' }),
  },
  {
    id: 'paper.note',
    label: 'Write a note',
    group: 'Paper',
    shortcut: 'N',
    icon: StickyNote,
    when: hasOne,
    run: () => openInReader({ kind: 'note', noteId: null }),
  },
  {
    id: 'paper.editTitle',
    label: 'Edit the title',
    group: 'Paper',
    shortcut: 'E',
    icon: Pencil,
    when: hasOne,
    run: () => openInReader({ kind: 'field', field: 'title' }),
  },
  {
    id: 'paper.editAuthors',
    label: 'Edit the authors',
    group: 'Paper',
    icon: UserPen,
    when: hasOne,
    run: () => openInReader({ kind: 'field', field: 'authors' }),
  },
  {
    id: 'paper.editAbstract',
    label: 'Edit the abstract',
    group: 'Paper',
    icon: Pencil,
    when: hasOne,
    run: () => openInReader({ kind: 'field', field: 'abstract' }),
  },
  {
    id: 'bibliography.export',
    label: 'Export as a bibliography…',
    group: 'Paper',
    shortcut: 'Ctrl+E',
    icon: Quote,
    when: hasPapers,
    run: () => openDialog({ kind: 'export', paperIds: selectedIds(), search: null }),
  },
  {
    id: 'bibliography.exportShown',
    label: 'Export all papers shown…',
    group: 'List',
    shortcut: 'Ctrl+Shift+E',
    icon: Quote,
    when: () => (useLibrary.getState().shownIds ?? []).length > 0,
    run: () => openDialog({ kind: 'export', paperIds: useLibrary.getState().shownIds ?? [], search: shownSearch() }),
  },
  {
    id: 'citation.usual',
    label: 'Copy a citation',
    group: 'Paper',
    shortcut: 'Ctrl+Shift+C',
    icon: Quote,
    when: hasPapers,
    run: () => copyUsual(selectedIds()),
  },
  ...citationStyles.map(
    (style): Command => ({
      id: `citation.${style}`,
      label: `Copy as a ${citationNames[style]} citation`,
      group: 'Paper',
      icon: Copy,
      when: hasPapers,
      run: () => copyCitation(selectedIds(), style),
    }),
  ),
  {
    id: 'citation.formatted',
    label: 'Copy as a formatted citation',
    group: 'Paper',
    icon: Copy,
    when: hasPapers,
    run: () => copyFormatted(selectedIds(), 'citation'),
  },
  {
    id: 'reference.formatted',
    label: 'Copy as a formatted reference',
    group: 'Paper',
    icon: Copy,
    when: hasPapers,
    run: () => copyFormatted(selectedIds(), 'reference'),
  },
  {
    id: 'queue.first',
    label: 'Read next',
    group: 'Paper',
    icon: ChevronsUp,
    when: isQueueShown,
    run: () => moveToFrontOfQueue(selectedIds()),
  },
  {
    id: 'queue.up',
    label: 'Move up in the queue',
    group: 'Paper',
    shortcut: 'Alt+ArrowUp',
    icon: ArrowUp,
    when: isQueueShown,
    run: () => moveInQueue(selectedIds(), 'up'),
  },
  {
    id: 'queue.down',
    label: 'Move down in the queue',
    group: 'Paper',
    shortcut: 'Alt+ArrowDown',
    icon: ArrowDown,
    when: isQueueShown,
    run: () => moveInQueue(selectedIds(), 'down'),
  },
  {
    id: 'paper.merge',
    label: 'Merge into one paper',
    group: 'Paper',
    icon: Combine,
    when: () => selectedIds().length > 1,
    run: () => merge(selectedIds()),
  },
  {
    id: 'paper.trash',
    label: 'Move to the trash',
    group: 'Paper',
    shortcut: 'Delete',
    icon: Trash2,
    isDangerous: true,
    when: () => hasPapers() && !isInTrash(),
    run: () => trash(selectedIds()),
  },
  {
    id: 'paper.restore',
    label: 'Take out of the trash',
    group: 'Paper',
    icon: RotateCcw,
    when: () => hasPapers() && isInTrash(),
    run: () => restore(selectedIds()),
  },
  { id: 'list.next', label: 'Next paper', group: 'List', shortcut: 'J', when: () => true, run: () => moveSelection(1) },
  { id: 'list.previous', label: 'Previous paper', group: 'List', shortcut: 'K', when: () => true, run: () => moveSelection(-1) },
  {
    id: 'list.selectAll',
    label: 'Choose all papers shown',
    group: 'List',
    shortcut: 'Ctrl+A',
    when: () => true,
    run: selectAllShown,
  },
]

function openInReader(editor: OpenEditor): void {
  const { activeId } = useLibrary.getState().selection
  if (activeId !== null) openEditor(activeId, editor)
}
