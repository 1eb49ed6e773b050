import type { MenuItemConstructorOptions } from 'electron'
import { refuseUnknownKeys, strict } from './strict.ts'

const itemKeys = ['label', 'role', 'type', 'submenu', 'accelerator', 'registerAccelerator', 'click', 'enabled', 'visible']

type Items = { readonly items: readonly MenuItemConstructorOptions[] }
let applicationMenu: Items | null = null

/** There is no native menu here: a template is checked and kept, and shown by nobody; tests choose from it. */
export const Menu = strict('Menu', {
  buildFromTemplate(template: MenuItemConstructorOptions[]): Items {
    checkTemplate(template)
    return strict('Menu', { items: template })
  },
  setApplicationMenu(menu: Items | null): void {
    applicationMenu = menu
  },
  getApplicationMenu: (): Items | null => applicationMenu,
})

export function chooseMenuItem(label: string): void {
  const item = applicationMenu?.items
    .flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
    .find((one) => one.label === label)
  if (item === undefined) throw new Error(`The native menu has no item ${label}.`)
  ;(item.click as (() => void) | undefined)?.()
}

function checkTemplate(template: readonly MenuItemConstructorOptions[]): void {
  if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu: Menu template must be an array')
  for (const item of template) {
    refuseUnknownKeys('a menu item', item, itemKeys)
    if (item.label === undefined && item.role === undefined && item.type === undefined) {
      throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type')
    }
    if (Array.isArray(item.submenu)) checkTemplate(item.submenu)
  }
}
