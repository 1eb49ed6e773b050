import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { ArgsOf } from './ipc/contract.ts'
import { tell } from './ipc/serve.ts'

/** The page's own commands, with their labels and shortcuts; chosen, each is told to the page by its id. */
type Menus = ArgsOf<'menu:show'>

export const withoutCommands: Menus = { file: [], edit: [], help: [] }

export function showMenu(window: BrowserWindow, { file, edit, help }: Menus): void {
  const toItems = (items: Menus['file']) =>
    items.map((item) => toItem(item, (commandId) => tell(window.webContents, 'menu:chosen', { commandId })))
  const menu = Menu.buildFromTemplate([
    ...(process.platform === 'darwin' ? [{ label: app.name, role: 'appMenu' as const }] : []),
    {
      label: 'File',
      submenu: [...toItems(file), { type: 'separator' }, { role: process.platform === 'darwin' ? 'close' : 'quit' }],
    },
    {
      label: 'Edit',
      submenu: [
        ...toItems(edit),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    { label: 'View', submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }] },
    { label: 'Help', role: 'help', submenu: toItems(help) },
  ])
  Menu.setApplicationMenu(menu)
}

function toItem(item: Menus['file'][number], choose: (commandId: string) => void): MenuItemConstructorOptions {
  if (item === 'separator') return { type: 'separator' }
  const { commandId, label, shortcut } = item
  // The page has the keys itself: an accelerator that is only shown cannot run a command twice.
  const keys = shortcut === undefined ? {} : { accelerator: shortcut.replace('Ctrl', 'CmdOrCtrl'), registerAccelerator: false }
  return { label, ...keys, click: () => choose(commandId) }
}
