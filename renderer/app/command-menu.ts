import { Copy } from 'lucide-react'
import { statuses } from '../../db/model/status.ts'
import type { MenuSection, Submenu } from '../components/menu-item.ts'
import type { Command } from './command.ts'
import { findCommand } from './commands.ts'

/** Commands by their ids; a part of a section can be a menu of its own. */
type Section = readonly (string | (Pick<Submenu, 'id' | 'label' | 'icon'> & { readonly ids: readonly string[] }))[]

const copyMenu = {
  id: 'copy',
  label: 'Copy as',
  icon: Copy,
  ids: ['citation.latex', 'citation.pandoc', 'citation.typst', 'citation.formatted', 'reference.formatted'],
}
const paperMenu: readonly Section[] = [
  statuses.map((status) => `paper.status.${status}`),
  ['queue.first', 'queue.up', 'queue.down'],
  ['paper.tag', 'paper.note', 'paper.editTitle', 'paper.editAuthors', 'paper.editAbstract'],
  ['bibliography.export', 'citation.usual', copyMenu, 'keys.renew'],
  ['paper.merge', 'paper.restore', 'paper.trash'],
]
const moreMenu = paperMenu.slice(1)
const addMenu = [['lists.import', 'lists.paste', 'paper.add']]

/** The commands that apply to the chosen papers now. */
export function paperMenuSections(): readonly MenuSection<Command | Submenu>[] {
  return toSections(paperMenu)
}

/** As above without the statuses, which stand beside it. */
export function moreMenuSections(): readonly MenuSection<Command | Submenu>[] {
  return toSections(moreMenu)
}

export function addMenuSections(): readonly MenuSection<Command | Submenu>[] {
  return toSections(addMenu)
}

function toSections(sections: readonly Section[]): readonly MenuSection<Command | Submenu>[] {
  return sections
    .map((section, place) => ({ id: String(place), items: section.flatMap(toItems) }))
    .filter(({ items }) => items.length > 0)
}

function toItems(part: Section[number]): readonly (Command | Submenu)[] {
  if (typeof part === 'string') return applicable([part])
  const { ids, ...menu } = part
  const items = applicable(ids).map((command) => ({ ...command, label: withoutStart(command.label, `${menu.label} a `) }))
  return items.length === 0 ? [] : [{ ...menu, items }]
}

function applicable(ids: readonly string[]): readonly Command[] {
  return ids
    .map(findCommand)
    .filter((command) => command !== undefined)
    .filter((command) => command.when())
}

/** What the menu says already need not be said in each of its lines. */
function withoutStart(label: string, start: string): string {
  const rest = label.startsWith(start) ? label.slice(start.length) : label
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}
