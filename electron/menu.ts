import { app, Menu, type MenuItemConstructorOptions } from 'electron'

/** A command of the screen: its label and shortcut are those of the screen's own table, its id is told to the page. */
type Item = { readonly label: string; readonly accelerator?: string; readonly commandId: string } | 'separator'

const fileItems: readonly Item[] = [
  { label: 'Import Lists…', accelerator: 'CmdOrCtrl+O', commandId: 'lists.import' },
  { label: 'Add Paper…', accelerator: 'CmdOrCtrl+N', commandId: 'paper.add' },
  'separator',
  { label: 'Export Bibliography…', accelerator: 'CmdOrCtrl+E', commandId: 'bibliography.export' },
]

const editItems: readonly Item[] = [
  { label: 'Undo', accelerator: 'CmdOrCtrl+Z', commandId: 'history.undo' },
  { label: 'Redo', accelerator: 'CmdOrCtrl+Shift+Z', commandId: 'history.redo' },
  'separator',
  { label: 'Look for Problems…', accelerator: 'CmdOrCtrl+Shift+L', commandId: 'library.lint' },
  { label: 'Make Citation Keys Again…', commandId: 'keys.renew' },
]

const helpItems: readonly Item[] = [
  { label: 'All Commands…', accelerator: 'CmdOrCtrl+K', commandId: 'palette.open' },
  { label: 'Keyboard Shortcuts', commandId: 'shortcuts.show' },
]

export function createMenu(choose: (commandId: string) => void): Menu {
  // The page has the keys itself: an accelerator that is only shown cannot run a command twice.
  const toItem = (item: Item): MenuItemConstructorOptions =>
    item === 'separator'
      ? { type: 'separator' }
      : {
          label: item.label,
          ...(item.accelerator === undefined ? {} : { accelerator: item.accelerator, registerAccelerator: false }),
          click: () => choose(item.commandId),
        }
  return Menu.buildFromTemplate([
    ...(process.platform === 'darwin' ? [{ label: app.name, role: 'appMenu' as const }] : []),
    {
      label: 'File',
      submenu: [...fileItems.map(toItem), { type: 'separator' }, { role: process.platform === 'darwin' ? 'close' : 'quit' }],
    },
    {
      label: 'Edit',
      submenu: [
        ...editItems.map(toItem),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    { label: 'View', submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }] },
    { label: 'Help', role: 'help', submenu: helpItems.map(toItem) },
  ])
}
