import {
  BookPlus,
  ClipboardPaste,
  Command as CommandIcon,
  FilePlus2,
  FolderOpen,
  HardDriveDownload,
  Inbox,
  Keyboard,
  LibraryBig,
  type LucideIcon,
  Monitor,
  Moon,
  Plus,
  Redo2,
  Search,
  Settings,
  ShieldCheck,
  Sun,
  Trash2,
  Undo2,
} from 'lucide-react'
import { type View, views } from '../../db/model/view.ts'
import { statusIcons, statusLabels } from '../components/status-mark.tsx'
import { redo, undo } from '../features/library/library-actions.ts'
import { showView } from '../features/library/library-store.ts'
import { chooseTheme, type Theme } from '../theme.ts'
import { chooseLists, openDialog } from './app-store.ts'
import type { Command } from './command.ts'
import { searchBox } from './focus.ts'
import { backUpLibrary, checkLibrary, createLibrary, openLibrary } from './look-after-library.ts'

const always = () => true

export const viewLabels: { readonly [Name in View]: string } = {
  'needs-look': 'Needs a look',
  ...statusLabels,
  all: 'All papers',
  trash: 'Trash',
}

const viewIcons: { readonly [Name in View]: LucideIcon } = {
  'needs-look': Inbox,
  ...statusIcons,
  all: LibraryBig,
  trash: Trash2,
}

export const libraryCommands: readonly Command[] = [
  {
    id: 'list.search',
    label: 'Search',
    group: 'List',
    shortcut: '/',
    icon: Search,
    when: always,
    run: () => searchBox.current?.select(),
  },
  {
    id: 'lists.import',
    label: 'Add lists from files…',
    group: 'Library',
    shortcut: 'Ctrl+O',
    icon: FilePlus2,
    when: always,
    run: chooseLists,
  },
  {
    id: 'lists.paste',
    label: 'Add a list from text…',
    group: 'Library',
    shortcut: 'Ctrl+Shift+V',
    icon: ClipboardPaste,
    when: always,
    run: () => openDialog({ kind: 'paste-text' }),
  },
  {
    id: 'paper.add',
    label: 'Add one paper…',
    group: 'Library',
    shortcut: 'Ctrl+N',
    icon: Plus,
    when: always,
    run: () => openDialog({ kind: 'add-paper' }),
  },
  { id: 'history.undo', label: 'Undo', group: 'Library', shortcut: 'Ctrl+Z', icon: Undo2, when: always, run: undo },
  { id: 'history.redo', label: 'Redo', group: 'Library', shortcut: 'Ctrl+Shift+Z', icon: Redo2, when: always, run: redo },
  {
    id: 'library.check',
    label: 'Check the library',
    group: 'Library',
    icon: ShieldCheck,
    when: always,
    run: checkLibrary,
  },
  {
    id: 'library.open',
    label: 'Open another library…',
    group: 'Library',
    icon: FolderOpen,
    when: always,
    run: openLibrary,
  },
  {
    id: 'library.create',
    label: 'New library…',
    group: 'Library',
    icon: BookPlus,
    when: always,
    run: createLibrary,
  },
  {
    id: 'library.backUp',
    label: 'Back up the library…',
    group: 'Library',
    icon: HardDriveDownload,
    when: always,
    run: backUpLibrary,
  },
  ...views.map(
    (view): Command => ({
      id: `go.${view}`,
      label: `Go to ${viewLabels[view]}`,
      group: 'Go to',
      icon: viewIcons[view],
      when: always,
      run: () => showView(view),
    }),
  ),
]

export const windowCommands: readonly Command[] = [
  {
    id: 'palette.open',
    label: 'All commands',
    group: 'Window',
    shortcut: 'Ctrl+K',
    icon: CommandIcon,
    when: always,
    run: () => openDialog({ kind: 'palette' }),
  },
  {
    id: 'shortcuts.show',
    label: 'Keyboard shortcuts',
    group: 'Window',
    shortcut: '?',
    icon: Keyboard,
    when: always,
    run: () => openDialog({ kind: 'shortcuts' }),
  },
  {
    id: 'settings.open',
    label: 'Settings',
    group: 'Window',
    shortcut: 'Ctrl+,',
    icon: Settings,
    when: always,
    run: () => openDialog({ kind: 'settings' }),
  },
  themeCommand('light', 'Light theme', Sun),
  themeCommand('dark', 'Dark theme', Moon),
  themeCommand('system', 'Theme of the system', Monitor),
]

function themeCommand(theme: Theme, label: string, icon: LucideIcon): Command {
  return { id: `theme.${theme}`, label, group: 'Window', icon, when: always, run: () => chooseTheme(theme) }
}
