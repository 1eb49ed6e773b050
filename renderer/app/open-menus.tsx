import { Search, Trash2 } from 'lucide-react'
import { ContextMenu } from '../components/menu.tsx'
import type { MenuSection } from '../components/menu-item.ts'
import { removeSource } from '../features/library/library-actions.ts'
import { showSource } from '../features/library/library-store.ts'
import { closeMenu, useApp } from './app-store.ts'
import { paperMenuSections } from './command-menu.ts'

/** The context menu that is open, if one is. */
export function OpenMenus() {
  const menu = useApp((state) => state.menu)
  if (menu === null) return null
  const isPapers = menu.kind === 'papers'
  return (
    <ContextMenu
      label={isPapers ? 'Papers' : menu.source.name}
      sections={isPapers ? paperMenuSections() : sourceSections(menu.source)}
      at={menu.at}
      onClose={closeMenu}
    />
  )
}

function sourceSections({ id, name }: { readonly id: number; readonly name: string }): readonly MenuSection[] {
  const show = { id: 'show', label: 'Show its papers', icon: Search, run: () => showSource(id) }
  const remove = {
    id: 'remove',
    label: 'Remove this list',
    icon: Trash2,
    isDangerous: true,
    run: () => removeSource({ sourceId: id, name }),
  }
  return [
    { id: 'show', items: [show] },
    { id: 'remove', items: [remove] },
  ]
}
