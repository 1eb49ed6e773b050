/**
 * Stands in for the module `electron` in the main process, where its binary cannot be had: the part of the API that Octavo uses, on
 * Node and an installed browser. A name that is not here is one that the main process cannot import.
 */
// biome-ignore lint/performance/noBarrelFile: it stands in for a module that is one.
export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { ClipboardItem, clipboard } from './clipboard.ts'
export { dialog } from './dialog.ts'
export { ipcMain } from './ipc-main.ts'
export { Menu } from './menu.ts'
export { protocol } from './protocol.ts'
export { session } from './session.ts'
export { shell } from './shell.ts'
