import { Ban, BookUp2, FilePlus2, Heading, type LucideIcon, Merge, Minus, Scissors, Text, Undo2, Unlink, Users } from 'lucide-react'
import type { MenuItem, MenuSection } from '../../components/menu-item.ts'
import type { Correction } from './change-plan.ts'
import { describeLayout, type PlannedEntry, type PlannedSource, targetOf } from './review-model.ts'

export type Correct = (correction: Correction) => void
type Role = Extract<Correction, { kind: 'role' }>['role']

const roles: readonly { readonly role: Role; readonly label: string; readonly icon: LucideIcon }[] = [
  { role: 'title', label: 'Title', icon: Heading },
  { role: 'authors', label: 'Authors', icon: Users },
  { role: 'abstract', label: 'Abstract', icon: Text },
  { role: 'nothing', label: 'Nothing', icon: Minus },
]

type EntryOf = { readonly source: PlannedSource; readonly sourceIndex: number; readonly entryIndex: number }

/** What can be said against the reading of an entry as a whole. */
export function entryMenu({ source, sourceIndex, entryIndex }: EntryOf, correct: Correct): readonly MenuSection[] {
  const entry = source.entries[entryIndex]
  if (entry === undefined) return []
  const place = { source: sourceIndex, entry: entryIndex }
  if (entry.fate.kind === 'excluded') {
    const include = {
      id: 'include',
      label: 'Take it in',
      icon: Undo2,
      shortcut: 'X',
      run: () => correct({ kind: 'include', ...place }),
    }
    return [{ id: 'entry', items: [include] }]
  }
  const next = source.entries[entryIndex + 1]
  const canJoin = source.layouts.length > 0 && next !== undefined && next.fate.kind !== 'excluded'
  const join = { id: 'join', label: 'Join with the next entry', icon: Merge, run: () => correct({ kind: 'join', ...place }) }
  const exclude = {
    id: 'exclude',
    label: 'Leave it out',
    icon: Ban,
    shortcut: 'X',
    run: () => correct({ kind: 'exclude', ...place }),
  }
  return [
    { id: 'match', items: matchItems(entry, place, correct) },
    { id: 'entry', items: [...(canJoin ? [join] : []), exclude] },
  ].filter(({ items }) => items.length > 0)
}

function matchItems(entry: PlannedEntry, place: { source: number; entry: number }, correct: Correct): readonly MenuItem[] {
  const [doubt] = entry.doubts
  if (doubt !== undefined) {
    return [
      {
        id: 'accept',
        label: 'Same work',
        icon: BookUp2,
        shortcut: 'S',
        run: () => correct({ kind: 'accept', ...place, target: doubt.target }),
      },
      {
        id: 'refuse',
        label: 'Different',
        icon: Unlink,
        shortcut: 'D',
        run: () => correct({ kind: 'refuse', ...place, target: doubt.target }),
      },
    ]
  }
  const target = entry.fate.kind === 'merged' ? targetOf(entry) : null
  if (target === null) return []
  return [
    {
      id: 'refuse',
      label: 'Not the same work',
      icon: Unlink,
      shortcut: 'D',
      run: () => correct({ kind: 'refuse', ...place, target }),
    },
  ]
}

/** What one line of an entry may be instead. */
export function lineMenu({ source, sourceIndex, entryIndex }: EntryOf, line: number, correct: Correct): readonly MenuSection[] {
  const place = { source: sourceIndex, entry: entryIndex }
  const items = roles.map(({ role, label, icon }) => ({
    id: role,
    label,
    icon,
    run: () => correct({ kind: 'role', ...place, lineStart: line, lineEnd: line, role }),
  }))
  const isFirst = source.entries[entryIndex]?.draft.lineStart === line
  const split = {
    id: 'split',
    label: 'Begin a new entry here',
    icon: Scissors,
    run: () => correct({ kind: 'split', ...place, line }),
  }
  return [{ id: 'roles', label: 'Use the line as', items }, ...(isFirst ? [] : [{ id: 'split', items: [split] }])]
}

/** What a line that was set aside may be. */
export function leftoverMenu(
  source: PlannedSource,
  sourceIndex: number,
  { line, correct }: { line: number; correct: Correct },
): readonly MenuSection[] {
  const use = (place: 'below' | 'above' | 'own') =>
    roles.flatMap(({ role, label, icon }): readonly MenuItem[] =>
      role === 'nothing'
        ? []
        : [
            {
              id: `${place} ${role}`,
              label,
              icon,
              run: () => correct({ kind: 'useLeftover', source: sourceIndex, line, role, place }),
            },
          ],
    )
  const isIn = (entry: PlannedEntry | undefined) => entry !== undefined && entry.fate.kind !== 'excluded'
  const below = source.entries.findIndex(({ draft }) => draft.lineStart > line)
  const hasBelow = below !== -1 && isIn(source.entries[below])
  const hasAbove = isIn(source.entries[(below === -1 ? source.entries.length : below) - 1])
  const own = {
    id: 'own',
    label: 'Title of a new entry',
    icon: FilePlus2,
    run: () => correct({ kind: 'useLeftover', source: sourceIndex, line, role: 'title' as const, place: 'own' as const }),
  }
  return [
    ...(hasBelow ? [{ id: 'below', label: 'Of the entry below', items: use('below') }] : []),
    ...(hasAbove ? [{ id: 'above', label: 'Of the entry above', items: use('above').slice(-1) }] : []),
    { id: 'own', items: [own] },
  ]
}

export function layoutMenu(source: PlannedSource, sourceIndex: number, correct: Correct): readonly MenuSection[] {
  const items = source.layouts.map((layout) => ({
    id: layout,
    label: describeLayout(layout),
    isChosen: layout === source.layout,
    run: () => correct({ kind: 'layout', source: sourceIndex, layout }),
  }))
  return [{ id: 'layouts', label: 'Read the list as', items }]
}
