import { statuses } from '../../db/model/status.ts'
import type { MenuSection } from '../components/menu-item.ts'
import { findCommand } from './commands.ts'

const paperMenu: readonly (readonly string[])[] = [
  statuses.map((status) => `paper.status.${status}`),
  ['queue.first', 'queue.up', 'queue.down'],
  ['paper.tag', 'paper.note', 'paper.editTitle', 'paper.editAuthors', 'paper.editAbstract'],
  [
    'bibliography.export',
    'citation.latex',
    'citation.pandoc',
    'citation.typst',
    'citation.formatted',
    'reference.formatted',
    'keys.renew',
  ],
  ['paper.merge', 'paper.restore', 'paper.trash'],
]
const moreMenu = paperMenu.slice(1)
const addMenu = [['lists.import', 'lists.paste', 'paper.add']]

/** The commands that apply to the chosen papers now. */
export function paperMenuSections(): readonly MenuSection[] {
  return toSections(paperMenu)
}

/** As above without the statuses, which stand beside it. */
export function moreMenuSections(): readonly MenuSection[] {
  return toSections(moreMenu)
}

export function addMenuSections(): readonly MenuSection[] {
  return toSections(addMenu)
}

function toSections(ids: readonly (readonly string[])[]): readonly MenuSection[] {
  return ids
    .map((section) => ({
      id: section.join(' '),
      items: section
        .map(findCommand)
        .filter((command) => command?.when() === true)
        .filter((command) => command !== undefined),
    }))
    .filter(({ items }) => items.length > 0)
}
